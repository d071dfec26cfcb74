import { z } from 'zod'
import { pageOf, pageQuery, searchQuery, sortQuery } from '#wire/page.ts'
import { Pence, Reference, Slug } from '#wire/primitives.ts'

export const Framework = z
  .object({
    ...Reference.shape,
    kind: z.string(),
    years: z.string().meta({ example: '2008 to 2011' }),
    startYear: z.int(),
    endYear: z.int().meta({ description: 'The start year of its last financial year' }),
    accountableBody: Reference.nullable(),
    rewardPence: Pence.nullable(),
    onDashboard: z.boolean(),
    councils: z.array(Slug),
    outcomes: z.array(z.object({ id: Slug, title: z.string(), indicatorCount: z.int() })),
    indicatorCount: z.int(),
    designatedCount: z.int(),
  })
  .meta({ id: 'Framework' })

export type Framework = z.output<typeof Framework>

export const FrameworkPage = pageOf(Framework, 'FrameworkPage')

export const frameworksQuery = z.strictObject({
  ...pageQuery,
  council: Slug.optional(),
  onDashboard: z.enum(['true', 'false']).optional(),
  search: searchQuery,
  sort: sortQuery(['title', 'year']),
})
