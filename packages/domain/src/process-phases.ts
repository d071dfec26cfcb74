import type { Polarity } from './indicator-rule.ts'
import type { ProcessControl } from './process-control.ts'
import { processControl } from './process-control.ts'
import { isBlankText } from './typed-texts.ts'

/**
 * From here the process is another one and its limits are computed anew. `place`: the first point of the new
 * phase, counted in the values given, so that a mark before the part that is looked at is negative.
 */
export type RecalculationPoint = { place: number; reason: string }

/**
 * A stretch of a series with limits of its own. `from` and `to`: its first and last place in the whole series,
 * as are the indexes of its points and spans. `reason`: why it began; null for a first phase that nobody marked.
 */
export type ProcessPhase = { from: number; to: number; reason: string | null; control: ProcessControl }

/**
 * Statistical process control of a series whose limits are computed anew at marked points (the domain notes;
 * after the NHS’s Making Data Count, which re-calculates only for a known cause). Oldest value first, in the
 * series’ own unit; null where a quarter is missing.
 *
 * Each phase is judged by its own figures alone: no moving range, run or trend reaches from one into the next,
 * and a phase of fewer than 13 points is a run chart. Only the latest phase is held against `target`, which is
 * today’s. Marks come in any order; one after the last value waits for its point.
 * Throws RangeError for a mark without a reason, for two at one point, and for a place that is not whole.
 */
export function processPhases({
  values,
  polarity,
  target = null,
  marks,
}: {
  values: readonly (number | null)[]
  polarity: Polarity
  target?: number | null
  marks: readonly RecalculationPoint[]
}): ProcessPhase[] {
  refuseUnfitMarks(marks)
  const starts = startsOf(marks, values.length)
  return starts.map(({ place: from, reason }, order) => {
    const next = starts[order + 1]
    const to = (next?.place ?? values.length) - 1
    const control = processControl({
      values: values.slice(from, to + 1),
      polarity,
      target: next === undefined ? target : null,
    })
    return { from, to, reason, control: placedFrom(control, from) }
  })
}

function refuseUnfitMarks(marks: readonly RecalculationPoint[]): void {
  for (const { place, reason } of marks) {
    if (!Number.isInteger(place))
      throw new RangeError('Limits are computed anew from a point, not between two.')
    if (isBlankText(reason)) throw new RangeError('A re-calculation of limits needs a reason.')
  }
  if (new Set(marks.map(({ place }) => place)).size < marks.length) {
    throw new RangeError('There are two re-calculations at one point. Keep one of them.')
  }
}

type Start = { place: number; reason: string | null }

/** Where the phases begin, in order. A mark at or before the first value is of the first phase; the latest counts. */
function startsOf(marks: readonly RecalculationPoint[], length: number): Start[] {
  const inOrder = marks.toSorted((a, b) => a.place - b.place)
  const reason = inOrder.findLast(({ place }) => place <= 0)?.reason ?? null
  return [{ place: 0, reason }, ...inOrder.filter(({ place }) => place > 0 && place < length)]
}

function placedFrom(control: ProcessControl, from: number): ProcessControl {
  if (control.kind === 'run_chart') return control
  return {
    ...control,
    points: control.points.map((point) => ({ ...point, index: point.index + from })),
    spans: control.spans.map((span) => ({ ...span, from: span.from + from, to: span.to + from })),
  }
}
