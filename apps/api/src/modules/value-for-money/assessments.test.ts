import { describe, expect, test } from 'vitest'
import {
  detailFor,
  move,
  peopleOf,
  save,
  start,
  TOWN,
  WHOLE,
  wholeDraft,
  YEAR,
} from '#api/testing/assessment-steps.ts'
import { call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { VfmComparison } from './comparison.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })
const people = () => peopleOf(stage.api)

async function auditActions(): Promise<string[]> {
  const { rows } = await stage.database.pool.query<{ action: string }>(
    `SELECT action FROM audit_event WHERE source = 'api' ORDER BY sequence`,
  )
  return rows.map(({ action }) => action)
}

describe('POST …/assessments', () => {
  test('starts a draft with its criteria, and does it once for one Idempotency-Key', async () => {
    const { dane } = await people()
    const asked = { as: dane, body: { year: YEAR }, headers: { 'idempotency-key': 'one' } }
    const [first, again] = [
      await call(stage.api.app, 'POST', `${TOWN}/assessments`, asked),
      await call(stage.api.app, 'POST', `${TOWN}/assessments`, asked),
    ]
    expect(first).toMatchObject({ status: 200, body: { state: 'draft', version: 1, year: YEAR } })
    expect(again.body).toEqual(first.body)
    const detail = await detailFor(stage.api, dane)
    expect(detail.assessment).toMatchObject({ state: 'draft', version: 1 })
    expect(detail.allowedActions).toEqual(['edit', 'add_action'])
    expect(await auditActions()).toEqual(['start assessment'])
  })

  test.each([
    [TOWN, YEAR, 409, 'already'],
    ['/councils/cherwell/partnerships/nobody', YEAR, 404, 'no partnership'],
    [TOWN, '2010-11', 409, 'has not begun'],
    ['/councils/cherwell/partnerships/waste-partnership', '2008-09', 409, 'already'],
    ['/councils/oxford/partnerships/housing-partnership', '2009-10', 403, 'own performance officers'],
  ])('%s for %s is answered %i where a draft is there already', async (url, year, status, words) => {
    const { dane } = await people()
    await start(stage.api, dane)
    const answer = await call<{ detail: string }>(stage.api.app, 'POST', `${url}/assessments`, {
      as: dane,
      body: { year },
    })
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toContain(words)
  })
})

describe('PUT /assessments/:id', () => {
  test('saves the parts that are sent, costs hours at the rates of the year, and leaves the rest', async () => {
    const { dane } = await people()
    const saved = await save(stage.api, dane, await start(stage.api, dane), WHOLE)
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } })
    const again = await save(stage.api, dane, saved.body, { answerReason: ' It costs\nlittle. ' })
    expect(again.headers.etag).toBe('"3"')
    const detail = await detailFor(stage.api, dane)
    expect(detail.assessment).toMatchObject({ answer: 'in_line', answerReason: 'It costs\nlittle.' })
    expect(detail.money).toEqual({ cost: 94_000 + 293_460 + 1_000_000, saving: 500_000, perPound: 36 })
    expect(detail.criteria.every(({ rating }) => rating?.word === 'Good')).toBe(true)
    expect(detail.outcomes).toMatchObject([
      { title: 'Shops let', actual: '94.5', now: { status: 'on_target' } },
    ])
    expect(detail.benefits.filter(({ rating }) => rating !== null)).toHaveLength(1)
  })

  test('is refused without the version, and at an older one than there is', async () => {
    const { dane } = await people()
    const draft = await start(stage.api, dane)
    const bare = await call(stage.api.app, 'PUT', `/assessments/${draft.id}`, { as: dane, body: {} })
    expect(bare.status).toBe(428)
    await save(stage.api, dane, draft, { rating: 2 })
    expect((await save(stage.api, dane, draft, { rating: 3 })).status).toBe(412)
  })

  test.each([
    { rating: 5 },
    { criteria: [{ criterion: 'economy', rating: 0, judgement: null }] },
    { investments: [{ kind: 'member_time', title: 'Meetings', hours: '1e3' }] },
    { investments: [{ kind: 'funding', title: 'Cherwell', hours: '3' }] },
    { savings: [{ kind: 'cashable', title: 'A', pence: 1, signedBy: 'Finance', signedOn: null }] },
    { outcomes: [{ title: 'A', actual: 'many', target: null, unit: '%', decimals: 0, polarity: 'higher' }] },
    { nonsense: 1 },
  ])('%j is refused with 422', async (body) => {
    const { dane } = await people()
    expect((await save(stage.api, dane, await start(stage.api, dane), body)).status).toBe(422)
  })

  test('of a draft is 404 to those who may not know of it, in another council and as the Executive', async () => {
    const { dane, bright, marsden, pemberton } = await people()
    const draft = await start(stage.api, dane)
    expect((await save(stage.api, bright, draft, { rating: 1 })).status).toBe(404)
    expect((await save(stage.api, marsden, draft, { rating: 1 })).status).toBe(403)
    for (const reader of [marsden, pemberton, bright]) {
      expect(await detailFor(stage.api, reader)).toMatchObject({
        assessment: null,
        allowedActions: [],
        rating: null,
      })
    }
    expect((await move(stage.api, marsden, draft, 'agree')).status).toBe(404)
  })
})

