import { describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type {
  CouncilScrutiny,
  PartnershipScrutiny,
  Question,
  Recommendation,
  WorkItem,
} from './scrutiny.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const COUNCIL = '/councils/cherwell/scrutiny'
const RURAL = '/councils/cherwell/partnerships/cherwell-rural-transport-partnership'
const as = (name: string) => stage.api.signedInAs(name.includes('@') ? name : `${name}@cherwell.example`)

async function post<Body>(url: string, who: Cookie, body: object, headers: Record<string, string> = {}) {
  return call<Body>(stage.api.app, 'POST', url, { as: who, body, headers })
}
const at = (version: number) => ({ 'if-match': `"${version}"` })

async function rural(name = 'scrutiny'): Promise<PartnershipScrutiny> {
  const { status, body, text } = await stage.api.get(`${RURAL}/scrutiny`, await as(name))
  expect(status, text).toBe(200)
  return body as PartnershipScrutiny
}

async function council(search = '', name = 'scrutiny'): Promise<CouncilScrutiny> {
  const { status, body, text } = await stage.api.get(`${COUNCIL}${search}`, await as(name))
  expect(status, text).toBe(200)
  return body as CouncilScrutiny
}

const lastAudit = async () =>
  (await stage.database.pool.query('SELECT * FROM audit_event ORDER BY sequence DESC LIMIT 1')).rows[0]

describe('GET /councils/:council/scrutiny', () => {
  test('finds two of five recommendations overdue, and puts those first', async () => {
    const body = await council()
    expect(body.headline).toBe('Two of five recommendations are overdue')
    expect(body.counts).toEqual({
      questions: { open: 0, late: 2, answered: 3, closed: 0 },
      recommendations: { total: 5, overdue: 2, awaitingResponse: 1, open: 2, closed: 2 },
    })
    expect(body.recommendations.slice(0, 2).map(({ overdueSince }) => overdueSince)).toEqual([
      '2009-09-08',
      '2009-09-30',
    ])
    expect(body.questions.map(({ state }) => state)).toEqual([
      'late',
      'late',
      'answered',
      'answered',
      'answered',
    ])
    expect(body.workItems.map(({ plannedOn }) => plannedOn)).toEqual(
      body.workItems.map(({ plannedOn }) => plannedOn).toSorted(),
    )
  })

  test('is narrowed by partnership and by state', async () => {
    const overdue = await council('?state=overdue&partnership=cherwell-rural-transport-partnership')
    expect(overdue.recommendations.map(({ name }) => name)).toEqual(['Recommendation 1'])
    expect(overdue.questions.map(({ state }) => state)).toEqual(['late'])
    expect((await council('?state=closed')).recommendations).toHaveLength(2)
    expect((await council('?state=answered')).questions).toHaveLength(3)
  })

  test.each([
    ['/councils/atlantis/scrutiny', 404],
    [`${COUNCIL}?partnership=atlantis`, 404],
    [`${COUNCIL}?state=lost`, 422],
    ['/councils/cherwell/partnerships/atlantis/scrutiny', 404],
  ])('%s is answered %i', async (url, status) => {
    expect((await stage.api.get(url, await as('scrutiny'))).status).toBe(status)
  })
})

describe('GET /councils/:council/partnerships/:partnership/scrutiny', () => {
  test('reads as the mock: responses, overdue action, answers and what is late', async () => {
    const { recommendations, questions, asking } = await rural()
    expect(recommendations.map(({ name, stateWord, followUp }) => [name, stateWord, followUp])).toEqual([
      ['Recommendation 1', 'Accepted', 'Overdue since 30 September 2009. Follow-up 24 November 2009'],
      ['Recommendation 2', 'Accepted in part', 'Follow-up 29 January 2010'],
      ['Recommendation 3', 'Closed', 'Closed 6 July 2009'],
    ])
    expect(recommendations[0]?.action).toMatchObject({ owner: 'Joanna Pryce', isOverdue: true })
    expect(questions.map(({ stateWord, note }) => [stateWord, note])).toEqual([
      ['Answered', 'Quarter 2 return'],
      ['Late', 'Required answer missing from the quarter 2 return, due 16 October 2009'],
    ])
    expect(asking?.sentence).toBe(
      'It becomes a required answer in quarter 3 2009/10, due 15 January 2010, and stays open until you close it.',
    )
  })
})

describe('POST questions', () => {
  test('is a required answer in the next return, and tells the lead', async () => {
    const key = { 'idempotency-key': 'one question' }
    const asked = await post<Question>(
      `${RURAL}/questions`,
      await as('scrutiny'),
      { text: 'How many trips?' },
      key,
    )
    expect(asked.status).toBe(200)
    expect(asked.body).toMatchObject({
      number: 3,
      quarter: 'Quarter 3 2009/10',
      answerDueOn: '2010-01-15',
      state: 'open',
    })
    expect(
      await post(`${RURAL}/questions`, await as('scrutiny'), { text: 'How many trips?' }, key),
    ).toMatchObject({
      body: { id: asked.body.id },
    })
    await post(`${RURAL}/questions`, await as('executive'), { text: 'And how many buses?' })
    const { rows } = await stage.database.pool.query(
      "SELECT n.body, n.return_id FROM notification n JOIN person p ON p.id = n.person_id WHERE n.kind = 'question_asked'",
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].return_id).toBeNull()
    expect(rows[0].body).toMatch(/How many trips\?[\s\S]*And how many buses\?/)
    expect(await lastAudit()).toMatchObject({ action: 'question ask', actor_name: 'Cllr Helen Marsden' })
    expect((await rural()).questions).toHaveLength(4)
  })

  test('is refused to those who do not ask, and to another council’s members', async () => {
    expect((await post(`${RURAL}/questions`, await as('performance'), { text: 'Why?' })).status).toBe(403)
    const elsewhere = RURAL.replace('/cherwell/', '/oxford/').replace(
      'cherwell-rural-transport-partnership',
      'waste-partnership',
    )
    const refused = await post(`${elsewhere}/questions`, await as('scrutiny'), { text: 'Why?' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  test.each([
    [{ text: '  ' }, 422],
    [{}, 422],
  ])('%j is answered %i', async (body, status) => {
    expect((await post(`${RURAL}/questions`, await as('scrutiny'), body)).status).toBe(status)
  })

  test('of a partnership that has ended cannot be', async () => {
    await stage.database.pool.query(
      "UPDATE partnership SET ended_on = '2009-10-01' WHERE slug = 'cherwell-rural-transport-partnership'",
    )
    const refused = await post(`${RURAL}/questions`, await as('scrutiny'), { text: 'Why?' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-possible' } })
    expect((await rural()).blockedBecause).toContainEqual({
      action: 'ask',
      sentence: 'Cherwell Rural Transport Partnership has ended. It sends no more returns.',
    })
  })
})

describe('POST /questions/:id/close', () => {
  const answered = async () => (await rural()).questions.find(({ state }) => state === 'answered') as Question

  test('closes what was answered, once, by its asker or another scrutiny member', async () => {
    const { id, version } = await answered()
    const url = `/questions/${id}/close`
    expect((await post(url, await as('executive'), {}, at(version))).status).toBe(403)
    expect((await post(url, await as('scrutiny'), {})).status).toBe(428)
    expect((await post(url, await as('scrutiny'), {}, at(version + 1))).status).toBe(412)
    const closed = await post<Question>(url, await as('owen.tranter'), {}, at(version))
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', closedBy: 'Cllr Owen Tranter' } })
    expect((await post(url, await as('scrutiny'), {}, at(version + 1))).status).toBe(409)
    expect(await lastAudit()).toMatchObject({ action: 'question close', subject_id: id })
  })

  test('waits for the answer', async () => {
    const late = (await rural()).questions.find(({ state }) => state === 'late') as Question
    expect(late.blockedBecause).toContainEqual({
      action: 'close',
      sentence: 'The question has no answer yet. It stays open until it has.',
    })
    expect(
      (await post(`/questions/${late.id}/close`, await as('scrutiny'), {}, at(late.version))).status,
    ).toBe(409)
  })
})

describe('recommendations', () => {
  const make = async (body: object = {}, who = 'scrutiny') =>
    post<Recommendation>(`${RURAL}/recommendations`, await as(who), {
      text: 'Count every passenger.',
      ...body,
    })
  const action = {
    outcome: 'Better information',
    action: 'Count every passenger',
    measure: 'A count each month',
    dueOn: '2010-01-29',
  }
  const ownerId = async () => (await rural()).owners.find(({ name }) => name === 'Joanna Pryce')?.id ?? ''

  test('go from made to accepted in part with an action to closed with an outcome', async () => {
    const made = await make({ followUpOn: '2009-11-24' })
    expect(made).toMatchObject({ status: 200, body: { number: 4, state: 'awaiting_response', version: 1 } })
    const { id } = made.body
    const response = {
      response: 'accepted_in_part',
      reason: 'From January.',
      followUpOn: '2010-03-16',
      action: { ...action, ownerId: await ownerId() },
    }
    const url = `/recommendations/${id}`
    expect((await post(`${url}/response`, await as('scrutiny'), response, at(1))).status).toBe(403)
    expect((await post(`${url}/response`, await as('executive'), response)).status).toBe(428)
    expect((await post(`${url}/response`, await as('executive'), response, at(7))).status).toBe(412)
    const answered = await post<Recommendation>(`${url}/response`, await as('executive'), response, at(1))
    expect(answered).toMatchObject({
      status: 200,
      body: {
        state: 'accepted_in_part',
        response: { reason: 'From January.', by: 'Cllr Helen Marsden' },
        action: { action: 'Count every passenger', owner: 'Joanna Pryce', dueOn: '2010-01-29' },
        followUpOn: '2010-03-16',
      },
    })
    const { rows } = await stage.database.pool.query(
      "SELECT source FROM action WHERE action = 'Count every passenger'",
    )
    expect(rows).toEqual([{ source: 'scrutiny' }])
    expect((await post(`${url}/response`, await as('executive'), response, at(2))).status).toBe(409)
    expect((await post(`${url}/close`, await as('scrutiny'), {}, at(2))).status).toBe(422)
    const outcome = 'Both operators count.'
    const closed = await post<Recommendation>(`${url}/close`, await as('scrutiny'), { outcome }, at(2))
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', outcome } })
    expect((await post(`${url}/close`, await as('scrutiny'), { outcome }, at(3))).status).toBe(409)
  })

  test.each([
    ['less than accepted without a reason', { response: 'rejected' }],
    ['a rejection with an action', { response: 'rejected', reason: 'Dear.', action: 'given' }],
    ['a follow-up in the past', { response: 'accepted', followUpOn: '2009-10-01' }],
    ['an action due in the past', { response: 'accepted', action: 'given', dueOn: '2009-10-01' }],
    [
      'an owner without a part in the partnership',
      { response: 'accepted', action: 'given', owner: 'nobody' },
    ],
  ])(
    '%s is refused, and nothing is written',
    async (_, { dueOn, owner, ...given }: Record<string, string>) => {
      const { body: made } = await make()
      const person = owner === undefined ? await ownerId() : '00000000-0000-4000-8000-000000000000'
      const whole = { ...action, ownerId: person, ...(dueOn === undefined ? {} : { dueOn }) }
      const body = { ...given, ...(given.action === undefined ? {} : { action: whole }) }
      const refused = await post(`/recommendations/${made.id}/response`, await as('executive'), body, at(1))
      expect(refused.status).toBe(422)
      expect((await rural()).recommendations.at(-1)).toMatchObject({ version: 1, state: 'awaiting_response' })
      const { rows } = await stage.database.pool.query(
        "SELECT 1 FROM action WHERE action = 'Count every passenger'",
      )
      expect(rows).toEqual([])
    },
  )

  test('made at once take numbers of their own', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => make()))
    expect(made.map(({ body }) => body.number).toSorted()).toEqual([4, 5, 6, 7])
  })

  test('that are exempt open no action, which all could read', async () => {
    const { body: made } = await make({ access: 'exempt', paragraph: 3 })
    const body = { response: 'accepted', action: { ...action, ownerId: await ownerId() } }
    const refused = await post(`/recommendations/${made.id}/response`, await as('executive'), body, at(1))
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('read by all') } })
  })

  test.each([
    [{ access: 'exempt' }, 422],
    [{ access: 'internal', paragraph: 3 }, 422],
    [{ workItemId: '00000000-0000-4000-8000-000000000000' }, 422],
    [{ text: '' }, 422],
    // A scrutiny member could not read it afterwards.
    [{ access: 'confidential' }, 422],
  ])('%j is answered %i', async (body, status) => {
    expect((await make(body)).status).toBe(status)
  })
})

