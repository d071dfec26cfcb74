import { z } from 'zod'
import { pageOf, pageQuery, sortQuery } from '#wire/page.ts'
import { Quarter } from '#wire/quarter.ts'

export const QuarterPage = pageOf(Quarter, 'QuarterPage')

export const quartersQuery = z.strictObject({
  ...pageQuery,
  open: z.enum(['true', 'false']).optional().meta({ description: 'Those whose returns have opened' }),
  year: z
    .string()
    .max(7)
    .regex(/^\d{4}\/\d{2}$/, 'Write the year as 2009/10.')
    .optional(),
  sort: sortQuery(['quarter']),
})
