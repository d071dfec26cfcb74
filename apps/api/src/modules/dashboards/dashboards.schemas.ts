import { z } from 'zod'
import {
  DateText,
  DecimalText,
  Pence,
  QuarterKey,
  QuarterParameter,
  Reference,
  Slug,
} from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'
import {
  Measure,
  MeasurementState,
  Polarity,
  Rating,
  ReturnReceipt,
  Status,
  Tally,
  TargetValue,
  Tolerance,
  VfmRating,
} from '#wire/rating.ts'
import { SeriesColumns, WideForecastPoint } from '#wire/series.ts'

export const dashboardParameters = z.strictObject({ council: Slug, quarter: QuarterParameter })

export const dashboardQuery = z.strictObject({
  framework: Slug.optional().meta({ description: 'Else the newest one that runs in the quarter' }),
  portfolio: Slug.optional().meta({ description: 'Only what this portfolio answers for' }),
})

const Change = z
  .object({ offTarget: z.int(), nearTarget: z.int(), onTarget: z.int(), notRated: z.int() })
  .meta({ id: 'TallyChange', description: 'Differences of counts' })

/** The texts that explain it are not sent: the reader’s side writes one when it is asked for. */
export const DashboardRating = Rating.omit({ why: true }).meta({
  id: 'DashboardRating',
  description: 'A rating without its explanation, which follows from the figures beside it',
})

export const YearEnd = z
  .object({
    ...DashboardRating.shape,
    value: DecimalText.nullable().meta({ description: 'The forecast for 31 March' }),
    target: TargetValue.nullable(),
    chance: z.string().nullable().meta({ description: 'Of meeting the target', example: 'under 5%' }),
    noForecast: z
      .string()
      .nullable()
      .meta({ description: 'Why there is none', example: 'Not forecast: measured once a year.' }),
  })
  .meta({ id: 'YearEnd', description: 'The forecast against the year’s target' })

export const DashboardIndicator = z
  .object({
    id: Slug,
    code: z.string().meta({ example: 'NI 192' }),
    title: z.string(),
    unit: z.string(),
    decimals: z.int(),
    polarity: Polarity,
    measure: Measure,
    tolerance: Tolerance,
    owner: Reference.nullable(),
    value: DecimalText.nullable(),
    state: MeasurementState.nullable(),
    target: TargetValue.nullable(),
    now: DashboardRating,
    quartersRunning: z.int().meta({ description: 'Quarters in a row with this status' }),
    before: z.object({ status: Status, value: DecimalText.nullable(), target: TargetValue.nullable() }),
    yearEnd: YearEnd,
    series: SeriesColumns.meta({ description: 'Eight quarters, then targets to the year’s end' }),
    forecast: z.array(WideForecastPoint),
    attention: z
      .object({
        cause: z.string().nullable(),
        action: z.string().nullable(),
        owner: z.string().nullable(),
        dueOn: DateText.nullable(),
      })
      .nullable()
      .meta({ description: 'Cause and action in the words of the partnership' }),
  })
  .meta({ id: 'DashboardIndicator' })

export const DashboardPartnership = z
  .object({
    ...Reference.shape,
    scope: z.enum(['countywide', 'district_specific']),
    tally: Tally.meta({ description: 'Of the designated indicators it answers for' }),
    oversees: z.int().nullable().meta({ description: 'Set where it oversees the whole agreement' }),
    return: ReturnReceipt,
    valueForMoney: VfmRating.nullable(),
    redRisks: z.int(),
    overdueActions: z.int(),
    leadOfficer: z.string().nullable(),
  })
  .meta({ id: 'DashboardPartnership' })

export const DashboardReward = z
  .object({
    framework: Reference,
    years: z.string().meta({ example: '2006 to 2009' }),
    totalPence: Pence,
    securedPence: Pence,
    securedCount: z.int(),
    onCoursePence: Pence,
    onCourseCount: z.int(),
    atRiskPence: Pence,
    atRiskCount: z.int().meta({ description: 'Targets below the floor and still in audit' }),
    partlyAtRiskCount: z.int().meta({ description: 'Targets on course with an unmet part' }),
    forgonePence: Pence,
    targets: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        achieved: z.number().nullable().meta({ description: 'Share of the stretch, 1 is all of it' }),
        audit: z.enum(['audited', 'in_audit']),
        belowFloor: z.boolean(),
        paysPence: Pence,
      }),
    ),
  })
  .meta({ id: 'DashboardReward' })

