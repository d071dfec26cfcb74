import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createOwnConnection, type Database } from '@accord/database'
import type pg from 'pg'
import type { ActorRole } from '#api/context.ts'

export type SessionRecord = {
  id: string
  personId: string
  name: string
  lastSeenAt: number
  expiresAt: number
  roles: ActorRole[]
  assignmentId: string | null
}

/** `snapshot`: which state of which server's database the rest was read in, for comparing with others. */
export type Fresh = {
  session: SessionRecord | null
  figuresVersion: string | null
  snapshot: DatabaseState | null
}

/** The same pair twice is the same database twice: see the decision on snapshots. */
export type DatabaseState = { connection: number; text: string }

type Question = { token: string; council: string | null }

/** Called back rather than promised: for an answer from memory, promises cost as much as finding it. */
type Answered = (error: unknown, fresh: Fresh | null) => void

export type Freshness = { ask: (question: Question, answered: Answered) => void; close: () => Promise<void> }

type Waiting = Question & { answered: Answered }

/** Token’s hash, session, assignment, person, name, last seen, expires (in milliseconds); then one role they hold. */
type SessionRow = [
  string,
  string,
  string | null,
  string,
  string,
  number,
  number,
  ActorRole['role'] | null,
  string | null,
  string | null,
]

type Answers = { snapshot: string; sessions: SessionRow[] | null; versions: Record<string, string> | null }

/** What one snapshot of the database showed of the sessions (by token) and councils asked for so far. */
type Known = { snapshot: string | null; sessions: Map<string, SessionRecord>; versions: Map<string, string> }

// Names every transaction whose writes it shows: the same text twice is the same database twice.
const SNAPSHOT = 'SELECT pg_current_snapshot()::text AS snapshot'

// A row for each role and an array for each row: half the work of an object with a list of objects in it.
const LOOK_UP = `${SNAPSHOT},
    (SELECT json_agg(json_build_array(encode(s.token_hash, 'hex'), s.id, s.assignment_id, p.id, p.name,
        (extract(epoch FROM s.last_seen_at) * 1000)::bigint, (extract(epoch FROM s.expires_at) * 1000)::bigint,
        CASE WHEN s.assignment_id IS NULL THEN r.role ELSE 'contributor' END, r.council_id,
        CASE WHEN s.assignment_id IS NULL THEN r.partnership_id ELSE q.partnership_id END))
      FROM session s JOIN person p ON p.id = s.person_id
        LEFT JOIN person_role r ON r.person_id = p.id AND s.assignment_id IS NULL
        LEFT JOIN return_assignment a ON a.id = s.assignment_id LEFT JOIN quarterly_return q ON q.id = a.return_id
      WHERE s.token_hash = ANY ($1::bytea[]) AND p.disabled_at IS NULL AND a.withdrawn_at IS NULL) AS sessions,
    (SELECT json_object_agg(o.slug, v.version::text)
      FROM figures_version v JOIN organisation o ON o.id = v.council_id
      WHERE o.slug = ANY ($2::text[])) AS versions`

/** Only this is ever stored. */
export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(hash('sha256', token, 'hex'), 'hex')
}

/** By the hash of their token, in hexadecimal. */
function toSessions(rows: readonly SessionRow[]): Map<string, SessionRecord> {
  const sessions = new Map<string, SessionRecord>()
  for (const row of rows) {
    const [tokenHash, id, assignmentId, personId, name, lastSeenAt, expiresAt, ...held] = row
    const [role, councilId, partnershipId] = held
    const session = sessions.get(tokenHash) ?? {
      ...{ id, personId, name, lastSeenAt, expiresAt, assignmentId },
      roles: [],
    }
    if (role !== null) session.roles.push({ role, councilId, partnershipId })
    sessions.set(tokenHash, session)
  }
  return sessions
}

const nothingKnown = (snapshot: string | null): Known => ({
  snapshot,
  sessions: new Map(),
  versions: new Map(),
})

/** The same snapshot adds to what is known; another one replaces it. */
function learn(known: Known, tokens: ReadonlyMap<string, Buffer>, answers: Answers): Known {
  const { snapshot, versions } = answers
  const next = known.snapshot === snapshot ? known : nothingKnown(snapshot)
  const sessions = toSessions(answers.sessions ?? [])
  for (const [token, tokenHash] of tokens) {
    const session = sessions.get(tokenHash.toString('hex'))
    if (session !== undefined) next.sessions.set(token, session)
  }
  for (const [slug, version] of Object.entries(versions ?? {})) next.versions.set(slug, version)
  return next
}

const knows = ({ sessions, versions }: Known, { token, council }: Question) =>
  sessions.has(token) && (council === null || versions.has(council))

/**
 * Who is asking, and which version their council's figures are at: one statement for every request
 * that waits. A request is answered only from a look-up that began after it arrived, so neither a
 * signed-out session nor a figure older than the last acknowledged write is ever used, on any process.
 *
 * While nobody writes, the look-up is of the database’s snapshot alone: where it is the one that the answers in
 * memory were read in, no transaction has been committed since, and they are what would be read again.
 *
 * It has a connection of its own: behind the statements of dashboards being made, it would wait for all of them,
 * and with it everyone whose dashboard is in memory.
 */
export function createFreshness(database: Database): Freshness {
  let known = nothingKnown(null)
  let connections = 0
  const connection = createOwnConnection(database.pool.options, () => {
    // Behind a new connection there may be another server, and snapshots are compared on one only.
    known = nothingKnown(null)
    connections += 1
  })
  let waiting: Waiting[] = []
  let isRunning = false

  async function isUnchanged(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ snapshot: string }>({ name: 'snapshot', text: SNAPSHOT })
    return rows[0]?.snapshot === known.snapshot
  }

  async function readAnew(client: pg.Client, batch: readonly Question[]): Promise<void> {
    const tokens = new Map<string, Buffer>()
    const councils = new Set<string>()
    for (const { token, council } of batch) {
      if (!tokens.has(token)) tokens.set(token, hashToken(token))
      if (council !== null) councils.add(council)
    }
    const { rows } = await client.query<Answers>({
      name: 'freshness',
      text: LOOK_UP,
      values: [[...tokens.values()], [...councils]],
    })
    if (rows[0] !== undefined) known = learn(known, tokens, rows[0])
  }

  function answer(batch: readonly Waiting[], { snapshot: text, sessions, versions }: Known): void {
    const snapshot = text === null ? null : { connection: connections, text }
    for (const { token, council, answered } of batch) {
      answered(null, {
        session: sessions.get(token) ?? null,
        figuresVersion: council === null ? null : (versions.get(council) ?? null),
        snapshot,
      })
    }
  }

  async function lookUp(batch: readonly Waiting[]): Promise<void> {
    try {
      const isKnown = batch.every((question) => knows(known, question))
      const client = await connection.client()
      if (!isKnown || !(await isUnchanged(client))) await readAnew(client, batch)
      answer(batch, known)
    } catch (error) {
      for (const { answered } of batch) answered(error, null)
    }
  }

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      let seen = -1
      while (waiting.length > seen) {
        seen = waiting.length
        await nextTurn()
      }
      const batch = waiting
      waiting = []
      await lookUp(batch)
    }
    isRunning = false
  }

  return {
    ask: ({ token, council }, answered) => {
      waiting.push({ token, council, answered })
      if (!isRunning) void run()
    },
    close: () => connection.close(),
  }
}
