import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { buildTestApp } from '#api/testing/test-app.ts'

const PASSWORD = 'demonstration'

const stage = demonstrationStage()

async function signIn(body: unknown, headers: Record<string, string> = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await stage.api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const [cookie] = response.cookies
  return { response, cookie, header: { cookie: `${cookie?.name}=${cookie?.value}` } }
}

describe('signing in', () => {
  test('answers with the person and a cookie that scripts cannot read', async () => {
    const { response, cookie } = await signIn({ email: 'executive@cherwell.example', password: PASSWORD })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      name: 'Cllr Helen Marsden',
      council: { id: 'cherwell' },
      roles: [{ role: 'executive_member' }, { role: 'portfolio_holder' }],
    })
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  })

  test('the cookie is __Host- and Secure in live mode', async () => {
    const live = await buildTestApp(stage.database, { ACCORD_MODE: 'live' })
    const response = await live.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email: 'executive@cherwell.example', password: PASSWORD },
    })
    expect(response.cookies[0]).toMatchObject({ name: '__Host-accord', secure: true })
    await live.close()
  })

  test('the e-mail address may be typed in capitals', async () => {
    const { response } = await signIn({ email: 'Executive@Cherwell.EXAMPLE', password: PASSWORD })
    expect(response.statusCode).toBe(200)
  })

  test('only a hash of the cookie is kept', async () => {
    const { cookie } = await signIn({ email: 'scrutiny@cherwell.example', password: PASSWORD })
    const found = await stage.database.pool.query(
      "SELECT 1 FROM session WHERE encode(token_hash, 'escape') = $1",
      [cookie?.value],
    )
    expect(found.rowCount).toBe(0)
  })

  test('a new sign-in ends the session it came with', async () => {
    const first = await signIn({ email: 'scrutiny@cherwell.example', password: PASSWORD })
    await signIn({ email: 'scrutiny@cherwell.example', password: PASSWORD }, first.header)
    expect((await stage.api.get('/session', first.header)).status).toBe(401)
  })

  test('a wrong password and an unknown address get the same sentence', async () => {
    const wrong = await signIn({ email: 'scrutiny@cherwell.example', password: 'wrong' })
    const unknown = await signIn({ email: 'nobody@cherwell.example', password: 'wrong' })
    expect(wrong.response.statusCode).toBe(401)
    expect(wrong.response.json()).toEqual(unknown.response.json())
    expect(wrong.response.json()).toMatchObject({ code: 'wrong-credentials' })
  })

  test('a person without a password cannot sign in', async () => {
    const person = await stage.database.prisma.person.findFirstOrThrow({ where: { passwordHash: null } })
    const { response } = await signIn({ email: person.email, password: '' })
    expect(response.statusCode).toBe(422)
    expect((await signIn({ email: person.email, password: 'x' })).response.statusCode).toBe(401)
  })

  test('a person who was disabled is signed out at once', async () => {
    const { header } = await signIn({ email: 'administrator@cherwell.example', password: PASSWORD })
    const where = { email: 'administrator@cherwell.example' }
    await stage.database.prisma.person.update({ where, data: { disabledAt: new Date() } })
    expect((await stage.api.get('/session', header)).status).toBe(401)
    await stage.database.prisma.person.update({ where, data: { disabledAt: null } })
    expect((await stage.api.get('/session', header)).status).toBe(200)
  })

  test('after eight wrong passwords the ninth try is told to wait, also with the right password', async () => {
    const email = 'portfolio@cherwell.example'
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn({ email, password: 'wrong' })))
    expect(tries.every(({ response }) => response.statusCode === 401)).toBe(true)
    const { response } = await signIn({ email, password: PASSWORD })
    expect(response.statusCode).toBe(429)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    expect(response.json()).toMatchObject({ code: 'too-many-attempts' })
  })

  test.each([
    ['not JSON', '{', 400, 'unreadable-request'],
    ['no password', { email: 'a@b.example' }, 422, 'invalid-request'],
    [
      'a field it does not know',
      { email: 'a@b.example', password: 'x', admin: true },
      422,
      'invalid-request',
    ],
    ['a body that is too large', { email: 'a@b.example', password: 'x'.repeat(5000) }, 413, 'too-large'],
  ])('%s is refused with a problem', async (_what, body, status, code) => {
    const { response } = await signIn(body)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ code })
  })

  test('a missing field is pointed at', async () => {
    const { response } = await signIn({ email: 'a@b.example' })
    expect(response.json()).toMatchObject({ errors: [{ pointer: '#/body/password' }] })
  })

  test('a form from another site is refused before it is read', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const { response } = await signIn({ email: 'executive@cherwell.example', password: PASSWORD }, headers)
      expect(response.statusCode).toBe(403)
      expect(response.json()).toMatchObject({ code: 'cross-site-request' })
    }
  })
})

describe('a session', () => {
  test('is ended by signing out', async () => {
    const { header } = await signIn({ email: 'performance@cherwell.example', password: PASSWORD })
    const out = await stage.api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: header })
    expect(out.statusCode).toBe(204)
    expect((await stage.api.get('/session', header)).status).toBe(401)
  })

  test('ends after 30 idle minutes, and after 12 hours in any case', async () => {
    const idle = await stage.api.signedInAs('scrutiny@cherwell.example')
    await stage.database.pool.query(
      "UPDATE session SET created_at = created_at - interval '1 hour', last_seen_at = last_seen_at - interval '31 minutes'",
    )
    expect((await stage.api.get('/session', idle)).status).toBe(401)
    const old = await stage.api.signedInAs('scrutiny@cherwell.example')
    await stage.database.pool.query(
      "UPDATE session SET created_at = created_at - interval '12 hours', expires_at = now() - interval '1 second'",
    )
    expect((await stage.api.get('/session', old)).status).toBe(401)
  })

  test('a cookie that was made up opens nothing', async () => {
    expect((await stage.api.get('/session', { cookie: 'accord=made-up' })).status).toBe(401)
  })

  test('a role that is taken away is gone in the very next request', async () => {
    const signedIn = await stage.api.signedInWith('executive_member')
    const url = '/councils/cherwell/dashboards/2009-10-q2'
    expect((await stage.api.get(url, signedIn)).status).toBe(200)
    await stage.database.pool.query(
      "DELETE FROM person_role WHERE person_id IN (SELECT id FROM person WHERE email LIKE '%@test.example')",
    )
    expect((await stage.api.get(url, signedIn)).status).toBe(403)
  })
})
