import { z } from 'zod'
import { pageOf, pageQuery, searchQuery, sortQuery } from '#wire/page.ts'
import { QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Polarity, Status } from '#wire/rating.ts'
import { IndicatorSummary } from './indicators.schemas.ts'

export const Frequency = z
  .enum(['quarterly', 'annual', 'biennial'])
  .meta({ id: 'Frequency', description: 'How often there is a new figure' })

export const Attention = z.enum(['orphaned', 'stale', 'no-target', 'awaiting']).meta({
  id: 'Attention',
  description:
    'Nobody answers for it; no new figure for too long; no target for the quarter; its figure is awaited',
})

export type Attention = z.output<typeof Attention>

export const CatalogueIndicator = z
  .object({
    ...IndicatorSummary.shape,
    leadOfficer: z.string().nullable(),
    frequency: Frequency,
    orphaned: z.string().nullable().meta({ example: 'No partnership owns it.' }),
    stale: z.string().nullable().meta({
      example: 'No new figure since quarter 2 2008/09; the next was due for quarter 3 2008/09.',
    }),
  })
  .meta({ id: 'CatalogueIndicator' })

export type CatalogueIndicator = z.output<typeof CatalogueIndicator>

export const IndicatorPage = pageOf(CatalogueIndicator, 'IndicatorPage')

export const catalogueSorts = ['position', 'code', 'title', 'owner', 'outcome', 'status'] as const

export const catalogueQuery = z.strictObject({
  ...pageQuery,
  framework: Slug.optional().meta({ description: 'Else every framework; an indicator shows once for each' }),
  outcome: Slug.optional(),
  owner: Slug.optional().meta({ description: 'The partnership that answers for it' }),
  officer: z.uuid().optional().meta({ description: 'The lead officer of that partnership' }),
  status: Status.optional(),
  polarity: Polarity.optional(),
  frequency: Frequency.optional(),
  attention: Attention.optional(),
  quarter: QuarterParameter.optional().meta({ description: 'Else the newest one open' }),
  search: searchQuery,
  sort: sortQuery(catalogueSorts),
})

export type CatalogueQuery = z.output<typeof catalogueQuery>

export const CatalogueChoices = z
  .object({
    owners: z.array(Reference),
    officers: z.array(z.object({ id: z.uuid(), name: z.string() })),
    sources: z.array(z.string()).meta({ description: 'Sources named so far, for a new indicator' }),
    mayPropose: z.boolean().meta({ description: 'Whether the reader may propose changes of indicators' }),
    mayManageFrameworks: z.boolean(),
    waiting: z.int().meta({ description: 'Changes that wait for approval' }),
  })
  .meta({ id: 'CatalogueChoices', description: 'What the catalogue can be filtered by' })
