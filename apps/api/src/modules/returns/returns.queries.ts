import type { ReturnState, Role } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { day, instant, many, reference } from '#api/sql.ts'
import {
  POINTS,
  QUARTERS_READ,
  SERIES_COLUMNS,
  type SeriesRow,
  TARGETS,
} from '#modules/indicators/series.service.ts'
import type { Reference } from '#wire/primitives.ts'
import type { QuarterDates } from '#wire/to-quarter.ts'

export type CellRow = {
  cell: string
  value: string | null
  version: number
  changedAt: string
  changedBy: string
}

export type EntryText = {
  commentary: string | null
  cause: string | null
  action: string | null
  owner: string | null
  dueOn: string | null
}

export type OwedIndicatorRow = SeriesRow & {
  placeId: string
  indicatorId: string
  id: string
  code: string
  title: string
  isRatio: boolean
  roundedCounts: boolean
  numeratorLabel: string | null
  denominatorLabel: string | null
  hardMin: string | null
  hardMax: string | null
  before: EntryText | null
}

export type RiskRow = {
  id: string
  cause: string
  effect: string
  mitigation: string | null
  likelihood: number
  impact: number
  owner: string | null
  reviewedOn: string
  access: 'public' | 'internal' | 'exempt' | 'confidential'
  paragraph: number | null
}

type Narrative = {
  whatHappened: string | null
  why: string | null
  whatWeAreDoing: string | null
  whatWeNeed: string | null
}

export type ReturnRow = {
  id: string
  partnershipId: string
  partnership: Reference
  endedOn: string | null
  quarter: QuarterDates
  state: ReturnState
  version: number
  dueOn: string
  extendedTo: string | null
  submittedAt: string | null
  publicationDone: boolean
  executiveOn: string | null
  councilIds: string[]
  enteredFigures: boolean
  people: { id: string; name: string; role: Role }[]
  cells: CellRow[]
  indicators: OwedIndicatorRow[]
  actions: {
    id: string
    outcome: string
    action: string
    measure: string
    owner: string | null
    dueOn: string
    progress: string | null
  }[]
  risks: RiskRow[]
  questions: {
    id: string
    text: string
    askedBy: string
    askedOn: string
    answerDueOn: string
    answer: string | null
  }[]
  lastNarrative: Narrative | null
  lastResources: { memberHours: string | null; officerHours: string | null; funding: string | null } | null
  assignments: {
    id: string
    section: 'indicators' | 'actions' | 'risks' | 'resources' | 'narrative' | 'questions'
    cells: string[] | null
    personId: string | null
    to: string
    expiresOn: string | null
    redeemedAt: string | null
  }[]
  events: { from: ReturnState; to: ReturnState; by: string | null; at: string; reason: string | null }[]
}

const ENTRY = `json_build_object('commentary', e.commentary, 'cause', e.cause, 'action', e.action,
  'owner', coalesce(e.owner_name, doer.name), 'dueOn', ${day('e.due_on')})`

/**
 * Returns with all that they owe, have and may carry forward, a row each.
 * $1 ids, $2 the reader, $3 today.
 */
