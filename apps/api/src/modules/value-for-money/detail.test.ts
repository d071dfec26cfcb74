import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'

const stage = demonstrationStage()
const RURAL = '/councils/cherwell/partnerships/cherwell-rural-transport-partnership/value-for-money'

async function detail(url = RURAL, email = 'scrutiny@cherwell.example'): Promise<ValueForMoneyDetail> {
  const answer = await stage.api.get(url, await stage.api.signedInAs(email))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as ValueForMoneyDetail
}

const exemptReadings = async () => {
  const { rows } = await stage.database.pool.query<{ count: number; records: unknown }>(
    `SELECT count(*)::int AS count, (array_agg(new_value ORDER BY sequence DESC))[1] AS records
     FROM audit_event WHERE action = 'read exempt'`,
  )
  return rows[0]
}

describe('GET /councils/:council/partnerships/:partnership/value-for-money', () => {
  test('is the mock: the finding, who judged, what it costs and saves, and what comes out', async () => {
    const body = await detail()
    expect(body).toMatchObject({
      headline:
        'Rated fair: it saves 35p for each £1 it costs, and three of its seven outcomes are on target',
      rating: { rating: 2, word: 'Fair' },
      direction: 'no_change',
      assessment: {
        state: 'agreed',
        answer: 'not_yet',
        assessedBy: { name: 'Philippa Dane', jobTitle: 'Head of Improvement' },
        assessedOn: '2009-09-14',
        moderatedBy: 'Tom Ashdown',
        agreedBy: 'Cllr Helen Marsden',
      },
      money: { cost: 11_180_560, saving: 3_950_000, perPound: 35 },
      outcomeTally: { total: 7, offTarget: 2, nearTarget: 2, onTarget: 3 },
      sameRating: {
        position: 3,
        count: 3,
        previous: { shortName: 'Cherwell Community Planning' },
        next: null,
      },
      allowedActions: [],
      blockedBecause: [],
      owners: [],
    })
    expect(body.investments.map(({ hours, rate, cost }) => [hours, rate, cost])).toEqual([
      ['186', 1840, 342_240],
      ['1412', 2860, 4_038_320],
      [null, null, 3_800_000],
      [null, null, 3_000_000],
    ])
    expect(body.linesToFollow).toEqual([
      'Cost 51% above median, saving 35% below',
      'Four actions overdue, two of them on lower cost',
      'Rated fair two years running',
      'One saving claimed but not signed',
    ])
  })

  test('has the latest figure of an outcome that is an indicator’s, against its target', async () => {
    const { outcomes } = await detail()
    expect(outcomes[0]).toMatchObject({
      indicator: { code: 'NI 175' },
      actual: '68.4',
      target: '78',
      now: { status: 'off_target' },
      period: 'Quarter 2 2009/10',
    })
  })

  test('sets each criterion beside the median and the high performers', async () => {
    const { criteria } = await detail()
    expect(criteria.map(({ rating, median }) => [rating?.rating, median])).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
      [1, 3],
      [3, 3],
      [2, 2],
      [3, 3],
    ])
    expect(criteria[1]?.highPerformers.map(({ letter, rating }) => `${letter}${rating}`)).toEqual([
      'W3',
      'H4',
    ])
  })

  test('tells its history with the median of each year, and what moved it', async () => {
    const { history, changed } = await detail()
    expect(history.map(({ year, rating }) => `${year.label} ${rating?.word}`)).toEqual([
      '2006/07 Poor',
      '2007/08 Fair',
      '2008/09 Fair',
    ])
    expect(changed).toBe(
      '2006/07 poor to 2007/08 fair: terms of reference renewed and risks recorded; costs have not fallen.',
    )
  })

  test('lists six improvement actions, four overdue, with their days', async () => {
    const { actions } = await detail()
    expect(actions.map(({ daysOverdue }) => daysOverdue)).toEqual([80, 49, 19, 19, 0, 0])
  })

  test('gives exempt evidence to a scrutiny member, marked, and leaves a trace of the reading', async () => {
    const before = await exemptReadings()
    const { criteria } = await detail()
    const governance = criteria.find(({ id }) => id === 'governance-and-risk')
    const exempt = governance?.evidence.find(({ marking }) => marking === 'Exempt, paragraph 3')
    expect(exempt?.note).toContain('in confidence')
    const after = await exemptReadings()
    expect(after?.count).toBe((before?.count ?? 0) + 1)
    expect(after?.records).toEqual({ records: [exempt?.id] })
  })

  test('withholds it from a partnership lead, and says so, without a trace', async () => {
    const before = await exemptReadings()
    const { criteria } = await detail(RURAL, 'lead@waste.example')
    const governance = criteria.find(({ id }) => id === 'governance-and-risk')
    expect(governance?.evidence).toHaveLength(1)
    expect(governance?.withheld).toBe('1 item of evidence withheld: exempt, paragraph 3.')
    expect((await exemptReadings())?.count).toBe(before?.count)
  })

  test('shows an officer of another council what anyone may see: exempt is exempt to them too', async () => {
    const { criteria } = await detail(RURAL, 'performance@oxford.example')
    expect(JSON.stringify(criteria)).not.toContain('in confidence')
  })

  test('of a year with a rating and no assessment has the rating and its reason', async () => {
    const body = await detail(`${RURAL}?year=2006-07`)
    expect(body).toMatchObject({ rating: { word: 'Poor' }, assessment: null, investments: [], outcomes: [] })
  })

  test('lets an assessor begin the year that runs, and nobody else', async () => {
    const town =
      '/councils/cherwell/partnerships/cherwell-town-centres-partnership/value-for-money?year=2009-10'
    expect((await detail(town, 'performance@cherwell.example')).allowedActions).toEqual(['start'])
    expect((await detail(town)).allowedActions).toEqual([])
    expect((await detail(town, 'performance@oxford.example')).allowedActions).toEqual([])
  })

  test.each([
    ['/councils/cherwell/partnerships/nobody/value-for-money', 404],
    ['/councils/atlantis/partnerships/waste-partnership/value-for-money', 404],
    ['/councils/cherwell/partnerships/vale-partnership/value-for-money', 404],
    [`${RURAL}?year=nonsense`, 422],
  ])('%s is answered %i', async (url, status) => {
    expect((await stage.api.get(url, await stage.api.signedInAs('scrutiny@cherwell.example'))).status).toBe(
      status,
    )
  })
})
