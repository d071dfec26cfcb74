import { z } from 'zod'
import { pageOf, pageQuery, searchQuery, sortQuery } from '#wire/page.ts'
import { Reference } from '#wire/primitives.ts'

export const Council = z
  .object({
    ...Reference.shape,
    tier: z.enum(['regional', 'county', 'district', 'parish']).nullable(),
    keepsRegister: z.boolean().meta({ description: 'Has a register of partnerships and dashboards here' }),
    registered: z.int(),
    significant: z.int(),
  })
  .meta({ id: 'Council' })

export type Council = z.output<typeof Council>

export const CouncilPage = pageOf(Council, 'CouncilPage')

export const councilsQuery = z.strictObject({
  ...pageQuery,
  keepsRegister: z.enum(['true', 'false']).optional(),
  search: searchQuery,
  sort: sortQuery(['name', 'tier']),
})
