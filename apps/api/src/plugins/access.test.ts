import { may, permissions, roles } from '@accord/domain'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { access, UndeclaredAccess } from './access.ts'

/** The Waste Partnership’s return for quarter 2 2009/10: ids of the demonstration are made from names. */
const RETURN = 'df9939cf-3354-84b3-bb7a-b43c0f78da6d'

/** Every route of the contract that reads, with an address that exists in the demonstration. */
const routes = [
  { url: '/session', permission: 'session:read' },
  { url: '/councils', permission: 'councils:read' },
  { url: '/quarters', permission: 'quarters:read' },
  { url: '/frameworks', permission: 'frameworks:read' },
  { url: '/partnerships', permission: 'partnerships:read' },
  { url: '/partnerships/waste-partnership', permission: 'partnerships:read' },
  { url: '/indicators', permission: 'indicators:read' },
  { url: '/indicators/ni-192', permission: 'indicators:read' },
  { url: '/indicators/ni-192/settings', permission: 'indicators:read' },
  { url: '/indicators/ni-192/targets', permission: 'indicators:read' },
  { url: '/catalogue', permission: 'indicators:read' },
  { url: '/indicator-changes', permission: 'indicators:read' },
  { url: '/indicator-changes/14017e0e-43e6-8571-a06f-41c390b6cfdd', permission: 'indicators:read' },
  { url: '/frameworks/oxfordshire-laa-2008', permission: 'frameworks:read' },
  { url: '/indicators/ni-192/measurements', permission: 'measurements:read' },
  { url: '/indicators/ni-192/notes', permission: 'indicators:read' },
  { url: '/councils/cherwell/dashboards/2009-10-q2', permission: 'dashboards:read' },
  { url: '/councils/cherwell/value-for-money', permission: 'assessments:read' },
  { url: '/councils/cherwell/value-for-money/scheme', permission: 'assessments:read' },
  {
    url: '/councils/cherwell/partnerships/waste-partnership/value-for-money',
    permission: 'assessments:read',
  },
  { url: '/files/1ca0c2f3-859a-88cd-838d-5c099ee02818', permission: 'assessments:read' },
  { url: '/returns', permission: 'returns:read' },
  { url: `/returns/${RETURN}`, permission: 'returns:read' },
  { url: `/returns/${RETURN}/history?cell=narrative/why`, permission: 'returns:read' },
  { url: '/quarters/2009-10-q2/cycle', permission: 'cycle:read' },
  { url: '/councils/cherwell/scrutiny', permission: 'scrutiny:read' },
  { url: '/councils/cherwell/partnerships/waste-partnership/scrutiny', permission: 'scrutiny:read' },
  { url: '/councils/cherwell/pack', permission: 'scrutiny:read' },
  { url: '/councils/cherwell/pack.pdf', permission: 'scrutiny:read' },
  { url: '/notifications', permission: 'session:read' },
  { url: '/reminder-settings', permission: 'cycle:manage' },
  { url: '/imports', permission: 'imports:manage' },
  { url: '/exports/figures?indicator=ni-192', permission: 'measurements:read' },
  { url: '/exports/codebook?indicator=ni-192', permission: 'measurements:read' },
] as const

