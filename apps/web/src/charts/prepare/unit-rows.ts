export type UnitBox = { sizePixels: number; pitchPixels: number; perRow: number }

/** Where each unit stands: in rows, left to right. */
export function unitPositions(count: number, { pitchPixels, perRow }: UnitBox): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    x: (index % perRow) * pitchPixels,
    y: Math.floor(index / perRow) * pitchPixels,
  }))
}

export function unitRowsSize(count: number, { sizePixels, pitchPixels, perRow }: UnitBox) {
  const columns = Math.min(count, perRow)
  const rows = Math.ceil(count / perRow)
  const span = (units: number) => Math.max(0, (units - 1) * pitchPixels + sizePixels)
  return { widthPixels: span(columns), heightPixels: span(rows) }
}
