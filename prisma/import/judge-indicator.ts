import {
  capitalise,
  countOf,
  countsGive,
  excessOverWhole,
  formatFigureExactly,
  fractionShare,
  hardLimitsOf,
  movedPoint,
  quarterLabel,
  usualEnds,
} from '@accord/domain'
import type { Choice, Fault, IndicatorSettings, QuestionCode } from './answers.ts'
import { LEAVE_OUT, leaveOut } from './answers.ts'
import { asPercentage, isFigure, millionths } from './decimal-text.ts'
import { bareValues, ROUNDED_TO } from './indicator-settings.ts'
import type { SeriesRange } from './known.ts'
import type { ReadFigure } from './read-row.ts'

/** A figure whose organisation is known or to be added: null is the whole area. */
export type PlacedFigure = ReadFigure & {
  organisationId: string | null
  /** The fraction that became the value. */
  fraction?: string
}

export type JudgedIndicator = {
  code: string
  settings: IndicatorSettings
  /** Whether it was there before the file, where its settings cannot be changed any more. */
  isKnown: boolean
  /** Whether figures outside what the unit allows are refused rather than noted. */
  isStrict: boolean
  hardMin: string | null
  hardMax: string | null
  figures: readonly PlacedFigure[]
  rangeOf: (organisationId: string | null) => SeriesRange | undefined
}

export type Asked = {
  code: QuestionCode
  group: string
  sentence: string
  rows: number
  choices: Choice[]
  proposal: string | null
}

export type Judge = {
  ask: (question: Asked) => string | null
  fault: (fault: Fault) => void
  answerFor: (group: string) => string | null
  heading: (field: 'value' | 'numerator') => string | null
}

const ONE = 1_000_000n

/** As somebody reads it: '98.5%'. */
function shown(value: string, { unit, decimals }: IndicatorSettings): string {
  return formatFigureExactly(value, { unit, decimals })
}

function placeOf({ organisation, quarterIndex }: PlacedFigure): string {
  return `${organisation ?? 'The whole area'}, ${quarterLabel(quarterIndex).toLowerCase()}`
}

function askFractions(
  { code, settings, figures }: JudgedIndicator,
  judge: Judge,
): 'fraction' | 'percent' | 'small' {
  if (settings.unit !== '%') return 'percent'
  const values = bareValues(figures)
  const share = fractionShare(values)
  if (share === 'none') return 'percent'
  const isFraction = (value: string) => millionths(value) >= 0n && millionths(value) <= ONE
  const fractions = values.filter((value) => isFraction(value) && millionths(value) !== 0n)
  const [example = '0.98'] = fractions
  const as = `${asPercentage(example)}%`
  const answer = judge.ask({
    code: 'fractions',
    group: `fractions:${code}`,
    sentence:
      share === 'all'
        ? `Every value of ${code} is from 0 to 1 and its unit is %. Does ${example} stand for ${as}?`
        : `${countOf(fractions.length, 'value')} of ${code} from 0 to 1 stand beside values above 10. Does ${example} stand for ${as}?`,
    rows: fractions.length,
    choices: [
      share === 'all'
        ? { value: 'fraction', label: `Yes, they are fractions: ${example} is ${as}` }
        : { value: 'small', label: `Yes, these are fractions: ${example} is ${as}` },
      { value: 'percent', label: `No, they are percentages: ${example} is ${example}%` },
    ],
    proposal: share === 'all' ? 'fraction' : null,
  })
  return answer === 'fraction' || answer === 'small' ? answer : 'percent'
}

function scaled(figure: PlacedFigure, way: 'fraction' | 'percent' | 'small'): PlacedFigure {
  const { value, isPercent } = figure
  if (value === null || isPercent || way === 'percent') return figure
  if (way === 'small' && (millionths(value) < 0n || millionths(value) > ONE)) return figure
  return { ...figure, value: asPercentage(value), fraction: value }
}

/** Rows of one question, named one by one and answered together. */
function askOfRows(
  judge: Judge,
  found: readonly { figure: PlacedFigure; reason: string }[],
  { field, ...question }: Omit<Asked, 'rows'> & { field: 'value' | 'numerator' },
): string | null {
  if (found.length === 0) return null
  for (const { figure, reason } of found) {
    judge.fault({
      ...{ line: figure.line, column: judge.heading(field), cell: figure[field] },
      ...{ kind: 'question', code: question.code },
      ...{ group: question.group, reason: `${placeOf(figure)}: ${reason}` },
    })
  }
  return judge.ask({ ...question, rows: found.length })
}

const isOver = ({ numerator, denominator }: PlacedFigure) =>
  numerator !== null && denominator !== null && millionths(numerator) > millionths(denominator)