describe('the work programme', () => {
  const add = async (body: object = {}, who = 'scrutiny') =>
    post<WorkItem>('/councils/cherwell/work-items', await as(who), {
      ...{ kind: 'review', title: 'Road repairs', purpose: 'Who repairs what', plannedOn: '2010-02-02' },
      ...body,
    })

  test('takes an item, changes its day and meeting, and moves it on to what was found', async () => {
    const { body: item, status } = await add({ partnership: 'cherwell-rural-transport-partnership' })
    expect(status).toBe(200)
    expect(item).toMatchObject({ state: 'planned', nextStates: ['under_way', 'dropped'], meeting: null })
    const [meeting] = (await council()).meetings.slice(-1)
    const body = { title: item.title, purpose: item.purpose, plannedOn: '2009-11-24', meetingId: meeting?.id }
    const changed = await call<WorkItem>(stage.api.app, 'PUT', `/work-items/${item.id}`, {
      ...{ as: await as('performance'), body, headers: at(1) },
    })
    expect(changed).toMatchObject({ status: 200, body: { meeting: { heldOn: '2009-11-24' }, version: 2 } })
    const move = async (to: string, version: number, findings: string | null = null) =>
      post<WorkItem>(`/work-items/${item.id}/move`, await as('scrutiny'), { to, findings }, at(version))
    expect((await move('reported', 2, 'All well.')).status).toBe(409)
    expect((await move('under_way', 1)).status).toBe(412)
    expect((await move('under_way', 2)).status).toBe(200)
    expect((await move('reported', 3)).status).toBe(422)
    expect(await move('reported', 3, 'All well.')).toMatchObject({
      status: 200,
      body: { state: 'reported', findings: 'All well.', nextStates: [] },
    })
    expect((await move('dropped', 4, 'No.')).status).toBe(409)
  })

  test('refuses a meeting of another council, a partnership off the register, and members of the Executive', async () => {
    const { rows } = await stage.database.pool.query(
      "SELECT id FROM meeting WHERE body = 'executive' LIMIT 1",
    )
    expect((await add({ meetingId: rows[0].id })).status).toBe(422)
    expect((await add({ partnership: 'atlantis' })).status).toBe(404)
    expect((await add({}, 'executive')).status).toBe(403)
  })
})

describe('interview notes', () => {
  const note = { withWhom: 'Farah Siddle', heldOn: '2009-10-12', text: 'Cards sell in four colleges.' }

  test('are added and never changed', async () => {
    const added = await post(`${RURAL}/interview-notes`, await as('scrutiny'), note)
    expect(added).toMatchObject({ status: 200, body: { recordedBy: 'Cllr Ruth Pemberton' } })
    expect((await rural()).interviewNotes).toHaveLength(3)
  })

  test.each([
    [{ heldOn: '2009-10-20' }, 422],
    [{ text: ' ' }, 422],
    [{ access: 'confidential' }, 422],
  ])('%j is answered %i', async (body, status) => {
    expect((await post(`${RURAL}/interview-notes`, await as('scrutiny'), { ...note, ...body })).status).toBe(
      status,
    )
  })
})
