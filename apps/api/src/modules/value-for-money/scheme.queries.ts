import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { many } from '#api/sql.ts'
import type { SchemeBody } from './scheme.schemas.ts'

export type SchemeRow = {
  fromYear: number
  words: string[]
  criteria: { id: string; title: string; question: string }[]
  isOpen: boolean
}

/** $1 the council’s record, $2 start year. A scheme is for its years up to the next scheme’s first. */
const SCHEME = `
  SELECT s.from_year AS "fromYear", s.words,
    ${many('SELECT k.slug AS id, k.title, k.question FROM vfm_criterion k WHERE k.scheme_id = s.id ORDER BY k.position')} AS criteria,
    NOT EXISTS (SELECT FROM vfm_assessment a WHERE a.council_id = s.council_id AND a.start_year >= s.from_year
      AND a.start_year < coalesce((SELECT min(n.from_year) FROM vfm_scheme n
        WHERE n.council_id = s.council_id AND n.from_year > s.from_year), 9999)) AS "isOpen"
  FROM vfm_scheme s WHERE s.council_id = $1 AND s.from_year <= $2 ORDER BY s.from_year DESC LIMIT 1`

export async function readScheme(
  { database }: Pick<Context, 'database'>,
  councilId: string,
  startYear: number,
): Promise<SchemeRow | undefined> {
  const { rows } = await database.pool.query<SchemeRow>(SCHEME, [councilId, startYear])
  return rows[0]
}

/** The first year from a year on that has an assessment; null where none has. */
export async function firstAssessedFrom(
  client: PoolClient,
  { councilId, startYear }: { councilId: string; startYear: number },
): Promise<number | null> {
  // Nobody starts an assessment of the council while its criteria change.
  await client.query('SELECT id FROM organisation WHERE id = $1 FOR UPDATE', [councilId])
  const { rows } = await client.query<{ year: number | null }>(
    'SELECT min(start_year) AS year FROM vfm_assessment WHERE council_id = $1 AND start_year >= $2',
    [councilId, startYear],
  )
  return rows[0]?.year ?? null
}

/** In place of one that begins in the same year, if there is one. */
export async function writeScheme(
  client: PoolClient,
  { councilId, startYear, body }: { councilId: string; startYear: number; body: SchemeBody },
): Promise<void> {
  await client.query('DELETE FROM vfm_scheme WHERE council_id = $1 AND from_year = $2', [
    councilId,
    startYear,
  ])
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO vfm_scheme (id, council_id, from_year, words) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id',
    [councilId, startYear, body.words],
  )
  for (const [place, { id, title, question }] of body.criteria.entries()) {
    await client.query(
      `INSERT INTO vfm_criterion (id, scheme_id, slug, title, question, position)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
      [rows[0]?.id, id, title, question, place + 1],
    )
  }
}
