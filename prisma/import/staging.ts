import type { ClientBase, Pool } from 'pg'
import type { Table, TableRow } from './table.ts'
import { UnreadableTable } from './table.ts'

type Client = Pick<ClientBase | Pool, 'query'>

export type OnProgress = (stage: ImportStage, done: number, total: number) => Promise<void> | void
export type ImportStage = 'reading' | 'understanding' | 'comparing' | 'adding' | 'changing' | 'undoing'

const AT_ONCE = 1000

/** Cells as the text of an array: one parameter for a row, whatever its width. */
function arrayText(cells: readonly string[]): string {
  return `{${cells.map((cell) => `"${cell.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
}

async function insertRows(client: Client, id: string, rows: readonly TableRow[]): Promise<void> {
  await client.query(
    `INSERT INTO series_import_row (import_id, line, cells)
     SELECT $1, line, cells::text[] FROM unnest($2::int[], $3::text[]) AS r (line, cells)`,
    [id, rows.map(({ line }) => line), rows.map(({ cells }) => arrayText(cells.map(storable)))],
  )
}

/** PostgreSQL keeps no NUL, and no half of a character. */
const storable = (cell: string) => cell.replaceAll('\0', '').toWellFormed()

/** Puts the rows of a file aside as they come, a few thousand in memory at most. Returns how many they were. */
export async function stageRows(
  client: Client,
  id: string,
  { table, onProgress }: { table: Table; onProgress?: OnProgress },
): Promise<number> {
  let batch: TableRow[] = []
  let count = 0
  const write = async () => {
    await insertRows(client, id, batch)
    count += batch.length
    batch = []
    await onProgress?.('reading', count, 0)
  }
  for await (const row of table.rows) {
    batch.push(row)
    if (batch.length === AT_ONCE) await write()
  }
  if (batch.length > 0) await write()
  if (count === 0) throw new UnreadableTable('the file has a heading and no rows.')
  return count
}

/** The rows put aside, in the order of the file. */
export async function* stagedRows(client: Client, id: string): AsyncGenerator<TableRow> {
  let last = 0
  for (;;) {
    const { rows } = await client.query<TableRow>({
      name: 'staged import rows',
      text: 'SELECT line, cells FROM series_import_row WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3',
      values: [id, last, AT_ONCE],
    })
    yield* rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)?.line ?? last
  }
}
