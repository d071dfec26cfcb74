import { tidyText } from '@accord/domain'
import { z } from 'zod'
import {
  DateText,
  ExemptParagraph,
  Pence,
  RecordAccess,
  Slug,
  YearKey,
  YearParameter,
} from '#wire/primitives.ts'
import { AssessmentAnswer, BenefitKind, InvestmentKind, SavingKind } from './assessment.schemas.ts'
import { AssessmentState, VfmScore } from './comparison.schemas.ts'

const LONGEST_TEXT = 4000
const LONGEST_LINE = 300
const MOST_ROWS = 50
const MOST_PENCE = 100_000_000_000

const Title = z
  .string()
  .max(LONGEST_LINE)
  .transform(tidyText)
  .refine((text) => text !== '', { error: 'Write a title.' })
  .meta({ example: 'Joint contract for school and public routes' })

/** Blank is nothing: it is kept as null. */
const OptionalText = z
  .string()
  .max(LONGEST_TEXT)
  .transform((text) => tidyText(text) || null)
  .nullable()

const Hours = z
  .string()
  .regex(/^\d{1,7}(\.\d)?$/, {
    error: 'Write hours as a number, with one decimal at most, for example 186 or 7.5.',
  })
  .meta({ example: '186' })

const Figure = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'Use numbers only, for example 18240 or 68.4.' })
  .meta({ example: '68.4' })

const Amount = Pence.min(0).max(MOST_PENCE)

const Score = VfmScore.nullable()

const SavedInvestment = z.union([
  z.strictObject({ kind: InvestmentKind.exclude(['funding']), title: Title, hours: Hours }),
  z.strictObject({ kind: InvestmentKind.extract(['funding']), title: Title, pence: Amount }),
])

const SavedSaving = z
  .strictObject({
    kind: SavingKind,
    title: Title,
    pence: Amount,
    signedBy: z
      .string()
      .max(LONGEST_LINE)
      .transform((text) => tidyText(text) || null)
      .nullable(),
    signedOn: DateText.nullable(),
  })
  .refine(({ signedBy, signedOn }) => (signedBy === null) === (signedOn === null), {
    error: 'A signed saving says who signed it and when.',
  })

const SavedOutcome = z.union([
  z.strictObject({ title: Title, indicator: Slug }),
  z.strictObject({
    title: Title,
    actual: Figure.nullable(),
    target: Figure.nullable(),
    unit: z.string().trim().min(1).max(40),
    decimals: z.int().min(0).max(6),
    polarity: z.enum(['higher', 'lower']),
  }),
])

export const startBody = z.strictObject({ year: YearParameter })

export const saveBody = z.strictObject({
  rating: Score.optional(),
  ratingReason: OptionalText.optional(),
  answer: AssessmentAnswer.nullable().optional(),
  answerReason: OptionalText.optional(),
  criteria: z
    .array(z.strictObject({ criterion: Slug, rating: Score, judgement: OptionalText }))
    .max(MOST_ROWS)
    .optional(),
  investments: z.array(SavedInvestment).max(MOST_ROWS).optional(),
  savings: z.array(SavedSaving).max(MOST_ROWS).optional(),
  benefits: z
    .array(z.strictObject({ kind: BenefitKind, rating: Score, evidence: OptionalText }))
    .max(BenefitKind.options.length)
    .optional(),
  outcomes: z.array(SavedOutcome).max(MOST_ROWS).optional(),
})

export type SaveBody = z.output<typeof saveBody>

export const ReasonText = z
  .string()
  .max(2000)
  .transform(tidyText)
  .refine((text) => text !== '', { error: 'Say why: the reason is kept with the assessment.' })

export const reasonBody = z.strictObject({ reason: ReasonText })

const marking = { access: RecordAccess, paragraph: ExemptParagraph.nullable() }

const isMarkedWhole = ({ access, paragraph }: { access: string; paragraph: number | null }) =>
  (access === 'exempt') === (paragraph !== null)

const MARKED = {
  error: 'Exempt names its paragraph of Schedule 12A, and nothing else does.',
  path: ['paragraph'],
}

export const evidenceBody = z
  .strictObject({
    criterion: Slug,
    title: Title,
    note: z.string().max(LONGEST_TEXT).transform(tidyText).optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'Write the whole address, beginning with https://.' })
      .max(2000)
      .optional(),
    file: z.uuid().optional(),
    indicator: Slug.optional(),
    ...marking,
  })
  .refine(
    ({ note, url, file, indicator }) =>
      [note || undefined, url, file, indicator].filter((thing) => thing !== undefined).length === 1,
    { error: 'Give one thing: a note, a link, a file or an indicator.', path: ['note'] },
  )
  .refine(isMarkedWhole, MARKED)

export type EvidenceBody = z.output<typeof evidenceBody>

export const actionBody = z.strictObject({
  outcome: Title,
  action: Title,
  measure: Title,
  owner: z.uuid(),
  dueOn: DateText,
})

export const fileQuery = z
  .strictObject({
    name: z.string().min(1).max(255).meta({ description: 'As it was called', example: 'finance-note.pdf' }),
    access: RecordAccess.default('internal'),
    paragraph: z.coerce.number().int().min(1).max(7).optional(),
  })
  .refine(({ access, paragraph }) => isMarkedWhole({ access, paragraph: paragraph ?? null }), MARKED)

export const assessmentParameters = z.strictObject({ id: z.uuid() })
export const evidenceParameters = z.strictObject({ id: z.uuid(), evidence: z.uuid() })

export const ChangedAssessment = z
  .object({ id: z.uuid(), version: z.int(), state: AssessmentState, year: YearKey })
  .meta({ id: 'ChangedAssessment', description: 'Where an assessment stands after a change' })

export const Added = z
  .object({ id: z.uuid() })
  .meta({ id: 'Added', description: 'The record that was added' })

export const StoredFile = z
  .object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), href: z.string() })
  .meta({ id: 'StoredFile', description: 'A file, with the type that its content shows' })

export type ChangedAssessment = z.output<typeof ChangedAssessment>
export type StoredFile = z.output<typeof StoredFile>
