import type { ReturnState } from '@accord/domain'
import type { PoolClient } from 'pg'
import { day, instant, many, reference } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'

type Dates = { opensOn: string; dueOn: string; closesOn: string }

export type ExpectedReturn = {
  id: string
  partnership: Reference
  state: ReturnState
  dueOn: string
  submittedAt: string | null
}

export type CycleRow = {
  version: number
  openedAt: string | null
  openedBy: string | null
  returns: ExpectedReturn[]
  dateChanges: { from: Dates; to: Dates; reason: string; at: string; by: string }[]
  publications: { council: Reference; publishedAt: string; publishedBy: string }[]
  chased: { returnId: string; on: string }[]
  /** The first quarter after the newest that was opened. */
  nextIndex: number | null
  newestIndex: number | null
}

const dates = (prefix: string) =>
  `json_build_object('opensOn', ${day(`h.${prefix}_opens_on`)}, 'dueOn', ${day(`h.${prefix}_due_on`)},
    'closesOn', ${day(`h.${prefix}_closes_on`)})`

/** Moved by opening the quarter `q` and by each change of its dates: neither is ever taken back. */
const VERSION = `(1 + (q.opened_at IS NOT NULL)::int
    + (SELECT count(*) FROM quarter_date_change v WHERE v.quarter_index = q.index))::int`

/** $1 quarter, $2 council or null, $3 the day from which its register is read. */
const CYCLE = `
SELECT ${VERSION} AS version, ${instant('q.opened_at')} AS "openedAt", opener.name AS "openedBy",
  ${many(`SELECT r.id, ${reference('p')} AS partnership, r.state, ${day('r.due_on')} AS "dueOn",
      ${instant('r.submitted_at')} AS "submittedAt"
    FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id
    WHERE r.quarter_index = q.index AND ($2::text IS NULL OR EXISTS (
      SELECT FROM register_entry g JOIN organisation c ON c.id = g.council_id
      WHERE g.partnership_id = p.id AND c.slug = $2 AND g.significant_since <= $3::date
        AND (g.significant_until IS NULL OR g.significant_until > $3::date)))
    ORDER BY p.name`)} AS returns,
  ${many(`SELECT ${dates('old')} AS "from", ${dates('new')} AS "to", h.reason, ${instant('h.changed_at')} AS at, who.name AS by
    FROM quarter_date_change h JOIN person who ON who.id = h.changed_by_id
    WHERE h.quarter_index = q.index ORDER BY h.changed_at DESC`)} AS "dateChanges",
  ${many(`SELECT ${reference('c')} AS council, ${instant('b.published_at')} AS "publishedAt", who.name AS "publishedBy"
    FROM publication b JOIN organisation c ON c.id = b.council_id JOIN person who ON who.id = b.published_by_id
    WHERE b.quarter_index = q.index ORDER BY c.name`)} AS publications,
  ${many(`SELECT n.return_id AS "returnId", ${day('max(n.on_date)')} AS on
    FROM notification n JOIN quarterly_return r ON r.id = n.return_id
    WHERE r.quarter_index = q.index AND n.kind = 'chased' GROUP BY n.return_id`)} AS chased,
  (SELECT max(o.index) FROM quarter o WHERE o.opened_at IS NOT NULL) AS "newestIndex",
  (SELECT min(n.index) FROM quarter n WHERE n.opened_at IS NULL
    AND n.index > (SELECT coalesce(max(o.index), 0) FROM quarter o WHERE o.opened_at IS NOT NULL)) AS "nextIndex"
FROM quarter q LEFT JOIN person opener ON opener.id = q.opened_by_id WHERE q.index = $1`

export async function readCycle(
  client: Pick<PoolClient, 'query'>,
  asked: { quarterIndex: number; council: string | null; asAt: string },
): Promise<CycleRow | undefined> {
  const { rows } = await client.query<CycleRow>(CYCLE, [asked.quarterIndex, asked.council, asked.asAt])
  return rows[0]
}

export type LockedQuarter = Dates & { openedAt: string | null; version: number }

/** Held to the end of the transaction: two officers never open or move one quarter at once. */
export async function lockQuarter(
  client: PoolClient,
  quarterIndex: number,
): Promise<LockedQuarter | undefined> {
  await client.query('SELECT FROM quarter WHERE index = $1 FOR UPDATE', [quarterIndex])
  // A statement of its own: one that waited for the lock would still count the changes of before it.
  const { rows } = await client.query<LockedQuarter>(
    `SELECT ${day('opens_on')} AS "opensOn", ${day('due_on')} AS "dueOn", ${day('closes_on')} AS "closesOn",
       ${instant('opened_at')} AS "openedAt", ${VERSION} AS version FROM quarter q WHERE index = $1`,
    [quarterIndex],
  )
  return rows[0]
}

