import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'

type Page = { items: Record<string, unknown>[]; page: number; pageSize: number; total: number }

const lists = [
  '/councils',
  '/quarters',
  '/frameworks',
  '/partnerships?council=cherwell',
  '/indicators?framework=oxfordshire-laa-2008',
  '/indicators/ni-192/measurements',
]

const stage = demonstrationStage()
let reader: { cookie: string }

beforeEach(async () => {
  reader = await stage.api.signedInAs('performance@cherwell.example')
})

const page = async (url: string) => (await stage.api.get(url, reader)).body as Page
const withQuery = (url: string, query: string) => `${url}${url.includes('?') ? '&' : '?'}${query}`

describe.each(lists)('%s', (url) => {
  test('answers a page that says of how many', async () => {
    const all = await page(url)
    const second = await page(withQuery(url, 'pageSize=2&page=2'))
    expect(all.total).toBeGreaterThan(2)
    expect(second).toMatchObject({ page: 2, pageSize: 2, total: all.total })
    expect(second.items).toEqual(all.items.slice(2, 4))
  })

  test('answers every row as CSV when asked by header or by link', async () => {
    const { total } = await page(url)
    const byHeader = await stage.api.get(url, { ...reader, accept: 'text/csv' })
    const byLink = await stage.api.get(withQuery(url, 'format=csv'), reader)
    expect(byHeader.headers['content-type']).toContain('text/csv')
    expect(byHeader.headers['content-disposition']).toMatch(/attachment; filename=".+\.csv"/)
    expect(byLink.text).toBe(byHeader.text)
    expect(byHeader.text.trim().split('\r\n')).toHaveLength(total + 1)
  })

  test.each(['page=0', 'page=x', 'pageSize=501', 'sort=colour', 'colour=red', 'format=xml'])(
    'refuses ?%s and points at it',
    async (query) => {
      const answer = await stage.api.get(withQuery(url, query), reader)
      expect(answer.status).toBe(422)
      expect(answer.body).toMatchObject({ errors: [{ pointer: `#/query/${query.split('=')[0]}` }] })
    },
  )

  test('refuses a format that it does not have', async () => {
    expect((await stage.api.get(url, { ...reader, accept: 'application/pdf' })).status).toBe(406)
  })
})

describe('filters and sorts', () => {
  test('partnerships: 62 on the register, 17 significant, two rated excellent', async () => {
    const count = async (query: string) => (await page(`/partnerships?council=cherwell${query}`)).total
    expect(await count('')).toBe(62)
    expect(await count('&significant=true')).toBe(17)
    expect(await count('&significant=true&rating=excellent')).toBe(2)
    expect(await count('&search=rural transport')).toBe(1)
  })

  test('a sort goes both ways, and what is empty comes last in both', async () => {
    const ratings = async (sort: string) =>
      (await page(`/partnerships?council=cherwell&sort=${sort}&pageSize=500`)).items.map(
        ({ valueForMoney }) => (valueForMoney as { rating: number } | null)?.rating ?? null,
      )
    const up = await ratings('rating')
    const down = await ratings('-rating')
    expect(up[0]).toBe(2)
    expect(down[0]).toBe(4)
    expect([up.at(-1), down.at(-1)]).toEqual([null, null])
  })

  test('codes sort as people count: NI 2 before NI 10', async () => {
    const { items } = await page('/indicators?framework=national-indicator-set-2008&sort=code&pageSize=500')
    const codes = items.map(({ code }) => String(code))
    expect(codes).toHaveLength(202)
    expect(codes.indexOf('NI 2')).toBeLessThan(codes.indexOf('NI 10'))
  })

  test('indicators are found by status, owner and outcome', async () => {
    const base = '/indicators?framework=oxfordshire-laa-2008&quarter=2009-10-q2'
    expect((await page(`${base}&status=off_target`)).total).toBe(6)
    expect((await page(`${base}&owner=waste-partnership`)).total).toBe(3)
    const outcomes = new Set((await page(base)).items.map(({ outcome }) => outcome))
    expect(outcomes.size).toBe(4)
  })

  test('measurements are found by body and by quarter', async () => {
    const url = '/indicators/ni-192/measurements'
    const cherwell = await page(`${url}?organisation=cherwell&from=2009-10-q1&to=2009-10-q2`)
    expect(cherwell.items.map(({ quarter }) => quarter)).toEqual(['2009-10-q2', '2009-10-q1'])
    const whole = await page(`${url}?organisation=whole-area`)
    expect(whole.items.every(({ organisation }) => organisation === null)).toBe(true)
  })
})

test('a cell that a spreadsheet would run is written as text', async () => {
  await stage.database.pool.query(
    "UPDATE partnership SET theme = '=HYPERLINK(1)' WHERE slug = 'waste-partnership'",
  )
  const { text } = await stage.api.get(
    '/partnerships?council=cherwell&search=waste partnership&format=csv',
    reader,
  )
  expect(text).toContain("'=HYPERLINK(1)")
})

test.each([
  '/partnerships/none',
  '/indicators/none',
  '/indicators/none/measurements',
  '/partnerships?council=none',
])('%s is a problem with a pointer, not a fault', async (url) => {
  const answer = await stage.api.get(url, reader)
  expect(answer.status).toBe(404)
  expect(answer.body).toMatchObject({
    code: 'not-found',
    errors: [{ pointer: expect.stringMatching(/^#\//) }],
  })
})
