import { countOf, excessOverWhole, fractionShare, hardLimitsOf } from '@accord/domain'
import { LEAVE_OUT, leaveOut } from './answers.ts'
import { asPercentage, isFigure, millionths } from './decimal-text.ts'
import { bareValues, ROUNDED_TO } from './indicator-settings.ts'
import { judgeFalling, judgeMovedPoints } from './judge-slips.ts'
import {
  askOfRows,
  isOver,
  type Judge,
  type JudgedIndicator,
  type PlacedFigure,
  placeOf,
  shown,
} from './judged-indicator.ts'
import { noteDisagreeing, noteUnusual } from './note-oddities.ts'

const ONE = 1_000_000n

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