/** Every route of the contract that writes, by method and path, with the permission it needs. */
const writes = [
  { method: 'POST', path: '/indicators/{id}/events', permission: 'indicators:annotate' },
  { method: 'POST', path: '/indicators/{id}/events/{event}/withdrawal', permission: 'indicators:annotate' },
  { method: 'POST', path: '/indicators/{id}/process-marks', permission: 'indicators:recalculate' },
  {
    method: 'POST',
    path: '/indicators/{id}/process-marks/{mark}/withdrawal',
    permission: 'indicators:recalculate',
  },
  { method: 'PUT', path: '/returns/{id}/cells', permission: 'returns:edit' },
  { method: 'POST', path: '/returns/{id}/workbook', permission: 'returns:edit' },
  { method: 'POST', path: '/returns/{id}/assignments', permission: 'returns:assign' },
  { method: 'POST', path: '/returns/{id}/invitations', permission: 'returns:assign' },
  { method: 'DELETE', path: '/returns/{id}/assignments/{assignment}', permission: 'returns:assign' },
  { method: 'POST', path: '/returns/{id}/start', permission: 'returns:edit' },
  { method: 'POST', path: '/returns/{id}/send-for-sign-off', permission: 'returns:edit' },
  { method: 'POST', path: '/returns/{id}/sign-off', permission: 'returns:sign-off' },
  { method: 'POST', path: '/returns/{id}/decline', permission: 'returns:sign-off' },
  { method: 'POST', path: '/returns/{id}/send-back', permission: 'returns:review' },
  { method: 'POST', path: '/returns/{id}/accept', permission: 'returns:review' },
  { method: 'POST', path: '/returns/{id}/reopen', permission: 'returns:review' },
  { method: 'POST', path: '/returns/{id}/restate', permission: 'returns:review' },
  { method: 'POST', path: '/returns/acceptances', permission: 'returns:review' },
  { method: 'PUT', path: '/returns/{id}/extension', permission: 'cycle:manage' },
  { method: 'POST', path: '/returns/{id}/reminder', permission: 'cycle:manage' },
  { method: 'POST', path: '/quarters/{quarter}/opening', permission: 'cycle:manage' },
  { method: 'PUT', path: '/quarters/{quarter}/dates', permission: 'cycle:manage' },
  { method: 'POST', path: '/quarters/{quarter}/reminders', permission: 'cycle:manage' },
  { method: 'POST', path: '/councils/{council}/publications', permission: 'cycle:manage' },
  {
    method: 'POST',
    path: '/councils/{council}/partnerships/{partnership}/questions',
    permission: 'questions:ask',
  },
  { method: 'POST', path: '/questions/{id}/close', permission: 'questions:ask' },
  {
    method: 'POST',
    path: '/councils/{council}/partnerships/{partnership}/recommendations',
    permission: 'scrutiny:manage',
  },
  { method: 'POST', path: '/recommendations/{id}/response', permission: 'recommendations:respond' },
  { method: 'POST', path: '/recommendations/{id}/close', permission: 'scrutiny:manage' },
  { method: 'POST', path: '/councils/{council}/work-items', permission: 'scrutiny:manage' },
  { method: 'POST', path: '/work-items/{id}/move', permission: 'scrutiny:manage' },
  { method: 'PUT', path: '/work-items/{id}', permission: 'scrutiny:manage' },
  {
    method: 'POST',
    path: '/councils/{council}/partnerships/{partnership}/interview-notes',
    permission: 'scrutiny:manage',
  },
  { method: 'POST', path: '/notifications/{id}/read', permission: 'session:read' },
  { method: 'PUT', path: '/reminder-settings', permission: 'cycle:manage' },
  {
    method: 'POST',
    path: '/councils/{council}/partnerships/{partnership}/assessments',
    permission: 'assessments:edit',
  },
  { method: 'PUT', path: '/councils/{council}/value-for-money/scheme', permission: 'assessments:edit' },
  { method: 'PUT', path: '/assessments/{id}', permission: 'assessments:edit' },
  { method: 'POST', path: '/assessments/{id}/evidence', permission: 'assessments:edit' },
  { method: 'DELETE', path: '/assessments/{id}/evidence/{evidence}', permission: 'assessments:edit' },
  { method: 'POST', path: '/assessments/{id}/actions', permission: 'assessments:edit' },
  { method: 'POST', path: '/assessments/{id}/moderate', permission: 'assessments:edit' },
  { method: 'POST', path: '/assessments/{id}/agree', permission: 'assessments:agree' },
  { method: 'POST', path: '/assessments/{id}/back-to-draft', permission: 'assessments:edit' },
  { method: 'POST', path: '/councils/{council}/files', permission: 'assessments:edit' },
  { method: 'POST', path: '/indicators/{id}/changes/preview', permission: 'indicators:propose' },
  { method: 'POST', path: '/indicator-changes', permission: 'indicators:propose' },
  { method: 'POST', path: '/indicator-changes/{id}/withdraw', permission: 'indicators:propose' },
  { method: 'POST', path: '/indicator-changes/{id}/repropose', permission: 'indicators:propose' },
  { method: 'POST', path: '/indicator-changes/{id}/approve', permission: 'indicators:approve' },
  { method: 'POST', path: '/indicator-changes/{id}/decline', permission: 'indicators:approve' },
  { method: 'POST', path: '/frameworks', permission: 'frameworks:manage' },
  { method: 'PUT', path: '/frameworks/{id}', permission: 'frameworks:manage' },
  { method: 'PUT', path: '/frameworks/{id}/outcomes', permission: 'frameworks:manage' },
  { method: 'PUT', path: '/frameworks/{id}/indicators/{indicator}', permission: 'frameworks:manage' },
  { method: 'POST', path: '/imports', permission: 'imports:manage' },
  { method: 'PUT', path: '/imports/{id}/file', permission: 'imports:manage' },
  { method: 'PUT', path: '/imports/{id}/mapping', permission: 'imports:manage' },
  { method: 'PUT', path: '/imports/{id}/answers', permission: 'imports:manage' },
  { method: 'POST', path: '/imports/{id}/load', permission: 'imports:manage' },
  { method: 'POST', path: '/imports/{id}/undo', permission: 'imports:manage' },
  { method: 'POST', path: '/imports/{id}/abandon', permission: 'imports:manage' },
] as const

