import pg from 'pg'
import { SHAPE } from './area-shape.ts'

export const LEADS = 200

/** The quarter that is being reported: the one after the newest that the area has figures of. */
export const REPORTED = SHAPE.lastQuarter + 1

export const leadToken = (number: number) => `bench-lead-${number}`

export type Lead = { number: number; returnId: string; slugs: string[] }

/** Two hundred partnerships with a return to fill in, each with a lead who is signed in. */
const STATEMENTS = [
  `INSERT INTO quarter (index, start_year, number, opens_on, due_on, closes_on)
   SELECT ${REPORTED}, ${REPORTED} / 4, ${REPORTED} % 4 + 1, '2009-10-01', '2009-10-19', '2009-12-31'`,
  `CREATE TEMP TABLE chosen AS SELECT p.id, row_number() OVER (ORDER BY p.slug) AS number FROM partnership p
   WHERE EXISTS (SELECT FROM framework_indicator fi WHERE fi.owner_id = p.id) ORDER BY p.slug LIMIT ${LEADS}`,
  `INSERT INTO quarterly_return (id, partnership_id, quarter_index, state, due_on)
   SELECT uuidv7(), id, ${REPORTED}, 'in_progress', '2009-10-19' FROM chosen`,
  `INSERT INTO person (id, email, name) SELECT uuidv7(), 'lead-' || number || '@bench.example', 'Lead ' || number FROM chosen`,
  `INSERT INTO person_role (id, person_id, role, partnership_id)
   SELECT uuidv7(), p.id, 'partnership_lead', c.id FROM chosen c JOIN person p ON p.email = 'lead-' || c.number || '@bench.example'`,
  `INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
   SELECT uuidv7(), sha256(('bench-lead-' || c.number)::bytea), p.id, now(), now(), now() + interval '12 hours'
   FROM chosen c JOIN person p ON p.email = 'lead-' || c.number || '@bench.example'`,
  `UPDATE framework SET end_year = greatest(end_year, ${REPORTED} / 4)`,
]

const LEADS_READ = `
  SELECT c.number::int, r.id AS "returnId",
    ARRAY(SELECT i.slug FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id WHERE fi.owner_id = c.id) AS slugs
  FROM chosen c JOIN quarterly_return r ON r.partnership_id = c.id AND r.quarter_index = ${REPORTED} ORDER BY c.number`

export async function prepareLeads(connectionString: string): Promise<Lead[]> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    for (const statement of STATEMENTS) await client.query(statement)
    const { rows } = await client.query<Lead>(LEADS_READ)
    if (rows.length !== LEADS) throw new Error(`There are ${rows.length} leads, not ${LEADS}.`)
    await client.query('ANALYZE')
    return rows
  } finally {
    await client.end()
  }
}

/** All two hundred indicators of the first lead’s council become that lead’s: a return as long as any. */
export async function lengthenReturn(connectionString: string, { returnId }: Lead): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(
      `UPDATE framework_indicator fi SET owner_id = r.partnership_id FROM quarterly_return r
       WHERE r.id = $1 AND fi.framework_id IN (SELECT mine.framework_id FROM framework_indicator mine
         WHERE mine.owner_id = r.partnership_id)`,
      [returnId],
    )
  } finally {
    await client.end()
  }
}

export type Kept = { changes: number; cells: number; disagreeing: number }

/** What the database kept: changes, cells, and cells that are not as their newest change says. */
export async function readKept(connectionString: string): Promise<Kept> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<Kept>(`
      SELECT (SELECT count(*)::int FROM return_cell_change) AS changes, (SELECT count(*)::int FROM return_cell) AS cells,
        (SELECT count(*)::int FROM return_cell c WHERE NOT EXISTS (SELECT FROM return_cell_change h
          WHERE h.return_id = c.return_id AND h.cell = c.cell AND h.version = c.version
            AND h.new_value IS NOT DISTINCT FROM c.value)) AS disagreeing`)
    return rows[0] ?? { changes: 0, cells: 0, disagreeing: 0 }
  } finally {
    await client.end()
  }
}

export const DEADLINE_AREA = { name: '12 councils', databaseName: 'bench_deadline', councils: 12 }
