import { isBlankText, tidyText } from '@accord/domain'
import { z } from 'zod'
import { Reference, Slug } from '#wire/primitives.ts'

const said = (sentence: string, longest: number) =>
  z
    .string()
    .max(longest, { error: `Write ${longest} characters or fewer.` })
    .transform(tidyText)
    .refine((text) => !isBlankText(text), { error: sentence })

const reason = said('Say why.', 2000)

export const FrameworkKind = z
  .enum([
    'local area agreement',
    'national indicator set',
    'corporate plan',
    'outcomes framework',
    'imported series',
  ])
  .meta({ id: 'FrameworkKind' })

const startYear = z
  .int({ error: 'Enter the year it begins, such as 2008.' })
  .min(1990, { error: 'Enter a year from 1990 on.' })
  .max(2100, { error: 'Enter a year up to 2100.' })

const fields = {
  title: said('Write its title.', 200),
  shortTitle: said('Write a short title, for lists.', 80),
  startYear,
  endYear: startYear.meta({ description: 'The start year of its last financial year' }),
  councils: z.array(Slug).max(400).meta({ description: 'The councils that agreed it' }),
  accountableBody: Slug.nullable().default(null),
  onDashboard: z.boolean().default(false),
  reason,
}

const endsAfterItStarts = {
  error: 'It ends before it begins. Enter a later year.',
  path: ['endYear'],
}

export const newFrameworkBody = z
  .strictObject({ kind: FrameworkKind, ...fields })
  .refine((body) => body.endYear >= body.startYear, endsAfterItStarts)

export const frameworkBody = z
  .strictObject(fields)
  .refine((body) => body.endYear >= body.startYear, endsAfterItStarts)

export const outcomesBody = z.strictObject({
  outcomes: z
    .array(z.strictObject({ id: Slug.nullable(), title: said('Write the outcome.', 200) }))
    .max(60)
    .meta({ description: 'All of them, in their order; a new one has no id, and one left out goes' }),
  reason,
})

export const placeBody = z.strictObject({
  outcome: Slug,
  owner: Slug.nullable().default(null),
  isDesignated: z.boolean().default(false),
  isDataOnly: z.boolean().default(false),
  reason,
})

export const frameworkParameters = z.strictObject({ id: Slug })
export const placeParameters = z.strictObject({ id: Slug, indicator: Slug })

const Placed = z.object({
  id: Slug,
  code: z.string(),
  title: z.string(),
  owner: Reference.nullable(),
  isDesignated: z.boolean(),
  isDataOnly: z.boolean(),
})

export const FrameworkDetail = z
  .object({
    ...Reference.shape,
    version: z.int(),
    kind: z.string(),
    years: z.string().meta({ example: '2008 to 2011' }),
    startYear: z.int(),
    endYear: z.int(),
    onDashboard: z.boolean(),
    accountableBody: Reference.nullable(),
    councils: z.array(Reference),
    outcomes: z.array(z.object({ id: Slug, title: z.string(), indicators: z.array(Placed) })),
    indicatorCount: z.int(),
    designatedCount: z.int(),
    designated: z.string().meta({ example: '34 of 35 designated' }),
    whyNoMore: z.string().nullable().meta({ description: 'Why no further target may be designated' }),
    owners: z.array(Reference).meta({ description: 'Partnerships that may own an indicator in it' }),
    mayManage: z.boolean(),
    blockedBecause: z.string().nullable(),
  })
  .meta({ id: 'FrameworkDetail' })

export type FrameworkDetail = z.output<typeof FrameworkDetail>
