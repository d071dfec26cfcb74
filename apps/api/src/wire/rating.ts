import { z } from 'zod'
import { DecimalText } from './primitives.ts'

export const Status = z
  .enum(['on_target', 'near_target', 'off_target', 'not_rated'])
  .meta({ id: 'Status', description: 'Where a figure stands against the target of its own period' })

export const NotRatedReason = z
  .enum(['no_target', 'awaiting_data', 'not_due', 'data_only', 'suppressed'])
  .meta({ id: 'NotRatedReason', description: 'Why a figure has no rating' })

export const TargetValue = z
  .union([z.object({ value: DecimalText }), z.object({ low: DecimalText, high: DecimalText })])
  .meta({ id: 'TargetValue', description: 'A value to reach, or the two ends of a range to stay within' })

export const Rating = z
  .object({
    status: Status,
    reason: NotRatedReason.nullable().meta({ description: 'Set when the status is not_rated' }),
    gap: z.string().nullable().meta({ example: '25% above target' }),
    why: z.string().meta({
      description: 'The rating explained: the gap, where amber ends, what on target needs',
      example: '6.9% is 25% above the target of 5.5%. Amber reaches to 6.05%. On target needs 5.5%.',
    }),
  })
  .meta({ id: 'Rating' })

export const Tolerance = z
  .object({ kind: z.enum(['relative', 'absolute']), green: DecimalText, amber: DecimalText })
  .meta({ id: 'Tolerance', description: 'How far from target is still on, or near; 0.1 relative is 10 %' })

export const MeasurementState = z.enum(['provisional', 'final', 'revised']).meta({ id: 'MeasurementState' })

export const Tally = z
  .object({
    total: z.int(),
    rated: z.int(),
    offTarget: z.int(),
    nearTarget: z.int(),
    onTarget: z.int(),
    notRated: z.int(),
    notRatedReasons: z.array(z.object({ reason: NotRatedReason, count: z.int() })),
  })
  .meta({ id: 'Tally', description: 'Counts with an honest denominator; never an average' })

export const Polarity = z.enum(['higher', 'lower', 'range', 'none']).meta({ id: 'Polarity' })

export const Measure = z
  .enum(['snapshot', 'discrete_quarter', 'cumulative', 'rolling_year', 'annual', 'biennial'])
  .meta({ id: 'Measure' })

export const ReturnReceipt = z
  .object({
    kind: z.enum(['on_time', 'late', 'missing', 'not_yet_due']),
    receivedOn: z.iso.date().nullable(),
    daysLate: z.int(),
  })
  .meta({ id: 'ReturnReceipt', description: 'Whether a partnership’s return for the quarter is in' })

export const VfmRating = z
  .object({
    rating: z.int().min(1).max(4),
    word: z.enum(['poor', 'fair', 'good', 'excellent']),
    year: z.string().meta({ example: '2008/09' }),
  })
  .meta({ id: 'VfmRating', description: 'A council’s judgement of value for money, for a year' })
