import type { Context } from '#api/context.ts'
import { day, reference } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'
import { POINTS, SERIES_COLUMNS, type SeriesRow, TARGETS } from './series.service.ts'

export type PlacedIndicatorRow = SeriesRow & {
  id: string
  code: string
  title: string
  framework: Reference
  outcome: string
  outcomeId: string
  owner: Reference | null
  isDesignated: boolean
}

export const FRAMEWORK = `json_build_object('id', f.slug, 'name', f.title, 'shortName', f.short_title)`

const PLACED = `
  SELECT i.slug AS id, i.code, i.short_title AS title, ${FRAMEWORK} AS framework, o.title AS outcome,
    o.slug AS "outcomeId", CASE WHEN p.id IS NULL THEN NULL ELSE ${reference('p')} END AS owner,
    fi.is_designated AS "isDesignated", ${SERIES_COLUMNS},
    (SELECT ${POINTS} FROM measurement m
      WHERE m.indicator_id = i.id AND m.organisation_id IS NULL AND m.quarter_index BETWEEN $1 - $2::int AND $1) AS points,
    (SELECT ${TARGETS} FROM target t
      WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NULL
        AND t.start_year BETWEEN $1 / 4 - 1 AND $1 / 4) AS targets
  FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
    JOIN outcome o ON o.id = fi.outcome_id LEFT JOIN partnership p ON p.id = fi.owner_id
  WHERE ($3::text IS NULL OR f.slug = $3) AND ($4::text IS NULL OR p.slug = $4)
    AND (NOT $5 OR (f.on_dashboard AND $1 / 4 BETWEEN f.start_year AND f.end_year))
  ORDER BY f.on_dashboard DESC, f.start_year DESC, f.slug, o.position, fi.position`

/** Indicators in their places, with as many quarters up to the one asked for as the caller needs. */
export async function readPlacedIndicators(
  { database }: Pick<Context, 'database'>,
  asked: {
    quarterIndex: number
    quartersBefore: number
    framework: string | null
    owner: string | null
    runningOnly: boolean
  },
): Promise<PlacedIndicatorRow[]> {
  const { rows } = await database.pool.query<PlacedIndicatorRow>(PLACED, [
    asked.quarterIndex,
    asked.quartersBefore,
    asked.framework,
    asked.owner,
    asked.runningOnly,
  ])
  return rows
}

export type MeasurementQueryRow = {
  quarterIndex: number
  organisation: Reference | null
  value: string | null
  numerator: string | null
  denominator: string | null
  state: 'provisional' | 'final' | 'revised' | null
  missingReason: 'not_due' | 'awaiting_data' | 'not_collected' | 'not_applicable' | 'suppressed' | null
  period: string | null
  note: string | null
  reportedOn: string
}

const MEASUREMENTS = `
  SELECT m.quarter_index AS "quarterIndex", CASE WHEN b.id IS NULL THEN NULL ELSE ${reference('b')} END AS organisation,
    trim_scale(m.value)::text AS value, trim_scale(m.numerator)::text AS numerator,
    trim_scale(m.denominator)::text AS denominator, m.state, m.missing_reason AS "missingReason",
    m.period_label AS period, m.note, ${day("m.reported_at AT TIME ZONE 'Europe/London'")} AS "reportedOn"
  FROM measurement m JOIN indicator i ON i.id = m.indicator_id LEFT JOIN organisation b ON b.id = m.organisation_id
  WHERE i.slug = $1 AND ($2::text IS NULL OR ($2 = 'whole-area' AND b.id IS NULL) OR b.slug = $2)
    AND m.quarter_index BETWEEN $3 AND $4
  ORDER BY m.quarter_index DESC, b.name NULLS FIRST`

export async function readMeasurements(
  { database }: Pick<Context, 'database'>,
  asked: { id: string; organisation: string | null; from: number; to: number },
): Promise<MeasurementQueryRow[]> {
  const { id, organisation, from, to } = asked
  const { rows } = await database.pool.query<MeasurementQueryRow>(MEASUREMENTS, [id, organisation, from, to])
  return rows
}

export async function indicatorExists(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<boolean> {
  return (await database.prisma.indicator.count({ where: { slug } })) > 0
}
