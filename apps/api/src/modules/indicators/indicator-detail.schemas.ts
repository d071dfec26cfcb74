import { z } from 'zod'
import { DateText, DecimalText, QuarterKey, Reference } from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'
import { MeasurementState, Rating, TargetValue, Tolerance } from '#wire/rating.ts'
import { BodySeries, ForecastPoint, SeriesPoint } from '#wire/series.ts'
import { IndicatorSummary } from './indicators.schemas.ts'

const Breakdown = z.object({
  heading: z.string().meta({ example: 'Near target overall, but Oxford is off target' }),
  median: z
    .object({ value: DecimalText, bodies: z.int() })
    .nullable()
    .meta({ description: 'The middle figure of the bodies that have one; each counts once' }),
  from: QuarterKey.meta({ description: 'Of the first place of each body’s lists' }),
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
      series: BodySeries,
    }),
  ),
})

const Variation = z.enum(['improvement', 'concern', 'neither', 'common'])

const Signal = z
  .object({
    kind: z.enum(['none', 'run_chart', 'limits']),
    sentence: z.string(),
    phases: z.array(
      z.object({
        from: QuarterKey,
        to: QuarterKey,
        reason: z.string().nullable().meta({ description: 'Why limits begin anew here' }),
        limits: z
          .object({ mean: DecimalText, lower: DecimalText, upper: DecimalText })
          .nullable()
          .meta({ description: 'Null under 13 figures' }),
        median: DecimalText.nullable(),
      }),
    ),
    points: z
      .array(
        z.object({
          quarter: QuarterKey,
          variation: Variation.exclude(['common']),
          rules: z.array(z.string()).meta({ example: ['6 in a row above the mean'] }),
        }),
      )
      .meta({ description: 'Special causes only: every other point is common cause' }),
    causes: z.array(z.string()).meta({ example: ['6 in a row above the mean: Q1 2008/09 to Q2 2009/10'] }),
    variation: Variation.nullable().meta({ description: 'Of the newest figure' }),
    assurance: z.enum(['consistently_passes', 'consistently_fails', 'hit_or_miss']).nullable(),
  })
  .meta({ description: 'Statistical process control of the figures up to the quarter' })

const Event = z.object({
  id: z.uuid(),
  number: z.int(),
  quarter: QuarterKey,
  title: z.string(),
  note: z.string().nullable(),
  isWholeArea: z.boolean(),
})

const Commentary = z.object({
  quarter: QuarterKey,
  label: z.string().meta({ example: 'Quarter 2 2009/10' }),
  whatHappened: z.string().nullable(),
  why: z.string().nullable(),
  whatWeAreDoing: z.string().nullable(),
  whatWeNeed: z.string().nullable(),
  cause: z.string().nullable(),
  action: z.string().nullable(),
  actionOwner: z.string().nullable(),
  actionDueOn: DateText.nullable(),
  writtenOn: DateText,
  writtenBy: z.string().nullable(),
})

const Quality = z.object({
  availableOn: DateText.nullable().meta({
    description: 'When the quarter’s figure is to be had from its source',
  }),
  newest: z
    .object({ quarter: QuarterKey, label: z.string(), ageDays: z.int(), reportedOn: DateText.nullable() })
    .nullable()
    .meta({ description: 'The newest figure, and its age since its quarter’s last day' }),
  signOff: z.object({ by: z.string(), on: DateText }).nullable(),
  reporting: z.object({ counted: z.int(), onTime: z.int(), typicalDays: z.int().nullable() }).nullable(),
  coverage: z.object({ bodies: z.int(), reported: z.int() }).nullable(),
  note: z.string().nullable(),
  revisions: z.object({ count: z.int(), mean: z.string().nullable(), largest: z.string().nullable() }),
  forecasts: z
    .object({ count: z.int(), insidePercent: z.int(), meanMiss: z.string() })
    .nullable()
    .meta({ description: 'How year-end forecasts of today’s method would have done' }),
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
    headline: z.string().meta({
      description: 'The finding, in at most ten words',
      example: 'Recycling: highest yet at 46.1%, 1.9 points short of target',
    }),
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
    series: z.array(SeriesPoint).meta({
      description: 'The last 40 quarters, and what is left of the year; older ones are in the measurements',
    }),
    earlierQuarters: z.int().meta({ description: 'How many quarters of the series came before these' }),
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
    breakdown: Breakdown.nullable(),
    signal: Signal,
    events: z.array(Event).meta({ description: 'What happened, in the order of the pins on the chart' }),
    commentaries: z
      .array(Commentary)
      .meta({ description: 'What the owner said in each return that was signed, the newest first' }),
    quality: Quality,
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
