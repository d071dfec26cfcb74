import { quarterStartsOn } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { day, many, reference } from '#api/sql.ts'
import {
  POINTS,
  QUARTERS_READ,
  SERIES_COLUMNS,
  type SeriesRow,
  TARGETS,
} from '#modules/indicators/series.service.ts'
import type { Reference } from '#wire/primitives.ts'
import type { QuarterDates } from '#wire/to-quarter.ts'

export type DashboardAsked = {
  council: string
  quarterIndex: number
  framework: string | null
  portfolio: string | null
}

export type IndicatorRow = SeriesRow & {
  id: string
  code: string
  title: string
  phrase: string | null
  outcome: string
  owner: Reference | null
  attention: {
    cause: string | null
    action: string | null
    owner: string | null
    dueOn: string | null
  } | null
}

export type PartnershipRow = Reference & {
  scope: 'countywide' | 'district_specific'
  level: string
  leadOfficer: string | null
  dueOn: string | null
  submittedAt: string | null
  rating: 1 | 2 | 3 | 4 | null
  redRisks: number
  overdueActions: number
}

export type RewardTargetRow = {
  code: string
  title: string
  withoutStretch: string
  stretch: string
  actual: string | null
  sharePence: number
  audit: 'audited' | 'in_audit'
}

export type DashboardRow = {
  version: string
  publishedOn: string | null
  council: Reference | null
  quarters: QuarterDates[]
  frameworks: (Reference & { startYear: number; endYear: number })[]
  portfolio: { id: string; title: string; holder: string | null } | null
  outcomes: { id: string; title: string }[]
  indicators: IndicatorRow[]
  partnerships: PartnershipRow[]
  registered: number
  reward:
    | (Reference & { startYear: number; endYear: number; totalPence: number; targets: RewardTargetRow[] })
    | null
  questions: { asked: number; answered: number; late: number }
  targetChanges: {
    id: string
    code: string
    unit: string
    decimals: number
    startYear: number
    quarterNumber: number | null
    from: string | null
    to: string | null
    agreedBy: string
    agreedOn: string
  }[]
  restatements: {
    id: string
    code: string
    unit: string
    decimals: number
    quarterIndex: number
    from: string
    to: string
  }[]
  ratingChanges: { partnership: Reference; from: 1 | 2 | 3 | 4; to: 1 | 2 | 3 | 4; changedOn: string }[]
  meetings: { body: 'executive' | 'scrutiny'; heldOn: string; purpose: string | null }[]
}

/**
 * The whole dashboard in one statement, shaped for it.
 * $1 council, $2 quarter index, $3 framework or null, $4 portfolio or null, $5 today, $6 first day of the quarter,
 * $7 score from which a risk is red.
 */
