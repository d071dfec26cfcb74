import { absoluteDecimal, compareDecimals, decimalText, parseDecimal, subtractDecimals } from './decimal.ts'
import type { FigureFormat } from './figures.ts'
import { formatFigure } from './figures.ts'
import type { Polarity } from './indicator-rule.ts'

/** `amount`: decimal text without sign, in the indicator’s own unit. `word`: null where neither way is good. */
export type SinceBaseline = { amount: string; word: 'better' | 'worse' | 'level' | null; sentence: string }

/**
 * How far a figure is from the baseline of its indicator: '3.1 points better than the baseline'. Null without a
 * figure. A range and data only have no better or worse. Throws RangeError for text that is not decimal.
 */
export function sinceBaseline({
  actual,
  baseline,
  polarity,
  format,
}: {
  actual: string | null
  baseline: string
  polarity: Polarity
  format: FigureFormat
}): SinceBaseline | null {
  if (actual === null) return null
  const difference = subtractDecimals(parseDecimal(actual), parseDecimal(baseline))
  const amount = decimalText(absoluteDecimal(difference))
  const side = compareDecimals(difference, { coefficient: 0n, scale: 0 })
  if (side === 0) return { amount, word: 'level', sentence: 'The same as the baseline' }
  const figure = formatFigure(amount, { unit: 'number', decimals: format.decimals })
  const size = format.unit === '%' ? `${figure} points` : figure
  if (polarity !== 'higher' && polarity !== 'lower') {
    return { amount, word: null, sentence: `${size} ${side > 0 ? 'above' : 'below'} the baseline` }
  }
  const word = side > 0 === (polarity === 'higher') ? 'better' : 'worse'
  return { amount, word, sentence: `${size} ${word} than the baseline` }
}
