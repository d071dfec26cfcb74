const niceSteps = [1, 2, 2.5, 5, 10]

/** The smallest round step that needs no more than `most` of them. */
export function roundStep(span: number, most: number): number {
  if (span <= 0) return 1
  const rough = span / most
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const nice = niceSteps.find((step) => step * magnitude >= rough * 0.999) ?? 10
  return nice * magnitude
}

export type AxisTicks = { low: number; high: number; step: number; ticks: number[] }

type AxisInput = {
  figures: readonly number[]
  fromZero: boolean
  most: number
  /** What no figure can exceed, such as 100 %: the scale does not go past it. */
  ceiling?: number
}

/** Round ticks round all the figures, with a little room under the lowest. */
export function axisTicks({
  figures,
  fromZero,
  most,
  ceiling = Number.POSITIVE_INFINITY,
}: AxisInput): AxisTicks {
  const least = figures.length === 0 ? 0 : Math.min(...figures)
  const greatest = figures.length === 0 ? 1 : Math.max(...figures)
  const step = roundStep((greatest === least ? Math.abs(greatest) || 1 : greatest - least) * 1.05, most)
  // A scale that nearly reaches zero is taken to zero: the shorter cut would only mislead.
  const startsAtZero = least >= 0 && (fromZero || least < greatest * 0.3)
  const floored = Math.floor((least - step * 0.25) / step) * step
  const low = startsAtZero ? 0 : least >= 0 ? Math.max(0, floored) : floored
  const rounded = Math.ceil((greatest + step * 0.02) / step) * step
  const high = greatest <= ceiling ? Math.min(rounded, ceiling) : rounded
  const count = Math.floor((high - low) / step + 0.001)
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)))
  return { low, high, step, ticks }
}

/** Decimals that a step needs: 2.5 → 1, 0.05 → 2. */
export function stepDecimals(step: number): number {
  const [, decimals = ''] = String(Number(step.toPrecision(6))).split('.')
  return decimals.length
}
