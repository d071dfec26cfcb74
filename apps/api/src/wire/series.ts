import { z } from 'zod'
import { DecimalText, QuarterKey } from './primitives.ts'
import { MeasurementState, TargetValue } from './rating.ts'

export const SeriesPoint = z
  .object({
    quarter: QuarterKey,
    value: DecimalText.nullable().meta({ description: 'Null is a gap: missing is missing, never zero' }),
    state: MeasurementState.nullable(),
    period: z.string().nullable().meta({ description: 'Of an annual or survey figure', example: '2008/09' }),
    target: TargetValue.nullable(),
  })
  .meta({ id: 'SeriesPoint' })

/** A dashboard draws hundreds of series: told by columns they are half as long as told by points. */
export const SeriesColumns = z
  .object({
    from: QuarterKey.meta({ description: 'Of the first place of each list; each next is a quarter later' }),
    values: z
      .array(DecimalText.nullable())
      .meta({ description: 'Null is a gap: missing is missing, never zero' }),
    targets: z.array(TargetValue.nullable()),
    notes: z
      .array(z.object({ place: z.int(), state: MeasurementState.nullable(), period: z.string().nullable() }))
      .meta({ description: 'Figures that are not simply final: the place in the lists, and what they are' }),
  })
  .meta({ id: 'SeriesColumns' })

/** Of each body of a breakdown: a hundred of them with forty quarters are sent at once. */
export const BodySeries = z
  .object({
    values: z
      .array(DecimalText.nullable())
      .meta({ description: 'Null is a gap: missing is missing, never zero' }),
    notes: z
      .array(z.object({ place: z.int(), state: MeasurementState.nullable(), period: z.string().nullable() }))
      .meta({ description: 'Figures that are not simply final: the place in the list, and what they are' }),
    steps: z
      .array(z.object({ place: z.int(), target: TargetValue.nullable() }))
      .meta({ description: 'Where the target changes: it holds from the place to the next step' }),
  })
  .meta({ id: 'BodySeries' })

export const ForecastPoint = z
  .object({
    quarter: QuarterKey,
    value: DecimalText,
    low80: DecimalText.nullable(),
    high80: DecimalText.nullable(),
    low50: DecimalText.nullable(),
    high50: DecimalText.nullable(),
  })
  .meta({ id: 'ForecastPoint', description: 'A forecast quarter with the ranges it should fall in' })

export const WideForecastPoint = ForecastPoint.omit({ low50: true, high50: true }).meta({
  id: 'WideForecastPoint',
  description: 'A forecast quarter with the range it should fall in 8 times out of 10',
})
