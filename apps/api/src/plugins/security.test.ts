import { createDatabase } from '@accord/database'
import { describe, expect, test } from 'vitest'
import { buildApp } from '#api/app.ts'
import { createClock } from '#api/clock.ts'
import { readConfig } from '#api/config.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'

const stage = demonstrationStage()

describe('every answer', () => {
  test.each(['/health', '/session', '/nowhere'])(
    '%s of the API lets nothing load, run or be framed',
    async (url) => {
      const { headers } = await stage.api.get(url)
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  test.each(['/', '/sign-in', '/nowhere'])(
    'the page %s takes scripts, styles and data from here alone',
    async (url) => {
      const { headers } = await stage.api.app.inject(url)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
    },
  )

  test('a cached dashboard carries them too', async () => {
    const signedIn = await stage.api.signedInAs('executive@cherwell.example')
    const { headers } = await stage.api.get('/councils/cherwell/dashboards/2009-10-q2', signedIn)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['cache-control']).toBe('private, no-cache')
  })

  test('an unknown address of the API is a problem, not a page', async () => {
    const answer = await stage.api.get('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

describe('an address with rubbish in it', () => {
  test.each([
    '/indicators/%00',
    '/indicators/%E0%A4%A',
    `/indicators/${'x'.repeat(5000)}`,
    '/councils/cherwell/dashboards/%27%3B%20DROP%20TABLE%20person',
    '/partnerships?council=%00',
    "/partnerships?search=%25_'%22%5C%00",
    '/indicators?quarter=9999999-00-q9',
    '/indicators/ni-192?organisation=%00',
  ])('%s is refused or finds nothing, and is never a fault', async (url) => {
    const { status } = await stage.api.get(url, await stage.api.signedInAs('scrutiny@cherwell.example'))
    expect(status).toBeLessThan(500)
  })
})

test('without its database the service says so, and says nothing else', async () => {
  const config = readConfig({ ACCORD_LOG: 'silent' })
  const gone = createDatabase({ connectionString: 'postgresql://nobody@127.0.0.1:1/none', poolSize: 1 })
  const app = await buildApp({ database: gone, clock: createClock(config.today), config })
  for (const url of ['/api/v1/health', '/api/v1/deployment']) {
    const response = await app.inject({ url })
    expect(response.statusCode, url).toBe(503)
    expect(response.json()).toMatchObject({ code: 'database-unavailable' })
    expect(response.body).not.toMatch(/127\.0\.0\.1|ECONN|postgres/)
  }
  await app.close()
  await gone.close()
})
