import { z } from 'zod'
import { pageOf, pageQuery, searchQuery, sortQuery } from '#wire/page.ts'
import { DateText, DecimalText, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'
import { MeasurementState, Rating, ReturnReceipt, Tally, TargetValue, VfmRating } from '#wire/rating.ts'

export const PartnershipScope = z.enum(['countywide', 'district_specific']).meta({ id: 'PartnershipScope' })

export const PartnershipLevel = z
  .enum(['board', 'public_service_board', 'thematic', 'district_lsp', 'linked_body'])
  .meta({ id: 'PartnershipLevel' })

export const MemberInvolvement = z
  .enum(['elected_member_required', 'members_and_officers', 'officers_only'])
  .meta({ id: 'MemberInvolvement' })

export const PartnershipSummary = z
  .object({
    ...Reference.shape,
    scope: PartnershipScope,
    level: PartnershipLevel,
    theme: z.string().nullable(),
    isStatutory: z.boolean(),
    memberInvolvement: MemberInvolvement,
    leadOfficer: z.string().nullable(),
    reportsTo: Reference.nullable(),
    startedOn: DateText,
    endedOn: DateText.nullable(),
    isSignificant: z.boolean().nullable().meta({ description: 'To the council asked about; null if none' }),
    valueForMoney: VfmRating.nullable(),
    indicatorCount: z.int(),
  })
  .meta({ id: 'PartnershipSummary' })

export type PartnershipSummary = z.output<typeof PartnershipSummary>

export const PartnershipPage = pageOf(PartnershipSummary, 'PartnershipPage')

export const partnershipsQuery = z.strictObject({
  ...pageQuery,
  council: Slug.optional().meta({
    description: 'Only those on this council’s register, with its judgements',
  }),
  significant: z.enum(['true', 'false']).optional(),
  scope: PartnershipScope.optional(),
  level: PartnershipLevel.optional(),
  rating: z.enum(['poor', 'fair', 'good', 'excellent', 'not_assessed']).optional(),
  ended: z.enum(['true', 'false']).optional(),
  search: searchQuery,
  sort: sortQuery(['position', 'name', 'scope', 'level', 'rating', 'indicators']),
})

export const partnershipParameters = z.strictObject({ id: Slug })

export const partnershipQuery = z.strictObject({
  council: Slug.optional().meta({
    description: 'Whose register and ratings to show; else the first that has it',
  }),
  quarter: QuarterParameter.optional(),
})

export const PartnershipDetail = z
  .object({
    ...PartnershipSummary.omit({ valueForMoney: true, indicatorCount: true, isSignificant: true }).shape,
    purpose: z.string().nullable(),
    supportOfficer: z.string().nullable(),
    reporting: z.array(Reference).meta({ description: 'Partnerships that report to it' }),
    predecessor: Reference.nullable(),
    successors: z.array(Reference),
    council: Reference.nullable(),
    quarter: Quarter,
    previousQuarter: Quarter.nullable(),
    nextQuarter: Quarter.nullable(),
    asAt: DateText,
    headline: z.string(),
    register: z
      .object({
        addedOn: DateText,
        removedOn: DateText.nullable(),
        isSignificant: z.boolean(),
        significantSince: DateText.nullable(),
        significantReason: z.string().nullable(),
        portfolio: z.object({ id: Slug, title: z.string(), holder: z.string().nullable() }).nullable(),
        priorities: z.array(z.string()),
      })
      .nullable(),
    members: z.array(
      z.object({
        organisation: Reference,
        sector: z.enum(['statutory', 'independent', 'private', 'voluntary']),
        capacity: z.string(),
        joinedOn: DateText,
        leftOn: DateText.nullable(),
      }),
    ),
    tally: Tally,
    indicators: z.array(
      z.object({
        id: Slug,
        code: z.string(),
        title: z.string(),
        unit: z.string(),
        decimals: z.int(),
        framework: Reference,
        value: DecimalText.nullable(),
        state: MeasurementState.nullable(),
        target: TargetValue.nullable(),
        now: Rating,
        yearEnd: Rating,
      }),
    ),
    valueForMoney: z.array(
      z.object({
        ...VfmRating.shape,
        reason: z.string(),
        ratedOn: DateText,
        changes: z.array(
          z.object({
            from: z.string().nullable(),
            to: z.string(),
            reason: z.string(),
            changedOn: DateText,
            changedBy: z.string(),
          }),
        ),
      }),
    ),
    return: ReturnReceipt,
    narrative: z
      .object({
        whatHappened: z.string().nullable(),
        why: z.string().nullable(),
        whatWeAreDoing: z.string().nullable(),
        whatWeNeed: z.string().nullable(),
      })
      .nullable(),
    risks: z.object({
      open: z.int(),
      red: z.int(),
      withheld: z.string().nullable().meta({ example: '1 risk withheld: exempt, paragraph 3.' }),
      items: z.array(
        z.object({
          cause: z.string(),
          effect: z.string(),
          score: z.int(),
          isRed: z.boolean(),
          marking: z.string().nullable().meta({ example: 'Exempt, paragraph 3' }),
          owner: z.string().nullable(),
        }),
      ),
    }),
    actions: z.object({
      open: z.int(),
      overdue: z.int(),
      items: z.array(
        z.object({
          action: z.string(),
          measure: z.string(),
          owner: z.string().nullable(),
          dueOn: DateText,
          isOverdue: z.boolean(),
        }),
      ),
    }),
  })
  .meta({ id: 'PartnershipDetail' })

export type PartnershipDetail = z.output<typeof PartnershipDetail>
