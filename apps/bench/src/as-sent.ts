import { type IncomingHttpHeaders, request } from 'node:http'
import { readerToken } from './area-shape.ts'

/** An answer as it came over the line: fetch would decompress it. */
export type AsSent = { etag: string; headers: Record<string, string>; body: Buffer }

/** Node writes these by itself on every answer. */
const WRITTEN_BY_NODE = new Set(['connection', 'date', 'keep-alive'])

/** Every other header, so that a bare route sends the very same bytes: its head as well as its body. */
function headersSentWith(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value !== 'string' || WRITTEN_BY_NODE.has(name) ? [] : [[name, value]],
    ),
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
