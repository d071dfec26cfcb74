import type { Database } from '@accord/database'
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

type Question = { tokenHash: string | null; council: string | null }

type Waiting = Question & { resolve: (answer: Fresh) => void; reject: (reason: unknown) => void }

type Answers = {
  sessions: Record<string, SessionRecord> | null
  versions: Record<string, string> | null
}

const LOOK_UP = `
  SELECT
    (SELECT json_object_agg(encode(s.token_hash, 'hex'), json_build_object(
        'id', s.id, 'personId', p.id, 'name', p.name,
        'lastSeenAt', (extract(epoch FROM s.last_seen_at) * 1000)::bigint,
        'expiresAt', (extract(epoch FROM s.expires_at) * 1000)::bigint,
        'roles', (SELECT coalesce(json_agg(json_build_object(
            'role', r.role, 'councilId', r.council_id, 'partnershipId', r.partnership_id)), '[]'::json)
          FROM person_role r WHERE r.person_id = p.id)))
      FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = ANY ($1::bytea[]) AND p.disabled_at IS NULL) AS sessions,
    (SELECT json_object_agg(o.slug, v.version::text)
      FROM figures_version v JOIN organisation o ON o.id = v.council_id
      WHERE o.slug = ANY ($2::text[])) AS versions`

/**
 * Who is asking, and which version their council's figures are at: one statement for every request
 * that waits. A request is answered only from a look-up that began after it arrived, so neither a
 * signed-out session nor a figure older than the last acknowledged write is ever used, on any process.
 */
export function createFreshness(database: Database): { ask: (question: Question) => Promise<Fresh> } {
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
      const result = await database.pool.query<Answers>({
        name: 'freshness',
        text: LOOK_UP,
        values: [[...hashes].map((hash) => Buffer.from(hash, 'hex')), [...councils]],
      })
      const { sessions = null, versions = null } = result.rows[0] ?? {}
      for (const { tokenHash, council, resolve } of batch) {
        resolve({
          session: tokenHash === null ? null : (sessions?.[tokenHash] ?? null),
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
  }
}
