import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})
afterAll(async () => database.drop())

async function one<Row extends object>(sql: string): Promise<Row[]> {
  return (await database.pool.query<Row>(sql)).rows
}

test('every agreed assessment led to the rating that is shown, on the day it was agreed', async () => {
  const rows = await one(
    `SELECT p.name, a.start_year FROM vfm_assessment a JOIN partnership p ON p.id = a.partnership_id
       LEFT JOIN vfm_rating v ON (v.council_id, v.partnership_id, v.start_year) = (a.council_id, a.partnership_id, a.start_year)
     WHERE (v.rating, v.reason, v.rated_on) IS DISTINCT FROM (a.rating, a.rating_reason, a.agreed_on)`,
  )
  expect(rows).toEqual([])
})

test('each assessment’s events lead to the state it is in', async () => {
  const rows = await one(
    `SELECT a.id FROM vfm_assessment a JOIN LATERAL (SELECT to_state FROM vfm_assessment_event e
       WHERE e.assessment_id = a.id ORDER BY happened_at DESC LIMIT 1) last ON true WHERE last.to_state <> a.state`,
  )
  expect(rows).toEqual([])
})

test('sixteen partnerships are assessed for 2008/09, and each is whole', async () => {
  const [counts] = await one(
    `SELECT count(*)::int AS assessed, min(j.count)::int AS judgements, min(e.count)::int AS evidence, min(b.count)::int AS benefits
     FROM vfm_assessment a
       JOIN LATERAL (SELECT count(*) FROM vfm_judgement j WHERE j.assessment_id = a.id AND num_nulls(rating, judgement) = 0) j ON true
       JOIN LATERAL (SELECT count(DISTINCT criterion_id) FROM vfm_evidence e WHERE e.assessment_id = a.id) e ON true
       JOIN LATERAL (SELECT count(*) FROM vfm_benefit b WHERE b.assessment_id = a.id) b ON true
     WHERE a.start_year = 2008`,
  )
  expect(counts).toEqual({ assessed: 16, judgements: 7, evidence: 7, benefits: 4 })
})

test('the six improvement actions of Rural Transport are linked to its assessment', async () => {
  const rows = await one<{ slug: string; count: number }>(
    `SELECT p.slug, count(*)::int FROM action x JOIN vfm_assessment a ON a.id = x.assessment_id
       JOIN partnership p ON p.id = x.partnership_id AND p.id = a.partnership_id GROUP BY 1 ORDER BY 2 DESC`,
  )
  expect(rows[0]).toEqual({ slug: 'cherwell-rural-transport-partnership', count: 6 })
})
