import { z } from 'zod'
import { DateText } from '#wire/primitives.ts'

/** What anyone may know before signing in. */
export const Deployment = z
  .object({
    mode: z.enum(['demonstration', 'live']),
    area: z.string(),
    today: DateText,
    people: z
      .array(z.object({ email: z.string(), name: z.string(), role: z.string() }))
      .meta({ description: 'The people to be, in demonstration mode; empty in live mode' }),
  })
  .meta({ id: 'Deployment' })
