import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/**
 * What goes wrong, as lines of JSON. Fastify is given none: it would make a logger and two listeners for each
 * request, for nothing where requests are not logged, and that is a tenth of an answer from memory.
 */
export function createLog(level: Config['logLevel']): Log {
  return pino({ level })
}
