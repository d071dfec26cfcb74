import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; subject: string; text: string; messageId: string }

export type MailServer = {
  url: string
  received: Received[]
  /** How many were begun, taken or not. */
  begun: () => number
  /** Keeps what comes from being taken, until it is let go. */
  hold: () => () => void
  /** Refuses whoever comes next, with this code, until told otherwise. */
  refuse: (code: number | null) => void
  close: () => Promise<void>
}

function unfold(head: string, name: string): string {
  const found = new RegExp(`^${name}: ?((?:.*)(?:\\r\\n[ \\t].*)*)`, 'mi').exec(head)
  return (found?.[1] ?? '').replaceAll(/\r\n[ \t]/g, ' ').trim()
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodeWords(subject: string): string {
  return subject
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, words: string) =>
      fromQuotedPrintable(words.replaceAll('_', ' ')),
    )
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, words: string) =>
      Buffer.from(words, 'base64').toString('utf8'),
    )
}

function parse(raw: string, to: string[]): Received {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  return {
    to,
    subject: decodeWords(unfold(head, 'Subject')),
    messageId: unfold(head, 'Message-ID'),
    text: /quoted-printable/i.test(head) ? fromQuotedPrintable(text) : text,
  }
}

/** A real SMTP server on this machine, which keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = []
  let begun = 0
  let refusal: number | null = null
  let holding: Promise<void> = Promise.resolve()
  const gone = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => {
      if (refusal === null) done()
      else done(Object.assign(new Error('refused'), { responseCode: refusal }))
    },
    onClose: ({ id }) => gone.add(id),
    onData: (stream, { id, envelope }, done) => {
      begun += 1
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = parse(
          Buffer.concat(chunks).toString('utf8'),
          envelope.rcptTo.map(({ address }) => address),
        )
        void holding.then(() => {
          // Nobody is told that it was taken: so it was not.
          if (!gone.has(id)) received.push(mail)
          done()
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    begun: () => begun,
    hold: () => {
      let letGo: () => void = () => undefined
      holding = new Promise((resolve) => {
        letGo = resolve
      })
      return letGo
    },
    refuse: (code) => {
      refusal = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
