import type { RecommendationResponse, RecordAccess, ReturnState, WorkKind, WorkState } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { day, instant, many, reference, referenceOrNull } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'

type Marked = { councilId: string; access: RecordAccess; paragraph: number | null }

export type WorkItemRow = Marked & {
  id: string
  version: number
  kind: WorkKind
  title: string
  purpose: string
  partnership: Reference | null
  meeting: { id: string; heldOn: string; purpose: string | null } | null
  plannedOn: string
  state: WorkState
  findings: string | null
  createdBy: string
}

export type QuestionRow = {
  councilId: string
  id: string
  version: number
  number: number
  partnership: Reference
  text: string
  askedById: string
  askedBy: string
  askedOn: string
  /** The quarter it is about: the one before the return that answers it. */
  quarterIndex: number
  returnId: string | null
  answerDueOn: string
  answer: string | null
  answeredOn: string | null
  closedOn: string | null
  closedBy: string | null
}

export type RecommendationRow = Marked & {
  id: string
  version: number
  number: number
  partnership: Reference
  workItem: (Marked & { id: string; title: string }) | null
  text: string
  madeBy: string
  madeOn: string
  response: RecommendationResponse | null
  responseReason: string | null
  respondedBy: string | null
  respondedOn: string | null
  action: {
    id: string
    action: string
    owner: string | null
    dueOn: string
    completedOn: string | null
  } | null
  followUpOn: string | null
  outcome: string | null
  closedOn: string | null
  closedBy: string | null
}

export type InterviewNoteRow = Marked & {
  id: string
  withWhom: string
  heldOn: string
  text: string
  recordedBy: string
  recordedAt: string
}

const MARKED = (row: string) =>
  `${row}.council_id AS "councilId", ${row}.access, ${row}.exempt_paragraph AS paragraph`

const WORK_ITEMS = `
SELECT w.id, w.version, w.kind, w.title, w.purpose, ${referenceOrNull('p')} AS partnership,
  CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'heldOn', ${day('m.held_on')}, 'purpose', m.purpose)
    END AS meeting,
  ${day('w.planned_on')} AS "plannedOn", w.state, w.findings, who.name AS "createdBy", ${MARKED('w')}
FROM work_item w JOIN person who ON who.id = w.created_by_id LEFT JOIN partnership p ON p.id = w.partnership_id
  LEFT JOIN meeting m ON m.id = w.meeting_id`

const QUESTIONS = `
SELECT k.id, k.version, k.number, ${reference('p')} AS partnership, k.text, k.asked_by_id AS "askedById",
  asker.name AS "askedBy", ${day('k.asked_on')} AS "askedOn", k.quarter_index AS "quarterIndex",
  (SELECT r.id FROM quarterly_return r WHERE r.partnership_id = k.partnership_id AND r.quarter_index = k.quarter_index + 1)
    AS "returnId",
  ${day('k.answer_due_on')} AS "answerDueOn", k.answer, ${day('k.answered_on')} AS "answeredOn",
  ${day('k.closed_on')} AS "closedOn", closer.name AS "closedBy", k.council_id AS "councilId"
FROM question k
  JOIN partnership p ON p.id = k.partnership_id JOIN person asker ON asker.id = k.asked_by_id
  LEFT JOIN person closer ON closer.id = k.closed_by_id`

const RECOMMENDATIONS = `
SELECT r.id, r.version, r.number, ${reference('p')} AS partnership,
  CASE WHEN w.id IS NULL THEN NULL ELSE json_build_object('id', w.id, 'title', w.title, 'councilId', w.council_id,
    'access', w.access, 'paragraph', w.exempt_paragraph) END AS "workItem",
  r.text, maker.name AS "madeBy", ${day('r.made_on')} AS "madeOn", r.response, r.response_reason AS "responseReason",
  answerer.name AS "respondedBy", ${day('r.responded_on')} AS "respondedOn",
  CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'action', a.action, 'owner', doer.name,
    'dueOn', ${day('a.due_on')}, 'completedOn', ${day('a.completed_on')}) END AS action,
  ${day('r.follow_up_on')} AS "followUpOn", r.outcome, ${day('r.closed_on')} AS "closedOn", closer.name AS "closedBy",
  ${MARKED('r')}
FROM recommendation r JOIN partnership p ON p.id = r.partnership_id JOIN person maker ON maker.id = r.made_by_id
  LEFT JOIN work_item w ON w.id = r.work_item_id LEFT JOIN action a ON a.id = r.action_id
  LEFT JOIN person doer ON doer.id = a.owner_id LEFT JOIN person answerer ON answerer.id = r.responded_by_id
  LEFT JOIN person closer ON closer.id = r.closed_by_id`

const INTERVIEW_NOTES = `
SELECT n.id, n.with_whom AS "withWhom", ${day('n.held_on')} AS "heldOn", n.text, who.name AS "recordedBy",
  ${instant('n.recorded_at')} AS "recordedAt", ${MARKED('n')}
FROM interview_note n JOIN person who ON who.id = n.recorded_by_id`

