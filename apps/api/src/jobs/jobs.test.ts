import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClock } from '#api/clock.ts'
import { readConfig } from '#api/config.ts'
import type { Context } from '#api/context.ts'
import { createLog } from '#api/log.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { type MailServer, startMailServer } from '#api/testing/mail-server.ts'
import { inTransaction } from '#api/transaction.ts'
import {
  changeReminderSettings,
  makeReminders,
  notifyOfMove,
} from '#modules/notifications/notifications.service.ts'
import { type Jobs, startJobs } from './jobs.ts'

const stage = demonstrationStage({ forEach: 'test' })

// Three working days before Friday 16 October 2009, and a week after it.
const THREE_DAYS_BEFORE = '2009-10-13'
const WEEK_LATE = '2009-10-23'
const LEAD = 'lead@waste.example'

let mail: MailServer
let started: Jobs[] = []

beforeEach(async () => {
  mail = await startMailServer()
})

afterEach(async () => {
  for (const jobs of started) await jobs.close()
  started = []
  await mail.close()
})

const environment = (more: Record<string, string> = {}) => ({
  ACCORD_SMTP_URL: mail.url,
  ACCORD_MAIL_FROM: 'Accord <accord@cherwell.example>',
  ACCORD_URL: 'https://accord.cherwell.example',
  ...more,
})

async function start(more: Record<string, string> = {}): Promise<Jobs> {
  const config = readConfig(environment(more))
  const jobs = await startJobs({
    database: stage.database,
    clock: createClock(config.today),
    config,
    log: createLog('silent'),
  })
  started.push(jobs)
  return jobs
}

async function contextOf(email: string, today = '2009-10-19'): Promise<Context> {
  const { rows } = await stage.database.pool.query('SELECT id, name FROM person WHERE email = $1', [email])
  const [person] = rows as { id: string; name: string }[]
  return {
    database: stage.database,
    actor: { personId: person?.id ?? '', name: person?.name ?? '', roles: [] },
    today,
    now: new Date(`${today}T10:00:00Z`),
  }
}

const remindOn = (today: string) =>
  inTransaction(stage.database, (client) =>
    makeReminders(client, { today, now: new Date(`${today}T06:30:00Z`) }),
  )

async function aReturn(slug: string): Promise<string> {
  const { rows } = await stage.database.pool.query(
    `SELECT r.id FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id
     WHERE p.slug = $1 AND r.quarter_index = 2009 * 4 + 1`,
    [slug],
  )
  return rows[0].id
}

async function acceptedNotice(): Promise<void> {
  const context = await contextOf('performance@cherwell.example')
  const returnId = await aReturn('waste-partnership')
  await inTransaction(stage.database, (client) =>
    notifyOfMove(client, { context, returnId, action: 'accept', reason: null }),
  )
}

async function states(): Promise<Record<string, number>> {
  const { rows } = await stage.database.pool.query(
    'SELECT mail_state AS state, count(*)::int AS count FROM notification GROUP BY 1',
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

const settled = async () => {
  const { rows } = await stage.database.pool.query(
    "SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier <> 'x' AND attempts < max_attempts",
  )
  return rows[0].count === 0
}

const soon = { timeout: 20_000, interval: 50 }

/** A worker in a process of its own, killed without a word. */
async function workerToKill(more: Record<string, string> = {}) {
  const child = fork(fileURLToPath(new URL('../testing/worker-process.ts', import.meta.url)), {
    env: {
      ...process.env,
      ...environment(more),
      DATABASE_URL: stage.database.connectionString,
      ACCORD_LOG: 'silent',
    },
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)))
  })
  return () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
}