export const DashboardReturns = z
  .object({
    expected: z.int(),
    onTime: z.int(),
    late: z.int(),
    missing: z.int(),
    notYetDue: z.int(),
    onTimePercent: z.int().nullable().meta({ description: 'Of those expected; null where none is' }),
    dueOn: DateText,
    closesOn: DateText,
    lateDays: z.array(z.int()).meta({ description: 'Of each late return' }),
    overdueDays: z.int().meta({ description: 'Of those missing' }),
    missingFrom: z.array(Reference),
  })
  .meta({ id: 'DashboardReturns' })

const MovedIndicator = z
  .object({
    id: Slug,
    code: z.string(),
    title: z.string(),
    before: Status,
    now: Status,
    movement: z.string().meta({ example: '6.0% to 6.9%' }),
  })
  .meta({ id: 'MovedIndicator' })

export const DashboardChanges = z
  .object({
    worse: z.array(MovedIndicator),
    better: z.array(MovedIndicator),
    same: z.int(),
    comparable: z.int(),
    answers: z
      .object({ asked: z.int(), answered: z.int(), late: z.int() })
      .meta({ description: 'Of the questions members asked about last quarter' }),
    targetChanges: z.array(
      z.object({
        id: Slug,
        code: z.string(),
        period: z.string().meta({ example: 'year end' }),
        from: z.string(),
        to: z.string(),
        agreedBy: z.string(),
        agreedOn: DateText,
      }),
    ),
    restatements: z.array(
      z.object({ id: Slug, code: z.string(), quarter: QuarterKey, from: z.string(), to: z.string() }),
    ),
    valueForMoney: z.array(
      z.object({ partnership: Reference, from: z.string(), to: z.string(), changedOn: DateText }),
    ),
  })
  .meta({ id: 'DashboardChanges', description: 'What changed since last quarter' })

export const Dashboard = z
  .object({
    council: Reference,
    quarter: Quarter,
    previousQuarter: Quarter.nullable(),
    nextQuarter: Quarter.nullable(),
    framework: z
      .object({ ...Reference.shape, years: z.string() })
      .nullable()
      .meta({ description: 'Null where none runs in the quarter' }),
    frameworks: z.array(Reference).meta({ description: 'Those that run in the quarter' }),
    portfolio: z.object({ id: Slug, title: z.string(), holder: z.string().nullable() }).nullable(),
    asAt: DateText,
    publishedOn: DateText.nullable().meta({
      description: 'When the quarter was published; the publication says what differs since',
    }),
    executiveOn: DateText.nullable(),
    provisionalCount: z.int(),
    headline: z.string().meta({ description: 'The finding, as a sentence' }),
    summary: z.string(),
    denominator: z.string(),
    now: z.object({ ...Tally.shape, change: Change.nullable() }),
    yearEnd: z.object({ ...Tally.shape, change: Change, note: z.string().nullable() }),
    reward: DashboardReward.nullable(),
    returns: DashboardReturns,
    attention: z.object({
      offNow: z.array(Slug),
      forecastOff: z.array(Slug).meta({ description: 'Near target now, forecast to end the year off' }),
      notReported: z.array(Slug),
    }),
    changes: DashboardChanges,
    partnerships: z.array(DashboardPartnership),
    register: z.object({
      registered: z.int(),
      significant: z.int(),
      scrutinyOn: DateText.nullable(),
      scrutinyPurpose: z.string().nullable(),
    }),
    outcomes: z.array(
      z.object({ id: Slug, title: z.string(), tally: Tally, indicators: z.array(DashboardIndicator) }),
    ),
  })
  .meta({ id: 'Dashboard', description: 'One council’s quarter: the Executive’s view' })

export type Dashboard = z.output<typeof Dashboard>
