import { beforeEach, describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Settings } from './changes.bodies.ts'
import type { IndicatorChangeDetail } from './changes.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const LAA = 'oxfordshire-laa-2008'
const WAITING = '/indicator-changes/14017e0e-43e6-8571-a06f-41c390b6cfdd'

let officer: Cookie
let other: Cookie
let administrator: Cookie

beforeEach(async () => {
  officer = await stage.api.signedInAs('performance@cherwell.example')
  other = await stage.api.signedInAs('tom.ashdown@cherwell.example')
  administrator = await stage.api.signedInAs('administrator@cherwell.example')
})

type Refusal = { code: string; detail: string; errors?: { pointer: string; detail: string }[] }

const post = <Body = IndicatorChangeDetail & Refusal>(
  url: string,
  as: Cookie,
  body: object = {},
  headers: Record<string, string> = {},
) => call<Body>(stage.api.app, 'POST', url, { as, body, headers })

const at = (version: number) => ({ 'if-match': `"${version}"` })

const read = async <Body>(url: string) => (await stage.api.get(url, officer)).body as Body

async function settings(id = 'ni-192') {
  return (await read<{ settings: Settings }>(`/indicators/${id}/settings?framework=${LAA}`)).settings
}

async function tighter(amber = '0.02') {
  const now = await settings()
  return {
    kind: 'indicator',
    indicator: 'ni-192',
    framework: LAA,
    after: { ...now, tolerance: { ...now.tolerance, amber } },
    reason: 'Councillors asked for a closer warning.',
  }
}

type Targets = { targets: { year: object | null; quarters: (object | null)[] } }

async function targets(year: object = { value: '52' }) {
  const { targets: now } = await read<Targets>(`/indicators/ni-192/targets?framework=${LAA}&year=2009-10`)
  return {
    kind: 'targets',
    indicator: 'ni-192',
    framework: LAA,
    year: '2009-10',
    after: { year, quarters: now.quarters },
    reason: 'The contract adds food waste.',
    agreedBy: 'Public Service Board',
    agreedOn: '2009-10-05',
  }
}

