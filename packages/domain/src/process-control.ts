import type { Polarity } from './indicator-rule.ts'
import type { CauseSpan, SpecialCauseRule } from './special-causes.ts'
import { causeSpans, specialCauses } from './special-causes.ts'
import type { XmrLimits } from './xmr-limits.ts'
import { xmrLimits } from './xmr-limits.ts'

/** Improvement blue, concern orange, neither purple, common cause grey. */
export type Variation = 'improvement' | 'concern' | 'neither' | 'common'

/** `index` is the place in the values given, so missing ones keep their place. */
export type ProcessPoint = { index: number; rules: SpecialCauseRule[]; variation: Variation }

export type Assurance = 'consistently_passes' | 'consistently_fails' | 'hit_or_miss'

export type ProcessControl =
  | { kind: 'run_chart'; points: number; pointsNeeded: number }
  | ({
      kind: 'xmr'
      points: ProcessPoint[]
      /** The stretches that the rules mark: their places are those of the points, by index. */
      spans: CauseSpan[]
      assurance: Assurance | null
    } & XmrLimits)

/** Fewer points than this are a run chart, without limits (the domain notes, Direction of travel). */
export const pointsForLimits = 13

/**
 * Statistical process control for a snapshot, discrete or rolling series, oldest value first (the domain
 * notes, Direction of travel). `target` is in the series’ own unit. Missing values are skipped: runs are
 * counted over the points there are, in order. A point whose rules speak both ways is 'neither'.
 */
export function processControl({
  values,
  polarity,
  target = null,
}: {
  values: readonly (number | null)[]
  polarity: Polarity
  target?: number | null
}): ProcessControl {
  const present = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]))
  const limits = present.length < pointsForLimits ? null : xmrLimits(values)
  if (limits === null) return { kind: 'run_chart', points: present.length, pointsNeeded: pointsForLimits }
  const causes = specialCauses(
    present.map(({ value }) => value),
    limits,
  )
  const points = present.map(({ index }, place) => {
    const found = causes[place] ?? []
    const rules = [...new Set(found.map(({ rule }) => rule))]
    const ups = found.filter(({ side }) => side === 'up').length
    return { index, rules, variation: variationOf({ ups, downs: found.length - ups, polarity }) }
  })
  const spans = causeSpans(causes).map((span) => ({
    ...span,
    from: present[span.from]?.index ?? span.from,
    to: present[span.to]?.index ?? span.to,
  }))
  return { kind: 'xmr', ...limits, points, spans, assurance: assuranceOf({ limits, polarity, target }) }
}

function variationOf({
  ups,
  downs,
  polarity,
}: {
  ups: number
  downs: number
  polarity: Polarity
}): Variation {
  if (ups + downs === 0) return 'common'
  const mixed = ups > 0 && downs > 0
  if (mixed || polarity === 'none' || polarity === 'range') return 'neither'
  return ups > 0 === (polarity === 'higher') ? 'improvement' : 'concern'
}

function assuranceOf({
  limits,
  polarity,
  target,
}: {
  limits: XmrLimits
  polarity: Polarity
  target: number | null
}): Assurance | null {
  if (target === null || polarity === 'none' || polarity === 'range') return null
  const belowAll = target <= limits.lowerLimit
  const aboveAll = target >= limits.upperLimit
  // A process without variation, sitting on its target, meets it every time.
  if (polarity === 'higher' ? belowAll : aboveAll) return 'consistently_passes'
  return (polarity === 'higher' ? aboveAll : belowAll) ? 'consistently_fails' : 'hit_or_miss'
}
