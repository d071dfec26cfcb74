import pg from 'pg'
import { type Area, SHAPE } from './area-shape.ts'

export const ASSESSED_AREA: Area = { name: 'assessed', databaseName: 'bench_assessed', councils: 2 }

/** The year before the one that runs. */
const YEAR = Math.floor(SHAPE.lastQuarter / 4) - 1

/** Every partnership of every register assessed and agreed, seventeen of each council’s rated fair. */
const STATEMENTS = [
  'SET session_replication_role = replica',
  `INSERT INTO vfm_scheme (id, council_id, from_year, words)
   SELECT uuidv7(), id, ${YEAR - 1}, '{Poor,Fair,Good,Excellent}' FROM organisation WHERE keeps_register`,
  `INSERT INTO vfm_criterion (id, scheme_id, slug, title, question, position)
   SELECT uuidv7(), id, 'criterion-' || n, 'Criterion ' || n, 'Is it so?', n FROM vfm_scheme CROSS JOIN generate_series(1, 7) n`,
  `INSERT INTO hourly_rate (id, council_id, kind, from_on, pence, set_by)
   SELECT uuidv7(), id, kind, '2007-04-01', 2000, 'Finance' FROM organisation
     CROSS JOIN unnest(enum_range(NULL::time_kind)) kind WHERE keeps_register`,
  `DELETE FROM vfm_rating WHERE start_year IN (${YEAR}, ${YEAR - 1})`,
  `INSERT INTO vfm_rating (id, council_id, partnership_id, start_year, rating, reason, rated_on)
   SELECT uuidv7(), council_id, partnership_id, year, CASE WHEN position <= ${SHAPE.significant} THEN 2 ELSE 3 END,
     'As its criteria say.', make_date(year + 1, 6, 22)
   FROM register_entry CROSS JOIN generate_series(${YEAR - 1}, ${YEAR}) year`,
  `INSERT INTO vfm_assessment (id, council_id, partnership_id, start_year, state, rating, rating_reason, answer,
     answer_reason, assessed_by_id, assessed_on, moderated_by_id, moderated_on, agreed_by_id, agreed_on)
   SELECT uuidv7(), council_id, partnership_id, start_year, 'agreed', rating, reason, 'not_yet', 'Costs are above the rest.',
     a.id, rated_on, b.id, rated_on, b.id, rated_on
   FROM vfm_rating JOIN person a ON a.email = 'officer-1@bench.example' JOIN person b ON b.email = 'officer-2@bench.example'
   WHERE start_year = ${YEAR}`,
  `INSERT INTO vfm_judgement (id, assessment_id, criterion_id, rating, judgement)
   SELECT uuidv7(), a.id, k.id, 1 + (k.position + a.rating) % 4, 'It is measured, and mostly met.'
   FROM vfm_assessment a JOIN vfm_scheme s ON s.council_id = a.council_id JOIN vfm_criterion k ON k.scheme_id = s.id`,
  `INSERT INTO vfm_evidence (id, assessment_id, criterion_id, title, note, added_by_id, added_on)
   SELECT uuidv7(), j.assessment_id, j.criterion_id, 'Note ' || n, 'What was seen.', a.assessed_by_id, a.assessed_on
   FROM vfm_judgement j JOIN vfm_assessment a ON a.id = j.assessment_id CROSS JOIN generate_series(1, 2) n`,
  `INSERT INTO vfm_investment (id, assessment_id, kind, title, hours, pence, position)
   SELECT uuidv7(), id, kind, 'As recorded', CASE kind WHEN 'funding' THEN NULL ELSE 400 END,
     CASE kind WHEN 'funding' THEN 5000000 END, row_number() OVER (PARTITION BY id)
   FROM vfm_assessment CROSS JOIN unnest(enum_range(NULL::investment_kind)) kind`,
  `INSERT INTO vfm_saving (id, assessment_id, kind, title, pence, signed_by, signed_on, position)
   SELECT uuidv7(), id, 'cashable', 'A joint contract', 4000000, 'Finance', assessed_on, 1 FROM vfm_assessment`,
  'SET session_replication_role = origin',
  'ANALYZE',
]

export async function assessPartnerships(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    for (const statement of STATEMENTS) await client.query(statement)
    const { rows } = await client.query('SELECT count(*)::int AS count FROM vfm_assessment')
    const expected = ASSESSED_AREA.councils * SHAPE.partnerships
    if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} assessments, not ${expected}.`)
  } finally {
    await client.end()
  }
}
