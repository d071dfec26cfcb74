import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { QuarterlyReturn } from './returns.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const RETURN = 'df9939cf-3354-84b3-bb7a-b43c0f78da6d'
const THEIRS = 'indicators/ni-193/commentary'

let lead: { cookie: string }

async function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  as: { cookie?: string },
  body?: object,
) {
  const response = await stage.api.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: as,
    ...(body === undefined ? {} : { payload: body }),
  })
  const [cookie] = response.cookies
  return {
    status: response.statusCode,
    body: response.json(),
    cookie: { cookie: `${cookie?.name}=${cookie?.value}` },
  }
}

async function invite(changes: object = {}) {
  return call('POST', `/returns/${RETURN}/invitations`, lead, {
    ...{ section: 'indicators', cells: [THEIRS], name: 'Pat Vale', email: 'Pat@Contractor.example' },
    expiresOn: '2009-10-30',
    ...changes,
  })
}

async function open(path: string) {
  return call('POST', path, {})
}

function save(as: { cookie?: string }, cell: string) {
  return call('PUT', `/returns/${RETURN}/cells`, as, {
    changes: [{ changeId: randomUUID(), cell, value: 'Said by a partner.', version: 0 }],
  })
}

beforeEach(async () => {
  lead = await stage.api.signedInAs('lead@waste.example')
})

describe('an invitation’s link', () => {
  test('opens the answers it names, and nothing else of the service', async () => {
    const { body } = await invite()
    const { cookie, status, body: opened } = await open(body.path)
    expect({ status, opened }).toEqual({ status: 200, opened: { returnId: RETURN, section: 'indicators' } })
    const seen = (await call('GET', `/returns/${RETURN}`, cookie)).body as QuarterlyReturn
    expect(seen.editable).toEqual([THEIRS])
    expect(seen.indicators.map(({ id }) => id)).toEqual(['ni-193'])
    expect(seen.cells.every(({ cell }) => cell === THEIRS)).toBe(true)
    expect(seen).toMatchObject({ risks: [], actions: [], questions: [], events: [], lastNarrative: null })
    for (const url of [
      '/returns',
      '/partnerships',
      '/councils',
      '/councils/cherwell/dashboards/2009-10-q2',
    ]) {
      expect((await call('GET', url, cookie)).status, url).toBe(403)
    }
    const { rows } = await stage.database.pool.query(
      'SELECT id FROM quarterly_return WHERE id <> $1 AND quarter_index = 2009 * 4 + 1 LIMIT 1',
      [RETURN],
    )
    expect((await call('GET', `/returns/${rows[0].id}`, cookie)).status).toBe(404)
    expect((await call('GET', '/session', cookie)).body).toMatchObject({ name: 'Pat Vale', roles: [] })
  })

  test('lets its bearer answer what was handed over, under their own name, and no other answer', async () => {
    const { cookie } = await open((await invite()).body.path)
    const known = (await call('GET', `/returns/${RETURN}`, lead)).body as QuarterlyReturn
    const version = known.cells.find(({ cell }) => cell === THEIRS)?.version ?? 0
    const saved = await call('PUT', `/returns/${RETURN}/cells`, cookie, {
      changes: [{ changeId: randomUUID(), cell: THEIRS, value: 'Two lorries were off the road.', version }],
    })
    expect(saved.body.results).toMatchObject([{ outcome: 'saved', now: { changedBy: 'Pat Vale' } }])
    expect((await save(cookie, 'narrative/why')).body.results).toMatchObject([{ outcome: 'locked' }])
  })

  test('works once', async () => {
    const { path } = (await invite()).body
    expect((await open(path)).status).toBe(200)
    const again = await open(path)
    expect(again.status).toBe(404)
    expect(again.body.detail).toContain('Ask whoever sent it')
  })

  test('opens nothing after its date, nor once it is taken back, and neither does a session it opened', async () => {
    const { path, assignment } = (await invite()).body
    const { cookie } = await open(path)
    expect((await call('DELETE', `/returns/${RETURN}/assignments/${assignment}`, lead)).status).toBe(200)
    expect((await call('GET', `/returns/${RETURN}`, cookie)).status).toBe(401)
    const late = (await invite()).body.path
    await stage.database.pool.query(
      "UPDATE return_assignment SET expires_on = '2009-10-18' WHERE redeemed_at IS NULL AND invited_email IS NOT NULL",
    )
    expect((await open(late)).status).toBe(404)
    expect((await open('/invitations/made-up')).status).toBe(404)
  })

  test('is kept as a hash alone, and lasts ninety days at most', async () => {
    const { body } = await invite()
    const token = body.path.replace('/invitations/', '')
    const { rowCount } = await stage.database.pool.query(
      "SELECT 1 FROM return_assignment WHERE encode(token_hash, 'escape') = $1",
      [token],
    )
    expect(rowCount).toBe(0)
    expect((await invite({ expiresOn: '2010-10-30' })).body).toMatchObject({
      errors: [{ pointer: '#/body/expiresOn' }],
    })
    expect((await invite({ expiresOn: '2009-10-01' })).status).toBe(422)
  })
})
