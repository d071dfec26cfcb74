import { formatPerPound, formatPounds } from '@accord/domain'

/** Pence; null where it is not known. */
export type PairedMoney = {
  label: string
  cost: number | null
  saving: number | null
  perPound: number | null
  isOwn: boolean
}

export type PairedBar = {
  label: string
  /** The label as it fits beside its bars: one line, or two. */
  lines: readonly string[]
  isOwn: boolean
  costWidth: number
  costText: string
  savingWidth: number
  savingText: string
  ratio: string
}

const ratioOf = ({ perPound }: PairedMoney) => (perPound === null ? '–' : formatPerPound(perPound))

const longestLine = 24

/** In two lines at the space nearest to its middle, where it is long. */
function linesOf(label: string): string[] {
  if (label.length <= longestLine) return [label]
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index)
  const [middle] = spaces.toSorted((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2))
  return middle === undefined ? [label] : [label.slice(0, middle), label.slice(middle + 1)]
}

/** Bars on one scale that starts at nought, with room left for the figures written beside them. */
export function preparePairedBars(rows: readonly PairedMoney[], widthPixels: number): PairedBar[] {
  const largest = Math.max(1, ...rows.flatMap(({ cost, saving }) => [cost ?? 0, saving ?? 0]))
  const widthOf = (pence: number | null) => ((pence ?? 0) / largest) * widthPixels
  return rows.map((row) => ({
    label: row.label,
    lines: linesOf(row.label),
    isOwn: row.isOwn,
    costWidth: widthOf(row.cost),
    costText: row.cost === null ? 'cost not known' : `${formatPounds(row.cost)} cost`,
    savingWidth: widthOf(row.saving),
    savingText: row.saving === null ? 'saving not known' : `${formatPounds(row.saving)} saved`,
    ratio: ratioOf(row),
  }))
}

/** One sentence for those who do not see the bars. */
export function pairedBarsSummary(year: string, rows: readonly PairedMoney[]): string {
  const said = preparePairedBars(rows, 1).map(
    ({ label, costText, savingText, ratio }) => `${label}: ${costText}, ${savingText}, ${ratio} for each £1`,
  )
  return `Cost and cashable saving in ${year}. ${said.join('. ')}.`
}
