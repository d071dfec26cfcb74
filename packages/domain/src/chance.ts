import type { YearEndForecast } from './forecast.ts'
import type { Polarity } from './indicator-rule.ts'

/**
 * The probability, 0 to 1, that the year ends on the right side of its target, under normal errors about the
 * forecast. Null where there is no forecast with a range, or no right side (polarity none; range needs both ends).
 */
export function chanceOfMeeting({
  forecast,
  target,
  polarity,
}: {
  forecast: YearEndForecast
  target: number | { low: number; high: number }
  polarity: Polarity
}): number | null {
  if (forecast.kind !== 'forecast') return null
  const side = rightSide(target, polarity)
  if (side === null) return null
  const { median, standardError } = forecast
  if (standardError === 0) {
    // Without error the year ends as forecast, and so as it is displayed and rated.
    const value = Number(forecast.value)
    return value >= side.low && value <= side.high ? 1 : 0
  }
  const below = (value: number) => normalCumulative((value - median) / standardError)
  return below(side.high) - below(side.low)
}

function rightSide(
  target: number | { low: number; high: number },
  polarity: Polarity,
): { low: number; high: number } | null {
  if (polarity === 'none') return null
  if (typeof target !== 'number') return target
  if (polarity === 'range') return null
  return polarity === 'higher'
    ? { low: target, high: Number.POSITIVE_INFINITY }
    : { low: Number.NEGATIVE_INFINITY, high: target }
}

/**
 * The standard normal distribution function, by the error function approximation 7.1.26 of Abramowitz and
 * Stegun, Handbook of Mathematical Functions: right to 1.5 × 10⁻⁷.
 */
export function normalCumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (polynomial * Math.exp(-x * x)) / 2
  return z >= 0 ? 1 - tail : tail
}

/** 'under 5%', 'over 95%', otherwise whole per cent: a forecast knows no better than that. */
export function chancePhrase(probability: number): string {
  if (probability < 0.05) return 'under 5%'
  if (probability > 0.95) return 'over 95%'
  return `${Math.round(probability * 100)}%`
}

/** 'about 1 in 9', 'about 7 in 10'; at the ends 'less than 1 in 20' and 'more than 19 in 20'. */
export function oddsPhrase(probability: number): string {
  if (probability < 0.05) return 'less than 1 in 20'
  if (probability > 0.95) return 'more than 19 in 20'
  if (probability < 0.35) return `about 1 in ${Math.round(1 / probability)}`
  const tenths = Math.min(Math.round(probability * 10), 9)
  return tenths === 5 ? 'about 1 in 2' : `about ${tenths} in 10`
}
