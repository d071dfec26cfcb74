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
