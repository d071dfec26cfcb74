import type { Pool, PoolClient } from 'pg'

export type BrokenLink = {
  sequence: number
  fault: 'altered' | 'out of place' | 'number missing before'
  happenedAt: Date
  actorName: string
  action: string
  subject: string
}

export type ChainReport = {
  length: number
  /** Of the last event, in hexadecimal: kept elsewhere it shows later that no event was taken off the end. */
  lastHash: string | null
  broken: BrokenLink | null
  /** Whether the hash that was noted earlier is still in the chain; null when none was given. */
  holdsNoted: boolean | null
}

const FIRST_BROKEN = `
SELECT e.sequence::int, e.happened_at AS "happenedAt", e.actor_name AS "actorName", e.action,
  e.subject_type || ' ' || e.subject_id AS subject,
  CASE WHEN e.hash <> audit_event_hash(e) THEN 'altered'
    WHEN e.sequence <> 1 + (SELECT count(*) FROM audit_event b WHERE b.sequence < e.sequence) THEN 'number missing before'
    ELSE 'out of place' END AS fault
FROM audit_event e WHERE e.sequence = first_broken_audit_event()`

const LENGTH_AND_END = `
SELECT count(*)::int AS length,
  (SELECT encode(hash, 'hex') FROM audit_event ORDER BY sequence DESC LIMIT 1) AS "lastHash",
  CASE WHEN $1::text IS NULL THEN NULL
    ELSE EXISTS (SELECT FROM audit_event WHERE encode(hash, 'hex') = $1) END AS "holdsNoted"
FROM audit_event`

/** Walks the audit trail from its first event and names the first that does not fit (decision 015). */
export async function verifyChain(
  database: Pool | PoolClient,
  { noted }: { noted: string | null },
): Promise<ChainReport> {
  const { rows: ends } = await database.query<Omit<ChainReport, 'broken'>>(LENGTH_AND_END, [noted])
  const { rows } = await database.query<BrokenLink>(FIRST_BROKEN)
  const [end = { length: 0, lastHash: null, holdsNoted: null }] = ends
  return { ...end, broken: rows[0] ?? null }
}

const whatIsWrong: Readonly<Record<BrokenLink['fault'], string>> = {
  altered: 'was altered after it was written',
  'out of place': 'does not follow the event before it',
  'number missing before': 'follows a gap: an event before it was removed',
}

/** The report in sentences: what was found, then what to do. */
export function chainSentences({ length, lastHash, broken, holdsNoted }: ChainReport): string[] {
  if (broken !== null) {
    const { sequence, fault, happenedAt, actorName, action, subject } = broken
    return [
      `The audit trail is broken at event ${sequence} of ${length}: it ${whatIsWrong[fault]}.`,
      `It says: ${happenedAt.toISOString()}, ${actorName}, ${action}, ${subject}.`,
      'Keep a copy of the database as it is, and compare this event with your last backup.',
    ]
  }
  if (holdsNoted === false) {
    return [
      'The hash you noted is not in the audit trail: events were taken off its end, or it was written anew.',
      'Keep a copy of the database as it is, and compare the last events with your last backup.',
    ]
  }
  if (lastHash === null) return ['The audit trail is empty.']
  return [
    `The audit trail is whole: ${length} events.`,
    ...(holdsNoted === true ? ['It holds the hash you noted.'] : []),
    `Its last hash is ${lastHash}. Note it elsewhere: given with --noted, it shows later that nothing was taken off the end.`,
  ]
}

export function isWhole({ broken, holdsNoted }: ChainReport): boolean {
  return broken === null && holdsNoted !== false
}