type Opening = { quarterIndex: number; personId: string; now: Date; today: string; endsOn: string }

/** Counts the returns that it made: one for each partnership that is significant to anyone and saw the quarter’s end. */
export async function openQuarterNow(client: PoolClient, opening: Opening): Promise<number> {
  const { quarterIndex, personId, now, today, endsOn } = opening
  await client.query('UPDATE quarter SET opened_at = $2, opened_by_id = $3 WHERE index = $1', [
    quarterIndex,
    now,
    personId,
  ])
  const { rowCount } = await client.query(
    `INSERT INTO quarterly_return (id, partnership_id, quarter_index, state, due_on)
     SELECT gen_random_uuid(), p.id, q.index, 'not_started', q.due_on FROM partnership p CROSS JOIN quarter q
     WHERE q.index = $1 AND p.started_on <= $3::date AND (p.ended_on IS NULL OR p.ended_on > $2::date)
       AND EXISTS (SELECT FROM register_entry g JOIN organisation c ON c.id = g.council_id AND c.keeps_register
         WHERE g.partnership_id = p.id AND g.significant_since <= $2::date
           AND (g.significant_until IS NULL OR g.significant_until > $2::date)
           AND (g.removed_on IS NULL OR g.removed_on > $2::date))
     ON CONFLICT (partnership_id, quarter_index) DO NOTHING`,
    [quarterIndex, today, endsOn],
  )
  return rowCount ?? 0
}

type DateMove = { quarterIndex: number; from: Dates; to: Dates; reason: string; personId: string; now: Date }

/** Returns that fall due with their quarter move with it; one that has a day of its own stays. */
export async function moveDates(client: PoolClient, move: DateMove): Promise<void> {
  const { quarterIndex, from, to, reason, personId, now } = move
  await client.query(
    `INSERT INTO quarter_date_change (id, quarter_index, old_opens_on, new_opens_on, old_due_on, new_due_on,
       old_closes_on, new_closes_on, reason, changed_at, changed_by_id)
     VALUES (gen_random_uuid(), $1, $2::date, $3::date, $4::date, $5::date, $6::date, $7::date, $8, $9, $10)`,
    [
      quarterIndex,
      from.opensOn,
      to.opensOn,
      from.dueOn,
      to.dueOn,
      from.closesOn,
      to.closesOn,
      reason,
      now,
      personId,
    ],
  )
  await client.query(
    'UPDATE quarter SET opens_on = $2::date, due_on = $3::date, closes_on = $4::date WHERE index = $1',
    [quarterIndex, to.opensOn, to.dueOn, to.closesOn],
  )
  if (from.dueOn === to.dueOn) return
  await client.query(
    'UPDATE quarterly_return SET due_on = $3::date WHERE quarter_index = $1 AND due_on = $2::date',
    [quarterIndex, from.dueOn, to.dueOn],
  )
}

export type Extension = { until: string; reason: string }

type NewExtension = Extension & { returnId: string; version: number; personId: string; now: Date }

/** Answers what was agreed before, and whether this was written: not where somebody else changed the return first. */
export async function writeExtension(
  client: PoolClient,
  { returnId, version, until, reason, personId, now }: NewExtension,
): Promise<{ isWritten: boolean; before: Extension | null }> {
  const { rowCount } = await client.query(
    'UPDATE quarterly_return SET version = version + 1 WHERE id = $1 AND version = $2',
    [returnId, version],
  )
  if (rowCount === 0) return { isWritten: false, before: null }
  const { rows } = await client.query<Extension>(
    `SELECT ${day('until')} AS until, reason FROM return_extension WHERE return_id = $1`,
    [returnId],
  )
  await client.query(
    `INSERT INTO return_extension (id, return_id, until, reason, agreed_by_id, agreed_at)
     VALUES (gen_random_uuid(), $1, $2::date, $3, $4, $5)
     ON CONFLICT (return_id) DO UPDATE SET until = excluded.until, reason = excluded.reason,
       agreed_by_id = excluded.agreed_by_id, agreed_at = excluded.agreed_at`,
    [returnId, until, reason, personId, now],
  )
  return { isWritten: true, before: rows[0] ?? null }
}
