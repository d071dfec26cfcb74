import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '@accord/database'
import pg from 'pg'
import type { ActorRole } from '#api/context.ts'

export type SessionRecord = {
  id: string
  personId: string
  name: string
  lastSeenAt: number
  expiresAt: number
  roles: ActorRole[]
}

export type Fresh = { session: SessionRecord | null; figuresVersion: string | null }

export type Freshness = { ask: (question: Question) => Promise<Fresh>; close: () => Promise<void> }

type Question = { tokenHash: string | null; council: string | null }

type Waiting = Question & { resolve: (answer: Fresh) => void; reject: (reason: unknown) => void }

/** Token’s hash, session, person, name, last seen, expires (both in milliseconds); then one role they hold. */
type SessionRow = [
  string,
  string,
  string,
  string,
  number,
  number,
  ActorRole['role'] | null,
  string | null,
  string | null,
]

type Answers = { sessions: SessionRow[] | null; versions: Record<string, string> | null }

// A row for each role and an array for each row: half the work of an object with a list of objects in it.
const LOOK_UP = `
  SELECT
    (SELECT json_agg(json_build_array(encode(s.token_hash, 'hex'), s.id, p.id, p.name,
        (extract(epoch FROM s.last_seen_at) * 1000)::bigint, (extract(epoch FROM s.expires_at) * 1000)::bigint,
        r.role, r.council_id, r.partnership_id))
      FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN person_role r ON r.person_id = p.id
      WHERE s.token_hash = ANY ($1::bytea[]) AND p.disabled_at IS NULL) AS sessions,
    (SELECT json_object_agg(o.slug, v.version::text)
      FROM figures_version v JOIN organisation o ON o.id = v.council_id
      WHERE o.slug = ANY ($2::text[])) AS versions`

function toSessions(rows: readonly SessionRow[]): Map<string, SessionRecord> {
  const sessions = new Map<string, SessionRecord>()
  for (const [tokenHash, id, personId, name, lastSeenAt, expiresAt, role, councilId, partnershipId] of rows) {
    const session = sessions.get(tokenHash) ?? { id, personId, name, lastSeenAt, expiresAt, roles: [] }
    if (role !== null) session.roles.push({ role, councilId, partnershipId })
    sessions.set(tokenHash, session)
  }
  return sessions
}

/**
 * Who is asking, and which version their council's figures are at: one statement for every request
 * that waits. A request is answered only from a look-up that began after it arrived, so neither a
 * signed-out session nor a figure older than the last acknowledged write is ever used, on any process.
 *
 * It has a connection of its own: behind the statements of dashboards being made, it would wait for all of them,
 * and with it everyone whose dashboard is in memory.
 */
export function createFreshness(database: Database): Freshness {
  const pool = new pg.Pool({ ...database.pool.options, max: 1 })
  pool.on('error', () => undefined)
  let waiting: Waiting[] = []
  let isRunning = false

  async function lookUp(batch: readonly Waiting[]): Promise<void> {
    const hashes = new Set<string>()
    const councils = new Set<string>()
    for (const { tokenHash, council } of batch) {
      if (tokenHash !== null) hashes.add(tokenHash)
      if (council !== null) councils.add(council)
    }
    try {
      const result = await pool.query<Answers>({
        name: 'freshness',
        text: LOOK_UP,
        values: [[...hashes].map((hash) => Buffer.from(hash, 'hex')), [...councils]],
      })
      const sessions = toSessions(result.rows[0]?.sessions ?? [])
      const versions = result.rows[0]?.versions ?? null
      for (const { tokenHash, council, resolve } of batch) {
        resolve({
          session: tokenHash === null ? null : (sessions.get(tokenHash) ?? null),
          figuresVersion: council === null ? null : (versions?.[council] ?? null),
        })
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      // Whoever arrives in the same turn of the event loop shares the look-up that follows it.
      await nextTurn()
      const batch = waiting
      waiting = []
      await lookUp(batch)
    }
    isRunning = false
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...question, resolve, reject })
        if (!isRunning) void run()
      }),
    close: () => pool.end(),
  }
}
