import { readerToken } from './area-shape.ts'
import { type Answer, openConnection } from './http-connection.ts'

export type LoadRequest = { path: string; headers: Record<string, string> }

export type Load = {
  port: number
  connections: number
  seconds: number
  /** Every connection walks these again and again; a function is asked anew for each request. */
  requests: readonly LoadRequest[] | (() => LoadRequest)
  expectedStatus: number
}

export type Measured = { perSecond: number; p50: number; p99: number; answers: number }

export class WrongAnswer extends Error {}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What a browser sends, from a reader who is signed in. */
function bytesOf({ path, headers }: LoadRequest, reader: number): Buffer {
  const sent = {
    host: '127.0.0.1',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    cookie: `accord=${readerToken(reader)}`,
    ...headers,
  }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
}

/** Each reader starts at a place of their own, so that they do not all ask for the same at once. */
function requestsOf({ requests }: Load, reader: number): () => Buffer {
  if (typeof requests === 'function') return () => bytesOf(requests(), reader)
  const ready = requests.map((request) => bytesOf(request, reader))
  let place = reader
  return () => {
    place += 1
    return ready[place % ready.length] ?? Buffer.alloc(0)
  }
}

/**
 * Keeps every connection busy for a while, then waits for what is on its way and counts it too: work half
 * done when the time is up would count against whoever does more of it before answering. Each connection is a reader
 * of its own, so that look-ups shared by those who wait look up as many sessions as they would for real.
 */
export async function measure(load: Load): Promise<Measured> {
  const times: number[] = []
  const started = performance.now()
  const end = started + load.seconds * 1000

  function keepBusy(reader: number): Promise<void> {
    const next = requestsOf(load, reader)
    return new Promise((resolve, reject) => {
      const onAnswer = ({ status, milliseconds }: Answer) => {
        if (status !== load.expectedStatus) {
          reject(new WrongAnswer(`Expected ${load.expectedStatus}, was answered ${status}.`))
          return
        }
        times.push(milliseconds)
        if (performance.now() < end) {
          connection.send(next())
        } else {
          connection.close()
          resolve()
        }
      }
      const connection = openConnection(load.port, onAnswer, reject)
      connection.send(next())
    })
  }

  await Promise.all(Array.from({ length: load.connections }, (_, number) => keepBusy(number + 1)))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    answers: times.length,
  }
}
