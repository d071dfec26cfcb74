import type { LocalServer } from '@accord/database/server'
import pg from 'pg'
import { buildArea } from './area-database.ts'
import { type Area, readerToken, SHAPE } from './area-shape.ts'
import { measure } from './load.ts'
import { startMeasured } from './measured-process.ts'

const READERS = 20
const BODIES = 100
/** Indicators that are broken down by body. */
const BROKEN_DOWN = 4
/** A writer commits every few milliseconds: more often than leads at a deadline. */
const PAUSE_MILLISECONDS = 4
const AREA: Area = { name: 'broken down by body', databaseName: 'bench_bodies', councils: 1 }

export type IndicatorPageFigures = {
  bytes: number
  answers: number
  p50: number
  p99: number
  /** While somebody writes all the time, so that no answer comes from memory. */
  writing: { answers: number; p50: number; p99: number }
  /** As that, for readers of four indicators at once, of whom only those of the same one share a reading. */
  severalP99: number
}

/** A figure and a target of its own for each of a hundred bodies, in every quarter. */
const STATEMENTS = [
  'SET session_replication_role = replica',
  `INSERT INTO organisation (id, slug, name, short_name, sector)
   SELECT uuidv7(), 'body-' || n, 'Body number ' || n, 'Body ' || n, 'statutory' FROM generate_series(1, ${BODIES}) n`,
  `CREATE TEMP TABLE part AS SELECT i.id, fi.id AS place, b.id AS body, split_part(i.slug, '-', 3)::int AS number,
     split_part(b.slug, '-', 2)::int AS body_number
   FROM indicator i JOIN framework_indicator fi ON fi.indicator_id = i.id CROSS JOIN organisation b
   WHERE split_part(i.slug, '-', 3)::int IN (${Array.from({ length: BROKEN_DOWN }, (_, n) => n * 6 + 1).join(', ')})
     AND b.slug LIKE 'body-%'`,
  `INSERT INTO measurement (id, indicator_id, quarter_index, organisation_id, value, state, reported_at)
   SELECT uuidv7(), p.id, q.index, p.body, 30 + p.body_number * 0.3 + (q.index * 7 + p.body_number * 13) % 50 / 10.0, 'final', q.due_on
   FROM quarter q CROSS JOIN part p ORDER BY q.index, p.number, p.body_number`,
  `INSERT INTO target (id, framework_indicator_id, organisation_id, start_year, quarter_number, value)
   SELECT uuidv7(), p.place, p.body, q.start_year, q.number, 32 + p.body_number * 0.3 + (q.start_year - 2000) * 0.5
   FROM quarter q CROSS JOIN part p`,
  'SET session_replication_role = origin',
  'VACUUM ANALYZE',
]

async function breakDown(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    for (const statement of STATEMENTS) await client.query(statement)
    const { rows } = await client.query(
      'SELECT count(*)::int AS count FROM measurement WHERE organisation_id IS NOT NULL',
    )
    const expected = BROKEN_DOWN * BODIES * SHAPE.quarters
    if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} figures of bodies, not ${expected}.`)
  } finally {
    await client.end()
  }
}

const pathOf = (place: number) => `/api/v1/indicators/indicator-1-${place * 6 + 1}`

/** How long the answer is, with all of its figures in it. */
async function bytesOfAnswer(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${pathOf(0)}`, {
    headers: { cookie: `accord=${readerToken(1)}` },
  })
  const text = await answer.text()
  const { breakdown } = JSON.parse(text)
  const figures = breakdown?.rows?.flatMap(
    ({ series }: { series: { values: (string | null)[] } }) => series.values,
  )
  if (figures?.length !== BODIES * SHAPE.quarters)
    throw new Error(`An answer with ${figures?.length} figures.`)
  return text.length
}

/** Changes something that no answer shows, again and again: what is in memory is never of the same database. */
async function whileWriting<Result>(connectionString: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  let isDone = false
  const writing = (async () => {
    while (!isDone) {
      await client.query("UPDATE person SET job_title = 'Writer' WHERE email = 'officer-1@bench.example'")
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
    }
  })()
  try {
    return await work()
  } finally {
    isDone = true
    await writing
    await client.end()
  }
}

/** One indicator with 40 quarters of 100 bodies, under 20 readers. */
export async function measureIndicatorPage(
  server: LocalServer,
  seconds: number,
): Promise<IndicatorPageFigures> {
  const { connectionString } = await buildArea(server, AREA)
  await breakDown(connectionString)
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  try {
    const { port } = product
    const load = { port, connections: READERS, expectedStatus: 200 }
    const one = [{ path: pathOf(0), headers: {} }]
    const four = Array.from({ length: BROKEN_DOWN }, (_, place) => ({ path: pathOf(place), headers: {} }))
    await measure({ ...load, requests: one, seconds: 1 })
    const quiet = await measure({ ...load, requests: one, seconds })
    const { writing, several } = await whileWriting(connectionString, async () => ({
      writing: await measure({ ...load, requests: one, seconds }),
      several: await measure({ ...load, requests: four, seconds }),
    }))
    return { ...quiet, bytes: await bytesOfAnswer(port), writing, severalP99: several.p99 }
  } finally {
    await product.stop()
  }
}
