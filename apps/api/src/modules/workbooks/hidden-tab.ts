import { parseQuarterKey, quarterLabel } from '@accord/domain'
import { faultOf, type WorkbookFault } from './workbook-faults.ts'
import { FIRST_HIDDEN_ANSWER, FORMAT, FORMAT_VERSION, HIDDEN_TAB, hiddenRows } from './workbook-format.ts'
import type { ReadTab } from './workbook-reading.ts'

/** Of an answer, as it was when the file was made. */
export type Seen = { version: number; value: string | null }

export type HiddenTab = { madeAt: string | null; answers: Map<string, Seen> }

/** As large as a version can be where it is kept. */
const NEWEST_VERSION = 2_147_483_646

type Outcome = { hidden: HiddenTab | null; faults: WorkbookFault[] }

const unknown = (reason: string): Outcome => ({ hidden: null, faults: [faultOf(reason)] })

const labelOf = (quarter: string) => {
  const index = parseQuarterKey(quarter)
  return index === null ? 'another quarter' : quarterLabel(index).toLowerCase()
}

function instantIn(text: string): string | null {
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function readAnswers(tab: ReadTab, textAt: (row: number, column: number) => string | null) {
  const answers = new Map<string, Seen>()
  const faults: WorkbookFault[] = []
  const rows = [...new Set(tab.cells.map(({ row }) => row))].filter((row) => row >= FIRST_HIDDEN_ANSWER)
  for (const row of rows) {
    const key = textAt(row, 0)
    const version = Number(textAt(row, 1) ?? Number.NaN)
    const isVersion = Number.isInteger(version) && version >= 0 && version <= NEWEST_VERSION
    if (key === null || !isVersion || answers.has(key)) {
      const reason = 'The hidden record of the answers was changed. Download the workbook again.'
      faults.push(faultOf(reason, { tab: HIDDEN_TAB, row, column: 0 }))
    } else {
      answers.set(key, { version, value: textAt(row, 2) })
    }
  }
  return { answers, faults }
}

/** Whose workbook it is, and what each answer was when it was made. */
export function readHiddenTab(
  tabs: readonly ReadTab[],
  { returnId, quarter }: { returnId: string; quarter: string },
): Outcome {
  const [tab, second] = tabs.filter(({ name }) => name === HIDDEN_TAB)
  const texts = new Map(
    tab?.cells.map(({ row, column, held }) => [`${row},${column}`, held.kind === 'text' ? held.text : null]),
  )
  const textAt = (row: number, column: number) => texts.get(`${row},${column}`) ?? null
  const said = (row: number) => textAt(row, 1) ?? ''
  if (tab === undefined || second !== undefined || said(hiddenRows.format) !== FORMAT) {
    return unknown(
      'This workbook was not downloaded from a return, or its hidden tab is gone. Download the return’s workbook and fill in that one.',
    )
  }
  if (said(hiddenRows.version) !== FORMAT_VERSION) {
    return unknown(
      'This workbook was made by another version of the service. Download it again and copy your answers over.',
    )
  }
  const theirs = said(hiddenRows.quarter)
  if (theirs !== quarter) {
    return unknown(
      `This workbook is of ${labelOf(theirs)}, and this return is of ${labelOf(quarter)}. Choose the workbook of this return.`,
    )
  }
  if (said(hiddenRows.returnId) !== returnId) {
    const whose = said(hiddenRows.title) || 'another return'
    return unknown(`This workbook is of another return: ${whose}. Choose the workbook of this return.`)
  }
  const { answers, faults } = readAnswers(tab, textAt)
  return { hidden: { madeAt: instantIn(said(hiddenRows.madeAt)), answers }, faults }
}
