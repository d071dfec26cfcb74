import { may, permissions, roles } from '@accord/domain'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { access, UndeclaredAccess } from './access.ts'

/** Every route of the contract, with an address that exists in the demonstration. */
const routes = [
  { url: '/session', permission: 'session:read' },
  { url: '/councils', permission: 'councils:read' },
  { url: '/quarters', permission: 'quarters:read' },
  { url: '/frameworks', permission: 'frameworks:read' },
  { url: '/partnerships', permission: 'partnerships:read' },
  { url: '/partnerships/waste-partnership', permission: 'partnerships:read' },
  { url: '/indicators', permission: 'indicators:read' },
  { url: '/indicators/ni-192', permission: 'indicators:read' },
  { url: '/indicators/ni-192/measurements', permission: 'measurements:read' },
  { url: '/councils/cherwell/dashboards/2009-10-q2', permission: 'dashboards:read' },
] as const

const publicRoutes = ['/health', '/openapi.json', '/deployment']

const stage = demonstrationStage()

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
      const answer = await stage.api.get(`${url}?nonsense=1`)
      expect(answer.status).toBe(401)
      expect(answer.body).toMatchObject({ code: 'not-signed-in' })
    },
  )

  test.each(publicRoutes)('%s is open to everyone', async (url) => {
    expect((await stage.api.get(url)).status).toBe(200)
  })

  test('the routes tested are all that the contract has', async () => {
    const { body } = await stage.api.get('/openapi.json')
    const { paths } = body as { paths: Record<string, object> }
    const tested = [...routes.map(({ url }) => url), '/health', '/deployment'].map((url) =>
      url
        .replace(/^\/councils\/cherwell\/dashboards\/.*/, '/councils/{council}/dashboards/{quarter}')
        .replace(/^\/(partnerships|indicators)\/[a-z0-9-]+/, '/$1/{id}'),
    )
    expect(Object.keys(paths).sort()).toEqual(tested.map((url) => `/api/v1${url}`).sort())
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
