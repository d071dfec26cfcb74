import type { Context } from '#api/context.ts'
import { day, many, reference } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'
import { FRAMEWORK, type PlacedIndicatorRow } from './indicators.queries.ts'
import { POINTS, SERIES_COLUMNS, type SeriesRow, TARGETS } from './series.service.ts'

/** As many quarters as a page shows of a series; older ones are in the export. */
export const QUARTERS_SHOWN = 40
/** A body that reported nothing for so many quarters is not one of the breakdown any more. */
const QUARTERS_ALIVE = 8

export type CommentaryRow = {
  quarterIndex: number
  whatHappened: string | null
  why: string | null
  whatWeAreDoing: string | null
  whatWeNeed: string | null
  cause: string | null
  action: string | null
  actionOwner: string | null
  actionDueOn: string | null
  writtenOn: string
  writtenBy: string | null
}

export type BodyRow = Reference & {
  points: SeriesRow['points']
  targets: SeriesRow['targets'] | null
  numerator: string | null
  denominator: string | null
}

export type EventRow = {
  id: string
  quarterIndex: number
  title: string
  note: string | null
  isWholeArea: boolean
}

export type IndicatorDetailRow = PlacedIndicatorRow & {
  snapshot: string
  phrase: string | null
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
  note: string | null
  firstQuarter: number | null
  lastQuarter: number | null
  newestReportedOn: string | null
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
  bodies: BodyRow[]
  commentaries: CommentaryRow[]
  leadForecast: { value: string; reason: string | null; writtenOn: string | null } | null
  revisions: {
    quarterIndex: number
    from: string | null
    to: string | null
    reason: string
    revisedOn: string
  }[]
  events: EventRow[]
  marks: { index: number; reason: string }[]
  returns: { quarterIndex: number; dueOn: string; receivedOn: string | null }[]
  signOff: { by: string; on: string } | null
}

const london = (instant: string) => day(`${instant} AT TIME ZONE 'Europe/London'`)

/** Materialised: a plan for any indicator would read all of the bodies’ targets once for each body. */
const BODY_SERIES = `
body_points AS MATERIALIZED (
  SELECT m.organisation_id, ${POINTS} AS points FROM measurement m JOIN i ON i.id = m.indicator_id
  WHERE $3::text IS NULL AND m.organisation_id IS NOT NULL AND m.quarter_index BETWEEN $4 - ${QUARTERS_SHOWN - 1} AND $4
  GROUP BY m.organisation_id HAVING max(m.quarter_index) > $4 - ${QUARTERS_ALIVE}),
body_targets AS MATERIALIZED (
  SELECT t.organisation_id, ${TARGETS} AS targets FROM target t JOIN fi ON fi.id = t.framework_indicator_id
  WHERE $3::text IS NULL AND t.organisation_id IS NOT NULL
    AND t.start_year BETWEEN ($4 - ${QUARTERS_SHOWN - 1}) / 4 AND $4 / 4
  GROUP BY t.organisation_id)`

const BODIES = many(`SELECT b.slug AS id, b.name, b.short_name AS "shortName", s.points, t.targets,
      trim_scale(now.numerator)::text AS numerator, trim_scale(now.denominator)::text AS denominator
    FROM body_points s JOIN organisation b ON b.id = s.organisation_id
      LEFT JOIN body_targets t ON t.organisation_id = s.organisation_id
      LEFT JOIN measurement now
        ON now.indicator_id = i.id AND now.organisation_id = b.id AND now.quarter_index = $4
    ORDER BY b.name`)

/** What the owner said in each return that was signed, the newest first. */
const COMMENTARIES = many(`SELECT r.quarter_index AS "quarterIndex",
      coalesce(e.commentary, r.what_happened) AS "whatHappened", r.why, r.what_we_are_doing AS "whatWeAreDoing",
      r.what_we_need AS "whatWeNeed", e.cause, e.action, coalesce(doer.name, e.owner_name) AS "actionOwner",
      ${day('e.due_on')} AS "actionDueOn", ${london('r.submitted_at')} AS "writtenOn", officer.name AS "writtenBy"
    FROM quarterly_return r LEFT JOIN return_entry e ON e.return_id = r.id AND e.framework_indicator_id = fi.id
      LEFT JOIN person doer ON doer.id = e.owner_id
    WHERE r.partnership_id = fi.owner_id AND r.submitted_at IS NOT NULL
      AND r.quarter_index BETWEEN $4 - ${QUARTERS_SHOWN - 1} AND $4
    ORDER BY r.quarter_index DESC`)

const LEAD_FORECAST = `(SELECT json_build_object('value', trim_scale(e.forecast)::text, 'reason', e.forecast_reason,
      'writtenOn', ${london('r.submitted_at')})
    FROM quarterly_return r JOIN return_entry e ON e.return_id = r.id AND e.framework_indicator_id = fi.id
    WHERE $3::text IS NULL AND r.partnership_id = fi.owner_id AND r.quarter_index = $4
      AND r.submitted_at IS NOT NULL AND e.forecast IS NOT NULL)`

