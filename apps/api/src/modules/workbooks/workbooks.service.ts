import { quarterKey, quarterLabel } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { ReadReturn } from '#modules/returns/editable-cells.service.ts'
import { whyNotEditable } from '#modules/returns/editable-cells.service.ts'
import { loadReturn } from '#modules/returns/returns.service.ts'
import { interpret } from './uploaded-workbook.ts'
import { differenceOf } from './workbook-difference.ts'
import { faultOf, unusable } from './workbook-faults.ts'
import type { WorkbookReader } from './workbook-reader.ts'
import { tabsOf } from './workbook-tabs.ts'
import { writeWorkbook } from './workbook-writing.ts'
import type { WorkbookDifference } from './workbooks.schemas.ts'

/** A workbook holds risks that only those who work on the return may read. */
async function loadOwnReturn(context: Context, id: string): Promise<ReadReturn> {
  const read = await loadReturn(context, id)
  if (read.parts.length > 0) return read
  throw new Problem(
    'not-allowed',
    'The workbook is for those who fill in this return, sign it or check it. You may read the return on the screen.',
  )
}

export async function makeWorkbook(
  context: Context,
  id: string,
): Promise<{ file: Uint8Array; fileName: string }> {
  const read = await loadOwnReturn(context, id)
  const { partnership, quarter, cells } = read.row
  const answers = new Map(cells.map((cell) => [cell.cell, cell]))
  const file = await writeWorkbook({
    tabs: tabsOf(read),
    returnId: id,
    quarter: quarterKey(quarter.index),
    title: `${partnership.name}, ${quarterLabel(quarter.index).toLowerCase()}`,
    madeAt: context.now,
    answerTo: (key) => answers.get(key),
    isOpen: (key) => whyNotEditable(read, key) === null,
  })
  return { file, fileName: `${partnership.id}-${quarterKey(quarter.index)}.xlsx` }
}

type Upload = { id: string; file: unknown; readFile: WorkbookReader }

/** What keeping an uploaded workbook would change. Nothing is kept: that is done as for any other answer. */
export async function compareWorkbook(
  context: Context,
  { id, file, readFile }: Upload,
): Promise<WorkbookDifference> {
  const read = await loadOwnReturn(context, id)
  if (!Buffer.isBuffer(file) || file.length === 0) {
    throw unusable([faultOf('This file is empty. Choose the workbook that you filled in.')])
  }
  const reading = await readFile(file)
  if (!reading.ok) throw unusable([faultOf(reading.reason)])
  const quarter = quarterKey(read.row.quarter.index)
  const { madeAt, cells, faults } = interpret(reading.tabs, { returnId: id, quarter, tabs: tabsOf(read) })
  if (faults.length > 0) throw unusable(faults)
  return { madeAt, cells: differenceOf(cells, { read, today: context.today }) }
}
