import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { cellsOf, codebookColumns, codebookRows, figureColumns, headOf } from './export-columns.ts'
import type { ExportedCell } from './exported-cell.ts'
import { type ExportedIndicator, readCodebook, readFigures } from './exports.queries.ts'
import type { ExportQuery } from './exports.schemas.ts'
import { csvOf } from './table-csv.ts'
import { workbookOf } from './table-workbook.ts'

async function* figureRows(context: Context, query: ExportQuery): AsyncGenerator<ExportedCell[]> {
  yield headOf(figureColumns)
  for await (const figure of readFigures(context, query)) yield cellsOf(figureColumns, figure)
}

function* codebookTable(indicators: readonly ExportedIndicator[]): Generator<ExportedCell[]> {
  yield headOf(codebookColumns)
  for (const row of codebookRows(indicators)) yield cellsOf(codebookColumns, row)
}

async function indicatorsOf(context: Context, query: ExportQuery): Promise<ExportedIndicator[]> {
  const indicators = await readCodebook(context, query)
  if (indicators.length > 0) return indicators
  throw notFound(
    '#/query',
    'There is no such indicator or framework to export. Choose from the list of indicators.',
  )
}

export type ExportFile = { fileName: string; content: AsyncGenerator<string> | Buffer }

/** Figures as one tidy table, which the import reads back and finds unchanged. */
export async function exportFigures(context: Context, query: ExportQuery): Promise<ExportFile> {
  const indicators = await indicatorsOf(context, query)
  const fileName = `accord-figures${query.framework === undefined ? '' : `-${query.framework}`}`
  const rows = figureRows(context, query)
  if (query.format === 'csv') return { fileName: `${fileName}.csv`, content: csvOf(rows) }
  const content = await workbookOf([
    { name: 'Figures', rows },
    { name: 'Codebook', rows: codebookTable(indicators) },
  ])
  return { fileName: `${fileName}.xlsx`, content }
}

export async function exportCodebook(context: Context, query: ExportQuery): Promise<ExportFile> {
  const indicators = await indicatorsOf(context, query)
  return { fileName: 'accord-codebook.csv', content: csvOf(codebookTable(indicators)) }
}
