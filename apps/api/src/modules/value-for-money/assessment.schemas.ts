import { z } from 'zod'
import {
  DateText,
  DecimalText,
  ExemptParagraph,
  FinancialYear,
  Pence,
  RecordAccess,
  Reference,
  Slug,
} from '#wire/primitives.ts'
import { Polarity, Rating, Tally } from '#wire/rating.ts'
import {
  AssessmentState,
  HighPerformer,
  Money,
  VfmDirection,
  VfmMedians,
  VfmScore,
  WordedRating,
} from './comparison.schemas.ts'

export const AssessmentAnswer = z
  .enum(['in_line', 'not_yet', 'not_in_line'])
  .meta({ id: 'AssessmentAnswer', description: 'Is the investment in line with the benefits and savings?' })

export const InvestmentKind = z
  .enum(['member_time', 'officer_time', 'funding'])
  .meta({ id: 'InvestmentKind' })
export const SavingKind = z.enum(['cashable', 'drawn_in']).meta({ id: 'SavingKind' })
export const BenefitKind = z
  .enum(['building_relationships', 'intelligence_sharing', 'liaison', 'innovation'])
  .meta({ id: 'BenefitKind' })

const text = z.string().nullable()

export const Evidence = z
  .object({
    id: z.uuid(),
    title: z.string(),
    note: text,
    url: text,
    file: z
      .object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), href: z.string() })
      .nullable(),
    indicator: z.object({ id: Slug, code: z.string(), title: z.string() }).nullable(),
    access: RecordAccess,
    paragraph: ExemptParagraph.nullable(),
    marking: text.meta({ example: 'Exempt, paragraph 3' }),
    addedBy: z.string(),
    addedOn: DateText,
  })
  .meta({
    id: 'Evidence',
    description: 'One thing a judgement rests on: a note, a link, a file or an indicator',
  })

export const JudgedCriterion = z
  .object({
    id: Slug,
    title: z.string(),
    question: z.string(),
    rating: WordedRating.nullable(),
    judgement: text,
    median: VfmScore.nullable(),
    highPerformers: z.array(z.object({ letter: z.string(), name: z.string(), rating: VfmScore })),
    evidence: z.array(Evidence),
    withheld: text.meta({ example: '1 item of evidence withheld: exempt, paragraph 3.' }),
  })
  .meta({ id: 'JudgedCriterion' })

const Investment = z.object({
  kind: InvestmentKind,
  title: z.string().meta({ description: 'What the hours were for, or the source of the money' }),
  hours: DecimalText.nullable(),
  rate: Pence.nullable().meta({ description: 'Pence an hour, on the first day of the year' }),
  cost: Pence.nullable(),
})

const AssessedOutcome = z.object({
  title: z.string(),
  indicator: z.object({ id: Slug, code: z.string() }).nullable(),
  actual: DecimalText.nullable(),
  target: DecimalText.nullable(),
  unit: z.string(),
  decimals: z.int(),
  polarity: Polarity,
  period: text.meta({ description: 'Of an indicator: the quarter of its latest figure' }),
  now: Rating,
})

const ImprovementAction = z.object({
  id: z.uuid(),
  source: z.enum(['annual_plan', 'vfm_improvement', 'governance_review', 'audit', 'scrutiny']),
  outcome: z.string(),
  action: z.string(),
  measure: z.string(),
  owner: text,
  dueOn: DateText,
  completedOn: DateText.nullable(),
  progress: text,
  daysOverdue: z.int().meta({ description: '0 where it is not overdue' }),
})

export const Assessment = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: AssessmentState,
    answer: AssessmentAnswer.nullable(),
    answerReason: text,
    ratingReason: text,
    assessedBy: z.object({ name: z.string(), jobTitle: text }),
    assessedOn: DateText,
    moderatedBy: text,
    moderatedOn: DateText.nullable(),
    agreedBy: text,
    agreedOn: DateText.nullable(),
  })
  .meta({ id: 'Assessment', description: 'Who judged, when, and by whom it was moderated and agreed' })

export const AssessmentMove = z.enum(['moderate', 'agree', 'back_to_draft'])

export const ValueForMoneyDetail = z
  .object({
    council: Reference,
    partnership: z.object({ ...Reference.shape, leadOfficer: text }),
    year: FinancialYear,
    years: z.array(FinancialYear),
    headline: z.string(),
    quarter: z.string(),
    words: z.array(z.string()),
    rating: WordedRating.nullable(),
    direction: VfmDirection.nullable(),
    assessment: Assessment.nullable().meta({
      description: 'Null where the year has a rating only, or nothing',
    }),
    history: z.array(
      z.object({
        year: FinancialYear,
        rating: WordedRating.nullable(),
        reason: text,
        median: VfmScore.nullable(),
      }),
    ),
    changed: text.meta({ example: '2006/07 poor to 2007/08 fair: terms of reference renewed.' }),
    money: z.object(Money.shape),
    medians: VfmMedians,
    highPerformers: z.array(HighPerformer),
    criteria: z.array(JudgedCriterion),
    criteriaHeading: z.string(),
    investments: z.array(Investment),
    savings: z.array(
      z.object({
        kind: SavingKind,
        title: z.string(),
        pence: Pence,
        signedBy: text,
        signedOn: DateText.nullable(),
      }),
    ),
    benefits: z.array(z.object({ kind: BenefitKind, rating: WordedRating.nullable(), evidence: text })),
    outcomes: z.array(AssessedOutcome),
    outcomeTally: Tally,
    delivery: Tally.meta({ description: 'Of the indicators it answers for in running agreements' }),
    risks: z.object({ open: z.int(), red: z.int(), withheld: text }),
    actions: z.array(ImprovementAction),
    disagreements: z.array(z.string()),
    linesToFollow: z.array(z.string()).meta({ description: 'Suggested by rule, not by judgement' }),
    sameRating: z
      .object({
        position: z.int(),
        count: z.int(),
        previous: Reference.nullable(),
        next: Reference.nullable(),
      })
      .nullable(),
    owners: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .meta({ description: 'Who can be given an improvement action, for those who give them' }),
    allowedActions: z.array(z.enum(['start', 'edit', 'add_action', ...AssessmentMove.options])),
    blockedBecause: z.array(
      z.object({
        action: z.enum(['start', ...AssessmentMove.options]),
        code: z.string(),
        sentence: z.string(),
        pointer: text.meta({ description: 'The part of the assessment that would put it right' }),
      }),
    ),
  })
  .meta({ id: 'ValueForMoneyDetail' })

export type ValueForMoneyDetail = z.output<typeof ValueForMoneyDetail>
