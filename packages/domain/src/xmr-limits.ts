/** In the series’ own unit. */
export type XmrLimits = {
  mean: number
  meanMovingRange: number
  upperLimit: number
  lowerLimit: number
  upperTwoSigma: number
  lowerTwoSigma: number
}

// 2.66 turns a mean moving range into three sigma for individual values.
const threeSigma = 2.66

/**
 * XmR limits: mean ± 2.66 × mean moving range, and two sigma at two thirds of that. Null without two
 * neighbouring values. A moving range is taken between neighbouring quarters only: where a value is missing
 * there is no range across the gap, because a change over two quarters is not a change over one.
 */
export function xmrLimits(values: readonly (number | null)[]): XmrLimits | null {
  let sum = 0
  let count = 0
  let rangeSum = 0
  let rangeCount = 0
  let previous: number | null = null
  for (const value of values) {
    if (value !== null) {
      sum += value
      count++
      if (previous !== null) {
        rangeSum += Math.abs(value - previous)
        rangeCount++
      }
    }
    previous = value
  }
  if (rangeCount === 0) return null
  const mean = sum / count
  const meanMovingRange = rangeSum / rangeCount
  const reach = threeSigma * meanMovingRange
  return {
    mean,
    meanMovingRange,
    upperLimit: mean + reach,
    lowerLimit: mean - reach,
    upperTwoSigma: mean + (reach * 2) / 3,
    lowerTwoSigma: mean - (reach * 2) / 3,
  }
}
