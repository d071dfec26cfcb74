import { z } from 'zod'
import { pageOf, pageQuery, sortQuery } from '#wire/page.ts'
import { DateText, DecimalText, QuarterKey, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Measure, MeasurementState, Polarity, Rating, TargetValue } from '#wire/rating.ts'

export const IndicatorSummary = z
  .object({
    id: Slug,
    code: z.string(),
    title: z.string(),
    unit: z.string(),
    decimals: z.int(),
    polarity: Polarity,
    measure: Measure,
    framework: Reference,
    outcome: z.string(),
    owner: Reference.nullable(),
    isDesignated: z.boolean(),
    quarter: QuarterKey,
    value: DecimalText.nullable(),
    state: MeasurementState.nullable(),
    target: TargetValue.nullable(),
    now: Rating,
  })
  .meta({ id: 'IndicatorSummary' })

export const indicatorParameters = z.strictObject({ id: Slug })

export const indicatorQuery = z.strictObject({
  quarter: QuarterParameter.optional(),
  framework: Slug.optional(),
  organisation: Slug.optional().meta({ description: 'One body’s own series, where it is broken down' }),
})

export type IndicatorSummary = z.output<typeof IndicatorSummary>

export const MeasurementRow = z
  .object({
    quarter: QuarterKey,
    organisation: Reference.nullable().meta({ description: 'Null for the whole area' }),
    value: DecimalText.nullable(),
    numerator: DecimalText.nullable(),
    denominator: DecimalText.nullable(),
    state: MeasurementState.nullable(),
    missingReason: z
      .enum(['not_due', 'awaiting_data', 'not_collected', 'not_applicable', 'suppressed'])
      .nullable(),
    period: z.string().nullable(),
    note: z.string().nullable(),
    reportedOn: DateText,
  })
  .meta({ id: 'Measurement' })

export type MeasurementRow = z.output<typeof MeasurementRow>

export const MeasurementPage = pageOf(MeasurementRow, 'MeasurementPage')

export const measurementsQuery = z.strictObject({
  ...pageQuery,
  organisation: z
    .union([Slug, z.literal('whole-area'), z.literal('all')])
    .optional()
    .meta({ description: 'A body’s slug, whole-area, or all (the default)' }),
  from: QuarterParameter.optional(),
  to: QuarterParameter.optional(),
  sort: sortQuery(['quarter', 'organisation', 'value']),
})
