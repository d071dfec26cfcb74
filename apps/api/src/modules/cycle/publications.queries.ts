import type { Database } from '@accord/database'
import type { PoolClient } from 'pg'
import { instant, reference } from '#api/sql.ts'
import type { makeDashboard } from '#modules/dashboards/dashboards.service.ts'
import type { Reference } from '#wire/primitives.ts'

export type Dashboard = Awaited<ReturnType<typeof makeDashboard>>['dashboard']

/** Held to the end of the transaction: a council’s quarter is published once. */
export async function lockCouncil(
  client: PoolClient,
  slug: string,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisation WHERE slug = $1 AND keeps_register FOR NO KEY UPDATE',
    [slug],
  )
  return rows[0]
}

export async function isPublished(
  client: PoolClient,
  { councilId, quarterIndex }: { councilId: string; quarterIndex: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM publication WHERE council_id = $1 AND quarter_index = $2',
    [councilId, quarterIndex],
  )
  return rowCount === 1
}

/**
 * The accepted ones among these returns become published, each with its event; one that another council has
 * published already stays as it is. Answers how many.
 */
export async function publishReturns(
  client: PoolClient,
  { returnIds, personId, now }: { returnIds: readonly string[]; personId: string; now: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    `WITH moved AS (
       UPDATE quarterly_return SET state = 'published', version = version + 1,
         published_at = greatest($3, accepted_at + interval '1 millisecond')
       WHERE id = ANY ($1::uuid[]) AND state = 'accepted' RETURNING id, published_at)
     INSERT INTO return_event (id, return_id, from_state, to_state, happened_at, actor_id)
     SELECT gen_random_uuid(), id, 'accepted', 'published', published_at, $2 FROM moved`,
    [returnIds, personId, now],
  )
  return rowCount ?? 0
}

type Published = {
  councilId: string
  quarterIndex: number
  personId: string
  now: Date
  dashboard: Dashboard
}

export async function writePublication(client: PoolClient, published: Published): Promise<void> {
  const { councilId, quarterIndex, personId, now, dashboard } = published
  await client.query(
    `INSERT INTO publication (id, council_id, quarter_index, published_at, published_by_id, dashboard)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [councilId, quarterIndex, now, personId, JSON.stringify(dashboard)],
  )
}

export type PublicationRow = {
  council: Reference
  publishedAt: string
  publishedBy: string
  dashboard: Dashboard
}

export async function readPublication(
  { pool }: Pick<Database, 'pool'>,
  { council, quarterIndex }: { council: string; quarterIndex: number },
): Promise<PublicationRow | undefined> {
  const { rows } = await pool.query<PublicationRow>(
    `SELECT ${reference('c')} AS council, ${instant('b.published_at')} AS "publishedAt", who.name AS "publishedBy", b.dashboard
     FROM publication b JOIN organisation c ON c.id = b.council_id JOIN person who ON who.id = b.published_by_id
     WHERE c.slug = $1 AND b.quarter_index = $2`,
    [council, quarterIndex],
  )
  return rows[0]
}
