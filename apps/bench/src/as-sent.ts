import { type IncomingHttpHeaders, request } from 'node:http'
import { readerToken } from './area-shape.ts'

/** An answer as it came over the line: fetch would decompress it. */
export type AsSent = { etag: string; headers: Record<string, string>; body: Buffer }

/** The headers that a bare route needs to send the very same bytes. */
const SENT_WITH = ['content-type', 'content-encoding'] as const

function headersSentWith(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    SENT_WITH.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Asks once, signed in, as a browser does. */
export function fetchAsSent(port: number, path: string): Promise<AsSent> {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', cookie: `accord=${readerToken(1)}` }
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${path} was answered with ${answer.statusCode}.`))
        const etag = answer.headers.etag ?? ''
        resolve({ etag, headers: headersSentWith(answer.headers), body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