const RETURNS = `
SELECT r.id, r.partnership_id AS "partnershipId", ${reference('p')} AS partnership, ${day('p.ended_on')} AS "endedOn",
  json_build_object('index', q.index, 'opensOn', ${day('q.opens_on')}, 'dueOn', ${day('q.due_on')},
    'closesOn', ${day('q.closes_on')}) AS quarter,
  r.state, r.version, ${day('r.due_on')} AS "dueOn",
  (SELECT ${day('x.until')} FROM return_extension x WHERE x.return_id = r.id) AS "extendedTo",
  ${instant('r.submitted_at')} AS "submittedAt",
  r.published_at IS NOT NULL AS "publicationDone",
  (SELECT min(${day('m.held_on')}) FROM meeting m JOIN register_entry g ON g.council_id = m.council_id
    WHERE g.partnership_id = r.partnership_id AND m.quarter_index = r.quarter_index AND m.body = 'executive') AS "executiveOn",
  ARRAY(SELECT g.council_id FROM register_entry g WHERE g.partnership_id = r.partnership_id
    AND (g.removed_on IS NULL OR g.removed_on > $3::date)) AS "councilIds",
  EXISTS (SELECT FROM return_cell_change c WHERE c.return_id = r.id AND c.changed_by_id = $2::uuid
    AND c.cell ~ '^indicators/[^/]+/(value|numerator|denominator)$') AS "enteredFigures",
  ${many(`SELECT who.id, who.name, held.role FROM person_role held JOIN person who ON who.id = held.person_id
    WHERE held.partnership_id = r.partnership_id AND who.disabled_at IS NULL ORDER BY held.role, who.name`)} AS people,
  ${many(`SELECT c.cell, c.value, c.version, ${instant('c.changed_at')} AS "changedAt", who.name AS "changedBy"
    FROM return_cell c JOIN person who ON who.id = c.changed_by_id WHERE c.return_id = r.id ORDER BY c.cell`)} AS cells,
  ${many(`SELECT owed."placeId", owed."indicatorId", owed.id, owed.code, owed.title, owed.unit, owed.decimals,
      owed.polarity, owed.measure, owed."toleranceKind", owed."greenTolerance", owed."amberTolerance", owed."isDataOnly",
      owed."isRatio", owed."roundedCounts", owed."numeratorLabel", owed."denominatorLabel", owed."hardMin", owed."hardMax",
      (SELECT ${POINTS} FROM measurement m WHERE m.indicator_id = owed."indicatorId" AND m.organisation_id IS NULL
        AND m.quarter_index BETWEEN r.quarter_index - ${QUARTERS_READ} AND r.quarter_index) AS points,
      (SELECT ${TARGETS} FROM target t WHERE t.framework_indicator_id = owed."placeId" AND t.organisation_id IS NULL
        AND t.start_year BETWEEN q.start_year - 2 AND q.start_year) AS targets,
      (SELECT ${ENTRY} FROM return_entry e JOIN quarterly_return b ON b.id = e.return_id
        LEFT JOIN person doer ON doer.id = e.owner_id
        WHERE b.partnership_id = r.partnership_id AND b.quarter_index = r.quarter_index - 1
          AND e.framework_indicator_id = owed."placeId") AS before
    FROM (
      SELECT DISTINCT ON (fi.indicator_id) fi.id AS "placeId", i.id AS "indicatorId", i.slug AS id, i.code,
        i.short_title AS title, ${SERIES_COLUMNS}, i.is_ratio AS "isRatio", i.rounded_counts AS "roundedCounts",
        i.numerator_label AS "numeratorLabel", i.denominator_label AS "denominatorLabel",
        trim_scale(i.hard_min)::text AS "hardMin", trim_scale(i.hard_max)::text AS "hardMax",
        o.position AS outcome_position, fi.position
      FROM framework_indicator fi JOIN framework f ON f.id = fi.framework_id JOIN indicator i ON i.id = fi.indicator_id
        JOIN outcome o ON o.id = fi.outcome_id
      WHERE fi.owner_id = r.partnership_id AND f.on_dashboard AND q.start_year BETWEEN f.start_year AND f.end_year
      ORDER BY fi.indicator_id, f.start_year DESC) owed
    ORDER BY owed.outcome_position, owed.position`)} AS indicators,
  ${many(`SELECT a.id, a.outcome, a.action, a.measure, who.name AS owner, ${day('a.due_on')} AS "dueOn", a.progress
    FROM action a LEFT JOIN person who ON who.id = a.owner_id
    WHERE a.partnership_id = r.partnership_id AND a.opened_on < q.opens_on
      AND (a.completed_on IS NULL OR a.completed_on >= q.opens_on) ORDER BY a.due_on, a.action`)} AS actions,
  ${many(`SELECT k.id, k.cause, k.effect, k.mitigation, k.likelihood_after AS likelihood, k.impact_after AS impact,
      who.name AS owner, ${day('k.reviewed_on')} AS "reviewedOn", k.access, k.exempt_paragraph AS paragraph
    FROM risk k LEFT JOIN person who ON who.id = k.owner_id
    WHERE k.partnership_id = r.partnership_id AND k.opened_on < q.opens_on
      AND (k.closed_on IS NULL OR k.closed_on >= q.opens_on)
    ORDER BY k.likelihood_after * k.impact_after DESC, k.cause`)} AS risks,
  ${many(`SELECT k.id, k.text, who.name AS "askedBy", ${day('k.asked_on')} AS "askedOn",
      ${day('k.answer_due_on')} AS "answerDueOn", k.answer
    FROM question k JOIN person who ON who.id = k.asked_by_id
    WHERE k.partnership_id = r.partnership_id AND k.quarter_index < r.quarter_index AND k.closed_on IS NULL
      AND (k.answered_on IS NULL OR k.answered_on >= q.opens_on) ORDER BY k.asked_on, k.text`)} AS questions,
  (SELECT json_build_object('whatHappened', b.what_happened, 'why', b.why, 'whatWeAreDoing', b.what_we_are_doing,
      'whatWeNeed', b.what_we_need) FROM quarterly_return b
    WHERE b.partnership_id = r.partnership_id AND b.quarter_index = r.quarter_index - 1) AS "lastNarrative",
  (SELECT json_build_object('memberHours', trim_scale(b.member_hours)::text, 'officerHours', trim_scale(b.officer_hours)::text,
      'funding', trim_scale(b.funding_pence / 100.0)::text) FROM quarterly_return b
    WHERE b.partnership_id = r.partnership_id AND b.quarter_index = r.quarter_index - 1) AS "lastResources",
  ${many(`SELECT s.id, s.section, s.cells, s.person_id AS "personId", coalesce(who.name, s.invited_name) AS "to",
      ${day('s.expires_on')} AS "expiresOn", ${instant('s.redeemed_at')} AS "redeemedAt"
    FROM return_assignment s LEFT JOIN person who ON who.id = s.person_id
    WHERE s.return_id = r.id AND s.withdrawn_at IS NULL ORDER BY s.created_at`)} AS assignments,
  ${many(`SELECT e.from_state AS "from", e.to_state AS "to", who.name AS by, ${instant('e.happened_at')} AS at, e.reason
    FROM return_event e LEFT JOIN person who ON who.id = e.actor_id WHERE e.return_id = r.id
    ORDER BY e.happened_at, e.id`)} AS events
FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id JOIN quarter q ON q.index = r.quarter_index
WHERE r.id = ANY ($1::uuid[])
ORDER BY p.name`

export async function readReturns(
  { database, actor, today }: Context,
  ids: readonly string[],
): Promise<ReturnRow[]> {
  const { rows } = await database.pool.query<ReturnRow>(RETURNS, [ids, actor.personId, today])
  return rows
}

export type ReturnsAsked = { quarterIndex: number; council: string | null; partnership: string | null }

/** $1 quarter, $2 council or null, $3 partnership or null, $4 today. */
const LISTED = `
SELECT r.id FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id
WHERE r.quarter_index = $1 AND ($3::text IS NULL OR p.slug = $3)
  AND ($2::text IS NULL OR EXISTS (SELECT FROM register_entry g JOIN organisation c ON c.id = g.council_id
    WHERE g.partnership_id = p.id AND c.slug = $2 AND g.significant_since <= $4::date
      AND (g.significant_until IS NULL OR g.significant_until > $4::date)))`

export async function listReturnIds(
  { database, today }: Context,
  { quarterIndex, council, partnership }: ReturnsAsked,
): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(LISTED, [
    quarterIndex,
    council,
    partnership,
    today,
  ])
  return rows.map(({ id }) => id)
}
