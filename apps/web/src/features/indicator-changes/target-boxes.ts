import type { IndicatorTargets, TargetValue } from '@accord/api-client'
import { readSettingNumber } from '@accord/domain'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { typedTarget } from './change-words.ts'

/** A target as it is typed: one box, or the two ends of a range. */
export type TargetBox = { low: string; high: string }

/** The year’s target, then its four quarters. */
export type TargetBoxes = readonly TargetBox[]

export const boxIds = [
  'after/year',
  'after/quarters/0',
  'after/quarters/1',
  'after/quarters/2',
  'after/quarters/3',
] as const

export const boxLabels = ['Year end', 'Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'] as const

export function boxesOf({ year, quarters }: IndicatorTargets['targets']): TargetBoxes {
  return [year, ...quarters].map(typedTarget)
}

const isBlank = (text: string) => text.trim() === ''

/** What is typed in a box as a target; null where it is left blank. */
function readBox(
  { low, high }: TargetBox,
  isRange: boolean,
): { target: TargetValue | null; fault: string | null } {
  const texts = isRange ? [low, high] : [low]
  if (texts.every(isBlank)) return { target: null, fault: null }
  if (texts.some(isBlank)) return { target: null, fault: 'Enter both ends of the range.' }
  const readings = texts.map((text) => readSettingNumber(text))
  const wrong = readings.find((reading) => !reading.ok)
  if (wrong !== undefined && !wrong.ok) return { target: null, fault: wrong.sentence }
  const [first = '', second = ''] = readings.map((reading) => (reading.ok ? reading.value : ''))
  return { target: isRange ? { low: first, high: second } : { value: first }, fault: null }
}

type Quarters = [TargetValue | null, TargetValue | null, TargetValue | null, TargetValue | null]

/** All five as they are sent, with what cannot be read by its box. */
export function readBoxes(
  boxes: TargetBoxes,
  isRange: boolean,
): { after: { year: TargetValue | null; quarters: Quarters }; faults: SummarisedError[] } {
  const read = boxes.map((box) => readBox(box, isRange))
  const at = (place: number) => read[place]?.target ?? null
  return {
    after: { year: at(0), quarters: [at(1), at(2), at(3), at(4)] },
    faults: read.flatMap(({ fault }, place) =>
      fault === null
        ? []
        : [{ fieldId: boxIds[place] ?? 'reason', message: `${boxLabels[place]}: ${fault}` }],
    ),
  }
}
