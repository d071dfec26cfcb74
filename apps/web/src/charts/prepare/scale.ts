export type Scale = (value: number) => number

type ScaleInput = { low: number; high: number; from: number; to: number }

/** From figures to pixels. Where every figure is the same they are drawn in the middle. */
export function scaleOf({ low, high, from, to }: ScaleInput): Scale {
  if (low === high) return () => (from + to) / 2
  return (value) => from + ((value - low) / (high - low)) * (to - from)
}

/** To a tenth of a pixel: finer is invisible and makes paths long. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

export type Extent = { low: number; high: number }

/** The smallest and largest of the figures; null where there are none. */
export function extentOf(figures: readonly number[]): Extent | null {
  if (figures.length === 0) return null
  return { low: Math.min(...figures), high: Math.max(...figures) }
}
