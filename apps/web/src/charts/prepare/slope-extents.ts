import { type Extent, extentOf } from './scale.ts'

/** Rows compared by slope: each is centred on its own figures, and all share units per pixel. */
export function slopeExtents(rows: readonly (readonly number[])[]): (Extent | null)[] {
  const extents = rows.map(extentOf)
  const widest = Math.max(0, ...extents.map((extent) => (extent === null ? 0 : extent.high - extent.low)))
  return extents.map((extent) => {
    if (extent === null) return null
    const middle = (extent.low + extent.high) / 2
    return { low: middle - widest / 2, high: middle + widest / 2 }
  })
}