/** Who signed the return that this quarter’s figure came in, when it was signed last. */
const SIGN_OFF = `(SELECT json_build_object('by', signed.name, 'on', ${london('s.submitted_at')})
    FROM quarterly_return r JOIN return_submission s ON s.return_id = r.id JOIN person signed ON signed.id = s.signed_by_id
    WHERE r.partnership_id = fi.owner_id AND r.quarter_index = $4 ORDER BY s.number DESC LIMIT 1)`

const TARGET_CHANGES =
  many(`SELECT b.name AS organisation, t.start_year AS "startYear", t.quarter_number AS "quarterNumber",
      trim_scale(tc.old_value)::text AS "from", trim_scale(tc.new_value)::text AS "to", tc.agreed_by AS "agreedBy",
      ${day('tc.agreed_on')} AS "agreedOn", tc.reason
    FROM target_change tc JOIN target t ON t.id = tc.target_id LEFT JOIN organisation b ON b.id = t.organisation_id
    WHERE t.framework_indicator_id = fi.id AND (tc.old_value IS NOT NULL OR tc.old_range_low IS NOT NULL)
    ORDER BY tc.agreed_on DESC, t.start_year DESC, t.quarter_number NULLS FIRST, tc.sequence DESC`)

/** What happened to the whole area happened to each body too. */
const EVENTS =
  many(`SELECT e.id, e.quarter_index AS "quarterIndex", e.title, e.note, e.organisation_id IS NULL AS "isWholeArea"
    FROM indicator_event e
    WHERE e.indicator_id = i.id AND e.withdrawn_at IS NULL
      AND (e.organisation_id IS NULL OR e.organisation_id = (SELECT id FROM org))
    ORDER BY e.quarter_index, e.added_at, e.id`)

const MARKS = many(`SELECT k.quarter_index AS index, k.reason FROM process_mark k
    WHERE k.indicator_id = i.id AND k.withdrawn_at IS NULL
      AND k.organisation_id IS NOT DISTINCT FROM (SELECT id FROM org) ORDER BY k.quarter_index`)

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
at_quarter AS (SELECT * FROM series WHERE quarter_index = $4),${BODY_SERIES}
SELECT pg_current_snapshot()::text AS snapshot, i.slug AS id, i.code, i.short_title AS title, i.phrase, i.title AS "fullTitle", i.definition, i.source,
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
  (SELECT note FROM at_quarter) AS note,
  (SELECT min(quarter_index) FROM series) AS "firstQuarter", (SELECT max(quarter_index) FROM series) AS "lastQuarter",
  (SELECT ${london('reported_at')} FROM series WHERE value IS NOT NULL AND quarter_index <= $4
    ORDER BY quarter_index DESC LIMIT 1) AS "newestReportedOn",
  ${TARGET_CHANGES} AS "targetChanges",
  ${BODIES} AS bodies,
  ${COMMENTARIES} AS commentaries,
  ${LEAD_FORECAST} AS "leadForecast",
  ${many(`SELECT m.quarter_index AS "quarterIndex", trim_scale(mr.old_value)::text AS "from",
      trim_scale(mr.new_value)::text AS "to", mr.reason, ${london('mr.revised_at')} AS "revisedOn"
    FROM measurement_revision mr JOIN series m ON m.id = mr.measurement_id
    WHERE mr.old_value IS NOT NULL ORDER BY mr.revised_at DESC`)} AS revisions,
  ${EVENTS} AS events,
  ${MARKS} AS marks,
  ${many(`SELECT r.quarter_index AS "quarterIndex", ${day('r.due_on')} AS "dueOn",
      ${london('r.submitted_at')} AS "receivedOn"
    FROM quarterly_return r WHERE r.partnership_id = fi.owner_id
      AND r.quarter_index BETWEEN $4 - ${QUARTERS_SHOWN - 1} AND $4`)} AS returns,
  ${SIGN_OFF} AS "signOff"
FROM i JOIN fi ON true JOIN framework f ON f.id = fi.framework_id JOIN outcome o ON o.id = fi.outcome_id
  LEFT JOIN partnership p ON p.id = fi.owner_id LEFT JOIN person officer ON officer.id = p.lead_officer_id`

export async function readIndicatorDetail(
  { database }: Pick<Context, 'database'>,
  asked: { id: string; framework: string | null; organisation: string | null; quarterIndex: number },
): Promise<IndicatorDetailRow | undefined> {
  const { id, framework, organisation, quarterIndex } = asked
  const { rows } = await database.lanes.query<IndicatorDetailRow>({
    name: 'indicator',
    text: DETAIL,
    values: [id, framework, organisation, quarterIndex],
  })
  return rows[0]
}
