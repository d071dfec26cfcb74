import type { Context } from '#api/context.ts'
import { day, many, reference } from '#api/sql.ts'
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

export type CommentaryRow = {
  whatHappened: string | null
  why: string | null
  whatWeAreDoing: string | null
  whatWeNeed: string | null
  cause: string | null
  action: string | null
  actionOwner: string | null
  actionDueOn: string | null
  writtenOn: string | null
  writtenBy: string | null
}

export type IndicatorDetailRow = PlacedIndicatorRow & {
  fullTitle: string
  definition: string | null
  numeratorLabel: string | null
  denominatorLabel: string | null
  source: string | null
  reportedBy: string | null
  lagWeeks: number | null
  leadOfficer: string | null
  frameworks: Reference[]
  organisation: Reference | null
  numerator: string | null
  denominator: string | null
  firstQuarter: number | null
  lastQuarter: number | null
  targetChanges: {
    organisation: string | null
    startYear: number
    quarterNumber: number | null
    from: string | null
    to: string | null
    agreedBy: string
    agreedOn: string
    reason: string
  }[]
  bodies: (Reference & {
    points: SeriesRow['points']
    targets: SeriesRow['targets']
    numerator: string | null
    denominator: string | null
  })[]
  commentary: CommentaryRow | null
  leadForecast: { value: string; reason: string | null; writtenOn: string | null } | null
  revisions: {
    quarterIndex: number
    from: string | null
    to: string | null
    reason: string
    revisedOn: string
  }[]
}

/**
 * One indicator with all its history.
 * $1 indicator, $2 framework or null (then the newest on a dashboard), $3 organisation or null, $4 quarter index.
 */
