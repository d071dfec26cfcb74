import { z } from 'zod'
import { FinancialYear, Pence, Reference, Slug, YearParameter } from '#wire/primitives.ts'
import { Tally } from '#wire/rating.ts'

export const VfmScore = z
  .int()
  .min(1)
  .max(4)
  .meta({ id: 'VfmScore', description: '1 is the lowest rating, 4 the highest' })

export const AssessmentState = z.enum(['draft', 'moderated', 'agreed']).meta({ id: 'AssessmentState' })

/** A rating with its word in the council’s own scale. */
export const WordedRating = z
  .object({ rating: VfmScore, word: z.string().meta({ example: 'Fair' }) })
  .meta({ id: 'WordedRating' })

export const VfmDirection = z.enum(['better', 'worse', 'no_change']).meta({ id: 'VfmDirection' })

export const Money = z.object({
  cost: Pence.nullable().meta({ description: 'Time at its hourly rates and funding, in pence' }),
  saving: Pence.nullable().meta({ description: 'Cashable savings that are signed, in pence' }),
  perPound: z.int().nullable().meta({ description: 'Pence saved for each £1 of cost', example: 35 }),
})

const CriterionScore = z.object({ criterion: Slug, rating: VfmScore.nullable() })

export const ComparedPartnership = z
  .object({
    ...Reference.shape,
    ...Money.shape,
    leadOfficer: z.string().nullable(),
    isSignificant: z.boolean().meta({ description: 'In the year asked about' }),
    rating: WordedRating.nullable().meta({ description: 'As agreed; null where it was not assessed' }),
    before: WordedRating.nullable().meta({ description: 'The year before' }),
    direction: VfmDirection.nullable(),
    criteria: z.array(CriterionScore),
    delivery: Tally,
    overdueActions: z.int().meta({ description: 'Improvement actions of its assessments, overdue today' }),
    state: AssessmentState.nullable().meta({
      description: 'Of the year’s assessment, where the reader may know',
    }),
  })
  .meta({ id: 'ComparedPartnership' })

export const HighPerformer = z
  .object({
    ...Reference.shape,
    ...Money.shape,
    letter: z.string().meta({ description: 'Stands for it on a rating scale', example: 'W' }),
    criteria: z.array(CriterionScore),
  })
  .meta({ id: 'HighPerformer' })

export const VfmMedians = z
  .object({
    assessed: z.int().meta({ description: 'How many partnerships the medians are of' }),
    rating: VfmScore.nullable(),
    ...Money.shape,
    memberTime: Pence.nullable(),
    officerTime: Pence.nullable(),
    funding: Pence.nullable(),
    criteria: z.array(CriterionScore),
  })
  .meta({
    id: 'VfmMedians',
    description: 'The middle of those assessed; of ratings the lower of two in the middle',
  })

export const VfmCriterion = z
  .object({ id: Slug, title: z.string(), question: z.string() })
  .meta({ id: 'VfmCriterion' })

export const VfmComparison = z
  .object({
    council: Reference,
    year: FinancialYear,
    years: z.array(FinancialYear).meta({ description: 'That can be asked about, newest first' }),
    headline: z.string().meta({ example: '3 of 16 assessed partnerships are rated fair' }),
    quarter: z.string().meta({ description: 'What delivery is rated at', example: 'Quarter 2 2009/10' }),
    words: z.array(z.string()).meta({ description: 'Of ratings 1 to 4' }),
    criteria: z.array(VfmCriterion),
    medians: VfmMedians,
    highPerformers: z.array(HighPerformer),
    weakest: z.array(
      z.object({
        criterion: Slug,
        title: z.string(),
        poor: z.int(),
        fair: z.int(),
        rated: z.int(),
        phrase: z.string().meta({ example: 'poor in three of 16, fair in four' }),
      }),
    ),
    partnerships: z.array(ComparedPartnership),
  })
  .meta({
    id: 'VfmComparison',
    description: 'Partnerships side by side, in the register’s order: no league table',
  })

export const councilParameters = z.strictObject({ council: Slug })

export const partnershipParameters = z.strictObject({ council: Slug, partnership: Slug })

export const detailQuery = z.strictObject({
  year: YearParameter.optional().meta({ description: 'The last year that is over where left out' }),
})

export const comparisonQuery = z.strictObject({
  year: YearParameter.optional().meta({ description: 'The last year that is over where left out' }),
  all: z.enum(['true', 'false']).optional().meta({ description: 'Also those that were not significant' }),
})

export type VfmComparison = z.output<typeof VfmComparison>
export type ComparedPartnership = z.output<typeof ComparedPartnership>