function judgeOversized(indicator: JudgedIndicator, figures: PlacedFigure[], judge: Judge): PlacedFigure[] {
  const { code, settings } = indicator
  if (settings.unit !== '%') return figures
  const step = settings.roundedCounts ? ROUNDED_TO : null
  const column = judge.heading('numerator')
  const byRounding: { figure: PlacedFigure; reason: string }[] = []
  const wrong = new Set<number>()
  for (const figure of figures.filter(isOver)) {
    const { numerator, denominator, line } = figure
    const over = excessOverWhole({ numerator: numerator ?? '0', denominator: denominator ?? '1', step })
    if (over === null) continue
    if (over.byRounding) byRounding.push({ figure, reason: over.sentence })
    else {
      wrong.add(line)
      const known = indicator.isKnown && !settings.roundedCounts ? ` The counts of ${code} are exact.` : ''
      const reason = `${placeOf(figure)}: ${over.sentence}${known}`
      judge.fault({ line, column, cell: numerator, kind: 'error', code: 'over_whole', group: null, reason })
    }
  }
  const rows = countOf(byRounding.length, 'row')
  const answer = askOfRows(judge, byRounding, {
    ...{
      code: 'over_by_rounding',
      group: `over_by_rounding:${code}`,
      field: 'numerator',
      proposal: 'rounded',
    },
    sentence: `In ${rows} of ${code} the numerator is over the denominator by no more than rounding to ${ROUNDED_TO} explains. Is that what happened?`,
    choices: [
      { value: 'rounded', label: `Yes, the counts are rounded to ${ROUNDED_TO}: load them as they are` },
      leaveOut('No, leave these rows out'),
    ],
  })
  const left = new Set(answer === LEAVE_OUT ? byRounding.map(({ figure }) => figure.line) : [])
  return figures.filter(({ line }) => !wrong.has(line) && !left.has(line))
}

function judgeLimits(indicator: JudgedIndicator, figures: PlacedFigure[], judge: Judge): PlacedFigure[] {
  const { settings, code, hardMin, hardMax, isStrict } = indicator
  const own = hardMin !== null || hardMax !== null ? { hardLimits: { min: hardMin, max: hardMax } } : {}
  const { min, max } = hardLimitsOf({ unit: settings.unit, ...own })
  const column = judge.heading('value')
  return figures.filter((figure) => {
    const { value, line } = figure
    if (value === null) return true
    if (!isFigure(value)) {
      const reason = `${placeOf(figure)}: ${value} has more than six decimals. Round it.`
      judge.fault({
        line,
        column,
        cell: value,
        kind: 'error',
        code: 'too_many_decimals',
        group: null,
        reason,
      })
      return false
    }
    const isBelow = min !== null && millionths(value) < millionths(min)
    const isAbove = max !== null && millionths(value) > millionths(max)
    if (!isBelow && !isAbove) return true
    const end = isBelow ? `below ${shown(min, settings)}` : `above ${shown(max ?? '', settings)}`
    const reason = `${placeOf(figure)}: ${shown(value, settings)} is ${end}, the limit of ${code}.`
    const kind = isStrict ? 'error' : 'note'
    judge.fault({ line, column, cell: value, kind, code: 'outside_limits', group: null, reason })
    return !isStrict
  })
}

function seriesOf(figures: readonly PlacedFigure[]): PlacedFigure[][] {
  const series = new Map<string | null, PlacedFigure[]>()
  for (const figure of figures) {
    if (figure.value === null) continue
    const own = series.get(figure.organisationId)
    if (own === undefined) series.set(figure.organisationId, [figure])
    else own.push(figure)
  }
  return [...series.values()].map((own) => own.toSorted((a, b) => a.quarterIndex - b.quarterIndex))
}

const leastForOwnRange = 6
// The outer fifths may be the slips themselves; a quarter more on each side is still the same size.
const width = { trimmed: 5, below: 0.8, above: 1.25 }

/** What the values of a series in the file mostly lie between; for finding slips only. */
function ownRange(own: readonly PlacedFigure[]): SeriesRange | undefined {
  if (own.length < leastForOwnRange) return undefined
  const sorted = own.map(({ value }) => Number(value)).toSorted((a, b) => a - b)
  const cut = Math.max(1, Math.floor(sorted.length / width.trimmed))
  const least = (sorted[cut] ?? 0) * width.below
  const most = (sorted[sorted.length - 1 - cut] ?? 0) * width.above
  return { least: least.toFixed(6), most: most.toFixed(6), others: own.length - 1 }
}