describe('the comparison', () => {
  test('says that there is a draft only to those who assess for the council', async () => {
    const { dane, marsden, pemberton, bright } = await people()
    await start(stage.api, dane)
    const stateFor = async (as: typeof dane) => {
      const url = `/councils/cherwell/value-for-money?year=${YEAR}`
      const { body } = await call<VfmComparison>(stage.api.app, 'GET', url, { as })
      return body.partnerships.find(({ id }) => TOWN.endsWith(id))?.state
    }
    expect(await stateFor(dane)).toBe('draft')
    for (const reader of [marsden, pemberton, bright]) expect(await stateFor(reader)).toBeNull()
  })
})

describe('the life of an assessment', () => {
  test('goes from draft to moderated to agreed, and the rating is the one that everyone reads', async () => {
    const { dane, ashdown, marsden, pemberton } = await people()
    const draft = await wholeDraft(stage.api, dane)
    const own = await move(stage.api, dane, draft, 'moderate')
    expect(own).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('someone else moderates') },
    })
    const moderated = await move(stage.api, ashdown, draft, 'moderate')
    expect(moderated).toMatchObject({ status: 200, body: { state: 'moderated' } })
    expect((await detailFor(stage.api, pemberton)).assessment).toBeNull()
    expect((await detailFor(stage.api, marsden)).allowedActions).toEqual(['agree'])
    const agreed = await move(stage.api, marsden, moderated.body, 'agree')
    expect(agreed).toMatchObject({ status: 200, body: { state: 'agreed' } })
    const seen = await detailFor(stage.api, pemberton)
    expect(seen).toMatchObject({
      rating: { word: 'Good' },
      assessment: { state: 'agreed', agreedBy: 'Cllr Helen Marsden', moderatedBy: 'Tom Ashdown' },
    })
    const { rows } = await stage.database.pool.query(
      `SELECT v.rating, c.old_rating, c.new_rating FROM vfm_rating v JOIN vfm_rating_change c ON c.rating_id = v.id
       JOIN partnership p ON p.id = v.partnership_id WHERE p.slug = 'cherwell-town-centres-partnership'`,
    )
    expect(rows).toEqual([{ rating: 3, old_rating: null, new_rating: 3 }])
    expect((await auditActions()).slice(-2)).toEqual(['assessment moderate', 'assessment agree'])
  })

  test('says everything that blocks moderation', async () => {
    const { dane, ashdown } = await people()
    const draft = await start(stage.api, dane)
    const answer = await move(stage.api, ashdown, draft, 'moderate')
    expect(answer.status).toBe(409)
    expect(answer.body.detail).toContain('Seven criteria have no rating')
    expect(answer.body.detail).toContain('Seven criteria have no evidence')
    const { blockedBecause } = await detailFor(stage.api, dane)
    expect(blockedBecause.at(-1)?.sentence).toBe('You made this assessment: someone else moderates it.')
    expect(blockedBecause.length).toBeGreaterThan(5)
  })

  test('back to draft keeps what was agreed readable to others, and says nothing of the draft', async () => {
    const { dane, ashdown, marsden, pemberton } = await people()
    const draft = await wholeDraft(stage.api, dane)
    const moderated = (await move(stage.api, ashdown, draft, 'moderate')).body
    const agreed = (await move(stage.api, marsden, moderated, 'agree')).body
    expect((await move(stage.api, dane, agreed, 'back-to-draft', { reason: ' ' })).status).toBe(422)
    const again = await move(stage.api, dane, agreed, 'back-to-draft', { reason: 'A saving was signed.' })
    expect(again).toMatchObject({ status: 200, body: { state: 'draft' } })
    await save(stage.api, dane, again.body, { rating: 1, ratingReason: 'Changed.' })
    const seen = await detailFor(stage.api, pemberton)
    expect(seen).toMatchObject({ rating: { word: 'Good' }, assessment: { state: 'agreed', version: 0 } })
    expect(seen.criteria[0]?.evidence).toHaveLength(1)
    expect(await detailFor(stage.api, dane)).toMatchObject({
      rating: { word: 'Poor' },
      assessment: { state: 'draft' },
    })
  })

  test('a move at an older version, or twice, is refused', async () => {
    const { dane, ashdown } = await people()
    const draft = await wholeDraft(stage.api, dane)
    expect((await move(stage.api, ashdown, { ...draft, version: 1 }, 'moderate')).status).toBe(412)
    const both = await Promise.all([1, 2].map(() => move(stage.api, ashdown, draft, 'moderate')))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('what is moderated is not edited', async () => {
    const { dane, ashdown } = await people()
    const moderated = (await move(stage.api, ashdown, await wholeDraft(stage.api, dane), 'moderate')).body
    expect((await save(stage.api, dane, moderated, { rating: 1 })).status).toBe(409)
  })
})

describe('POST /assessments/:id/actions', () => {
  test('makes an improvement action with owner and date, and refuses a day that has passed', async () => {
    const { dane } = await people()
    const draft = await start(stage.api, dane)
    const { owners } = await detailFor(stage.api, dane)
    const body = {
      outcome: 'Lower cost',
      action: 'One board',
      measure: '£5,000',
      owner: owners[0]?.id,
      dueOn: '2010-01-29',
    }
    const url = `/assessments/${draft.id}/actions`
    expect((await call(stage.api.app, 'POST', url, { as: dane, body })).status).toBe(200)
    expect((await detailFor(stage.api, dane)).actions).toMatchObject([
      { action: 'One board', owner: owners[0]?.name },
    ])
    expect(
      (await call(stage.api.app, 'POST', url, { as: dane, body: { ...body, dueOn: '2009-10-18' } })).status,
    ).toBe(422)
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(
      (await call(stage.api.app, 'POST', url, { as: dane, body: { ...body, owner: nobody } })).status,
    ).toBe(404)
  })
})
