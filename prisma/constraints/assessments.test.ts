import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const AGREED = `(select a.id from vfm_assessment a join partnership p on p.id = a.partnership_id
  where p.slug = 'waste-partnership' and a.start_year = 2008)`
const PERSON = `(select id from person where email = 'performance@cherwell.example')`
const FILE = '(select id from stored_file limit 1)'

const event = (to: string, reason = `'New savings'`) => `insert into vfm_assessment_event
  (id, assessment_id, from_state, to_state, reason, happened_at, actor_id)
  values (gen_random_uuid(), ${AGREED}, 'agreed', '${to}', ${reason}, now(), ${PERSON})`
const set = (change: string) => `update vfm_assessment set ${change} where id = ${AGREED}`
const reopened = `${set("state = 'draft', agreed_on = null, agreed_by_id = null")}; ${event('draft')}`
const evidence = (columns: string, values: string) => `insert into vfm_evidence
  (id, assessment_id, criterion_id, title, added_by_id, added_on, ${columns})
  select gen_random_uuid(), ${AGREED}, (select id from vfm_criterion limit 1), 'A', ${PERSON}, '2009-10-19', ${values}`

const refusals: Refusal[] = [
  {
    guarantee: 'an agreed assessment says who agreed it and when',
    rule: 'vfm_assessment_agreed_by_someone',
    statement: set('agreed_by_id = null'),
  },
  {
    guarantee: 'whoever made it does not moderate it',
    rule: 'vfm_assessment_moderated_by_another',
    statement: set('moderated_by_id = assessed_by_id'),
  },
  {
    guarantee: 'whoever made it does not agree it',
    rule: 'vfm_assessment_agreed_by_another',
    statement: set('agreed_by_id = assessed_by_id'),
  },
  {
    guarantee: 'what is moderated has a rating with its reason',
    rule: 'vfm_assessment_whole_once_moderated',
    statement: set('rating_reason = null'),
  },
  {
    guarantee: 'a copy of what was agreed is kept only while it is open again',
    rule: 'vfm_assessment_copy_only_while_open',
    statement: set(`last_agreed = '{}'`),
  },
  {
    guarantee: 'it moves only by the steps there are',
    rule: 'vfm_assessment_moves_by_steps',
    statement: set(`state = 'moderated', agreed_on = null, agreed_by_id = null`),
  },
  {
    guarantee: 'it moves only with a record of who moved it',
    rule: 'vfm_assessment_event_is_recorded',
    statement: set(`state = 'draft', agreed_on = null, agreed_by_id = null`),
  },
  {
    guarantee: 'it goes back to draft only with a reason',
    rule: 'vfm_assessment_event_reason_to_go_back',
    statement: event('draft', 'null'),
  },
  {
    guarantee: 'what an agreed one holds is not changed',
    rule: 'vfm_part_of_an_open_assessment',
    statement: `update vfm_judgement set rating = 1 where assessment_id = ${AGREED}`,
  },
  {
    guarantee: 'evidence is one thing',
    rule: 'vfm_evidence_is_one_thing',
    statement: evidence('note, url', `'A', 'https://a.example'`),
  },
  {
    guarantee: 'a link leads to the web',
    rule: 'vfm_evidence_url_is_web',
    statement: evidence('url', `'javascript:alert(1)'`),
  },
  {
    guarantee: 'exempt evidence names its paragraph',
    rule: 'vfm_evidence_exempt_names_paragraph',
    statement: evidence('note, access', `'A', 'exempt'`),
  },
  {
    guarantee: 'a file that evidence relies on is not changed',
    rule: 'stored_file_is_append_only',
    statement: `update stored_file set name = 'other.csv' where id = ${FILE}`,
  },
  {
    guarantee: 'a file is as long as it says',
    rule: 'stored_file_size_true',
    statement: `insert into stored_file select gen_random_uuid(), council_id, name, media_type, size + 1, sha256, content,
      access, exempt_paragraph, uploaded_by_id, uploaded_at from stored_file limit 1`,
  },
  {
    guarantee: 'a file has a name and no path',
    rule: 'stored_file_name_said',
    statement: `insert into stored_file select gen_random_uuid(), council_id, '../a.csv', media_type, size, sha256, content,
      access, exempt_paragraph, uploaded_by_id, uploaded_at from stored_file limit 1`,
  },
]

describe('assessments and their files', () => {
  test.each(refusals)('$guarantee', (refusal) => expectRefused(database.pool, refusal))

  test('an agreed one goes back to draft with its record, and then its parts are open', () =>
    expectAccepted(
      database.pool,
      `${reopened}; update vfm_judgement set rating = 1 where assessment_id = ${AGREED}`,
    ))

  test('every file of the demonstration is what its hash says', async () => {
    const { rows } = await database.pool.query(
      'select count(*)::int as files from stored_file where sha256 = sha256(content)',
    )
    expect(rows).toEqual([{ files: 1 }])
  })
})
