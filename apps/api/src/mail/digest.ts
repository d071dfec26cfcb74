import { hash } from 'node:crypto'
import { countOf } from '@accord/domain'
import type { WaitingMail } from '#modules/notifications/mailing.service.ts'
import type { Mail } from './mailer.ts'

type Notice = WaitingMail['notices'][number]

function subjectOf(notices: readonly Notice[]): string {
  const [first] = notices
  if (first !== undefined && notices.length === 1) return first.subject
  return `Accord: ${countOf(notices.length, 'message')} about your returns`
}

function linkTo({ returnId }: Notice, publicUrl: string | null): string[] {
  if (publicUrl === null || returnId === null) return []
  return [`${publicUrl}/returns/${returnId}`]
}

function textOf({ name, notices }: WaitingMail, publicUrl: string | null): string {
  const parts = notices.map((notice) => [notice.body, ...linkTo(notice, publicUrl)].join('\n'))
  const where =
    publicUrl === null ? 'Sign in to Accord to see it.' : `All your messages: ${publicUrl}/notifications`
  return [`Dear ${name},`, ...parts, where].join('\n\n')
}

/**
 * The same messages make the same Message-ID, so that a mail sent twice can be known for one by whoever gets it.
 * Said afresh, a message has another moment and makes another.
 */
function messageIdOf(notices: readonly Notice[], from: string): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'accord.invalid'
  const what = notices.map(({ id, createdAt }) => `${id} ${createdAt}`).sort()
  return `<${hash('sha256', what.join('\n')).slice(0, 40)}@${domain}>`
}

/** One mail of all that waits for a person. */
export function digestOf(
  waiting: WaitingMail,
  { from, publicUrl }: { from: string; publicUrl: string | null },
): Mail {
  return {
    to: waiting.email,
    subject: subjectOf(waiting.notices),
    text: textOf(waiting, publicUrl),
    messageId: messageIdOf(waiting.notices, from),
  }
}
