import { describe, expect, test } from 'vitest'
import { peopleOf, start } from '#api/testing/assessment-steps.ts'
import { call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'

const stage = demonstrationStage({ forEach: 'test' })
const URL = '/councils/cherwell/value-for-money/scheme'
const body = {
  fromYear: '2009-10',
  words: ['Weak', 'Adequate', 'Good', 'Strong'],
  criteria: [{ id: 'economy', title: 'Economy', question: 'What does it cost?' }],
}

describe('PUT /councils/:council/value-for-money/scheme', () => {
  test('sets words and criteria from a year on, and leaves the years before as they were', async () => {
    const { dane } = await peopleOf(stage.api)
    const set = await call(stage.api.app, 'PUT', URL, { as: dane, body })
    expect(set).toMatchObject({ status: 200, body: { words: body.words, isOpen: true } })
    const before = await call(stage.api.app, 'GET', `${URL}?year=2008-09`, { as: dane })
    expect(before.body).toMatchObject({ words: ['Poor', 'Fair', 'Good', 'Excellent'], isOpen: false })
    const list = await call(stage.api.app, 'GET', '/councils/cherwell/value-for-money?year=2009-10', {
      as: dane,
    })
    expect(list.body).toMatchObject({ words: body.words, criteria: [{ id: 'economy' }] })
    expect(await call(stage.api.app, 'PUT', URL, { as: dane, body })).toMatchObject({ status: 200 })
  })

  test('is refused for a year that has been assessed, draft or not', async () => {
    const { dane } = await peopleOf(stage.api)
    expect(
      (await call(stage.api.app, 'PUT', URL, { as: dane, body: { ...body, fromYear: '2008-09' } })).status,
    ).toBe(409)
    await start(stage.api, dane)
    expect((await call(stage.api.app, 'PUT', URL, { as: dane, body })).status).toBe(409)
  })

  test.each([
    [{ words: ['A', 'B', 'C'] }, 422],
    [{ words: ['A', 'a', 'B', 'C'] }, 422],
    [{ criteria: [] }, 422],
    [{ criteria: [...body.criteria, ...body.criteria] }, 422],
  ])('%j is answered %i', async (more, status) => {
    const { dane } = await peopleOf(stage.api)
    expect((await call(stage.api.app, 'PUT', URL, { as: dane, body: { ...body, ...more } })).status).toBe(
      status,
    )
  })

  test('is for the council’s own officers', async () => {
    const { bright, pemberton } = await peopleOf(stage.api)
    expect((await call(stage.api.app, 'PUT', URL, { as: bright, body })).status).toBe(403)
    expect((await call(stage.api.app, 'PUT', URL, { as: pemberton, body })).status).toBe(403)
  })
})
