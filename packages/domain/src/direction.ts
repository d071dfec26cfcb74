import type { Decimal } from './decimal.ts'
import { absoluteDecimal, compareDecimals, parseDecimal, roundDecimal, subtractDecimals } from './decimal.ts'
import type { FigureFormat } from './figures.ts'
import { formatFigure } from './figures.ts'
import type { Measure, Polarity, TargetValue } from './indicator-rule.ts'
import { endsOf } from './shortfall.ts'

export type Movement = 'up' | 'down' | 'level'
export type DirectionWord = 'better' | 'worse' | 'no_change'

/** `movement` is the arrow: the value. `word` is the judgement; null where up is neither good nor bad. */
export type Direction = { movement: Movement; word: DirectionWord | null; sentence: string }

export type DirectionInput = {
  now: string | null
  before: string | null
  polarity: Polarity
  format: FigureFormat
  /** The target, needed for polarity range: nearer the range is better. */
  target?: TargetValue | null
  /** Decimal text in the indicator’s own unit: a movement of this size or less is no change. */
  deadBand?: string
}

/**
 * Movement from an earlier figure (the domain notes, Direction of travel): the same quarter last year for the
 * long view, last quarter for the short. Null when either figure is missing.
 *
 * Dead band, our choice: figures that read the same at the indicator’s displayed decimals have not changed.
 * Throws RangeError for text that is not a decimal.
 */
export function directionOfTravel(input: DirectionInput): Direction | null {
  if (input.now === null || input.before === null) return null
  const now = parseDecimal(input.now)
  const before = parseDecimal(input.before)
  const movement = movementOf({ now, before, input })
  const word = wordOf({ now, before, movement, input })
  return { movement, word, sentence: sentenceOf({ movement, word, before: input.before, input }) }
}

type Compared = { now: Decimal; before: Decimal; input: DirectionInput }

function movementOf({ now, before, input }: Compared): Movement {
  const { decimals } = input.format
  const change = subtractDecimals(now, before)
  const isLevel =
    input.deadBand === undefined
      ? compareDecimals(roundDecimal(now, decimals), roundDecimal(before, decimals)) === 0
      : compareDecimals(absoluteDecimal(change), absoluteDecimal(parseDecimal(input.deadBand))) <= 0
  if (isLevel || change.coefficient === 0n) return 'level'
  return change.coefficient > 0n ? 'up' : 'down'
}

function wordOf({ now, before, movement, input }: Compared & { movement: Movement }): DirectionWord | null {
  const { polarity, target } = input
  if (polarity === 'none') return null
  if (polarity === 'range' && (target === undefined || target === null)) return null
  if (movement === 'level') return 'no_change'
  if (polarity === 'range' && target) {
    const nearer = compareDecimals(distanceFrom(target, now), distanceFrom(target, before))
    if (nearer === 0) return 'no_change'
    return nearer < 0 ? 'better' : 'worse'
  }
  return (movement === 'up') === (polarity === 'higher') ? 'better' : 'worse'
}

function distanceFrom(target: TargetValue, value: Decimal): Decimal {
  const { low, high } = endsOf(target)
  if (compareDecimals(value, low) < 0) return subtractDecimals(low, value)
  if (compareDecimals(value, high) > 0) return subtractDecimals(value, high)
  return { coefficient: 0n, scale: 0 }
}

const wordTexts: Readonly<Record<DirectionWord, string>> = {
  better: 'better',
  worse: 'worse',
  no_change: 'no better or worse',
}

function sentenceOf({
  movement,
  word,
  before,
  input,
}: {
  movement: Movement
  word: DirectionWord | null
  before: string
  input: DirectionInput
}): string {
  const from = formatFigure(before, input.format)
  if (movement === 'level')
    return input.deadBand === undefined ? `No change from ${from}` : `Little change from ${from}`
  const moved = `${movement === 'up' ? 'Up' : 'Down'} from ${from}`
  return word === null ? moved : `${moved}: ${wordTexts[word]}`
}

/**
 * Whether movement since last quarter is shown. Not for a cumulative measure, which restarts each April, nor
 * for annual and biennial ones, which have no last quarter.
 */
export function shortIsShown(measure: Measure): boolean {
  return measure === 'snapshot' || measure === 'discrete_quarter' || measure === 'rolling_year'
}
