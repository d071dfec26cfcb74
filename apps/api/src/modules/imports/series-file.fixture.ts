/** Names that no organisation of the demonstration has. */
const COUNCILS = Array.from({ length: 32 }, (_, place) => {
  const letter = String.fromCharCode(65 + (place % 26))
  return `${letter}${['orvale', 'unmore', 'eskbridge'][place % 3]}${place < 26 ? '' : ' North'}`
})
const QUARTERS = 21
const FIRST_YEAR = 2018

export const SERIES_HEADER = 'indicator,council,financial_year,quarter,numerator,denominator,value'

/** Where a numerator is over its denominator by 5: council and quarter, by their places. */
const OVER: readonly (readonly [number, number])[] = [
  [3, 2],
  [3, 15],
  [17, 8],
]
const ABSENT: readonly (readonly [number, number])[] = [
  [9, 4],
  [20, 11],
  [31, 20],
]

const isAt = (places: typeof OVER, council: number, quarter: number) =>
  places.some(([one, other]) => one === council && other === quarter)

/**
 * A published series as councils find them: fractions, counts rounded to 5, three rows over by 5, and some absent:
 * 32 councils, 21 quarters, 669 rows. Made up from nothing but its places.
 */
export function seriesFile(): {
  text: string
  rows: number
  overLines: number[]
  councils: readonly string[]
} {
  const lines = [SERIES_HEADER]
  const overLines: number[] = []
  for (const [council, name] of COUNCILS.entries()) {
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      if (isAt(ABSENT, council, quarter)) continue
      const whole = 400 + ((council * 37 + quarter * 11) % 60) * 5
      const isOver = isAt(OVER, council, quarter)
      const part = isOver ? whole + 5 : whole - ((council + quarter * 3) % 7) * 5
      const year = FIRST_YEAR + Math.floor(quarter / 4)
      const value = Math.min(1, part / whole).toFixed(2)
      lines.push(`CG09,${name},${year}/${(year + 1) % 100},Q${(quarter % 4) + 1},${part},${whole},${value}`)
      if (isOver) overLines.push(lines.length)
    }
  }
  return { text: `${lines.join('\n')}\n`, rows: lines.length - 1, overLines, councils: COUNCILS }
}
