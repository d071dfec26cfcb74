import type { AssessmentState, RecordAccess, VfmRating } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { day, many } from '#api/sql.ts'
import {
  POINTS,
  QUARTERS_READ,
  SERIES_COLUMNS,
  type SeriesRow,
  TARGETS,
} from '#modules/indicators/series.service.ts'
import { type AssessmentContent, CONTENT } from './assessment-content.ts'

export type ActionRow = {
  id: string
  source: 'annual_plan' | 'vfm_improvement' | 'governance_review' | 'audit' | 'scrutiny'
  outcome: string
  action: string
  measure: string
  owner: string | null
  dueOn: string
  completedOn: string | null
  progress: string | null
}

export type AssessmentRow = {
  id: string
  version: number
  state: AssessmentState
  assessedById: string
  content: AssessmentContent
  lastAgreed: AssessmentContent | null
}

export type DetailRow = {
  partnershipId: string
  id: string
  name: string
  shortName: string
  leadOfficer: string | null
  assessment: AssessmentRow | null
  ratings: { startYear: number; rating: VfmRating; reason: string }[]
  /** Of all the council’s partnerships, by year. */
  ratingsOfAll: { startYear: number; ratings: VfmRating[] }[]
  risks: { likelihood: number; impact: number; access: RecordAccess; paragraph: number | null }[]
  actions: ActionRow[]
  owners: { id: string; name: string }[]
}

/** $1 the council’s record, $2 partnership, $3 start year, $4 today. */
const DETAIL = `
SELECT p.id AS "partnershipId", p.slug AS id, p.name, p.short_name AS "shortName", officer.name AS "leadOfficer",
  (SELECT json_build_object('id', a.id, 'version', a.version, 'state', a.state, 'assessedById', a.assessed_by_id,
      'content', ${CONTENT}, 'lastAgreed', a.last_agreed)
    FROM vfm_assessment a WHERE a.council_id = $1 AND a.partnership_id = p.id AND a.start_year = $3) AS assessment,
  ${many(`SELECT v.start_year AS "startYear", v.rating, v.reason FROM vfm_rating v
    WHERE v.council_id = $1 AND v.partnership_id = p.id AND v.rated_on <= $4::date ORDER BY v.start_year`)} AS ratings,
  ${many(`SELECT v.start_year AS "startYear", json_agg(v.rating) AS ratings FROM vfm_rating v
    WHERE v.council_id = $1 AND v.rated_on <= $4::date GROUP BY 1`)} AS "ratingsOfAll",
  ${many(`SELECT k.likelihood_after AS likelihood, k.impact_after AS impact, k.access, k.exempt_paragraph AS paragraph
    FROM risk k WHERE k.partnership_id = p.id AND k.opened_on <= $4::date AND (k.closed_on IS NULL OR k.closed_on > $4::date)`)} AS risks,
  ${many(`SELECT x.id, x.source, x.outcome, x.action, x.measure, who.name AS owner, ${day('x.due_on')} AS "dueOn",
      ${day('x.completed_on')} AS "completedOn", x.progress
    FROM action x JOIN vfm_assessment y ON y.id = x.assessment_id LEFT JOIN person who ON who.id = x.owner_id
    WHERE y.council_id = $1 AND x.partnership_id = p.id
    ORDER BY x.completed_on IS NOT NULL, x.due_on, x.outcome, x.action`)} AS actions,
  ${many(`SELECT who.id, who.name FROM person who WHERE who.disabled_at IS NULL AND (who.id IN (p.lead_officer_id, p.support_officer_id)
      OR who.id IN (SELECT g.person_id FROM person_role g WHERE g.partnership_id = p.id)
      OR who.id IN (SELECT x.owner_id FROM action x WHERE x.partnership_id = p.id)) ORDER BY who.name`)} AS owners
FROM partnership p JOIN register_entry r ON r.partnership_id = p.id AND r.council_id = $1
  LEFT JOIN person officer ON officer.id = p.lead_officer_id
WHERE p.slug = $2`

export async function readDetail(
  { database, today }: Pick<Context, 'database' | 'today'>,
  asked: { councilId: string; partnership: string; startYear: number },
): Promise<DetailRow | undefined> {
  const { councilId, partnership, startYear } = asked
  const { rows } = await database.pool.query<DetailRow>(DETAIL, [councilId, partnership, startYear, today])
  return rows[0]
}

export type OutcomeSeriesRow = SeriesRow & { placeId: string }

const SERIES = `
SELECT fi.id AS "placeId", ${SERIES_COLUMNS},
  (SELECT ${POINTS} FROM measurement m WHERE m.indicator_id = i.id AND m.organisation_id IS NULL
    AND m.quarter_index BETWEEN $2 - $3::int AND $2) AS points,
  (SELECT ${TARGETS} FROM target t WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NULL) AS targets
FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id WHERE fi.id = ANY($1::uuid[])`

/** The series behind outcomes that are indicators’. */
export async function readOutcomeSeries(
  { database }: Pick<Context, 'database'>,
  { placeIds, quarterIndex }: { placeIds: readonly string[]; quarterIndex: number },
): Promise<OutcomeSeriesRow[]> {
  if (placeIds.length === 0) return []
  const { rows } = await database.pool.query<OutcomeSeriesRow>(SERIES, [
    placeIds,
    quarterIndex,
    QUARTERS_READ - 1,
  ])
  return rows
}
