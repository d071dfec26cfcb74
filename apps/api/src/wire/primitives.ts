import { parseFinancialYearKey, parseQuarterKey } from '@accord/domain'
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

export const YearKey = z
  .string()
  .meta({ description: 'A financial year: 2008-09 is April 2008 to March 2009', example: '2008-09' })

/** In a path, a query or a body: refuses what is not a financial year at all. */
export const YearParameter = YearKey.max(20).refine((key) => parseFinancialYearKey(key) !== null, {
  error: 'Write the financial year as both its years, for example 2008-09.',
})

export const FinancialYear = z
  .object({ key: YearKey, label: z.string().meta({ example: '2008/09' }) })
  .meta({ id: 'FinancialYear' })

export type FinancialYear = z.output<typeof FinancialYear>

export const RecordAccess = z.enum(['public', 'internal', 'exempt', 'confidential']).meta({
  id: 'RecordAccess',
  description: 'Who may read a record; exempt names a paragraph of Schedule 12A',
})

export const ExemptParagraph = z
  .int()
  .min(1)
  .max(7)
  .meta({ description: 'Of Schedule 12A to the Local Government Act 1972', example: 3 })

export const Reference = z
  .object({ id: Slug, name: z.string(), shortName: z.string() })
  .meta({ id: 'Reference', description: 'Another record, by its id and its name' })

export type Reference = z.output<typeof Reference>
