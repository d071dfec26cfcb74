import { resolve } from 'node:path'
import { z } from 'zod'

const DEMONSTRATION_TODAY = '2009-10-19'

const Environment = z
  .object({
    PORT: z.coerce
      .number({ error: 'PORT must be a number, for example 3000.' })
      .int()
      .min(0)
      .max(65_535)
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, {
        error:
          'DATABASE_URL must start with postgresql://, for example postgresql://accord@localhost/accord.',
      })
      .optional(),
    ACCORD_DATA_DIR: z.string().min(1).default('data'),
    ACCORD_MODE: z
      .enum(['demonstration', 'live'], { error: 'ACCORD_MODE must be demonstration or live.' })
      .default('demonstration'),
    ACCORD_TODAY: z.iso.date({ error: 'ACCORD_TODAY must be a date, for example 2009-10-19.' }).optional(),
    ACCORD_SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^/]/, {
        error:
          'ACCORD_SMTP_URL must start with smtp:// or smtps://, for example smtp://mail.example.org:587.',
      })
      .optional(),
    ACCORD_MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]*[^@\s<]+@[^@\s>]+>?$/, {
        error: 'ACCORD_MAIL_FROM must be an e-mail address, for example Accord <accord@example.org>.',
      })
      .optional(),
    ACCORD_URL: z
      .url({
        protocol: /^https?$/,
        error: 'ACCORD_URL must be where people reach the product, for example https://accord.example.org.',
      })
      .optional(),
    ACCORD_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  })
  .refine((values) => values.ACCORD_MODE === 'demonstration' || values.ACCORD_TODAY === undefined, {
    path: ['ACCORD_TODAY'],
    error: 'ACCORD_TODAY is for demonstration mode only. Take it out, or set ACCORD_MODE=demonstration.',
  })
  .refine((values) => values.ACCORD_SMTP_URL === undefined || values.ACCORD_MAIL_FROM !== undefined, {
    path: ['ACCORD_MAIL_FROM'],
    error: 'ACCORD_SMTP_URL needs ACCORD_MAIL_FROM too: the address that mail comes from.',
  })

export type Mode = 'demonstration' | 'live'

export type Config = {
  port: number
  host: string
  databaseUrl: string | null
  dataDirectory: string
  mode: Mode
  /** The day the product lives on; null is the real one. */
  today: string | null
  /** Null: no mail is sent, and what would be is shown on screen. */
  smtpUrl: string | null
  mailFrom: string
  /** Where people reach the product, for links in mail; null: mail has none. */
  publicUrl: string | null
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export class ConfigError extends Error {}

/** Reads the settings once. An empty variable counts as one that is not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join('\n'))
  }
  const values = parsed.data
  const isDemonstration = values.ACCORD_MODE === 'demonstration'
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDirectory: resolve(values.ACCORD_DATA_DIR),
    mode: values.ACCORD_MODE,
    today: isDemonstration ? (values.ACCORD_TODAY ?? DEMONSTRATION_TODAY) : null,
    smtpUrl: values.ACCORD_SMTP_URL ?? null,
    mailFrom: values.ACCORD_MAIL_FROM ?? 'Accord <accord@localhost>',
    publicUrl: values.ACCORD_URL?.replace(/\/+$/, '') ?? null,
    logLevel: values.ACCORD_LOG,
  }
}