function judgeMovedPoints(indicator: JudgedIndicator, figures: PlacedFigure[], judge: Judge): PlacedFigure[] {
  const { code, settings, rangeOf } = indicator
  const group = `moved_point:${code}`
  const moved = new Map<number, string>()
  const found: { figure: PlacedFigure; reason: string }[] = []
  for (const own of seriesOf(figures)) {
    const known = rangeOf(own[0]?.organisationId ?? null)
    const range = known !== undefined && known.others >= leastForOwnRange ? known : ownRange(own)
    if (range === undefined) continue
    for (const figure of own) {
      const value = movedPoint(figure.value ?? '0', range)
      if (value === null) continue
      moved.set(figure.line, value)
      const reason = `the point may have moved: ${shown(figure.value ?? '0', settings)} stands far from the others, and ${shown(value, settings)} would be among them.`
      found.push({ figure, reason })
    }
  }
  const rows = countOf(found.length, 'value')
  const answer = askOfRows(judge, found, {
    ...{ code: 'moved_point', group, field: 'value', proposal: null },
    sentence: `${capitalise(rows)} of ${code} may have the point in the wrong place. What is right?`,
    choices: [
      { value: 'keep', label: 'They are right: load them as they are' },
      { value: 'mend', label: 'Move the point: load what is proposed' },
      leaveOut('Leave these rows out'),
    ],
  })
  const answerOf = (line: number) => judge.answerFor(`${group}:${line}`) ?? answer
  return figures
    .filter(({ line }) => !moved.has(line) || answerOf(line) !== LEAVE_OUT)
    .map((figure) => {
      const value = moved.get(figure.line)
      if (value === undefined || answerOf(figure.line) !== 'mend') return figure
      const { fraction: _, ...rest } = figure
      return { ...rest, value }
    })
}

function judgeFalling(indicator: JudgedIndicator, figures: PlacedFigure[], judge: Judge): PlacedFigure[] {
  const { code, settings } = indicator
  if (settings.measure !== 'cumulative') return figures
  const found = seriesOf(figures).flatMap((own) =>
    own.flatMap((figure, place) => {
      const before = own[place - 1]
      if (
        before === undefined ||
        Math.floor(before.quarterIndex / 4) !== Math.floor(figure.quarterIndex / 4)
      ) {
        return []
      }
      const [now, then] = [figure.value ?? '0', before.value ?? '0']
      if (millionths(now) >= millionths(then)) return []
      const reason = `${shown(now, settings)} is less than ${shown(then, settings)} earlier in the year, and a figure that adds up from April does not usually fall.`
      return [{ figure, reason }]
    }),
  )
  const answer = askOfRows(judge, found, {
    ...{ code: 'falling', group: `falling:${code}`, field: 'value', proposal: 'keep' },
    sentence: `${capitalise(countOf(found.length, 'figure'))} of ${code}, which adds up from April, fall within a year. Are they right?`,
    choices: [{ value: 'keep', label: 'Yes, load them as they are' }, leaveOut('No, leave these rows out')],
  })
  const left = new Set(answer === LEAVE_OUT ? found.map(({ figure }) => figure.line) : [])
  return figures.filter(({ line }) => !left.has(line))
}

function noteUnusual({ settings }: JudgedIndicator, figures: readonly PlacedFigure[], judge: Judge): void {
  const column = judge.heading('value')
  for (const own of seriesOf(figures)) {
    const ends = usualEnds(own.map(({ value }) => Number(value)))
    if (ends === null) continue
    for (const figure of own) {
      const value = Number(figure.value)
      if (value >= ends.low && value <= ends.high) continue
      const reason = `${placeOf(figure)}: ${shown(figure.value ?? '0', settings)} is far from the other figures of its series.`
      judge.fault({
        line: figure.line,
        column,
        cell: figure.value,
        kind: 'note',
        code: 'unusual',
        group: null,
        reason,
      })
    }
  }
}

function noteDisagreeing(
  { settings }: JudgedIndicator,
  figures: readonly PlacedFigure[],
  judge: Judge,
): void {
  if (settings.unit !== '%') return
  const step = settings.roundedCounts ? ROUNDED_TO : null
  for (const figure of figures) {
    const { value, fraction, numerator, denominator, line } = figure
    if (value === null || numerator === null || denominator === null || isOver(figure)) continue
    // A fraction is as exact as it was written: 0.9 is 85% to 95%.
    const stated = fraction === undefined ? { value, per: '100' } : { value: fraction, per: '1' }
    if (countsGive({ numerator, denominator, step, ...stated })) continue
    const reason = `${placeOf(figure)}: ${numerator} of ${denominator} does not give ${shown(value, settings)}.`
    judge.fault({
      line,
      column: judge.heading('value'),
      cell: value,
      kind: 'note',
      code: 'counts',
      group: null,
      reason,
    })
  }
}

/** The figures of one indicator as they would be loaded: what is odd about them is asked, refused or noted. */
export function judgeIndicator(indicator: JudgedIndicator, judge: Judge): PlacedFigure[] {
  const way = askFractions(indicator, judge)
  const inUnit = indicator.figures.map((figure) => scaled(figure, way))
  const pointed = judgeMovedPoints(indicator, inUnit, judge)
  const possible = judgeLimits(indicator, judgeOversized(indicator, pointed, judge), judge)
  const kept = judgeFalling(indicator, possible, judge)
  noteUnusual(indicator, kept, judge)
  noteDisagreeing(indicator, kept, judge)
  return kept
}
