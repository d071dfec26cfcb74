import type { Database } from '@accord/database'
import type { JobHelpers, TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Clock } from '#api/clock.ts'
import type { Config } from '#api/config.ts'
import type { Log } from '#api/log.ts'
import { digestOf } from '#api/mail/digest.ts'
import { isForGood, type Mailer } from '#api/mail/mailer.ts'
import { inTransaction } from '#api/transaction.ts'
import {
  enqueueForgotten,
  markMailed,
  readWaitingMail,
  type WaitingMail,
} from '#modules/notifications/mailing.service.ts'
import { makeReminders } from '#modules/notifications/notifications.service.ts'

export type JobServices = {
  database: Database
  clock: Clock
  config: Pick<Config, 'mailFrom' | 'publicUrl' | 'mode'>
  mailer: Mailer | null
  log: Log
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

export const REMINDERS_FROM = '06:30'

/** Runs as often as it may: what a day brings is written once. Nobody is woken in the night. */
async function remind({ database, clock, log }: JobServices): Promise<void> {
  if (londonTime.format(clock.instant()) < REMINDERS_FROM) return
  const made = await inTransaction(database, (client) =>
    makeReminders(client, { today: clock.today(), now: clock.now() }),
  )
  log.info({ made }, 'reminders of the day')
}

const mailPayload = z.object({ personId: z.uuid() })

async function list(
  { database, config, log }: JobServices,
  waiting: WaitingMail,
  personId: string,
): Promise<void> {
  await markMailed(database, waiting.notices, { mailState: 'listed', mailedAt: null })
  const said = { personId, subjects: waiting.notices.map(({ subject }) => subject) }
  const words = 'no mail is sent: listed on screen'
  if (config.mode === 'live') log.warn(said, words)
  else log.info(said, words)
}

async function giveUp(services: JobServices, waiting: WaitingMail, error: unknown): Promise<void> {
  await markMailed(services.database, waiting.notices, { mailState: 'failed', mailedAt: null })
  services.log.error({ err: error, ids: waiting.notices.map(({ id }) => id) }, 'mail was not taken')
}

/**
 * Sends one person all that waits for them. What was sent is marked after the server took it: killed between
 * the two, the mail goes again under the same Message-ID rather than not at all.
 */
async function sendMail(services: JobServices, payload: unknown, { job }: JobHelpers): Promise<void> {
  const { database, clock, config, mailer } = services
  const { personId } = mailPayload.parse(payload)
  const waiting = await readWaitingMail(database, personId)
  if (waiting === undefined) return
  if (mailer === null || waiting.isDisabled) {
    await list(services, waiting, personId)
    return
  }
  try {
    await mailer.send(digestOf(waiting, { from: config.mailFrom, publicUrl: config.publicUrl }))
  } catch (error) {
    if (!isForGood(error) && job.attempts < job.max_attempts) throw error
    await giveUp(services, waiting, error)
    return
  }
  await markMailed(database, waiting.notices, { mailState: 'sent', mailedAt: clock.now() })
}

export function createTasks(services: JobServices): TaskList {
  return {
    'make-reminders': async () => remind(services),
    'send-mail': async (payload, helpers) => sendMail(services, payload, helpers),
    'send-forgotten': async () => {
      await enqueueForgotten(services.database)
    },
  }
}

/** In UTC, which is London’s time in winter: in summer the first line is the one that does the work. */
export const CRONTAB = `
30 5 * * * make-reminders ?id=reminders-in-summer
30 6 * * * make-reminders ?id=reminders-in-winter
17 * * * * send-forgotten ?id=forgotten-mail
`
