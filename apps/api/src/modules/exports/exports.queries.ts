import { WHOLE_AREA } from '@accord/database/import'
import { parseQuarterKey } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { day } from '#api/sql.ts'
import type { ExportQuery } from './exports.schemas.ts'

/** A figure with its place, in the words of files: decimals as texts, dates as ISO. */
export type ExportedFigure = {
  framework: string
  frameworkTitle: string
  code: string
  title: string
  organisation: string
  organisationCode: string | null
  quarterIndex: number
  value: string | null
  unit: string
  numerator: string | null
  denominator: string | null
  state: string | null
  missingReason: string | null
  note: string | null
  periodLabel: string | null
  quarterTarget: string | null
  yearTarget: string | null
  reportedOn: string
}

export type ExportedIndicator = {
  framework: string
  code: string
  title: string
  definition: string | null
  unit: string
  decimals: number
  polarity: string
  measure: string
  numeratorLabel: string | null
  denominatorLabel: string | null
  roundedCounts: boolean
  source: string | null
  reportedBy: string | null
  lagWeeks: number | null
  toleranceKind: string
  greenTolerance: string
  amberTolerance: string
}

const exact = (column: string) => `trim_scale(${column})::text`

const target = (
  quarter: string,
) => `(SELECT coalesce(${exact('t.value')}, ${exact('t.range_low')} || ' to ' || ${exact('t.range_high')})
  FROM target t WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NOT DISTINCT FROM m.organisation_id
    AND t.start_year = m.quarter_index / 4 AND t.quarter_number IS NOT DISTINCT FROM ${quarter})`

const INDICATORS = `framework_indicator fi JOIN framework f ON f.id = fi.framework_id JOIN indicator i ON i.id = fi.indicator_id
  WHERE ($1::text IS NULL OR f.slug = $1) AND ($2::text[] IS NULL OR i.slug = ANY ($2))`

const FIGURES = `
  SELECT f.slug AS framework, f.title AS "frameworkTitle", i.code, i.title, coalesce(o.name, '${WHOLE_AREA}') AS organisation,
    o.slug AS "organisationCode", m.quarter_index AS "quarterIndex", ${exact('m.value')} AS value, i.unit,
    ${exact('m.numerator')} AS numerator, ${exact('m.denominator')} AS denominator, m.state,
    m.missing_reason AS "missingReason", m.note, m.period_label AS "periodLabel",
    ${target('m.quarter_index % 4 + 1')} AS "quarterTarget", ${target('NULL')} AS "yearTarget",
    ${day('m.reported_at')} AS "reportedOn"
  FROM measurement m JOIN (SELECT fi.id, fi.position, fi.framework_id, fi.indicator_id FROM ${INDICATORS}) fi
      ON fi.indicator_id = m.indicator_id
    JOIN framework f ON f.id = fi.framework_id JOIN indicator i ON i.id = fi.indicator_id
    LEFT JOIN organisation o ON o.id = m.organisation_id
  WHERE ($3::text IS NULL OR CASE WHEN $3 = 'whole-area' THEN o.id IS NULL ELSE o.slug = $3 END)
    AND m.quarter_index >= coalesce($4::int, 0) AND m.quarter_index <= coalesce($5::int, 1000000)
  ORDER BY f.slug, fi.position, o.name NULLS FIRST, m.quarter_index`

const CODEBOOK = `
  SELECT f.slug AS framework, i.code, i.title, i.definition, i.unit, i.decimals, i.polarity, i.measure,
    i.numerator_label AS "numeratorLabel", i.denominator_label AS "denominatorLabel", i.rounded_counts AS "roundedCounts",
    i.source, i.reported_by AS "reportedBy", i.lag_weeks AS "lagWeeks", i.tolerance_kind AS "toleranceKind",
    ${exact('i.green_tolerance')} AS "greenTolerance", ${exact('i.amber_tolerance')} AS "amberTolerance"
  FROM ${INDICATORS} ORDER BY f.slug, fi.position`

const AT_ONCE = 1000
// Somebody on a slow line takes their time between two parts; the longest is cut off.
const PATIENCE = '60s'

const indicatorsOf = ({ framework, indicator }: ExportQuery) => [
  framework ?? null,
  indicator?.split(',') ?? null,
]

export async function readCodebook({ database }: Context, query: ExportQuery): Promise<ExportedIndicator[]> {
  const { rows } = await database.pool.query<ExportedIndicator>(CODEBOOK, indicatorsOf(query))
  return rows
}

async function* fetched(client: PoolClient): AsyncGenerator<ExportedFigure> {
  for (;;) {
    const { rows } = await client.query<ExportedFigure>(`FETCH ${AT_ONCE} FROM exported`)
    yield* rows
    if (rows.length < AT_ONCE) return
  }
}

const indexOf = (key: string | undefined) => (key === undefined ? null : parseQuarterKey(key))

/** Every figure asked for, from one snapshot and never all of them in memory. */
export async function* readFigures(
  { database }: Context,
  query: ExportQuery,
): AsyncGenerator<ExportedFigure> {
  const client = await database.pool.connect()
  const heard = () => undefined
  client.on('error', heard)
  let failure: Error | undefined
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = '${PATIENCE}'`)
    await client.query(`DECLARE exported NO SCROLL CURSOR FOR ${FIGURES}`, [
      ...indicatorsOf(query),
      ...[query.organisation ?? null, indexOf(query.from), indexOf(query.to)],
    ])
    yield* fetched(client)
  } finally {
    await client.query('ROLLBACK').catch((error: Error) => {
      failure = error
    })
    client.off('error', heard)
    client.release(failure)
  }
}
