import { Problem } from '#api/problem.ts'
import { placeName } from './workbook-format.ts'

/** Something that makes a file unusable: where it is, as far as that is known, and what to do. */
export type WorkbookFault = { tab: string | null; cell: string | null; reason: string }

export const faultOf = (
  reason: string,
  { tab = null, row, column }: { tab?: string | null; row?: number; column?: number } = {},
): WorkbookFault => ({
  tab,
  cell: row === undefined || column === undefined ? null : placeName(row, column),
  reason,
})

const MOST_SHOWN = 200

/** '#/Indicators/B7', as the parts of any other request are pointed at. */
const pointerOf = ({ tab, cell }: WorkbookFault) => ['#', tab, cell].filter((part) => part !== null).join('/')

export function unusable(faults: readonly WorkbookFault[]): Problem {
  return new Problem('invalid-request', 'This file cannot be used. Nothing was changed.', {
    parts: faults.slice(0, MOST_SHOWN).map((fault) => ({ pointer: pointerOf(fault), detail: fault.reason })),
  })
}
