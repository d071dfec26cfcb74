import { decimalMedian } from './decimal-median.ts'
import type { FigureFormat } from './figures.ts'
import { capitalise, formatFigure } from './figures.ts'
import type { Measure, Polarity, TargetValue } from './indicator-rule.ts'
import type { Assurance, Variation } from './process-control.ts'
import { pointsForLimits } from './process-control.ts'
import type { ProcessPhase } from './process-phases.ts'
import { processPhases } from './process-phases.ts'
import { quarterShortLabel } from './quarters.ts'
import type { CauseSpan } from './special-causes.ts'

/** A stretch with lines of its own, in quarter indexes; decimal texts, one place finer than the indicator shows. */
export type SignalPhase = {
  from: number
  to: number
  /** Why its limits begin anew; null for a first stretch that nobody marked. */
  reason: string | null
  /** Null under 13 figures, where the median is drawn instead. */
  limits: { mean: string; lower: string; upper: string } | null
  median: string | null
}

/** A point that is not common cause, with the rules it meets in words. */
export type SignalPoint = { index: number; variation: Exclude<Variation, 'common'>; rules: string[] }

/** `variation` and `assurance` are of the newest stretch; null where there are too few figures to tell. */
export type IndicatorSignal = {
  kind: 'none' | 'run_chart' | 'limits'
  sentence: string
  phases: SignalPhase[]
  points: SignalPoint[]
  causes: string[]
  variation: Variation | null
  assurance: Assurance | null
}

export type SignalInput = {
  measure: Measure
  polarity: Polarity
  format: FigureFormat
  /** Of the first value; each next is a quarter later, up to the quarter looked from. Decimal texts. */
  first: number
  values: readonly (string | null)[]
  /** Of the last quarter. */
  target: TargetValue | null
  marks: readonly { index: number; reason: string }[]
}

const noneFor: Readonly<Partial<Record<Measure, string>>> = {
  cumulative:
    'No signal view: a count that builds up through the year rises by itself, so its quarters cannot be held against one mean.',
  annual: 'No signal view: it is measured once a year.',
  biennial: 'No signal view: it is measured every other year.',
}

/**
 * What of a series is signal and what is noise (the domain notes, Direction of travel). Fewer than 13 figures are a
 * run chart with a median. Throws RangeError for text that is not a decimal and for marks that processPhases refuses.
 */
export function indicatorSignal(input: SignalInput): IndicatorSignal {
  const { measure, polarity, first, values, target, marks } = input
  const none = noneFor[measure]
  const count = values.filter((value) => value !== null).length
  if (none !== undefined || count === 0)
    return nothing(none ?? 'No signal view: no figure has been reported.')
  const phases = processPhases({
    values: values.map((value) => (value === null ? null : Number(value))),
    polarity,
    target: target !== null && 'value' in target ? Number(target.value) : null,
    marks: marks.map(({ index, reason }) => ({ place: index - first, reason })),
  })
  const { control } = phases.at(-1) ?? {}
  const told = phases.map((phase) => toPhase(phase, input))
  return {
    kind: control?.kind === 'xmr' ? 'limits' : 'run_chart',
    sentence: sentenceOf(phases, told, input),
    phases: told,
    ...causesOf(phases, first),
    variation: control?.kind === 'xmr' ? (control.points.at(-1)?.variation ?? null) : null,
    assurance: control?.kind === 'xmr' ? control.assurance : null,
  }
}

function nothing(sentence: string): IndicatorSignal {
  return { kind: 'none', sentence, phases: [], points: [], causes: [], variation: null, assurance: null }
}

function toPhase(
  { from, to, reason, control }: ProcessPhase,
  { first, values, format }: SignalInput,
): SignalPhase {
  const text = (figure: number) => figure.toFixed(Math.min(format.decimals + 1, 6))
  const stretch = { from: first + from, to: first + to, reason }
  if (control.kind === 'xmr') {
    const { mean, lowerLimit, upperLimit } = control
    return {
      ...stretch,
      limits: { mean: text(mean), lower: text(lowerLimit), upper: text(upperLimit) },
      median: null,
    }
  }
  const figures = values.slice(from, to + 1).flatMap((value) => (value === null ? [] : [value]))
  return { ...stretch, limits: null, median: decimalMedian(figures) }
}

