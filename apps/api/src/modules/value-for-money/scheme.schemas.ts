import { tidyLine } from '@accord/domain'
import { z } from 'zod'
import { FinancialYear, Slug, YearParameter } from '#wire/primitives.ts'
import { VfmCriterion } from './comparison.schemas.ts'

const Line = z
  .string()
  .max(300)
  .transform(tidyLine)
  .refine((line) => line !== '', { error: 'Write some words.' })

const RATINGS = 4
const MOST_CRITERIA = 15

const isEachOnce = (texts: readonly string[]) =>
  new Set(texts.map((text) => text.toLowerCase())).size === texts.length

export const schemeQuery = z.strictObject({
  year: YearParameter.optional().meta({ description: 'The year that runs where left out' }),
})

export const schemeBody = z.strictObject({
  fromYear: YearParameter.meta({ description: 'The first year it is for; earlier years keep theirs' }),
  words: z
    .array(Line)
    .length(RATINGS, { error: 'Give four words, from the lowest rating to the highest.' })
    .refine(isEachOnce, { error: 'Give each rating a word of its own.' }),
  criteria: z
    .array(z.strictObject({ id: Slug, title: Line, question: Line }))
    .min(1)
    .max(MOST_CRITERIA)
    .refine((criteria) => isEachOnce(criteria.map(({ id }) => id)), {
      error: 'Give each criterion an id of its own.',
    }),
})

export const VfmScheme = z
  .object({
    fromYear: FinancialYear,
    words: z.array(z.string()).meta({ description: 'Of ratings 1 to 4' }),
    criteria: z.array(VfmCriterion),
    isOpen: z.boolean().meta({ description: 'No year that it is for has an assessment yet' }),
  })
  .meta({ id: 'VfmScheme', description: 'The scale’s words and the criteria, from a year on' })

export type VfmScheme = z.output<typeof VfmScheme>
export type SchemeBody = z.output<typeof schemeBody>
