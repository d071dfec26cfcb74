import {
  addDecimals,
  compareDecimals,
  decimalText,
  multiplyDecimals,
  parseDecimal,
  trimDecimal,
} from './decimal.ts'

const half = parseDecimal('0.5')

/**
 * The middle of decimal texts, or exactly half way between the two in the middle; null of nothing. Each counts once,
 * however large the body it is of. Throws RangeError for text that is not a decimal.
 */
export function decimalMedian(values: readonly string[]): string | null {
  const sorted = values.map(parseDecimal).toSorted(compareDecimals)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return null
  return decimalText(
    sorted.length % 2 === 1 ? upper : trimDecimal(multiplyDecimals(addDecimals(lower, upper), half), 0),
  )
}

/** Those with a value from the largest to the smallest, equal ones by name, then those without one, by name. */
export function rankedByValue<Row extends { value: string | null; name: string }>(
  rows: readonly Row[],
): Row[] {
  const read = rows.map((row) => ({ row, value: row.value === null ? null : parseDecimal(row.value) }))
  return read
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        if (a.value !== b.value) return a.value === null ? 1 : -1
        return a.row.name.localeCompare(b.row.name)
      }
      return compareDecimals(b.value, a.value) || a.row.name.localeCompare(b.row.name)
    })
    .map(({ row }) => row)
}
