import type { HourlyRate, Investment, Saving, VfmRating } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { day, many } from '#api/sql.ts'
import { POINTS, type SeriesRow, TARGETS } from '#modules/indicators/series.service.ts'
import type { Reference } from '#wire/primitives.ts'

export type ComparedContent = {
  judgements: { criterion: string; rating: VfmRating | null }[]
  investments: Investment[]
  savings: Saving[]
}

export type ComparedRow = Reference & {
  leadOfficer: string | null
  isSignificant: boolean
  rating: VfmRating | null
  before: VfmRating | null
  state: 'draft' | 'moderated' | 'agreed' | null
  /** What was agreed; null where nothing has been. */
  content: ComparedContent | null
  indicators: SeriesRow[] | null
  overdueActions: number
}

export type ComparisonRow = {
  council: (Reference & { recordId: string }) | null
  firstYear: number | null
  words: string[] | null
  criteria: { id: string; title: string; question: string }[]
  rates: HourlyRate[]
  partnerships: ComparedRow[]
}

/**
 * The whole comparison as one statement. $1 council, $2 start year, $3 today, $4 whether also those that were not
 * significant, $5 the quarter that delivery is rated at. Each list is gathered once and joined, not looked up by row.
 */
const COMPARISON = `
WITH c AS MATERIALIZED (SELECT id, slug, name, short_name FROM organisation WHERE slug = $1 AND keeps_register),
s AS MATERIALIZED (SELECT vs.* FROM vfm_scheme vs JOIN c ON c.id = vs.council_id WHERE vs.from_year <= $2
  ORDER BY vs.from_year DESC LIMIT 1),
listed AS MATERIALIZED (
  SELECT p.id, p.slug, p.name, p.short_name, p.lead_officer_id, r.position,
    coalesce(r.significant_since < least(make_date($2 + 1, 4, 1), $3::date + 1)
      AND (r.significant_until IS NULL OR r.significant_until > make_date($2, 4, 1)), false) AS is_significant
  FROM register_entry r JOIN c ON c.id = r.council_id JOIN partnership p ON p.id = r.partnership_id
  WHERE r.added_on < least(make_date($2 + 1, 4, 1), $3::date + 1)
    AND (r.removed_on IS NULL OR r.removed_on > make_date($2, 4, 1))),
chosen AS MATERIALIZED (SELECT * FROM listed WHERE $4 OR is_significant),
a AS MATERIALIZED (
  SELECT a.* FROM vfm_assessment a JOIN c ON c.id = a.council_id JOIN chosen p ON p.id = a.partnership_id
  WHERE a.start_year = $2),
judged AS (
  SELECT j.assessment_id, json_agg(json_build_object('criterion', k.slug, 'rating', j.rating)) AS list
  FROM vfm_judgement j JOIN a ON a.id = j.assessment_id JOIN vfm_criterion k ON k.id = j.criterion_id
  WHERE a.state = 'agreed' GROUP BY 1),
invested AS (
  SELECT v.assessment_id, json_agg(json_build_object('kind', v.kind, 'hours', trim_scale(v.hours)::text, 'pence', v.pence)) AS list
  FROM vfm_investment v JOIN a ON a.id = v.assessment_id WHERE a.state = 'agreed' GROUP BY 1),
saved AS (
  SELECT v.assessment_id, json_agg(json_build_object('kind', v.kind, 'pence', v.pence, 'signedBy', v.signed_by)) AS list
  FROM vfm_saving v JOIN a ON a.id = v.assessment_id WHERE a.state = 'agreed' GROUP BY 1),
placed AS (
  SELECT fi.owner_id, json_agg(json_build_object('unit', i.unit, 'decimals', i.decimals, 'polarity', i.polarity,
    'measure', i.measure, 'toleranceKind', i.tolerance_kind, 'greenTolerance', trim_scale(i.green_tolerance)::text,
    'amberTolerance', trim_scale(i.amber_tolerance)::text, 'isDataOnly', fi.is_data_only,
    'points', (SELECT ${POINTS} FROM measurement m
      WHERE m.indicator_id = i.id AND m.organisation_id IS NULL AND m.quarter_index = $5),
    'targets', (SELECT ${TARGETS} FROM target t
      WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NULL AND t.start_year = $5 / 4))) AS list
  FROM framework_indicator fi JOIN chosen p ON p.id = fi.owner_id JOIN indicator i ON i.id = fi.indicator_id
    JOIN framework f ON f.id = fi.framework_id
  WHERE f.on_dashboard AND $5 / 4 BETWEEN f.start_year AND f.end_year GROUP BY 1),
late AS (
  SELECT x.partnership_id, count(*)::int AS count
  FROM action x JOIN vfm_assessment y ON y.id = x.assessment_id JOIN c ON c.id = y.council_id
  WHERE x.completed_on IS NULL AND x.due_on < $3::date GROUP BY 1),
rated AS MATERIALIZED (
  SELECT v.partnership_id, v.start_year, v.rating FROM vfm_rating v JOIN c ON c.id = v.council_id
  WHERE v.start_year IN ($2, $2 - 1) AND v.rated_on <= $3::date)
SELECT (SELECT json_build_object('id', slug, 'name', name, 'shortName', short_name, 'recordId', id) FROM c) AS council,
  (SELECT min(from_year) FROM vfm_scheme vs JOIN c ON c.id = vs.council_id) AS "firstYear",
  (SELECT words FROM s) AS words,
  ${many('SELECT k.slug AS id, k.title, k.question FROM vfm_criterion k JOIN s ON s.id = k.scheme_id ORDER BY k.position')} AS criteria,
  ${many(`SELECT h.kind, ${day('h.from_on')} AS "fromOn", h.pence FROM hourly_rate h JOIN c ON c.id = h.council_id`)} AS rates,
  ${many(`SELECT p.slug AS id, p.name, p.short_name AS "shortName", officer.name AS "leadOfficer",
      p.is_significant AS "isSignificant", now.rating, before.rating AS before, a.state,
      CASE WHEN a.state = 'agreed' THEN json_build_object('judgements', coalesce(judged.list, '[]'),
        'investments', coalesce(invested.list, '[]'), 'savings', coalesce(saved.list, '[]'))
        ELSE a.last_agreed::json END AS content,
      placed.list AS indicators, coalesce(late.count, 0) AS "overdueActions"
    FROM chosen p LEFT JOIN person officer ON officer.id = p.lead_officer_id
      LEFT JOIN a ON a.partnership_id = p.id LEFT JOIN judged ON judged.assessment_id = a.id
      LEFT JOIN invested ON invested.assessment_id = a.id LEFT JOIN saved ON saved.assessment_id = a.id
      LEFT JOIN placed ON placed.owner_id = p.id LEFT JOIN late ON late.partnership_id = p.id
      LEFT JOIN rated now ON now.partnership_id = p.id AND now.start_year = $2
      LEFT JOIN rated before ON before.partnership_id = p.id AND before.start_year = $2 - 1
    ORDER BY p.position, p.name`)} AS partnerships`

export type ComparisonAsked = { council: string; startYear: number; all: boolean; quarterIndex: number }

export async function readComparison(
  { database, today }: Pick<Context, 'database' | 'today'>,
  { council, startYear, all, quarterIndex }: ComparisonAsked,
): Promise<ComparisonRow | undefined> {
  const { rows } = await database.pool.query<ComparisonRow>({
    name: 'vfm comparison',
    text: COMPARISON,
    values: [council, startYear, today, all, quarterIndex],
  })
  return rows[0]
}
