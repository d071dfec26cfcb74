import { guessMapping, headerSignature } from '@accord/database/import'
import { quarterKey } from '@accord/domain'
import type { Pool, PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { countChangedSince, readDifferences, readFaults, readTouched } from './findings.queries.ts'
import {
  type ImportRow,
  readImport,
  readImports,
  readRememberedMapping,
  readSample,
} from './imports.queries.ts'
import type { Import, ImportDifference, ImportFault, ImportItem } from './imports.schemas.ts'
import { NO_PLAN, toImport } from './to-import.ts'

const SAMPLE_SHOWN = 5
const SAMPLE_LOOKED_AT = 50

export async function knownImport(client: Pick<Pool | PoolClient, 'query'>, id: string): Promise<ImportRow> {
  const row = await readImport(client, id)
  if (row === undefined)
    throw notFound('#/path/id', 'There is no such import here. Choose one from the list.')
  return row
}

export async function showImport(client: Pick<Pool | PoolClient, 'query'>, id: string): Promise<Import> {
  const row = await knownImport(client, id)
  const looked = await readSample(client, id, SAMPLE_LOOKED_AT)
  const remembered =
    row.header.length === 0 ? null : await readRememberedMapping(client, headerSignature(row.header))
  const isLoaded = row.state === 'applied' || row.state === 'undone'
  return toImport(row, {
    sample: looked.slice(0, SAMPLE_SHOWN),
    proposedMapping: looked.length === 0 ? null : (remembered ?? guessMapping(row.header, looked)),
    isRemembered: remembered !== null,
    leftOnUndo: row.state === 'applied' ? await countChangedSince(client, id) : 0,
    indicators: isLoaded ? await readTouched(client, id) : [],
  })
}

export function getImport({ database }: Context, id: string): Promise<Import> {
  return showImport(database.pool, id)
}

type Page<Item> = { items: Item[]; page: number; pageSize: number; total: number }
type Paging = { page: number; pageSize: number }

export async function listImports(context: Context, { page, pageSize }: Paging): Promise<Page<ImportItem>> {
  const rows = await readImports(context)
  const start = (page - 1) * pageSize
  return { items: rows.slice(start, start + pageSize), page, pageSize, total: rows.length }
}

export async function listDifferences(
  { database }: Context,
  { id, ...query }: Paging & { id: string; outcome: string | undefined; indicator: string | undefined },
): Promise<Page<ImportDifference>> {
  const { plan } = await knownImport(database.pool, id)
  const rows = await readDifferences(database.pool, { id, plan: plan ?? NO_PLAN, ...query })
  return {
    items: rows.map(({ quarterIndex, total: _, ...row }) => ({ ...row, quarter: quarterKey(quarterIndex) })),
    ...{ page: query.page, pageSize: query.pageSize, total: rows[0]?.total ?? 0 },
  }
}

export async function listFaults(
  { database }: Context,
  { id, ...query }: Paging & { id: string; kind: string | undefined; group: string | undefined },
): Promise<Page<ImportFault>> {
  await knownImport(database.pool, id)
  const rows = await readFaults(database.pool, { id, ...query })
  return {
    items: rows.map(({ total: _, ...row }) => row),
    ...{ page: query.page, pageSize: query.pageSize, total: rows[0]?.total ?? 0 },
  }
}