const publicRoutes = ['/health', '/openapi.json', '/deployment']

const stage = demonstrationStage()

/** A request that no route would carry out: of a return that is not there, and with nothing in it. */
async function write(method: 'PUT' | 'POST' | 'DELETE', path: string, headers: Record<string, string>) {
  const url = path.replaceAll(/\{[a-z]+\}/g, '00000000-0000-4000-8000-000000000000')
  const response = await stage.api.app.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(method === 'DELETE' ? {} : { payload: {} }),
  })
  return { status: response.statusCode, code: response.json().code as string }
}

describe('access', () => {
  test.each(roles.flatMap((role) => routes.map((route) => ({ role, ...route }))))(
    '$role at $url is answered as the permission matrix says',
    async ({ role, url, permission }) => {
      const { status, text } = await stage.api.get(url, await stage.api.signedInWith(role))
      expect(status, text).toBe(may([role], permission) ? 200 : 403)
    },
  )

  test('the matrix refuses somebody something, so that these tests can fail', () => {
    expect(roles.some((role) => permissions.some((permission) => !may([role], permission)))).toBe(true)
  })

  test.each(routes)(
    'nobody signed in is told 401 at $url, before anything else is looked at',
    async ({ url }) => {
      const answer = await stage.api.get(`${url}${url.includes('?') ? '&' : '?'}nonsense=1`)
      expect(answer.status).toBe(401)
      expect(answer.body).toMatchObject({ code: 'not-signed-in' })
    },
  )

  test.each(writes.flatMap((route) => roles.map((role) => ({ role, ...route }))))(
    '$role at $method $path is refused before it is looked at, or let through, as the matrix says',
    async ({ role, method, path, permission }) => {
      const { status, code } = await write(method, path, await stage.api.signedInWith(role))
      if (may([role], permission)) expect([404, 422, 428]).toContain(status)
      else expect({ status, code }).toEqual({ status: 403, code: 'not-allowed' })
    },
  )

  test.each(writes)('nobody signed in is told 401 at $method $path', async ({ method, path }) => {
    expect(await write(method, path, {})).toMatchObject({ status: 401, code: 'not-signed-in' })
  })

  test.each(publicRoutes)('%s is open to everyone', async (url) => {
    expect((await stage.api.get(url)).status).toBe(200)
  })

  test('the routes tested are all that the contract has', async () => {
    const { body } = await stage.api.get('/openapi.json')
    const { paths } = body as { paths: Record<string, object> }
    const read = [...routes.map(({ url }) => url), '/health', '/deployment'].map((url) =>
      url
        .replace(/\?.*$/, '')
        .replace(/^\/councils\/cherwell\/dashboards\/.*/, '/councils/{council}/dashboards/{quarter}')
        .replace(/^\/councils\/cherwell\//, '/councils/{council}/')
        .replace(/^(\/councils\/.*\/partnerships)\/[a-z-]+\//, '$1/{partnership}/')
        .replace(
          /^\/(partnerships|indicators|returns|files|frameworks|indicator-changes)\/[a-z0-9-]+/,
          '/$1/{id}',
        )
        .replace(/^\/quarters\/[a-z0-9-]+/, '/quarters/{quarter}'),
    )
    const inContract = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const tested = [
      // Nothing has been published in the demonstration: publications.test.ts reads what it publishes.
      'GET /api/v1/councils/{council}/publications/{quarter}',
      // Whose part in the return opens it, not a role alone: workbooks.test.ts.
      'GET /api/v1/returns/{id}/workbook',
      // There is no import in the demonstration: imports.test.ts reads what it makes.
      'GET /api/v1/imports/{id}',
      'GET /api/v1/imports/{id}/differences',
      'GET /api/v1/imports/{id}/faults',
      ...read.map((url) => `GET /api/v1${url}`),
      ...writes.map(({ method, path }) => `${method} /api/v1${path}`),
      'POST /api/v1/session',
      'DELETE /api/v1/session',
      'POST /api/v1/invitations/{token}',
    ]
    expect(inContract.sort()).toEqual(tested.sort())
  })

  test('a refusal says which roles may, and what to do', async () => {
    const answer = await stage.api.get(
      '/councils/cherwell/dashboards/2009-10-q2',
      await stage.api.signedInWith('contributor'),
    )
    expect(answer.body).toMatchObject({
      code: 'not-allowed',
      detail: expect.stringContaining('executive member'),
    })
  })

  test('an app with a route that does not declare its access does not start', async () => {
    const app = Fastify()
    await app.register(access)
    expect(() => app.get('/undeclared', async () => 'open')).toThrow(UndeclaredAccess)
  })
})