const DETAIL = `
WITH i AS (SELECT * FROM indicator WHERE slug = $1),
fi AS (
  SELECT fi.* FROM framework_indicator fi JOIN i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
  WHERE $2::text IS NULL OR f.slug = $2
  ORDER BY f.on_dashboard DESC, ($4 / 4 BETWEEN f.start_year AND f.end_year) DESC, f.start_year DESC LIMIT 1),
org AS (SELECT id, slug, name, short_name FROM organisation WHERE slug = $3),
series AS (
  SELECT m.* FROM measurement m JOIN i ON i.id = m.indicator_id
  WHERE m.organisation_id IS NOT DISTINCT FROM (SELECT id FROM org)),
at_quarter AS (SELECT * FROM series WHERE quarter_index = $4)
SELECT i.slug AS id, i.code, i.short_title AS title, i.title AS "fullTitle", i.definition, i.source,
  i.reported_by AS "reportedBy", i.lag_weeks AS "lagWeeks", i.numerator_label AS "numeratorLabel",
  i.denominator_label AS "denominatorLabel", ${FRAMEWORK} AS framework, o.title AS outcome, o.slug AS "outcomeId",
  CASE WHEN p.id IS NULL THEN NULL ELSE ${reference('p')} END AS owner, officer.name AS "leadOfficer",
  fi.is_designated AS "isDesignated", ${SERIES_COLUMNS},
  (SELECT ${POINTS} FROM series m) AS points,
  (SELECT ${TARGETS} FROM target t
    WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NOT DISTINCT FROM (SELECT id FROM org)) AS targets,
  ${many(`SELECT g.slug AS id, g.title AS name, g.short_title AS "shortName" FROM framework_indicator x
    JOIN framework g ON g.id = x.framework_id WHERE x.indicator_id = i.id ORDER BY g.on_dashboard DESC, g.start_year DESC`)} AS frameworks,
  (SELECT ${reference('org')} FROM org) AS organisation,
  (SELECT trim_scale(numerator)::text FROM at_quarter) AS numerator,
  (SELECT trim_scale(denominator)::text FROM at_quarter) AS denominator,
  (SELECT min(quarter_index) FROM series) AS "firstQuarter", (SELECT max(quarter_index) FROM series) AS "lastQuarter",
  ${many(`SELECT b.name AS organisation, t.start_year AS "startYear", t.quarter_number AS "quarterNumber",
      trim_scale(tc.old_value)::text AS "from", trim_scale(tc.new_value)::text AS "to", tc.agreed_by AS "agreedBy",
      ${day('tc.agreed_on')} AS "agreedOn", tc.reason
    FROM target_change tc JOIN target t ON t.id = tc.target_id LEFT JOIN organisation b ON b.id = t.organisation_id
    WHERE t.framework_indicator_id = fi.id AND (tc.old_value IS NOT NULL OR tc.old_range_low IS NOT NULL)
    ORDER BY tc.agreed_on DESC, t.start_year DESC, t.quarter_number NULLS FIRST`)} AS "targetChanges",
  ${many(`SELECT b.slug AS id, b.name, b.short_name AS "shortName",
      (SELECT ${POINTS} FROM measurement m
        WHERE m.indicator_id = i.id AND m.organisation_id = b.id AND m.quarter_index BETWEEN $4 - 7 AND $4) AS points,
      (SELECT ${TARGETS} FROM target t
        WHERE t.framework_indicator_id = fi.id AND t.organisation_id = b.id) AS targets,
      trim_scale(now.numerator)::text AS numerator, trim_scale(now.denominator)::text AS denominator
    FROM organisation b LEFT JOIN measurement now
      ON now.indicator_id = i.id AND now.organisation_id = b.id AND now.quarter_index = $4
    WHERE b.id IN (SELECT m.organisation_id FROM measurement m
      WHERE m.indicator_id = i.id AND m.quarter_index BETWEEN $4 - 7 AND $4)
    ORDER BY b.name`)} AS bodies,
  (SELECT json_build_object('whatHappened', coalesce(e.commentary, r.what_happened), 'why', r.why,
      'whatWeAreDoing', r.what_we_are_doing, 'whatWeNeed', r.what_we_need, 'cause', e.cause, 'action', e.action,
      'actionOwner', doer.name, 'actionDueOn', ${day('e.due_on')},
      'writtenOn', ${day("r.submitted_at AT TIME ZONE 'Europe/London'")}, 'writtenBy', officer.name)
    FROM quarterly_return r LEFT JOIN return_entry e ON e.return_id = r.id AND e.framework_indicator_id = fi.id
      LEFT JOIN person doer ON doer.id = e.owner_id
    WHERE r.partnership_id = fi.owner_id AND r.quarter_index = $4 AND r.submitted_at IS NOT NULL) AS commentary,
  (SELECT json_build_object('value', trim_scale(e.forecast)::text, 'reason', e.forecast_reason,
      'writtenOn', ${day("r.submitted_at AT TIME ZONE 'Europe/London'")})
    FROM quarterly_return r JOIN return_entry e ON e.return_id = r.id AND e.framework_indicator_id = fi.id
    WHERE $3::text IS NULL AND r.partnership_id = fi.owner_id AND r.quarter_index = $4
      AND r.submitted_at IS NOT NULL AND e.forecast IS NOT NULL) AS "leadForecast",
  ${many(`SELECT m.quarter_index AS "quarterIndex", trim_scale(mr.old_value)::text AS "from",
      trim_scale(mr.new_value)::text AS "to", mr.reason, ${day("mr.revised_at AT TIME ZONE 'Europe/London'")} AS "revisedOn"
    FROM measurement_revision mr JOIN series m ON m.id = mr.measurement_id
    WHERE mr.old_value IS NOT NULL ORDER BY mr.revised_at DESC`)} AS revisions
FROM i JOIN fi ON true JOIN framework f ON f.id = fi.framework_id JOIN outcome o ON o.id = fi.outcome_id
  LEFT JOIN partnership p ON p.id = fi.owner_id LEFT JOIN person officer ON officer.id = p.lead_officer_id`

export async function readIndicatorDetail(
  { database }: Pick<Context, 'database'>,
  asked: { id: string; framework: string | null; organisation: string | null; quarterIndex: number },
): Promise<IndicatorDetailRow | undefined> {
  const { id, framework, organisation, quarterIndex } = asked
  const { rows } = await database.pool.query<IndicatorDetailRow>(DETAIL, [
    id,
    framework,
    organisation,
    quarterIndex,
  ])
  return rows[0]
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
