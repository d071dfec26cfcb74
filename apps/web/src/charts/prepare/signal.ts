import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import {
  assuranceWord,
  type FigureFormat,
  formatFigure,
  parseQuarterKey,
  quarterFromIndex,
  quarterShortMonths,
  variationWord,
} from '@accord/domain'
import { type AxisTicks, axisTicks } from './axis-ticks.ts'
import { scaleNoteOf, tickLabels, type YearSpan, yearsOf } from './long-series.ts'
import { targetFigures } from './series-figures.ts'

type Signal = IndicatorDetail['signal']
export type Variation = NonNullable<Signal['variation']>

export type SignalPoint = {
  index: number
  quarterNumber: number
  value: number | null
  written: string | null
  shown: string | null
  variation: Variation | null
  /** 'Special cause, improvement'; empty in a run chart. */
  variationShown: string
  rules: string[]
  /** Why limits begin anew at this point. */
  begins: string | null
}

export type SignalLines = {
  from: number
  to: number
  reason: string | null
  middle: number | null
  limits: { lower: number; upper: number } | null
  middleShown: string | null
  limitsShown: string | null
}

export type SignalModel = {
  points: SignalPoint[]
  axis: AxisTicks
  tickLabels: string[]
  years: YearSpan[]
  lines: SignalLines[]
  target: number | null
  targetShown: string | null
  kind: Signal['kind']
  sentence: string
  causes: string[]
  variation: Variation | null
  variationWord: string | null
  assurance: Signal['assurance']
  assuranceWord: string | null
  summary: string
  scaleNote: string | null
}

export type SignalInput = {
  title: string
  signal: Signal
  series: readonly SeriesPoint[]
  /** Of the quarter looked from. */
  target: IndicatorDetail['target']
  format: FigureFormat
  mostTicks: number
}

const shortWords: Readonly<Record<Variation, string>> = {
  improvement: 'special cause, improvement',
  concern: 'special cause, concern',
  neither: 'special cause, neither good nor bad',
  common: 'common cause',
}

/** The one model that the drawing of the signal, its words and its table are made from; null where there is none. */
export function prepareSignal(input: SignalInput): SignalModel | null {
  const { signal, format } = input
  const points = pointsOf(input)
  if (signal.kind === 'none' || points.length === 0) return null
  const lines = signal.phases.map((phase) => linesOf(phase, format))
  const [target = null] = targetFigures(input.target)
  const axis = axisTicks({
    figures: [
      ...points.flatMap(({ value }) => (value === null ? [] : [value])),
      ...lines.flatMap(({ limits, middle }) => [
        ...(limits === null ? [] : [limits.lower, limits.upper]),
        ...(middle === null ? [] : [middle]),
      ]),
      ...(target === null ? [] : [target]),
    ],
    fromZero: false,
    most: input.mostTicks,
  })
  const { variation, assurance } = signal
  return {
    points,
    axis,
    tickLabels: tickLabels(axis, format),
    years: yearsOf(points),
    lines,
    target,
    targetShown: target === null ? null : formatFigure(String(target), format),
    kind: signal.kind,
    sentence: signal.sentence,
    causes: signal.causes,
    variation,
    variationWord: variation === null ? null : variationWord(variation),
    assurance,
    assuranceWord: assurance === null ? null : assuranceWord(assurance),
    summary: summaryOf(input, points),
    scaleNote: scaleNoteOf(axis, format),
  }
}

function pointsOf({ signal, series, format }: SignalInput): SignalPoint[] {
  const first = parseQuarterKey(signal.phases[0]?.from ?? '')
  const last = parseQuarterKey(signal.phases.at(-1)?.to ?? '')
  if (first === null || last === null) return []
  const special = new Map(signal.points.map((point) => [point.quarter, point]))
  const limited = signal.phases.filter(({ limits }) => limits !== null)
  return series.flatMap(({ quarter, value }) => {
    const index = parseQuarterKey(quarter)
    if (index === null || index < first || index > last) return []
    const found = special.get(quarter)
    const isJudged = limited.some(({ from, to }) => from <= quarter && quarter <= to)
    const variation = found?.variation ?? (isJudged && value !== null ? 'common' : null)
    return [
      {
        index,
        quarterNumber: quarterFromIndex(index).number,
        value: value === null ? null : Number(value),
        written: value,
        shown: value === null ? null : formatFigure(value, format),
        variation,
        variationShown: variation === null ? '' : shortWords[variation],
        rules: found?.rules ?? [],
        begins: signal.phases.find(({ from, reason }) => from === quarter && reason !== null)?.reason ?? null,
      },
    ]
  })
}

function linesOf(
  { from, to, reason, limits, median }: Signal['phases'][number],
  format: FigureFormat,
): SignalLines {
  const shown = (figure: string) => formatFigure(figure, format)
  const middle = limits?.mean ?? median
  return {
    from: parseQuarterKey(from) ?? 0,
    to: parseQuarterKey(to) ?? 0,
    reason,
    middle: middle === null ? null : Number(middle),
    limits: limits === null ? null : { lower: Number(limits.lower), upper: Number(limits.upper) },
    middleShown: middle === null ? null : `${limits === null ? 'Median' : 'Mean'} ${shown(middle)}`,
    limitsShown: limits === null ? null : `${shown(limits.lower)} to ${shown(limits.upper)}`,
  }
}

function summaryOf({ title, signal }: SignalInput, points: readonly SignalPoint[]): string {
  const present = points.filter(({ value }) => value !== null)
  const [first, last] = [present[0], present.at(-1)]
  if (first === undefined || last === undefined) return `${title}: no figures.`
  const month = (index: number) => quarterShortMonths(index).split(' to ')[1] ?? ''
  const said = [
    `${title}: ${first.shown} in ${month(first.index)} to ${last.shown} in ${month(last.index)}.`,
    signal.variation === null ? null : `${variationWord(signal.variation)}.`,
    signal.assurance === null ? null : `${assuranceWord(signal.assurance)}.`,
    signal.sentence,
    ...signal.causes.map((cause) => `${cause}.`),
  ]
  return said.filter((sentence) => sentence !== null && sentence !== '').join(' ')
}
