import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { errorCode, plainReason, StartError } from '../start-error.ts'
import {
  type ColumnMapping,
  type Field,
  fieldWord,
  guessMapping,
  headingName,
  mappingFaults,
} from './columns.ts'
import type { ImportOptions } from './options.ts'
import { BadFile } from './problem.ts'
import { measured, readTable } from './read-table.ts'
import type { Table, TableRow } from './table.ts'
import { UnreadableTable } from './table.ts'

const SAMPLE = 50

/** What cannot be read of a file, as a problem of its line. */
export function asBadFile(error: unknown): unknown {
  if (!(error instanceof UnreadableTable)) return error
  return new BadFile([{ line: error.line, column: null, reason: error.message }])
}

async function assertThere(file: string): Promise<void> {
  try {
    await access(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new StartError(`There is no file ${file}.`)
    throw new StartError(`The file ${file} cannot be read: ${plainReason(error)}.`)
  }
}

async function sampleOf(rows: AsyncIterable<TableRow>) {
  const iterator = rows[Symbol.asyncIterator]()
  const sample: TableRow[] = []
  while (sample.length < SAMPLE) {
    const next = await iterator.next()
    if (next.done === true) break
    sample.push(next.value)
  }
  async function* all() {
    yield* sample
    for (;;) {
      const next = await iterator.next()
      if (next.done === true) return
      yield next.value
    }
  }
  return { sample, rows: all() }
}

function mappingFor({ header }: Table, sample: readonly TableRow[], options: ImportOptions): ColumnMapping {
  const guessed = guessMapping(
    header.cells,
    sample.map(({ cells }) => cells),
  )
  const columns = { ...guessed.columns }
  for (const [field, heading] of Object.entries(options.columns) as [Field, string][]) {
    const place = header.cells.findIndex((name) => headingName(name) === headingName(heading))
    if (place === -1)
      throw new StartError(`The file has no column ‘${heading}’, which --map names for ${field}.`)
    for (const [other, taken] of Object.entries(columns)) if (taken === place) delete columns[other as Field]
    columns[field] = place
  }
  if (options.indicator !== null) delete columns.indicator
  return { columns, indicator: options.indicator }
}

/** A file on disk as a table, with which column is what. Throws BadFile and StartError. */
export async function openFile(options: ImportOptions) {
  await assertThere(options.file)
  const source = createReadStream(options.file) as AsyncIterable<Buffer>
  const { bytes, size, sha256 } = measured(source)
  try {
    const table = await readTable(bytes, options.sheet)
    const { sample, rows } = await sampleOf(table.rows)
    const mapping = mappingFor(table, sample, options)
    const { header } = table
    const twice = header.cells.find(
      (name, place) =>
        name !== '' && header.cells.findIndex((other) => headingName(other) === headingName(name)) < place,
    )
    const faults = [
      ...(twice === undefined ? [] : [{ column: twice, reason: 'the file has this column twice.' }]),
      ...mappingFaults(mapping, header.cells).map(({ field, reason }) => ({
        column: fieldWord(field).toLowerCase(),
        reason: `${reason} Use --map ${field}=HEADING.`,
      })),
    ]
    if (faults.length > 0) throw new BadFile(faults.map((fault) => ({ line: header.line, ...fault })))
    return { table: { header, rows, sheet: table.sheet } satisfies Table, mapping, size, sha256 }
  } catch (error) {
    throw asBadFile(error)
  }
}
