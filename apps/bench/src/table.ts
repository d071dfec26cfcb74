/** Columns as wide as they need to be; the first to the left, figures to the right. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const rate = (perSecond: number) => Math.round(perSecond).toLocaleString('en-GB')
export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const ratio = (value: number) => value.toFixed(2)
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
