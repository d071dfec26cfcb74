import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; text: string; messageId: string }

export type Mailer = { send: (mail: Mail) => Promise<void>; close: () => void }

/** A server that does not answer holds a job up for so long and no longer. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

function withTimeouts(url: string): string {
  const address = new URL(url)
  for (const [name, milliseconds] of Object.entries(TIMEOUTS)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(milliseconds))
  }
  return address.href
}

/** Plain text over SMTP, each mail on a connection of its own. */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(withTimeouts(url))
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({
        ...{ from, to, subject, text, messageId },
        textEncoding: 'quoted-printable',
        // Asks other programs not to answer with "I am away".
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** A refusal that would be the same however often it is tried: the address is wrong, not the server busy. */
export function isForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  const { responseCode } = error
  const isEnvelope = 'code' in error && error.code === 'EENVELOPE'
  return isEnvelope && typeof responseCode === 'number' && responseCode >= 500
}
