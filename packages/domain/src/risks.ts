/** Likelihood 1–5 × impact 1–5. Throws RangeError outside the scale. */
export function riskScore(likelihood: number, impact: number): number {
  if (!isOnScale(likelihood) || !isOnScale(impact)) {
    throw new RangeError('Likelihood and impact are whole numbers from 1 to 5.')
  }
  return likelihood * impact
}

function isOnScale(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5
}

/** The score from which a risk is red: our choice, the top six of the 25 cells of a five by five matrix. */
export const redFrom = 15

/** A red risk scores 15 or more. */
export function isRed(score: number): boolean {
  return score >= redFrom
}
