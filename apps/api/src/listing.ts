import { stringify } from 'csv-stringify/sync'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

type SortKey = string | number | null

export type Column<T> = { header: string; value: (row: T) => string | number | boolean | null }

type ListQuery = {
  page: number
  pageSize: number
  format?: 'json' | 'csv' | undefined
  sort?: string | undefined
}

type Listing<T> = {
  request: FastifyRequest
  reply: FastifyReply
  query: ListQuery
  rows: readonly T[]
  sorts: Record<string, (row: T) => SortKey>
  columns: readonly Column<T>[]
  fileName: string
}

const inOrder = new Intl.Collator('en-GB', { numeric: true })

/** What is empty comes last, whichever way the rest is sorted. */
function compare(a: SortKey, b: SortKey, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return (
    sign * (typeof a === 'number' && typeof b === 'number' ? a - b : inOrder.compare(String(a), String(b)))
  )
}

function sorted<T>(rows: readonly T[], sort: string | undefined, sorts: Listing<T>['sorts']): readonly T[] {
  if (sort === undefined) return rows
  const key = sorts[sort.replace(/^-/, '')]
  if (key === undefined) return rows
  const sign = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => compare(key(a), key(b), sign))
}

export function wantsCsv(request: FastifyRequest, query: ListQuery): boolean {
  if (query.format !== undefined) return query.format === 'csv'
  const accept = request.headers.accept ?? '*/*'
  if (/application\/json|\*\/\*|application\/\*/.test(accept)) return false
  if (accept.includes('text/csv') || accept.includes('text/*')) return true
  throw new Problem('not-acceptable', 'Lists are offered as application/json and as text/csv.')
}

function csvOf<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => column.value(row))),
    {
      header: true,
      columns: columns.map(({ header }) => header),
      // A cell that a spreadsheet would run as a formula is written so that it is read as text.
      escape_formulas: true,
      bom: true,
      record_delimiter: 'windows',
      cast: { boolean: (value) => (value ? 'yes' : 'no') },
    },
  )
}

function sendCsv<T>(
  reply: FastifyReply,
  { rows, columns, fileName }: Pick<Listing<T>, 'rows' | 'columns' | 'fileName'>,
): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}.csv"`)
    .serializer((body: unknown) => String(body))
    .send(csvOf(rows, columns))
}

/** Answers a list: sorted, then one page of it as JSON, or all of it as CSV. */
export function sendList<T>(listing: Listing<T>): FastifyReply {
  const { request, reply, query, columns, fileName } = listing
  const rows = sorted(listing.rows, query.sort, listing.sorts)
  const isCsv = wantsCsv(request, query)
  const start = (query.page - 1) * query.pageSize
  return sendListPage({
    ...{ reply, query, isCsv, columns, fileName },
    rows: isCsv ? rows : rows.slice(start, start + query.pageSize),
    total: rows.length,
  })
}

type ListPage<T> = Pick<Listing<T>, 'reply' | 'query' | 'rows' | 'columns' | 'fileName'> & {
  isCsv: boolean
  total: number
}

/** As sendList, for a list that was sorted and paged where it is kept: its rows are the page, or all for CSV. */
export function sendListPage<T>({ reply, query, isCsv, rows, total, columns, fileName }: ListPage<T>) {
  reply.header('vary', 'Accept')
  if (isCsv) return sendCsv(reply, { rows, columns, fileName })
  const { page, pageSize } = query
  return reply.send({ items: rows, page, pageSize, total })
}

/** Every word of the search, in any order, in any case. */
export function matchesSearch(search: string | undefined, ...texts: (string | null)[]): boolean {
  if (search === undefined || search === '') return true
  const text = texts.join(' ').toLocaleLowerCase('en-GB')
  return search
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** 'true' and 'false' of a query against a row's own answer; not asked matches all. */
export function matchesFlag(asked: 'true' | 'false' | undefined, actual: boolean): boolean {
  return asked === undefined || (asked === 'true') === actual
}
