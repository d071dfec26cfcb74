import type { Database } from '@accord/database'
import type { ReturnState } from '@accord/domain'
import type { PoolClient } from 'pg'
import { day, instant, many } from '#api/sql.ts'

export type Told = { id: string; name: string }

/** A return and everyone who might be told of it. */
export type ToldReturn = {
  id: string
  state: ReturnState
  partnership: string
  quarterIndex: number
  opensOn: string
  openedAt: string | null
  dueOn: string
  closesOn: string
  extendedTo: string | null
  leads: Told[]
  signatories: Told[]
  /** Those to whom a part of it was handed. */
  contributors: Told[]
  officers: Told[]
}

const holders = (role: string) =>
  many(`SELECT DISTINCT who.id, who.name FROM person_role held JOIN person who ON who.id = held.person_id
    WHERE held.partnership_id = r.partnership_id AND held.role = '${role}' AND who.disabled_at IS NULL ORDER BY who.name`)

/** $1 today: an officer is told of what is on the register of their council and significant to it now. */
const TOLD = `
SELECT r.id, r.state, p.name AS partnership, r.quarter_index AS "quarterIndex", ${day('q.opens_on')} AS "opensOn",
  ${instant('q.opened_at')} AS "openedAt", ${day('r.due_on')} AS "dueOn", ${day('q.closes_on')} AS "closesOn",
  ${day('x.until')} AS "extendedTo",
  ${holders('partnership_lead')} AS leads,
  ${holders('signatory')} AS signatories,
  ${many(`SELECT DISTINCT who.id, who.name FROM return_assignment s JOIN person who ON who.id = s.person_id
    WHERE s.return_id = r.id AND s.withdrawn_at IS NULL AND who.disabled_at IS NULL ORDER BY who.name`)} AS contributors,
  ${many(`SELECT DISTINCT who.id, who.name FROM register_entry g
      JOIN person_role held ON held.council_id = g.council_id AND held.role = 'performance_officer'
      JOIN person who ON who.id = held.person_id
    WHERE g.partnership_id = r.partnership_id AND who.disabled_at IS NULL AND g.significant_since <= $1::date
      AND (g.significant_until IS NULL OR g.significant_until > $1::date) ORDER BY who.name`)} AS officers
FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id JOIN quarter q ON q.index = r.quarter_index
  LEFT JOIN return_extension x ON x.return_id = r.id`

export async function readToldReturns(
  client: PoolClient,
  today: string,
  ids: readonly string[],
): Promise<ToldReturn[]> {
  const { rows } = await client.query<ToldReturn>(`${TOLD} WHERE r.id = ANY ($2::uuid[]) ORDER BY p.name`, [
    today,
    ids,
  ])
  return rows
}

/** Of quarters that were opened and partnerships that go on, those that are not in and may still be sent. */
export async function readOutstanding(
  client: PoolClient,
  { today, quarterIndex }: { today: string; quarterIndex: number | null },
): Promise<ToldReturn[]> {
  const { rows } = await client.query<ToldReturn>(
    `${TOLD}
     WHERE q.opened_at IS NOT NULL AND r.published_at IS NULL AND ($2::int IS NULL OR r.quarter_index = $2)
       AND r.state IN ('not_started', 'in_progress', 'awaiting_sign_off', 'changes_requested')
       AND greatest(q.closes_on, x.until) >= $1::date AND (p.ended_on IS NULL OR p.ended_on > $1::date)
     ORDER BY p.name`,
    [today, quarterIndex],
  )
  return rows
}

/** Who leads a partnership, and its name. */
export async function readLeads(
  client: PoolClient,
  { partnershipId, quarterIndex }: { partnershipId: string; quarterIndex: number },
): Promise<{ partnership: string; returnId: string | null; leads: string[] }> {
  const { rows } = await client.query<{ partnership: string; returnId: string | null; leads: string[] }>(
    `SELECT p.name AS partnership, r.id AS "returnId",
       ARRAY(SELECT DISTINCT held.person_id::text FROM person_role held JOIN person who ON who.id = held.person_id
         WHERE held.partnership_id = p.id AND held.role = 'partnership_lead' AND who.disabled_at IS NULL) AS leads
     FROM partnership p LEFT JOIN quarterly_return r ON r.partnership_id = p.id AND r.quarter_index = $2
     WHERE p.id = $1`,
    [partnershipId, quarterIndex],
  )
  return rows[0] ?? { partnership: '', returnId: null, leads: [] }
}

export type Notice = {
  personId: string
  /** Null where it is about a return that has not been made yet. */
  returnId: string | null
  kind: string
  subject: string
  body: string
}

type Moment = { today: string; now: Date }

const INSERT = `
INSERT INTO notification (id, person_id, return_id, kind, on_date, subject, body, created_at)
SELECT gen_random_uuid(), n.person_id, n.return_id, n.kind, $6::date, n.subject, n.body, $7
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) AS n(person_id, return_id, kind, subject, body)
ON CONFLICT (person_id, return_id, kind, on_date)`

/** Said again on the same day, it is new again; but no question takes the place of another. */
const AFRESH = `DO UPDATE SET subject = excluded.subject,
  body = CASE WHEN excluded.kind <> 'question_asked' THEN excluded.body
    WHEN strpos(notification.body, excluded.body) > 0 THEN notification.body
    ELSE notification.body || E'\\n\\n' || excluded.body END,
  created_at = greatest(notification.created_at, excluded.created_at), read_at = NULL, mail_state = 'waiting', mailed_at = NULL`

