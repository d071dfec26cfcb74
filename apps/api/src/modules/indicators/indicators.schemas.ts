import { z } from 'zod'
import { pageOf, pageQuery, sortQuery } from '#wire/page.ts'
import { DateText, DecimalText, QuarterKey, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'
import { Measure, MeasurementState, Polarity, Rating, TargetValue, Tolerance } from '#wire/rating.ts'
import { ForecastPoint, SeriesPoint } from '#wire/series.ts'

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

const Direction = z
  .object({
    movement: z.enum(['up', 'down', 'level']),
    word: z.enum(['better', 'worse', 'no_change']).nullable(),
    sentence: z.string().meta({ example: 'Up from 43.0%: better' }),
  })
  .nullable()

export const IndicatorDetail = z
  .object({
    ...IndicatorSummary.omit({ quarter: true }).shape,
    fullTitle: z.string(),
    definition: z.string().nullable(),
    tolerance: Tolerance,
    counts: z
      .object({ numerator: z.string(), denominator: z.string() })
      .nullable()
      .meta({ description: 'What is divided by what' }),
    source: z.string().nullable(),
    reportedBy: z.string().nullable(),
    lagWeeks: z.int().nullable(),
    quarter: Quarter,
    previousQuarter: Quarter.nullable(),
    nextQuarter: Quarter.nullable(),
    frameworks: z.array(Reference),
    organisation: Reference.nullable().meta({ description: 'Whose series this is; null for the whole area' }),
    asAt: DateText,
    headline: z.string().meta({ description: 'The finding, as a sentence' }),
    whyHeading: z.string().meta({ example: 'Why is this amber?' }),
    numerator: DecimalText.nullable(),
    denominator: DecimalText.nullable(),
    thresholds: z
      .object({ onFrom: DecimalText, nearFrom: DecimalText })
      .nullable()
      .meta({ description: 'Where on target and near target begin; null for a range or no target' }),
    yearEnd: z.object({
      ...Rating.shape,
      value: DecimalText.nullable(),
      target: TargetValue.nullable(),
      chance: z.string().nullable(),
      odds: z.string().nullable().meta({ example: 'about 1 in 9' }),
      method: z.string(),
    }),
    leadForecast: z
      .object({ value: DecimalText, reason: z.string().nullable(), writtenOn: DateText.nullable() })
      .nullable()
      .meta({ description: 'What the lead expects at year end, from the signed return of the quarter' }),
    onYearAgo: Direction,
    onLastQuarter: Direction,
    series: z.array(SeriesPoint),
    forecast: z.array(ForecastPoint),
    targetChanges: z.array(
      z.object({
        period: z.string().meta({ example: 'Year end 2009/10' }),
        organisation: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        agreedBy: z.string(),
        agreedOn: DateText,
        reason: z.string(),
      }),
    ),
    targetChangeNote: z.string().nullable().meta({
      description: 'What this quarter would have read under the old target',
    }),
    breakdown: z
      .object({
        heading: z.string().meta({ example: 'Near target overall, but Oxford is off target' }),
        rows: z.array(
          z.object({
            organisation: Reference,
            value: DecimalText.nullable(),
            numerator: DecimalText.nullable(),
            denominator: DecimalText.nullable(),
            share: z.number().nullable().meta({ description: 'Of the denominators’ total' }),
            state: MeasurementState.nullable(),
            target: TargetValue.nullable(),
            now: Rating,
            series: z.array(SeriesPoint),
          }),
        ),
      })
      .nullable(),
    commentary: z
      .object({
        whatHappened: z.string().nullable(),
        why: z.string().nullable(),
        whatWeAreDoing: z.string().nullable(),
        whatWeNeed: z.string().nullable(),
        cause: z.string().nullable(),
        action: z.string().nullable(),
        actionOwner: z.string().nullable(),
        actionDueOn: DateText.nullable(),
        writtenOn: DateText.nullable(),
        writtenBy: z.string().nullable(),
      })
      .nullable(),
    revisions: z.array(
      z.object({
        quarter: QuarterKey,
        from: z.string().nullable(),
        to: z.string().nullable(),
        reason: z.string(),
        revisedOn: DateText,
      }),
    ),
    leadOfficer: z.string().nullable(),
  })
  .meta({ id: 'IndicatorDetail' })

export type IndicatorDetail = z.output<typeof IndicatorDetail>
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