describe('mail', () => {
  test('arrives once, with a link, and a Message-ID made of what it says', async () => {
    await start()
    await acceptedNotice()
    await vi.waitFor(async () => expect(await states()).toEqual({ sent: mail.received.length }), soon)
    const toLead = mail.received.filter(({ to }) => to.includes('lead@waste.example'))
    expect(toLead).toHaveLength(1)
    expect(toLead[0]).toMatchObject({
      subject: expect.stringMatching(/^Quarter 2 return is accepted: .*Waste Partnership$/),
      text: expect.stringContaining(
        `https://accord.cherwell.example/returns/${await aReturn('waste-partnership')}`,
      ),
      messageId: expect.stringMatching(/^<[0-9a-f]{40}@cherwell\.example>$/),
    })
  })

  test('what is undone sends nothing', async () => {
    await start()
    const context = await contextOf('performance@cherwell.example')
    const returnId = await aReturn('waste-partnership')
    const undone = inTransaction(stage.database, async (client) => {
      await notifyOfMove(client, { context, returnId, action: 'accept', reason: null })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await vi.waitFor(async () => expect(await settled()).toBe(true), soon)
    expect([mail.begun(), await states()]).toEqual([0, {}])
  })

  test('a digest lists what is outstanding and nothing else, one mail a person', async () => {
    await remindOn(THREE_DAYS_BEFORE)
    await start()
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['sent']), soon)
    const { rows } = await stage.database.pool.query(
      `SELECT who.email, array_agg(p.name ORDER BY p.name) AS partnerships FROM notification n
         JOIN person who ON who.id = n.person_id JOIN quarterly_return r ON r.id = n.return_id
         JOIN partnership p ON p.id = r.partnership_id GROUP BY who.email`,
    )
    expect(mail.received).toHaveLength(rows.length)
    for (const { email, partnerships } of rows as { email: string; partnerships: string[] }[]) {
      const [own] = mail.received.filter(({ to }) => to.includes(email))
      for (const name of partnerships) expect(own?.text).toContain(name)
      expect(own?.text.match(/is due on/g)).toHaveLength(partnerships.length)
    }
    const { rows: others } = await stage.database.pool.query(
      `SELECT FROM notification n JOIN quarterly_return r ON r.id = n.return_id
       WHERE r.state IN ('submitted', 'accepted', 'published', 'restated')`,
    )
    expect(others).toHaveLength(0)
  })

  test('reminders of a day are made once, however often the job runs', async () => {
    const first = await remindOn(WEEK_LATE)
    expect(first).toBeGreaterThan(0)
    expect(await remindOn(WEEK_LATE)).toBe(0)
  })

  test('nobody is reminded on a bank holiday', async () => {
    expect(await remindOn('2009-12-25')).toBe(0)
  })

  test('a kind that is switched off stops, and the rest go on', async () => {
    await changeReminderSettings(await contextOf('performance@cherwell.example'), [
      { kind: 'late_weekly', isOn: false },
      { kind: 'accepted', isOn: false },
    ])
    expect(await remindOn(WEEK_LATE)).toBe(0)
    await acceptedNotice()
    expect(await states()).toEqual({})
    expect(await remindOn(THREE_DAYS_BEFORE)).toBeGreaterThan(0)
  })

  test('without a mail server everything is listed, nothing lost', async () => {
    await start({ ACCORD_SMTP_URL: '' })
    await acceptedNotice()
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['listed']), soon)
    expect(mail.begun()).toBe(0)
  })

  test('a server that refuses an address for good is not asked again', async () => {
    mail.refuse(550)
    await start()
    await acceptedNotice()
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['failed']), soon)
    expect(await settled()).toBe(true)
  })

  test('a server that is busy is asked again, and the mail arrives once', async () => {
    mail.refuse(451)
    await start()
    await acceptedNotice()
    await vi.waitFor(async () => expect(await anyTriedAgain()).toBe(true), soon)
    mail.refuse(null)
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['sent']), soon)
    const ids = mail.received.map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

async function anyTriedAgain(): Promise<boolean> {
  const { rows } = await stage.database.pool.query(
    "SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'send-mail' AND last_error IS NOT NULL",
  )
  return rows[0].count > 0
}

describe('killed', () => {
  test('between what caused a mail and its sending: it arrives, once, when a worker starts', async () => {
    const letGo = mail.hold()
    const kill = await workerToKill()
    await acceptedNotice()
    await kill()
    letGo()
    await start()
    await vi.waitFor(async () => expect(await states()).toEqual({ sent: mail.received.length }), soon)
  })

  test('while the server had not yet taken it: it arrives once', async () => {
    const letGo = mail.hold()
    const kill = await workerToKill()
    await acceptedNotice()
    await vi.waitFor(() => expect(mail.begun()).toBeGreaterThan(0), soon)
    const begun = mail.begun()
    await kill()
    // The server sees that nobody is there any more.
    await new Promise((resolve) => setTimeout(resolve, 200))
    letGo()
    await start()
    await vi.waitFor(async () => expect(await states()).toEqual({ sent: mail.received.length }), soon)
    expect(mail.begun()).toBe(begun + mail.received.length)
    expect(mail.received.filter(({ to }) => to.includes('lead@waste.example'))).toHaveLength(1)
  })

  test('before any worker had ever run: what waited is found', async () => {
    await acceptedNotice()
    expect(Object.keys(await states())).toEqual(['waiting'])
    await start()
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['sent']), soon)
  })

  test('jobs of one that lives are left to it when another starts', async () => {
    const letGo = mail.hold()
    await start()
    await acceptedNotice()
    await vi.waitFor(() => expect(mail.begun()).toBeGreaterThan(0), soon)
    const begun = mail.begun()
    await start()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(mail.begun()).toBeLessThanOrEqual(Math.max(begun, 2))
    letGo()
    await vi.waitFor(async () => expect(Object.keys(await states())).toEqual(['sent']), soon)
    const ids = mail.received.map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('connections that the database drops are made again, and the work goes on', async () => {
  await start()
  const { rowCount } = await stage.database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'accord jobs%'`,
  )
  expect(rowCount).toBeGreaterThan(1)
  await acceptedNotice()
  await vi.waitFor(async () => expect(await states()).toEqual({ sent: mail.received.length }), soon)
})

test('the reminders of the day are made when the process starts', async () => {
  await start({ ACCORD_TODAY: WEEK_LATE })
  const isMorning = new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/London' }) >= '06:30'
  await vi.waitFor(async () => expect(await settled()).toBe(true), soon)
  if (!isMorning) return
  await vi.waitFor(() => expect(mail.received.some(({ to }) => to.includes(LEAD))).toBe(true), soon)
})
