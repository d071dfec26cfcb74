import type { TargetValue } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { day, many, reference, referenceOrNull } from '#api/sql.ts'
import { POINTS, SERIES_COLUMNS, type SeriesRow, TARGETS } from '#modules/indicators/series.service.ts'
import type { Reference } from '#wire/primitives.ts'
import type { BaselineValue, Placement, Settings, YearTargets } from './changes.bodies.ts'

/** An indicator in one framework as it stands: what a change is held against. */
export type SubjectRow = SeriesRow & {
  id: string
  recordId: string
  placeId: string
  code: string
  framework: Reference
  frameworkRecordId: string
  frameworkKind: string
  startYear: number
  endYear: number
  councilIds: string[]
  designated: number
  settings: Settings
  placement: Placement
  figures: number
  organisation: Reference | null
  organisationRecordId: string | null
  yearTargets: { year: number; number: number | null; target: TargetValue }[]
  baseline: BaselineValue | null
  baselineChanges: {
    from: BaselineValue | null
    to: BaselineValue
    agreedBy: string
    agreedOn: string
    reason: string
  }[]
  bodies: Reference[]
  outcomes: { id: string; title: string }[]
}

const text = (column: string) => `trim_scale(${column})::text`

const SETTINGS = `json_build_object('title', i.title, 'shortTitle', i.short_title, 'definition', i.definition,
    'unit', i.unit, 'decimals', i.decimals, 'polarity', i.polarity, 'measure', i.measure,
    'tolerance', json_build_object('kind', i.tolerance_kind, 'green', ${text('i.green_tolerance')}, 'amber', ${text('i.amber_tolerance')}),
    'hardMin', ${text('i.hard_min')}, 'hardMax', ${text('i.hard_max')}, 'source', i.source,
    'reportedBy', i.reported_by, 'lagWeeks', i.lag_weeks, 'roundedCounts', i.rounded_counts)`

const PLACEMENT = `json_build_object('outcome', o.slug, 'owner', p.slug, 'isDesignated', fi.is_designated, 'isDataOnly', fi.is_data_only)`

const TARGET = `CASE WHEN t.value IS NULL
    THEN json_build_object('low', ${text('t.range_low')}, 'high', ${text('t.range_high')})
    ELSE json_build_object('value', ${text('t.value')}) END`

const baselineOf = (period: string, value: string) =>
  `json_build_object('period', ${period}, 'value', ${text(value)})`

/** $1 indicator, $2 framework or null (then the newest on a dashboard), $3 organisation or null, $4 quarter, $5 quarters back. */
const SUBJECT = `
WITH i AS (SELECT * FROM indicator WHERE slug = $1),
fi AS (
  SELECT fi.* FROM framework_indicator fi JOIN i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
  WHERE $2::text IS NULL OR f.slug = $2
  ORDER BY f.on_dashboard DESC, ($4 / 4 BETWEEN f.start_year AND f.end_year) DESC, f.start_year DESC LIMIT 1),
org AS (SELECT * FROM organisation WHERE slug = $3),
b AS (SELECT b.* FROM baseline b JOIN fi ON fi.id = b.framework_indicator_id
  WHERE b.organisation_id IS NOT DISTINCT FROM (SELECT id FROM org))
SELECT i.slug AS id, i.id AS "recordId", fi.id AS "placeId", i.code,
  json_build_object('id', f.slug, 'name', f.title, 'shortName', f.short_title) AS framework,
  f.id AS "frameworkRecordId", f.kind AS "frameworkKind", f.start_year AS "startYear", f.end_year AS "endYear",
  array(SELECT council_id FROM framework_council WHERE framework_id = f.id) AS "councilIds",
  (SELECT count(*)::int FROM framework_indicator x WHERE x.framework_id = f.id AND x.is_designated) AS designated,
  ${SETTINGS} AS settings, ${PLACEMENT} AS placement,
  (SELECT count(*)::int FROM measurement m WHERE m.indicator_id = i.id AND m.value IS NOT NULL) AS figures,
  ${referenceOrNull('org')} AS organisation, org.id AS "organisationRecordId", ${SERIES_COLUMNS},
  (SELECT ${POINTS} FROM measurement m WHERE m.indicator_id = i.id AND m.organisation_id IS NOT DISTINCT FROM org.id
    AND m.quarter_index BETWEEN $4 - $5::int + 1 AND $4) AS points,
  (SELECT ${TARGETS} FROM target t
    WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NOT DISTINCT FROM org.id) AS targets,
  ${many(`SELECT t.start_year AS year, t.quarter_number AS number, ${TARGET} AS target FROM target t
    WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NOT DISTINCT FROM org.id`)} AS "yearTargets",
  (SELECT ${baselineOf('b.period_label', 'b.value')} FROM b) AS baseline,
  ${many(`SELECT CASE WHEN c.old_value IS NULL THEN NULL ELSE ${baselineOf('c.old_period_label', 'c.old_value')} END AS "from",
      ${baselineOf('c.new_period_label', 'c.new_value')} AS "to", c.agreed_by AS "agreedBy", ${day('c.agreed_on')} AS "agreedOn", c.reason
    FROM baseline_change c JOIN b ON b.id = c.baseline_id ORDER BY c.agreed_on DESC, c.sequence DESC`)} AS "baselineChanges",
  ${many(`SELECT x.slug AS id, x.name, x.short_name AS "shortName" FROM organisation x
    WHERE x.id IN (SELECT m.organisation_id FROM measurement m WHERE m.indicator_id = i.id)
      OR x.id IN (SELECT t.organisation_id FROM target t WHERE t.framework_indicator_id = fi.id) ORDER BY x.name`)} AS bodies,
  ${many(`SELECT x.slug AS id, x.title FROM outcome x WHERE x.framework_id = f.id ORDER BY x.position`)} AS outcomes
FROM i JOIN fi ON true JOIN framework f ON f.id = fi.framework_id JOIN outcome o ON o.id = fi.outcome_id
  LEFT JOIN partnership p ON p.id = fi.owner_id LEFT JOIN org ON true`

