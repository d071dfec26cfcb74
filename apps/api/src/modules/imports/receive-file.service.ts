import type { Readable } from 'node:stream'
import {
  LIMITS,
  measured,
  type OnProgress,
  readTable,
  stageRows,
  UnreadableTable,
} from '@accord/database/import'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { stale } from '#plugins/versions.ts'
import { insertImport, moveImport, removeWork, sweepImports, writeProgress } from './imports.queries.ts'
import type { Import } from './imports.schemas.ts'
import { knownImport, showImport } from './imports.service.ts'

const TOO_LARGE = `A file may have ${LIMITS.csvBytes / 1024 / 1024} MB at most. Split it and import the parts one by one.`

/** Begins an import: what is too large is refused before any of it is sent. */
export async function createImport(
  context: Context,
  file: { fileName: string; fileSize: number },
): Promise<Import> {
  if (file.fileSize > LIMITS.csvBytes) throw new Problem('too-large', TOO_LARGE)
  return inTransaction(context.database, async (client) => {
    await sweepImports(client)
    const id = await insertImport(client, context, file)
    await writeAudit(client, context, {
      ...{ action: 'begin import', subjectType: 'import', subjectId: id, oldValue: null, reason: null },
      newValue: file,
    })
    return showImport(client, id)
  })
}

async function fail(
  context: Context,
  at: { id: string; version: number },
  why: string | null,
): Promise<void> {
  await inTransaction(context.database, async (client) => {
    const to = why === null ? 'abandoned' : 'failed'
    await moveImport(client, { ...at, from: ['reading'], to }, why === null ? {} : { failure: why })
    await removeWork(client, at.id)
  })
}

/** 'Line 3: a quotation mark is opened …' */
function sentenceOf({ line, message }: UnreadableTable): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1)
  return line === 1 ? sentence : `Line ${line}: ${message}`
}

function refusalOf(error: unknown, sentence: string): Problem {
  const isTooLarge = error instanceof UnreadableTable && error.isTooLarge
  if (isTooLarge) return new Problem('too-large', sentence)
  return new Problem('invalid-request', sentence, { parts: [{ pointer: '#/body', detail: sentence }] })
}

type Upload = { id: string; version: number; body: Readable; sheet: string | null }

/**
 * Reads a file as it arrives and puts its rows aside, a few thousand in memory at a time. A file that cannot be read,
 * or an upload that breaks off, leaves the record of the import and nothing else.
 */
export async function receiveFile(context: Context, { id, version, body, sheet }: Upload): Promise<Import> {
  const { pool } = context.database
  const row = await knownImport(pool, id)
  if (row.state !== 'reading')
    throw new Problem('not-possible', 'This import has its file. Begin another for another file.')
  // Whoever comes first: the version is the turn.
  if (!(await moveImport(pool, { id, version, from: ['reading'], to: 'reading' }))) throw stale()
  const at = { id, version: version + 1 }
  const { bytes, size, sha256 } = measured(body)
  const onProgress: OnProgress = (stage) =>
    writeProgress(pool, id, { stage, done: size(), total: row.fileSize })
  try {
    const table = await readTable(bytes, sheet)
    const rows = await stageRows(pool, id, { table, onProgress })
    const set = {
      header: table.header.cells,
      sheet: table.sheet,
      row_count: rows,
      file_size: size(),
      file_sha256: sha256(),
    }
    if (!(await moveImport(pool, { ...at, from: ['reading'], to: 'mapping' }, set))) throw stale()
    return await showImport(pool, id)
  } catch (error) {
    const why = error instanceof UnreadableTable ? sentenceOf(error) : null
    await fail(context, at, why)
    throw why === null ? error : refusalOf(error, why)
  }
}
