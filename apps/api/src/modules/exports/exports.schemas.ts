import { z } from 'zod'
import { QuarterParameter, Slug } from '#wire/primitives.ts'
import { XLSX } from './table-workbook.ts'

const MOST_INDICATORS = 200

export const exportQuery = z.strictObject({
  framework: Slug.optional(),
  indicator: z
    .string()
    .max(MOST_INDICATORS * 121)
    .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, { error: 'Write ids of indicators with commas between them.' })
    .optional()
    .meta({ description: 'One indicator, or several with commas between them' }),
  organisation: z
    .union([Slug, z.literal('whole-area')])
    .optional()
    .meta({ description: 'A body’s id, or whole-area for the figures of the whole area' }),
  from: QuarterParameter.optional(),
  to: QuarterParameter.optional(),
  format: z.enum(['csv', 'xlsx']).default('csv'),
})

export type ExportQuery = z.output<typeof exportQuery>

const bytes = { type: 'string', format: 'binary' }

export const exportMade = z.unknown().meta({
  description: 'One row a figure. The workbook has the codebook on its second sheet',
  content: { 'text/csv': { schema: { type: 'string' } }, [XLSX]: { schema: bytes } },
})

export const codebookMade = z.unknown().meta({
  description: 'What every column and every indicator of an export means',
  content: { 'text/csv': { schema: { type: 'string' } } },
})