/** Answers whom something new was written for. */
export async function insertNotices(
  client: PoolClient,
  notices: readonly Notice[],
  { today, now, again }: Moment & { again: boolean },
): Promise<Notice[]> {
  const { rows } = await client.query<{ personId: string; returnId: string | null; kind: string }>(
    `${INSERT} ${again ? AFRESH : 'DO NOTHING'} RETURNING person_id AS "personId", return_id AS "returnId", kind`,
    [
      notices.map(({ personId }) => personId),
      notices.map(({ returnId }) => returnId),
      notices.map(({ kind }) => kind),
      notices.map(({ subject }) => subject),
      notices.map(({ body }) => body),
      today,
      now,
    ],
  )
  const key = ({ personId, returnId, kind }: (typeof rows)[number]) => `${personId} ${returnId} ${kind}`
  const written = new Set(rows.map(key))
  return notices.filter((notice) => written.has(key(notice)))
}

/**
 * Asks for one mail to each of these people, in the caller’s transaction: it is sent if what caused it happened,
 * and not otherwise. Until the worker has run once there is no queue; it looks for what waits when it starts.
 */
export async function enqueueMail(client: PoolClient, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS there",
  )
  if (rows[0]?.there !== true) return
  await client.query(
    `SELECT graphile_worker.add_job('send-mail', json_build_object('personId', p.id),
       queue_name := 'mail:' || p.id, job_key := 'mail:' || p.id)
     FROM (SELECT DISTINCT unnest($1::uuid[]) AS id ORDER BY id) p`,
    [personIds],
  )
}

export type NotificationRow = {
  id: string
  kind: string
  subject: string
  body: string
  returnId: string | null
  createdAt: string
  readAt: string | null
  mailState: 'waiting' | 'sent' | 'listed' | 'failed'
}

const COLUMNS = `n.id, n.kind, n.subject, n.body, n.return_id AS "returnId", ${instant('n.created_at')} AS "createdAt",
  ${instant('n.read_at')} AS "readAt", n.mail_state AS "mailState"`

export async function readNotifications(database: Database, personId: string): Promise<NotificationRow[]> {
  const { rows } = await database.pool.query<NotificationRow>(
    `SELECT ${COLUMNS} FROM notification n WHERE n.person_id = $1 ORDER BY n.created_at DESC, n.subject LIMIT 500`,
    [personId],
  )
  return rows
}

/** Undefined where the person has no such notification. */
export async function markRead(
  database: Database,
  { id, personId, now }: { id: string; personId: string; now: Date },
): Promise<NotificationRow | undefined> {
  const { rows } = await database.pool.query<NotificationRow>(
    `UPDATE notification n SET read_at = coalesce(n.read_at, greatest(n.created_at, $3))
     WHERE n.id = $1 AND n.person_id = $2 RETURNING ${COLUMNS}`,
    [id, personId, now],
  )
  return rows[0]
}

export type SettingRow = { kind: string; isOn: boolean; changedBy: string | null; changedAt: string | null }

export async function readSettings(client: Pick<PoolClient, 'query'>): Promise<SettingRow[]> {
  const { rows } = await client.query<SettingRow>(
    `SELECT s.kind, s.is_on AS "isOn", who.name AS "changedBy", ${instant('s.changed_at')} AS "changedAt"
     FROM reminder_setting s LEFT JOIN person who ON who.id = s.changed_by_id ORDER BY s.kind`,
  )
  return rows
}

export async function writeSetting(
  client: PoolClient,
  { kind, isOn, personId, now }: { kind: string; isOn: boolean; personId: string; now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO reminder_setting (kind, is_on, changed_by_id, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind) DO UPDATE SET is_on = excluded.is_on, changed_by_id = excluded.changed_by_id,
       changed_at = excluded.changed_at`,
    [kind, isOn, personId, now],
  )
}

export type WaitingMail = {
  email: string
  name: string
  isDisabled: boolean
  notices: { id: string; subject: string; body: string; returnId: string | null; createdAt: string }[]
}

/** All that waits to be sent to one person, the oldest first; undefined where nothing does. */
export async function readWaitingMail(
  database: Database,
  personId: string,
): Promise<WaitingMail | undefined> {
  const { rows } = await database.pool.query<WaitingMail>(
    `SELECT who.email, who.name, who.disabled_at IS NOT NULL AS "isDisabled",
       json_agg(json_build_object('id', n.id, 'subject', n.subject, 'body', n.body, 'returnId', n.return_id,
         'createdAt', ${instant('n.created_at')}) ORDER BY n.created_at, n.subject) AS notices
     FROM notification n JOIN person who ON who.id = n.person_id
     WHERE n.person_id = $1 AND n.mail_state = 'waiting' GROUP BY who.id`,
    [personId],
  )
  return rows[0]
}

/** What was said afresh since it was read goes on waiting: there is a mail to come for it. */
export async function markMailed(
  database: Database,
  notices: WaitingMail['notices'],
  { mailState, mailedAt }: { mailState: 'sent' | 'listed' | 'failed'; mailedAt: Date | null },
): Promise<void> {
  await database.pool.query(
    `UPDATE notification n SET mail_state = $3, mailed_at = greatest($4::timestamptz, CASE WHEN $4 IS NULL THEN NULL ELSE n.created_at END)
     FROM unnest($1::uuid[], $2::timestamptz[]) AS done(id, created_at)
     WHERE n.id = done.id AND n.created_at = done.created_at AND n.mail_state = 'waiting'`,
    [notices.map(({ id }) => id), notices.map(({ createdAt }) => createdAt), mailState, mailedAt],
  )
}

/** Those for whom something waits although no job will send it, as after a copy of the database was put back. */
export async function readForgotten(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ personId: string }>(
    `SELECT DISTINCT n.person_id AS "personId" FROM notification n WHERE n.mail_state = 'waiting'
       AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'mail:' || n.person_id)`,
  )
  return rows.map(({ personId }) => personId)
}
