import type { XmrLimits } from './xmr-limits.ts'

export type SpecialCauseRule = 'outside_limits' | 'run_one_side_of_mean' | 'trend' | 'two_of_three'

export type SpecialCause = { rule: SpecialCauseRule; side: 'up' | 'down' }

/** An unbroken stretch of points that one rule marks on one side, by the places of its first and last. */
export type CauseSpan = SpecialCause & { from: number; to: number }

const runLength = 6
// Of three points two are marked, so that one between them may not be.
const furthestPartners = 2

/** The stretches that the causes of each point make up, in the order they begin. */
export function causeSpans(causes: readonly (readonly SpecialCause[])[]): CauseSpan[] {
  const spans: CauseSpan[] = []
  causes.forEach((found, place) => {
    for (const { rule, side } of found) {
      const reach = rule === 'two_of_three' ? furthestPartners : 1
      const open = spans.find((span) => span.rule === rule && span.side === side && place <= span.to + reach)
      if (open === undefined) spans.push({ rule, side, from: place, to: place })
      else open.to = place
    }
  })
  return spans
}

/** The special causes of each point, by place. Every point of a run is marked. Strict: a point on a line is not beyond it. */
export function specialCauses(values: readonly number[], limits: XmrLimits): SpecialCause[][] {
  const found: SpecialCause[][] = values.map(() => [])
  const mark = (place: number, cause: SpecialCause) => found[place]?.push(cause)
  // A mean of equal values may differ from them in its last binary digit: that is not variation.
  const noise = 1e-9 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const beyond = (upper: number, lower: number) =>
    values.map((value) => {
      if (value - upper > noise) return 1
      return lower - value > noise ? -1 : 0
    })

  beyond(limits.upperLimit, limits.lowerLimit).forEach((side, place) => {
    if (side !== 0) mark(place, { rule: 'outside_limits', side: side > 0 ? 'up' : 'down' })
  })
  markRuns({ sides: beyond(limits.mean, limits.mean), length: runLength, rule: 'run_one_side_of_mean', mark })
  markTrends({ values, noise, mark })
  markTwoOfThree(beyond(limits.upperTwoSigma, limits.lowerTwoSigma), mark)
  return found
}

type Mark = (place: number, cause: SpecialCause) => void

/** Unbroken stretches of one side, at least `length` long; a zero breaks them. */
function stretches(sides: readonly number[], length: number): { from: number; to: number; side: number }[] {
  const found: { from: number; to: number; side: number }[] = []
  let from = 0
  for (let place = 1; place <= sides.length; place++) {
    const side = sides[from] ?? 0
    if (place < sides.length && sides[place] === side) continue
    if (side !== 0 && place - from >= length) found.push({ from, to: place - 1, side })
    from = place
  }
  return found
}

function markRuns({
  sides,
  length,
  rule,
  mark,
}: {
  sides: readonly number[]
  length: number
  rule: SpecialCauseRule
  mark: Mark
}): void {
  for (const { from, to, side } of stretches(sides, length)) {
    for (let place = from; place <= to; place++) mark(place, { rule, side: side > 0 ? 'up' : 'down' })
  }
}

/** Six points rising have five rises between them. */
function markTrends({ values, noise, mark }: { values: readonly number[]; noise: number; mark: Mark }): void {
  const steps = values.slice(1).map((value, place) => {
    const change = value - (values[place] ?? value)
    if (Math.abs(change) <= noise) return 0
    return change > 0 ? 1 : -1
  })
  for (const { from, to, side } of stretches(steps, runLength - 1)) {
    for (let place = from; place <= to + 1; place++) {
      mark(place, { rule: 'trend', side: side > 0 ? 'up' : 'down' })
    }
  }
}

/** The points beyond two sigma are marked; the third of the three, if within, is not special. */
function markTwoOfThree(sides: readonly number[], mark: Mark): void {
  sides.forEach((side, place) => {
    if (side === 0) return
    const partner = [place - 2, place - 1, place + 1, place + 2].some((near) => sides[near] === side)
    if (partner) mark(place, { rule: 'two_of_three', side: side > 0 ? 'up' : 'down' })
  })
}
