import { parseQuarterKey } from '@accord/domain'
import { z } from 'zod'

export const Slug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/, { error: 'Write it in lower-case letters, digits and hyphens.' })
  .meta({ description: 'Lower-case words joined by hyphens', example: 'cherwell' })

export const DateText = z.iso.date().meta({ description: 'A calendar date', example: '2009-10-19' })

export const Instant = z.iso
  .datetime()
  .meta({ description: 'An instant in UTC', example: '2009-10-16T10:42:00.000Z' })

/** Exact: a decimal as text, so that no client rounds it by reading it. */
export const DecimalText = z.string().meta({ description: 'An exact decimal, as text', example: '46.1' })

export const Pence = z.int().meta({ description: 'Money in pence', example: 635_000_000 })

export const QuarterKey = z.string().meta({
  description: 'A quarter of a financial year: 2009-10-q2 is July to September 2009',
  example: '2009-10-q2',
})

/** In a path or a query: refuses what is not a quarter at all. */
export const QuarterParameter = QuarterKey.max(20).refine((key) => parseQuarterKey(key) !== null, {
  error: 'Write the quarter as year, next year and number, for example 2009-10-q2.',
})

export const Reference = z
  .object({ id: Slug, name: z.string(), shortName: z.string() })
  .meta({ id: 'Reference', description: 'Another record, by its id and its name' })

export type Reference = z.output<typeof Reference>