export const DASHBOARD = `
WITH c AS (SELECT id, slug, name, short_name FROM organisation WHERE slug = $1 AND keeps_register),
q AS (SELECT index, start_year, least(closes_on, $5::date) AS as_at FROM quarter WHERE index = $2),
running AS (
  SELECT f.id, f.slug, f.title AS name, f.short_title AS short_name, f.start_year, f.end_year
  FROM framework f JOIN framework_council fc ON fc.framework_id = f.id JOIN c ON c.id = fc.council_id CROSS JOIN q
  WHERE f.on_dashboard AND q.start_year BETWEEN f.start_year AND f.end_year),
f AS (SELECT * FROM running WHERE $3::text IS NULL OR slug = $3 ORDER BY start_year DESC, slug LIMIT 1),
pf AS (
  SELECT pf.id, pf.slug, pf.title, p.name AS holder
  FROM portfolio pf JOIN c ON c.id = pf.council_id LEFT JOIN person p ON p.id = pf.holder_id WHERE pf.slug = $4),
registered AS (
  SELECT r.partnership_id, r.position, r.portfolio_id,
    r.significant_since <= q.as_at AND (r.significant_until IS NULL OR r.significant_until > q.as_at) AS significant
  FROM register_entry r JOIN c ON c.id = r.council_id CROSS JOIN q
  WHERE r.added_on <= q.as_at AND (r.removed_on IS NULL OR r.removed_on > q.as_at)),
chosen AS (
  SELECT partnership_id, position, significant FROM registered
  WHERE $4::text IS NULL OR portfolio_id = (SELECT id FROM pf)),
place AS (
  SELECT fi.id, fi.indicator_id, fi.owner_id, o.slug AS outcome, o.position AS outcome_position, fi.position,
    i.slug, i.code, i.short_title, i.phrase, ${SERIES_COLUMNS}
  FROM framework_indicator fi JOIN f ON f.id = fi.framework_id JOIN indicator i ON i.id = fi.indicator_id
    JOIN outcome o ON o.id = fi.outcome_id
  WHERE $4::text IS NULL OR fi.owner_id IN (SELECT partnership_id FROM chosen)),
entered AS MATERIALIZED (
  SELECT e.framework_indicator_id, r.partnership_id, e.cause, e.action, e.due_on, doer.name AS doer
  FROM (SELECT DISTINCT owner_id FROM place) owning
    CROSS JOIN LATERAL (SELECT r.id, r.partnership_id FROM quarterly_return r
      WHERE r.partnership_id = owning.owner_id AND r.quarter_index = $2 AND r.submitted_at IS NOT NULL OFFSET 0) r
    CROSS JOIN LATERAL (SELECT * FROM return_entry e
      WHERE e.return_id = r.id AND (e.cause IS NOT NULL OR e.action IS NOT NULL) OFFSET 0) e
    LEFT JOIN person doer ON doer.id = e.owner_id)
SELECT
  (SELECT v.version::text FROM figures_version v JOIN c ON c.id = v.council_id) AS version,
  (SELECT ${day(`b.published_at AT TIME ZONE 'Europe/London'`)} FROM publication b JOIN c ON c.id = b.council_id
    WHERE b.quarter_index = $2) AS "publishedOn",
  (SELECT ${reference('c')} FROM c) AS council,
  ${many(`SELECT index, ${day('opens_on')} AS "opensOn", ${day('due_on')} AS "dueOn", ${day('closes_on')} AS "closesOn"
    FROM quarter WHERE index BETWEEN $2 - 1 AND $2 + 1 ORDER BY index`)} AS quarters,
  ${many(`SELECT slug AS id, name, short_name AS "shortName", start_year AS "startYear", end_year AS "endYear"
    FROM running ORDER BY slug = (SELECT slug FROM f) DESC, start_year DESC, slug`)} AS frameworks,
  (SELECT json_build_object('id', slug, 'title', title, 'holder', holder) FROM pf) AS portfolio,
  ${many(`SELECT o.slug AS id, o.title FROM outcome o JOIN f ON f.id = o.framework_id ORDER BY o.position`)} AS outcomes,
  ${many(`SELECT place.slug AS id, code, short_title AS title, phrase, outcome, unit, decimals, polarity, measure,
      "toleranceKind", "greenTolerance", "amberTolerance", "isDataOnly",
      (SELECT ${POINTS} FROM measurement m WHERE m.indicator_id = place.indicator_id AND m.organisation_id IS NULL
        AND m.quarter_index BETWEEN $2 - ${QUARTERS_READ - 1} AND $2) AS points,
      (SELECT ${TARGETS} FROM target t WHERE t.framework_indicator_id = place.id AND t.organisation_id IS NULL
        AND t.start_year BETWEEN $2 / 4 - 2 AND $2 / 4) AS targets,
      CASE WHEN owner.id IS NULL THEN NULL ELSE ${reference('owner')} END AS owner,
      CASE WHEN e.framework_indicator_id IS NULL THEN NULL ELSE json_build_object('cause', e.cause, 'action', e.action,
        'owner', e.doer, 'dueOn', ${day('e.due_on')}) END AS attention
    FROM place LEFT JOIN partnership owner ON owner.id = place.owner_id
      LEFT JOIN entered e ON e.framework_indicator_id = place.id AND e.partnership_id = place.owner_id
    ORDER BY place.outcome_position, place.position`)} AS indicators,
  ${many(`SELECT p.slug AS id, p.name, p.short_name AS "shortName", p.scope, p.level, officer.name AS "leadOfficer",
      ${day('r.due_on')} AS "dueOn", r.submitted_at AS "submittedAt", v.rating,
      (SELECT count(*)::int FROM risk k WHERE k.partnership_id = p.id AND k.access <> 'confidential' AND k.opened_on <= q.as_at
        AND (k.closed_on IS NULL OR k.closed_on > q.as_at) AND k.likelihood_after * k.impact_after >= $7) AS "redRisks",
      (SELECT count(*)::int FROM action a WHERE a.partnership_id = p.id AND a.due_on < q.as_at
        AND (a.completed_on IS NULL OR a.completed_on > q.as_at)) AS "overdueActions"
    FROM chosen JOIN partnership p ON p.id = chosen.partnership_id CROSS JOIN q CROSS JOIN c
      LEFT JOIN person officer ON officer.id = p.lead_officer_id
      LEFT JOIN quarterly_return r ON r.partnership_id = p.id AND r.quarter_index = $2
      LEFT JOIN vfm_rating v ON v.council_id = c.id AND v.partnership_id = p.id AND v.start_year = q.start_year - 1
    WHERE chosen.significant ORDER BY p.scope, chosen.position`)} AS partnerships,
  (SELECT count(*)::int FROM registered) AS registered,
  (SELECT row_to_json(list) FROM (
    SELECT f.slug AS id, f.title AS name, f.short_title AS "shortName", f.start_year AS "startYear",
      f.end_year AS "endYear", f.reward_pence::float8 AS "totalPence",
      ${many(`SELECT i.code, i.short_title AS title, trim_scale(rt.without_stretch)::text AS "withoutStretch",
          trim_scale(rt.stretch)::text AS stretch, trim_scale(rt.actual)::text AS actual,
          rt.share_pence::float8 AS "sharePence", rt.audit
        FROM reward_target rt JOIN framework_indicator fi ON fi.id = rt.framework_indicator_id
          JOIN indicator i ON i.id = fi.indicator_id
        WHERE rt.framework_id = f.id ORDER BY rt.position`)} AS targets
    FROM framework f JOIN framework_council fc ON fc.framework_id = f.id JOIN c ON c.id = fc.council_id CROSS JOIN q
    WHERE f.reward_pence IS NOT NULL AND q.start_year BETWEEN f.start_year AND f.end_year + 1
    ORDER BY f.start_year LIMIT 1) list) AS reward,
  (SELECT json_build_object('asked', count(*), 'answered', count(*) FILTER (WHERE k.answered_on <= q.as_at),
      'late', count(*) FILTER (WHERE k.answer_due_on < q.as_at AND (k.answered_on IS NULL OR k.answered_on > q.as_at)))
    FROM question k JOIN c ON c.id = k.council_id CROSS JOIN q
    WHERE k.quarter_index = $2 - 1 AND ($4::text IS NULL OR k.partnership_id IN (SELECT partnership_id FROM chosen))) AS questions,
  ${many(`SELECT DISTINCT ON (place.slug) place.slug AS id, place.code, place.unit, place.decimals,
      t.start_year AS "startYear", t.quarter_number AS "quarterNumber", trim_scale(tc.old_value)::text AS "from",
      trim_scale(tc.new_value)::text AS "to", tc.agreed_by AS "agreedBy", ${day('tc.agreed_on')} AS "agreedOn"
    FROM target_change tc JOIN target t ON t.id = tc.target_id AND t.organisation_id IS NULL
      JOIN place ON place.id = t.framework_indicator_id CROSS JOIN q
    WHERE tc.agreed_on BETWEEN $6::date AND q.as_at AND (tc.old_value IS NOT NULL OR tc.old_range_low IS NOT NULL)
    ORDER BY place.slug, t.quarter_number IS NOT NULL, tc.agreed_on DESC`)} AS "targetChanges",
  ${many(`SELECT place.slug AS id, place.code, place.unit, place.decimals, m.quarter_index AS "quarterIndex",
      trim_scale(mr.old_value)::text AS "from", trim_scale(mr.new_value)::text AS "to"
    FROM measurement_revision mr JOIN measurement m ON m.id = mr.measurement_id AND m.organisation_id IS NULL
      JOIN place ON place.indicator_id = m.indicator_id CROSS JOIN q
    WHERE mr.new_state = 'revised' AND mr.revised_at >= $6::date AND mr.revised_at < q.as_at + 1
      AND mr.old_value IS NOT NULL AND mr.new_value IS NOT NULL AND m.quarter_index < $2
    ORDER BY place.slug, m.quarter_index`)} AS restatements,
  ${many(`SELECT ${reference('p')} AS partnership, vc.old_rating AS "from", vc.new_rating AS "to",
      ${day('vc.changed_on')} AS "changedOn"
    FROM vfm_rating_change vc JOIN vfm_rating v ON v.id = vc.rating_id JOIN c ON c.id = v.council_id
      JOIN partnership p ON p.id = v.partnership_id JOIN chosen ON chosen.partnership_id = p.id CROSS JOIN q
    WHERE vc.old_rating IS NOT NULL AND vc.changed_on BETWEEN $6::date AND q.as_at ORDER BY vc.changed_on`)} AS "ratingChanges",
  ${many(`SELECT m.body, ${day('m.held_on')} AS "heldOn", m.purpose FROM meeting m JOIN c ON c.id = m.council_id
    WHERE m.quarter_index = $2 ORDER BY m.held_on`)} AS meetings`

export function dashboardValues(
  asked: DashboardAsked,
  { today, redFrom }: { today: string; redFrom: number },
): unknown[] {
  const { council, quarterIndex, framework, portfolio } = asked
  return [council, quarterIndex, framework, portfolio, today, quarterStartsOn(quarterIndex), redFrom]
}

export async function readDashboard(
  { database, today }: Pick<Context, 'database' | 'today'>,
  asked: DashboardAsked,
  redFrom: number,
): Promise<DashboardRow | undefined> {
  const { rows } = await database.lanes.query<DashboardRow>({
    name: 'dashboard',
    text: DASHBOARD,
    values: dashboardValues(asked, { today, redFrom }),
  })
  return rows[0]
}
