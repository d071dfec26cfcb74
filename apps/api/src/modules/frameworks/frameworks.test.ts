import { beforeEach, describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { FrameworkDetail } from './framework-writes.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const LAA = '/frameworks/oxfordshire-laa-2008'

let administrator: Cookie

beforeEach(async () => {
  administrator = await stage.api.signedInAs('administrator@cherwell.example')
})

type Answered = FrameworkDetail & { code: string; detail: string; errors?: { pointer: string }[] }

const send = (method: 'POST' | 'PUT', url: string, body: object, version?: number) =>
  call<Answered>(stage.api.app, method, url, {
    as: administrator,
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })

const read = async (url = LAA) => (await stage.api.get(url, administrator)).body as FrameworkDetail

const plan = {
  ...{ kind: 'corporate plan', title: 'Cherwell’s plan 2010', shortTitle: 'Plan 2010' },
  ...{
    startYear: 2010,
    endYear: 2013,
    councils: ['cherwell'],
    accountableBody: 'cherwell',
    onDashboard: false,
  },
  reason: 'The Executive adopted it.',
}

describe('a framework', () => {
  test('says how many of its 35 targets are designated, and why no more may be', async () => {
    const framework = await read()
    expect(framework).toMatchObject({
      designated: '35 of 35 designated',
      designatedCount: 35,
      mayManage: true,
    })
    expect(framework.whyNoMore).toContain('at most 35 designated targets')
  })

  test('is set up by an administrator, in the trail with its reason', async () => {
    const { status, body } = await send('POST', '/frameworks', plan)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      id: 'cherwells-plan-2010',
      version: 1,
      designated: '0 designated',
      outcomes: [],
    })
    const { rows } = await stage.database.pool.query(
      "SELECT reason FROM audit_event WHERE action = 'framework add' AND subject_id = 'cherwells-plan-2010'",
    )
    expect(rows).toEqual([{ reason: 'The Executive adopted it.' }])
  })

  test.each([
    ['a title that is taken', { title: 'Oxfordshire LAA 2008' }, '#/body/title'],
    ['a year before it begins', { endYear: 2009 }, '#/body/endYear'],
    ['a body that is no council', { accountableBody: 'none' }, '#/body/accountableBody'],
    ['no reason', { reason: '' }, '#/body/reason'],
  ])('is not set up with %s', async (_what, wrong, pointer) => {
    const { status, body } = await send('POST', '/frameworks', { ...plan, ...wrong })
    expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({ status: 422, pointer })
  })

  test('of other councils only is not an administrator’s to set', async () => {
    const { status, body } = await send('POST', '/frameworks', { ...plan, councils: ['oxford'] })
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not-allowed' })
  })

  test('is changed at the version that was seen', async () => {
    const { kind: _, ...fields } = plan
    await send('POST', '/frameworks', plan)
    const url = '/frameworks/cherwells-plan-2010'
    expect((await send('PUT', url, { ...fields, endYear: 2014 })).status).toBe(428)
    expect((await send('PUT', url, { ...fields, endYear: 2014 }, 4)).status).toBe(412)
    expect((await send('PUT', url, { ...fields, endYear: 2014 }, 1)).body).toMatchObject({
      endYear: 2014,
      version: 2,
    })
    expect((await send('PUT', '/frameworks/none', fields, 1)).status).toBe(404)
  })
})

describe('the outcomes of a framework', () => {
  test('are added, renamed and put in another order at once', async () => {
    const { outcomes } = await read()
    const [first, second, ...rest] = outcomes.map(({ id, title }) => ({ id, title }))
    const asked = [second, { ...first, title: 'A new name' }, ...rest, { id: null, title: 'Climate' }]
    const { status, body } = await send(
      'PUT',
      `${LAA}/outcomes`,
      { outcomes: asked, reason: 'Refreshed.' },
      1,
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.outcomes.map(({ title }) => title)).toEqual([
      ...[second?.title, 'A new name', ...rest.map(({ title }) => title), 'Climate'],
    ])
    expect(body.outcomes[1]?.indicators).toEqual(outcomes[0]?.indicators)
  })

  test('stay while they have indicators', async () => {
    const { outcomes } = await read()
    const rest = outcomes.slice(1).map(({ id, title }) => ({ id, title }))
    const { status, body } = await send('PUT', `${LAA}/outcomes`, { outcomes: rest, reason: 'Gone.' }, 1)
    expect(status).toBe(409)
    expect(body.detail).toContain('has indicators. Move them to another outcome first.')
  })
})

describe('an indicator', () => {
  const place = async (isDesignated: boolean, version = 1, indicator = 'ni-7') => {
    const { outcomes } = await read()
    const body = { outcome: outcomes[0]?.id, owner: 'waste-partnership', isDesignated, isDataOnly: false }
    return send('PUT', `${LAA}/indicators/${indicator}`, { ...body, reason: 'Agreed.' }, version)
  }

  const unplaced = async () => {
    const { rows } = await stage.database.pool.query<{ slug: string }>(
      `SELECT i.slug FROM indicator i WHERE i.slug LIKE 'ni-%' AND NOT EXISTS (SELECT FROM framework_indicator fi
         JOIN framework f ON f.id = fi.framework_id WHERE fi.indicator_id = i.id AND f.slug = 'oxfordshire-laa-2008') LIMIT 1`,
    )
    return rows[0]?.slug ?? ''
  }

  test('is placed from the national set, and designated only once there is room', async () => {
    const indicator = await unplaced()
    const placed = await place(false, 1, indicator)
    expect(placed.status, JSON.stringify(placed.body)).toBe(200)
    expect(placed.body.indicatorCount).toBe(36)
    const full = await place(true, 2, indicator)
    expect({ status: full.status, detail: full.body.detail }).toMatchObject({
      status: 409,
      detail: expect.stringContaining('End another’s designation first.'),
    })
    const freed = await place(false, 2)
    expect(freed.body.designated).toBe('34 of 35 designated')
    expect((await place(true, 3, indicator)).body.designated).toBe('35 of 35 designated')
  })

  test('that stands in it is made data only by two people, not here', async () => {
    const { outcomes } = await read()
    const body = {
      outcome: outcomes[0]?.id,
      owner: 'waste-partnership',
      isDesignated: true,
      isDataOnly: true,
    }
    const { status, body: refusal } = await send(
      'PUT',
      `${LAA}/indicators/ni-7`,
      { ...body, reason: 'Quiet.' },
      1,
    )
    expect(status).toBe(409)
    expect(refusal.detail).toContain('for another person to approve')
  })

  test('that is not there is not found', async () => {
    expect((await place(false, 1, 'ni-999')).status).toBe(404)
  })

  test('of two designations at once for the last place, one is made', async () => {
    await place(false, 1)
    const other = await unplaced()
    const answers = await Promise.all([place(true, 2), place(true, 2, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await read()).designatedCount).toBe(35)
  })

  test('is refused as the thirty-sixth by the database too', async () => {
    await place(false, 1, await unplaced())
    await expect(
      stage.database.pool.query(
        "UPDATE framework_indicator SET is_designated = true WHERE framework_id = (SELECT id FROM framework WHERE slug = 'oxfordshire-laa-2008')",
      ),
    ).rejects.toThrow('at most 35 designated targets')
  })
})