export type SubjectAsked = {
  indicator: string
  framework: string | null
  organisation: string | null
  quarterIndex: number
  quartersBack: number
}

export async function readSubject(
  { database }: Pick<Context, 'database'>,
  { indicator, framework, organisation, quarterIndex, quartersBack }: SubjectAsked,
): Promise<SubjectRow | undefined> {
  const { rows } = await database.pool.query<SubjectRow>(SUBJECT, [
    ...[indicator, framework, organisation, quarterIndex, quartersBack],
  ])
  return rows[0]
}

/** What a framework is to those who place an indicator in it. */
export type FrameworkRow = {
  recordId: string
  kind: string
  councilIds: string[]
  designated: number
  outcomes: { id: string; title: string }[]
}

const FRAMEWORK = `
  SELECT f.id AS "recordId", f.kind, array(SELECT council_id FROM framework_council WHERE framework_id = f.id) AS "councilIds",
    (SELECT count(*)::int FROM framework_indicator x WHERE x.framework_id = f.id AND x.is_designated) AS designated,
    ${many(`SELECT x.slug AS id, x.title FROM outcome x WHERE x.framework_id = f.id ORDER BY x.position`)} AS outcomes
  FROM framework f WHERE f.slug = $1`

export async function readFrameworkRow(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<FrameworkRow | undefined> {
  const { rows } = await database.pool.query<FrameworkRow>(FRAMEWORK, [slug])
  return rows[0]
}

export async function readOwners(
  { database }: Pick<Context, 'database' | 'today'>,
  today: string,
): Promise<Reference[]> {
  const { rows } = await database.pool.query<{ owner: Reference }>(
    `SELECT ${reference('p')} AS owner FROM partnership p WHERE p.ended_on IS NULL OR p.ended_on >= $1::date ORDER BY p.name`,
    [today],
  )
  return rows.map(({ owner }) => owner)
}

export async function isCodeTaken({ database }: Pick<Context, 'database'>, slug: string): Promise<boolean> {
  return (await database.pool.query('SELECT FROM indicator WHERE slug = $1', [slug])).rowCount !== 0
}

/** The targets of one year as they stand: the year’s own, and its profile. */
export function yearTargetsOf(
  { yearTargets }: Pick<SubjectRow, 'yearTargets'>,
  startYear: number,
): YearTargets {
  const at = (number: number | null) =>
    yearTargets.find((row) => row.year === startYear && row.number === number)?.target ?? null
  return { year: at(null), quarters: [at(1), at(2), at(3), at(4)] }
}