export type ScrutinyRow = {
  council: (Reference & { recordId: string }) | null
  /** Null where none was asked for, or the council's register has none of that name. */
  partnership: (Reference & { recordId: string; endedOn: string | null }) | null
  workItems: WorkItemRow[]
  questions: QuestionRow[]
  recommendations: RecommendationRow[]
  interviewNotes: InterviewNoteRow[]
  meetings: { id: string; heldOn: string; purpose: string | null }[]
  partnerships: Reference[]
  /** Of the partnership asked for, the quarters not yet due. */
  quarters: { index: number; dueOn: string; state: ReturnState | null }[]
  owners: { id: string; name: string }[]
}

const OF_PARTNERSHIP = (row: string) =>
  `${row}.council_id = c.id AND ($2::text IS NULL OR ${row}.partnership_id = (SELECT id FROM chosen))`

/** Everything of a council's scrutiny in one statement. $1 council, $2 partnership or null for all, $3 today. */
const SCRUTINY = `
WITH c AS (SELECT id, slug, name, short_name FROM organisation WHERE slug = $1 AND keeps_register),
chosen AS (SELECT p.* FROM partnership p JOIN register_entry g ON g.partnership_id = p.id JOIN c ON c.id = g.council_id
  WHERE p.slug = $2)
SELECT
  (SELECT json_build_object('recordId', c.id, 'id', c.slug, 'name', c.name, 'shortName', c.short_name) FROM c) AS council,
  (SELECT json_build_object('recordId', p.id, 'id', p.slug, 'name', p.name, 'shortName', p.short_name,
    'endedOn', ${day('p.ended_on')}) FROM chosen p) AS partnership,
  ${many(`${WORK_ITEMS} JOIN c ON ${OF_PARTNERSHIP('w')} ORDER BY w.planned_on, w.title`)} AS "workItems",
  ${many(`${QUESTIONS} JOIN c ON ${OF_PARTNERSHIP('k')} ORDER BY k.quarter_index, k.number`)} AS questions,
  ${many(`${RECOMMENDATIONS} JOIN c ON ${OF_PARTNERSHIP('r')} ORDER BY p.name, r.number`)} AS recommendations,
  ${many(`${INTERVIEW_NOTES} JOIN c ON ${OF_PARTNERSHIP('n')} ORDER BY n.held_on, n.id`)} AS "interviewNotes",
  ${many(`SELECT m.id, ${day('m.held_on')} AS "heldOn", m.purpose FROM meeting m JOIN c ON c.id = m.council_id
    WHERE m.body = 'scrutiny' ORDER BY m.held_on`)} AS meetings,
  ${many(`SELECT p.slug AS id, p.name, p.short_name AS "shortName" FROM register_entry g JOIN c ON c.id = g.council_id
      JOIN partnership p ON p.id = g.partnership_id ORDER BY p.name`)} AS partnerships,
  ${many(`SELECT q.index, ${day('coalesce(r.due_on, q.due_on)')} AS "dueOn", r.state FROM quarter q JOIN chosen p ON true
      LEFT JOIN quarterly_return r ON r.quarter_index = q.index AND r.partnership_id = p.id
    WHERE coalesce(r.due_on, q.due_on) >= $3::date ORDER BY q.index LIMIT 6`)} AS quarters,
  ${many(`SELECT DISTINCT who.id, who.name FROM person_role held JOIN chosen p ON p.id = held.partnership_id
      JOIN person who ON who.id = held.person_id WHERE who.disabled_at IS NULL ORDER BY who.name`)} AS owners`

export async function readScrutiny(
  { database, today }: Pick<Context, 'database' | 'today'>,
  { council, partnership }: { council: string; partnership: string | null },
): Promise<ScrutinyRow> {
  const { rows } = await database.pool.query<ScrutinyRow>(SCRUTINY, [council, partnership, today])
  const [row] = rows
  if (row === undefined) throw new Error('A statement without a table answers one row.')
  return row
}

type Reader = Pick<PoolClient, 'query'>

async function readOne<Row extends object>(
  reader: Reader,
  text: string,
  id: string,
): Promise<Row | undefined> {
  const { rows } = await reader.query<Row>(text, [id])
  return rows[0]
}

export const readQuestion = (reader: Reader, id: string) =>
  readOne<QuestionRow>(reader, `${QUESTIONS} WHERE k.id = $1`, id)

export const readRecommendation = (reader: Reader, id: string) =>
  readOne<RecommendationRow>(reader, `${RECOMMENDATIONS} WHERE r.id = $1`, id)

export const readWorkItem = (reader: Reader, id: string) =>
  readOne<WorkItemRow>(reader, `${WORK_ITEMS} WHERE w.id = $1`, id)

export const readInterviewNote = (reader: Reader, id: string) =>
  readOne<InterviewNoteRow>(reader, `${INTERVIEW_NOTES} WHERE n.id = $1`, id)