const proposed = async (body: object, as = officer) => {
  const answer = await post('/indicator-changes', as, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

describe('a change that is proposed', () => {
  test('waits with its reason, what it changes and what it would do, and changes nothing', async () => {
    const change = await proposed(await tighter())
    expect(change).toMatchObject({
      state: 'proposed',
      proposedBy: 'Philippa Dane',
      lines: [{ name: 'Near target within', from: '10% of the target', to: '2% of the target' }],
      allowedActions: ['withdraw', 'repropose'],
    })
    expect(change.preview?.summary).toMatch(/^\d+ of \d+ past statuses would change: /)
    expect(change.blockedBecause).toContainEqual({
      action: 'approve',
      sentence: 'You proposed it: another person decides. Ask a colleague.',
    })
    expect((await settings()).tolerance.amber).toBe('0.1')
  })

  test('the same request sent again under its key is one change', async () => {
    const body = await tighter()
    const key = { 'idempotency-key': 'once' }
    const [first, second] = [
      await post('/indicator-changes', officer, body, key),
      await post('/indicator-changes', officer, body, key),
    ]
    expect(second.body.id).toBe(first.body.id)
    const { total } = await read<{ total: number }>('/indicator-changes?state=proposed&indicator=ni-192')
    expect(total).toBe(2)
  })

  test.each<[string, (body: Awaited<ReturnType<typeof tighter>>) => object, string]>([
    ['without a reason', (body) => ({ ...body, reason: ' ' }), '#/body/reason'],
    [
      'that changes nothing',
      (body) => ({
        ...body,
        after: { ...body.after, tolerance: { ...body.after.tolerance, amber: '0.1' } },
      }),
      '#/body/after',
    ],
    [
      'whose near target reaches less far than on target',
      (body) => ({
        ...body,
        after: { ...body.after, tolerance: { kind: 'relative', green: '0.2', amber: '0.1' } },
      }),
      '#/body/after/tolerance/amber',
    ],
    [
      'of the unit, with figures',
      (body) => ({ ...body, after: { ...body.after, unit: 'number' } }),
      '#/body/after/unit',
    ],
    [
      'of the polarity, with figures',
      (body) => ({ ...body, after: { ...body.after, polarity: 'lower' } }),
      '#/body/after/polarity',
    ],
    [
      'with a word for a number',
      (body) => ({ ...body, after: { ...body.after, hardMax: 'many' } }),
      '#/body/after/hardMax',
    ],
  ])('%s is refused at its field', async (_what, change, pointer) => {
    const { status, body } = await post('/indicator-changes', officer, change(await tighter()))
    expect(status, JSON.stringify(body)).toBe(422)
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  test('of targets says who agreed it, on a day that has come', async () => {
    const body = await targets()
    const later = await post('/indicator-changes', officer, { ...body, agreedOn: '2009-10-20' })
    expect(later.body.errors?.[0]?.pointer).toBe('#/body/agreedOn')
    const nobody = await post('/indicator-changes', officer, { ...body, agreedBy: '' })
    expect(nobody.body.errors?.[0]?.pointer).toBe('#/body/agreedBy')
  })

  test('never takes an agreed target away', async () => {
    const body = await targets()
    const { status, body: refusal } = await post('/indicator-changes', officer, {
      ...body,
      after: { ...body.after, year: null },
    })
    expect(status).toBe(422)
    expect(refusal.errors?.[0]).toEqual({
      pointer: '#/body/after/year',
      detail: 'A target that was agreed is changed, never taken away. Enter a figure.',
    })
  })

  test('is refused from an officer of a council that is not in the framework', async () => {
    await stage.database.pool.query(
      "DELETE FROM framework_council WHERE council_id = (SELECT id FROM organisation WHERE slug = 'cherwell')",
    )
    const { status, body } = await post('/indicator-changes', officer, await tighter())
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not-allowed' })
  })

  test('of an indicator that is not there, or not in the framework, is not found', async () => {
    const body = await tighter()
    const missing = [{ indicator: 'ni-999' }, { framework: 'none' }]
    for (const wrong of missing) {
      expect((await post('/indicator-changes', officer, { ...body, ...wrong })).status).toBe(404)
    }
  })
})

describe('a preview', () => {
  test('says for each past quarter what it was and would be, and keeps nothing', async () => {
    const { kind, framework, after } = await tighter('0.01')
    const { status, body } = await post<{
      summary: string
      published: string
      rows: { was: { status: string }; wouldBe: { status: string }; changes: boolean }[]
    }>('/indicators/ni-192/changes/preview', officer, { kind, framework, after })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.published).toBe('Published quarters keep what was published.')
    const changed = body.rows.filter(({ changes }) => changes)
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.every(({ was, wouldBe }) => was.status !== wouldBe.status)).toBe(true)
    expect((await settings()).tolerance.amber).toBe('0.1')
  })

  test('of targets rates the year’s quarters by its new profile', async () => {
    const { kind, framework, year, after } = await targets()
    const quarters = [{ value: '60' }, { value: '60' }, { value: '60' }, { value: '60' }]
    const { body } = await post<{ rows: { quarter: string; wouldBe: { status: string } }[] }>(
      '/indicators/ni-192/changes/preview',
      officer,
      { kind, framework, year, after: { ...after, quarters } },
    )
    const now = body.rows.find(({ quarter }) => quarter === '2009-10-q2')
    expect(now?.wouldBe.status).toBe('off_target')
  })

  test('of a change that does not fit is refused at its field', async () => {
    const { kind, framework, year, after } = await targets({ low: '1', high: '2' })
    const { status, body } = await post('/indicators/ni-192/changes/preview', officer, {
      kind,
      framework,
      year,
      after,
    })
    expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({
      status: 422,
      pointer: '#/body/after/year',
    })
  })
})

describe('an approval', () => {
  test('puts the tolerance in force, and the change is its record', async () => {
    const { id, version } = await proposed(await tighter())
    const { status, body } = await post(
      `/indicator-changes/${id}/approve`,
      administrator,
      { note: null },
      at(version),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      state: 'approved',
      decidedBy: 'Gareth Lunn',
      allowedActions: [],
      preview: null,
    })
    expect((await settings()).tolerance.amber).toBe('0.02')
  })

  test('changes a target with its line in the register of the indicator', async () => {
    const { id, version } = await proposed(await targets())
    await post(`/indicator-changes/${id}/approve`, administrator, { note: null }, at(version))
    const { targetChanges } = await read<{ targetChanges: object[] }>(
      `/indicators/ni-192?quarter=2009-10-q2&framework=${LAA}`,
    )
    expect(targetChanges).toContainEqual(
      expect.objectContaining({
        period: 'Year end 2009/10',
        from: '49.0%',
        to: '52.0%',
        agreedBy: 'Public Service Board',
        agreedOn: '2009-10-05',
        reason: 'The contract adds food waste.',
      }),
    )
  })

  test('sets a profile and a year’s target where there was none', async () => {
    const none = await stage.database.pool.query(
      `SELECT i.slug FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
       WHERE f.slug = 'national-indicator-set-2008' AND i.polarity = 'higher' ORDER BY fi.position LIMIT 1`,
    )
    const indicator = none.rows[0]?.slug as string
    const [q1, q2, q3, q4] = ['10', '20', '30', '40'].map((value) => ({ value }))
    const { id, version } = await proposed({
      ...{ kind: 'targets', indicator, framework: 'national-indicator-set-2008', year: '2009-10' },
      ...{ after: { year: { value: '40' }, quarters: [q1, q2, q3, q4] }, reason: 'A first target.' },
      ...{ agreedBy: 'The Board', agreedOn: '2009-10-01' },
    })
    const { status } = await post(
      `/indicator-changes/${id}/approve`,
      administrator,
      { note: null },
      at(version),
    )
    expect(status).toBe(200)
    const { targets: kept } = await read<Targets>(
      `/indicators/${indicator}/targets?framework=national-indicator-set-2008&year=2009-10`,
    )
    expect(kept).toMatchObject({ year: { value: '40' }, quarters: [q1, q2, q3, q4] })
  })

  test('is never the proposer’s own: the service refuses it, and so does the database', async () => {
    const { id, version } = await proposed(await tighter())
    const own = await post(`/indicator-changes/${id}/approve`, officer, { note: null }, at(version))
    expect({ status: own.status, code: own.body.code }).toEqual({ status: 403, code: 'not-allowed' })
    await expect(
      stage.database.pool.query(
        `UPDATE indicator_change SET state = 'approved', decided_by_id = proposed_by_id, decided_at = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('indicator_change_decided_by_another')
  })

  test('is refused where what it changes has changed since, says what, and the change waits on', async () => {
    const first = await proposed(await tighter('0.03'))
    const second = await proposed(await tighter('0.02'))
    await post(`/indicator-changes/${first.id}/approve`, administrator, { note: null }, at(first.version))
    const late = await post(
      `/indicator-changes/${second.id}/approve`,
      administrator,
      { note: null },
      at(second.version),
    )
    expect(late.status).toBe(409)
    expect(late.body.detail).toContain('Near target within was 10% of the target and is 3% of the target now')
    const waits = await read<IndicatorChangeDetail>(`/indicator-changes/${second.id}`)
    expect(waits).toMatchObject({ state: 'proposed', changedSince: [{ name: 'Near target within' }] })
    const again = await post(`/indicator-changes/${second.id}/repropose`, officer, {}, at(second.version))
    expect(again.body).toMatchObject({
      version: second.version + 1,
      changedSince: [],
      lines: [{ from: '3% of the target', to: '2% of the target' }],
    })
    const now = await post(
      `/indicator-changes/${second.id}/approve`,
      administrator,
      { note: null },
      at(again.body.version),
    )
    expect(now.body.state).toBe('approved')
  })

  test('of two who decide at once, one decides', async () => {
    const { id, version } = await proposed(await tighter())
    const answers = await Promise.all([
      post(`/indicator-changes/${id}/approve`, administrator, { note: null }, at(version)),
      post(`/indicator-changes/${id}/decline`, other, { note: 'Too close.' }, at(version)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { state } = await read<IndicatorChangeDetail>(`/indicator-changes/${id}`)
    expect((await settings()).tolerance.amber).toBe(state === 'approved' ? '0.02' : '0.1')
  })

  test('needs the version that was seen', async () => {
    const { id, version } = await proposed(await tighter())
    const none = await post(`/indicator-changes/${id}/approve`, administrator, { note: null })
    const stale = await post(
      `/indicator-changes/${id}/approve`,
      administrator,
      { note: null },
      at(version + 1),
    )
    expect([none.status, stale.status]).toEqual([428, 412])
  })

  test('of a change that is not there is not found', async () => {
    const url = '/indicator-changes/00000000-0000-4000-8000-000000000000/approve'
    expect((await post(url, administrator, { note: null }, at(1))).status).toBe(404)
  })
})

describe('a change that is declined or withdrawn', () => {
  test('is declined with a reason, and stays as it was decided', async () => {
    const silent = await post(`${WAITING}/decline`, officer, { note: '' }, at(1))
    expect(silent.status).toBe(422)
    const { body } = await post(`${WAITING}/decline`, officer, { note: 'Wait for the review.' }, at(1))
    expect(body).toMatchObject({
      state: 'declined',
      decisionNote: 'Wait for the review.',
      decidedBy: 'Philippa Dane',
    })
    const again = await post(`${WAITING}/approve`, administrator, { note: null }, at(2))
    expect(again.status).toBe(409)
    await expect(
      stage.database.pool.query("UPDATE indicator_change SET reason = 'Another' WHERE state = 'declined'"),
    ).rejects.toThrow('stays as it was decided')
    await expect(stage.database.pool.query('DELETE FROM indicator_change')).rejects.toThrow(
      'stays as it was decided',
    )
  })

  test('is withdrawn by its proposer alone', async () => {
    expect((await post(`${WAITING}/withdraw`, officer, {}, at(1))).status).toBe(403)
    expect((await post(`${WAITING}/withdraw`, other, {}, at(1))).body.state).toBe('withdrawn')
  })
})

describe('a baseline', () => {
  const body = {
    ...{ kind: 'baseline', indicator: 'ni-192', framework: LAA },
    ...{ after: { period: '2007/08', value: '38.5' }, reason: 'Agreed with the agreement.' },
    ...{ agreedBy: 'Public Service Board', agreedOn: '2009-10-05' },
  }

  test('is set, then renegotiated, with every value it has had', async () => {
    const first = await proposed(body)
    await post(`/indicator-changes/${first.id}/approve`, administrator, { note: null }, at(1))
    const second = await proposed({
      ...body,
      after: { period: '2007/08', value: '39.1' },
      reason: 'Recounted.',
    })
    await post(`/indicator-changes/${second.id}/approve`, administrator, { note: null }, at(1))
    const page = await read<{
      baseline: object
      baselineChanges: object[]
      sinceBaseline: { quarter: string; sentence: string }[]
    }>(`/indicators/ni-192/targets?framework=${LAA}`)
    expect(page.baseline).toEqual({ period: '2007/08', value: '39.1' })
    expect(page.baselineChanges).toMatchObject([
      { from: '38.5% in 2007/08', to: '39.1% in 2007/08', reason: 'Recounted.' },
      { from: null, to: '38.5% in 2007/08' },
    ])
    expect(page.sinceBaseline[0]).toMatchObject({
      quarter: '2009-10-q2',
      sentence: '7.0 points better than the baseline',
    })
  })

  test('never changes without a record of its change', async () => {
    await expect(stage.database.pool.query('UPDATE baseline SET value = value + 1')).rejects.toThrow(
      'The recorded changes of a baseline lead to its present value.',
    )
    await expect(stage.database.pool.query('DELETE FROM baseline_change')).rejects.toThrow('never changed')
  })
})

describe('a new indicator', () => {
  const after = {
    ...{ code: 'LOC 7', title: 'Empty homes brought back into use', shortTitle: 'Empty homes back in use' },
    ...{ definition: null, unit: 'number', decimals: 0, polarity: 'higher', measure: 'cumulative' },
    ...{ tolerance: { kind: 'relative', green: '0', amber: '10' }, hardMin: null, hardMax: null },
    ...{ source: null, reportedBy: null, lagWeeks: 4, roundedCounts: false },
    ...{ owner: 'waste-partnership', isDesignated: false, isDataOnly: false },
  }
  const body = async () => {
    const { outcomes } = await read<{ outcomes: { id: string }[] }>(`/frameworks/${LAA}`)
    return {
      ...{ kind: 'new_indicator', framework: LAA, reason: 'The district wants to see it.' },
      after: {
        ...after,
        outcome: outcomes[0]?.id,
        tolerance: { kind: 'relative', green: '0', amber: '0.1' },
      },
    }
  }

  test('is in the catalogue once it is approved, and not before', async () => {
    const { id, indicator } = await proposed(await body())
    expect(indicator).toEqual({ id: null, code: 'LOC 7', title: 'Empty homes back in use' })
    expect((await stage.api.get('/indicators/loc-7', officer)).status).toBe(404)
    const { body: approved } = await post(
      `/indicator-changes/${id}/approve`,
      administrator,
      { note: null },
      at(1),
    )
    expect(approved.indicator.id).toBe('loc-7')
    const { items } = await read<{ items: { code: string }[] }>('/indicators?search=empty%20homes%20back')
    expect(items.map(({ code }) => code)).toEqual(['LOC 7'])
  })

  test('is not designated beyond the thirty-five, and has a code of its own', async () => {
    const asked = await body()
    const designated = await post('/indicator-changes', officer, {
      ...asked,
      after: { ...asked.after, isDesignated: true },
    })
    expect(designated.body.errors?.[0]).toMatchObject({
      pointer: '#/body/after/isDesignated',
      detail: expect.stringContaining('at most 35 designated targets'),
    })
    const taken = await post('/indicator-changes', officer, {
      ...asked,
      after: { ...asked.after, code: 'NI 192' },
    })
    expect(taken.body.errors?.[0]?.pointer).toBe('#/body/after/code')
  })
})

test('a placement moves an indicator to another outcome and owner', async () => {
  const { outcomes } = await read<{ outcomes: { id: string }[] }>(`/frameworks/${LAA}`)
  const after = {
    outcome: outcomes[1]?.id,
    owner: 'environment-forum',
    isDesignated: true,
    isDataOnly: false,
  }
  const asked = { kind: 'placement', indicator: 'ni-192', framework: LAA, after, reason: 'It is theirs now.' }
  const { id } = await proposed(asked)
  const { status, body } = await post(
    `/indicator-changes/${id}/approve`,
    administrator,
    { note: null },
    at(1),
  )
  expect(status, JSON.stringify(body)).toBe(200)
  const { placement } = await read<{ placement: object }>(`/indicators/ni-192/settings?framework=${LAA}`)
  expect(placement).toEqual(after)
})

test('every step is in the audit trail, with who and why', async () => {
  const { id } = await proposed(await tighter())
  await post(`/indicator-changes/${id}/approve`, administrator, { note: 'As the Board asked.' }, at(1))
  const { rows } = await stage.database.pool.query(
    'SELECT action, actor_name AS actor, reason FROM audit_event WHERE subject_id = $1 ORDER BY sequence',
    [id],
  )
  expect(rows).toEqual([
    {
      action: 'indicator change propose',
      actor: 'Philippa Dane',
      reason: 'Councillors asked for a closer warning.',
    },
    { action: 'indicator change approve', actor: 'Gareth Lunn', reason: 'As the Board asked.' },
  ])
})
