import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { AT, LEAD, person, WASTE } from './draft-statements.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

type Assigned = {
  section?: string
  cells?: string
  person?: string
  name?: string
  email?: string
  token?: string
  expires?: string
  redeemed?: string
  withdrawn?: string
}
const assign = (given: Assigned) => {
  const {
    section = 'narrative',
    cells = 'null',
    person: to = 'null',
    name = 'null',
    email = 'null',
    token = 'null',
    expires = 'null',
    redeemed = 'null',
    withdrawn = 'null',
  } = given
  return `insert into return_assignment values (gen_random_uuid(), ${WASTE}, '${section}', ${cells}, ${to}, ${name}, ${email},
    ${token}, ${expires}, ${redeemed}, ${withdrawn}, ${AT}, ${LEAD})`
}
const COLLEAGUE = { person: person('colleague@waste.example') }
const INVITED = {
  name: "'Asha Pell'",
  email: "'asha@depot.example'",
  token: "sha256('secret')",
  expires: "'2009-10-22'",
}

const ASSIGNMENTS: Refusal[] = [
  {
    guarantee: 'a section is one of six',
    rule: 'return_assignment_section_known',
    statement: assign({ ...COLLEAGUE, section: 'figures' }),
  },
  {
    guarantee: 'cells handed over are of the section',
    rule: 'return_assignment_cells_of_its_section',
    statement: assign({ ...COLLEAGUE, cells: "array['narrative/why', 'resources/funding']" }),
  },
  {
    guarantee: 'cells handed over are cells',
    rule: 'return_assignment_cells_of_its_section',
    statement: assign({ ...COLLEAGUE, cells: "array['narrative/how']" }),
  },
  {
    guarantee: 'nothing handed over is no assignment',
    rule: 'return_assignment_cells_of_its_section',
    statement: assign({ ...COLLEAGUE, cells: 'array[]::text[]' }),
  },
  {
    guarantee: 'an assignment is to someone',
    rule: 'return_assignment_colleague_or_invited',
    statement: assign({}),
  },
  {
    guarantee: 'an assignment is to one person',
    rule: 'return_assignment_colleague_or_invited',
    statement: assign({ ...COLLEAGUE, ...INVITED }),
  },
  {
    guarantee: 'an invitation has a link',
    rule: 'return_assignment_invitation_has_its_link',
    statement: assign({ ...INVITED, token: 'null' }),
  },
  {
    guarantee: 'an invitation ends',
    rule: 'return_assignment_invitation_has_its_link',
    statement: assign({ ...INVITED, expires: 'null' }),
  },
  {
    guarantee: 'a colleague needs no link',
    rule: 'return_assignment_invitation_has_its_link',
    statement: assign({ ...COLLEAGUE, token: "sha256('secret')" }),
  },
  {
    guarantee: 'a link’s secret is kept only as its SHA-256',
    rule: 'return_assignment_token_is_sha256',
    statement: assign({ ...INVITED, token: "'secret'" }),
  },
  {
    guarantee: 'a link opens one assignment',
    rule: 'return_assignment_token_hash_key',
    statement: `${assign(INVITED)}; ${assign(INVITED)}`,
  },
  {
    guarantee: 'an invitation’s e-mail address is lower case',
    rule: 'return_assignment_email_lower_case',
    statement: assign({ ...INVITED, email: "'Asha@depot.example'" }),
  },
  {
    guarantee: 'a name that is given is said',
    rule: 'return_assignment_name_said',
    statement: assign({ ...INVITED, name: "' '" }),
  },
  {
    guarantee: 'a link is used after it was made',
    rule: 'return_assignment_dates_in_order',
    statement: assign({ ...INVITED, redeemed: "'2009-10-18T10:00:00Z'" }),
  },
  {
    guarantee: 'a link is used once',
    rule: 'return_assignment_happens_once',
    statement: `${assign({ ...INVITED, redeemed: AT })}; update return_assignment set redeemed_at = redeemed_at + interval '1 hour' where redeemed_at is not null`,
  },
  {
    guarantee: 'what was withdrawn stays withdrawn',
    rule: 'return_assignment_happens_once',
    statement: `${assign({ ...COLLEAGUE, withdrawn: AT })}; update return_assignment set withdrawn_at = null where withdrawn_at is not null`,
  },
  {
    guarantee: 'an assignment that a session uses stays',
    rule: 'session_assignment_id_fkey',
    statement: `insert into session select gen_random_uuid(), sha256('a'), ${LEAD}, now(), now(), now() + interval '1 hour', id from return_assignment limit 1;
      delete from return_assignment`,
  },
  {
    guarantee: 'more time has a reason',
    rule: 'return_extension_has_reason',
    statement: `insert into return_extension values (gen_random_uuid(), ${WASTE}, '2009-10-30', ' ', ${LEAD}, ${AT})`,
  },
  {
    guarantee: 'a return has one extension',
    rule: 'return_extension_return_id_key',
    statement: [1, 2]
      .map(
        () =>
          `insert into return_extension values (gen_random_uuid(), ${WASTE}, '2009-10-30', 'Floods', ${LEAD}, ${AT})`,
      )
      .join('; '),
  },
]

describe('the database refuses', () => {
  test.each(ASSIGNMENTS)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })
})

describe('the database accepts', () => {
  test('a whole section, or some of its cells, for a colleague', async () => {
    await expectAccepted(database.pool, assign(COLLEAGUE))
    await expectAccepted(database.pool, assign({ ...COLLEAGUE, cells: "array['narrative/why']" }))
  })

  test('an invitation, used and then withdrawn', () =>
    expectAccepted(
      database.pool,
      `${assign(INVITED)}; update return_assignment set redeemed_at = ${AT} where invited_email is not null;
       update return_assignment set withdrawn_at = ${AT} where invited_email is not null`,
    ))
})

test('a whole section is read as no cells', async () => {
  const assignment = await database.prisma.returnAssignment.findFirstOrThrow({
    where: { section: 'actions' },
  })
  expect(assignment.cells).toEqual([])
  const { rows } = await database.pool.query('select cells from return_assignment where id = $1', [
    assignment.id,
  ])
  expect(rows).toEqual([{ cells: null }])
})
