import { type FigureFormat, formatFigure, type Measure } from '@accord/domain'
import type { LongPoint } from './long-point.ts'

export type TargetStep = {
  from: number
  to: number
  value: number
  label: string | null
  breaksBefore: boolean
}

type StepInput = { side: number; measure: Measure; format: FigureFormat }

/** Value written at each step; of counts that build up, at each year’s end, where steps are every quarter. */
export function targetSteps(
  points: readonly LongPoint[],
  { side, measure, format }: StepInput,
): TargetStep[] {
  const steps: TargetStep[] = []
  for (const { index, targets, quarterNumber } of points) {
    const value = targets[side]
    if (value === undefined) continue
    const before = steps.at(-1)
    const follows = before !== undefined && before.to === index - 0.5
    if (follows && before.value === value && !(measure === 'cumulative' && quarterNumber === 1)) {
      before.to = index + 0.5
      continue
    }
    const isNamed = measure !== 'cumulative' || quarterNumber === 4
    steps.push({
      from: index - 0.5,
      to: index + 0.5,
      value,
      label: isNamed ? formatFigure(String(value), format) : null,
      breaksBefore: !follows || (measure === 'cumulative' && quarterNumber === 1),
    })
  }
  return steps
}