function causesOf(
  phases: readonly ProcessPhase[],
  first: number,
): Pick<IndicatorSignal, 'points' | 'causes'> {
  const controls = phases.flatMap(({ control }) => (control.kind === 'xmr' ? [control] : []))
  const named = controls.flatMap(({ points, spans }) =>
    spans.map((span) => {
      const inside = points.filter(({ index }) => index >= span.from && index <= span.to)
      return { span, words: causeWords(span, inside.length) }
    }),
  )
  const points = controls.flatMap((control) =>
    control.points.flatMap(({ index, variation, rules }): SignalPoint[] => {
      if (variation === 'common') return []
      const own = named.filter(
        ({ span }) => span.from <= index && index <= span.to && rules.includes(span.rule),
      )
      return [{ index: first + index, variation, rules: own.map(({ words }) => words) }]
    }),
  )
  return { points, causes: named.map(({ span, words }) => `${capitalise(words)}: ${spanLabel(span, first)}`) }
}

function spanLabel({ from, to }: CauseSpan, first: number): string {
  const label = quarterShortLabel(first + from)
  return from === to ? label : `${label} to ${quarterShortLabel(first + to)}`
}

function causeWords({ rule, side, from, to }: CauseSpan, points: number): string {
  const isUp = side === 'up'
  switch (rule) {
    case 'outside_limits':
      return `${from === to ? '' : `${points} `}${isUp ? 'above the upper limit' : 'below the lower limit'}`
    case 'run_one_side_of_mean':
      return `${points} in a row ${isUp ? 'above' : 'below'} the mean`
    case 'trend':
      return `${points} in a row ${isUp ? 'rising' : 'falling'}`
    case 'two_of_three':
      return `2 of 3 far ${isUp ? 'above' : 'below'} the mean`
  }
}

function sentenceOf(
  phases: readonly ProcessPhase[],
  told: readonly SignalPhase[],
  { format }: SignalInput,
): string {
  const [control, lines] = [phases.at(-1)?.control, told.at(-1)]
  const shown = (figure: string) => formatFigure(figure, format)
  if (control?.kind === 'run_chart') {
    const since = phases.length > 1 ? ' since the limits began anew' : ''
    const middle =
      lines?.median === null || lines === undefined
        ? ''
        : ` The line across is the median, ${shown(lines.median ?? '0')}.`
    if (control.points >= pointsForLimits)
      return `A run chart without limits: no two neighbouring quarters have figures.${middle}`
    return `A run chart without limits: ${control.points} of the ${pointsForLimits} figures that limits need${since}.${middle}`
  }
  if (lines === undefined || lines.limits === null) return ''
  const { mean, lower, upper } = lines.limits
  return `The mean is ${shown(mean)}; figures between ${shown(lower)} and ${shown(upper)} are what this process gives by itself.`
}

const variationWords: Readonly<Record<Variation, string>> = {
  improvement: 'Special cause: improvement',
  concern: 'Special cause: concern',
  neither: 'Special cause: neither good nor bad',
  common: 'Common cause: no signal of change',
}

/** 'Special cause: improvement', the word beside the icon of the newest figure. */
export function variationWord(variation: Variation): string {
  return variationWords[variation]
}

const assuranceWords: Readonly<Record<Assurance, string>> = {
  consistently_passes: 'Consistently passes: the figures’ limits lie past the target',
  consistently_fails: 'Consistently fails: the figures’ limits lie short of the target',
  hit_or_miss: 'Hit or miss: the target lies between the limits',
}

/** 'Hit or miss: the target lies between the limits', the word beside the icon of assurance. */
export function assuranceWord(assurance: Assurance): string {
  return assuranceWords[assurance]
}
