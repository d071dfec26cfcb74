import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { CatalogueIndicator } from './catalogue.schemas.ts'

const stage = demonstrationStage()
let reader: { cookie: string }

beforeEach(async () => {
  reader = await stage.api.signedInAs('executive@cherwell.example')
})

type Page = { items: CatalogueIndicator[]; total: number }

const list = async (query: string) =>
  (await stage.api.get(`/indicators?quarter=2009-10-q2&${query}`, reader)).body as Page

const codes = ({ items }: Page) => items.map(({ code }) => code)

const keyOf = ({ id, framework }: CatalogueIndicator) => `${framework.id} ${id}`

describe('the catalogue', () => {
  test('has the 35 of the agreement, 19 on, 6 near, 6 off and 4 not rated', async () => {
    const counts = await Promise.all(
      ['on_target', 'near_target', 'off_target', 'not_rated'].map(async (status) => {
        return (await list(`framework=oxfordshire-laa-2008&status=${status}`)).total
      }),
    )
    expect(counts).toEqual([19, 6, 6, 4])
    expect((await list('framework=oxfordshire-laa-2008')).total).toBe(35)
  })

  test('a page is a part of it, in its order, and every indicator is on one page', async () => {
    const whole = await list('pageSize=500')
    const pages = await Promise.all([1, 2, 3].map((page) => list(`pageSize=100&page=${page}`)))
    expect(pages.flatMap(({ items }) => items.map(keyOf))).toEqual(whole.items.slice(0, 300).map(keyOf))
    expect(pages.map(({ total }) => total)).toEqual([whole.total, whole.total, whole.total])
  })

  test('a page beyond the last has nothing and still says how many there are', async () => {
    const { items, total } = await list('pageSize=100&page=90')
    expect({ items: items.length, isThere: total > 200 }).toEqual({ items: 0, isThere: true })
  })

  test.each([
    ['a code, first of all', 'NI 19', 'NI 19'],
    ['a code without its space', 'ni192', 'NI 192'],
    ['words of the title in any order and case', 'RECYCLING household', 'NI 192'],
    ['the name of the partnership', 'waste partnership', 'LAA1-04'],
    ['words of the definition', 'weighbridge composted digested', undefined],
  ])('is searched by %s', async (_what, search, first) => {
    const found = await list(`search=${encodeURIComponent(search)}`)
    expect(codes(found)[0]).toBe(first)
  })

  test('is searched without regard to accents, and a sign of a pattern is only a sign', async () => {
    await stage.database.pool.query(
      "UPDATE indicator SET definition = 'Cafés per 1,000 people' WHERE slug = 'ni-7'",
    )
    for (const word of ['cafes', 'CAF%C3%89S']) {
      expect(new Set(codes(await list(`search=${word}`)))).toEqual(new Set(['NI 7']))
    }
    expect((await list('search=%25%25')).total).toBe(0)
  })

  test.each([
    ['outcome', 'framework=oxfordshire-laa-2008&outcome=', (row: CatalogueIndicator) => row.outcome],
    ['owner', 'owner=', (row: CatalogueIndicator) => row.owner?.id ?? ''],
    ['polarity', 'polarity=', (row: CatalogueIndicator) => row.polarity],
    ['frequency', 'frequency=', (row: CatalogueIndicator) => row.frequency],
  ])('is filtered by %s', async (_what, parameter, of) => {
    const all = await list(
      `pageSize=500${parameter.startsWith('framework') ? '&framework=oxfordshire-laa-2008' : ''}`,
    )
    const sample = all.items.find((row) => row.owner !== null)
    const value = sample === undefined ? '' : of(sample)
    const slug = parameter.endsWith('outcome=') ? slugOf(value) : value
    const filtered = await list(`pageSize=500&${parameter}${slug}`)
    expect(filtered.items.map(keyOf)).toEqual(all.items.filter((row) => of(row) === value).map(keyOf))
    expect(filtered.total).toBeGreaterThan(0)
  })

  test('is filtered by the lead officer, who is one of its choices', async () => {
    const { body } = await stage.api.get('/catalogue', reader)
    const { officers } = body as { officers: { id: string; name: string }[] }
    const [officer] = officers
    const { items } = await list(`officer=${officer?.id}`)
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map(({ leadOfficer }) => leadOfficer))).toEqual(new Set([officer?.name]))
  })

  test('is sorted by code in the order of its numbers, either way', async () => {
    const up = codes(await list('framework=national-indicator-set-2008&sort=code&pageSize=500'))
    expect(up.slice(0, 3)).toEqual(['NI 1', 'NI 2', 'NI 3'])
    expect(codes(await list('framework=national-indicator-set-2008&sort=-code&pageSize=500'))).toEqual(
      up.toReversed(),
    )
  })

  test('as CSV has every row of the filter', async () => {
    const { text } = await stage.api.get(
      '/indicators?quarter=2009-10-q2&framework=oxfordshire-laa-2008&format=csv&pageSize=5',
      reader,
    )
    expect(text.trim().split('\r\n')).toHaveLength(36)
  })
})

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Indicators with every kind of rule, figure and target there is, the ends of each tolerance among them. */
const MADE_UP = `
  WITH earlier AS (
    INSERT INTO quarter (index, start_year, number, opens_on, due_on, closes_on)
    SELECT q, q / 4, q % 4 + 1, '2000-01-01', '2000-01-02', '2000-01-03' FROM generate_series(8018, 8036) q ON CONFLICT DO NOTHING),
  made AS (
    INSERT INTO indicator (id, slug, code, title, short_title, unit, decimals, polarity, measure, tolerance_kind,
      green_tolerance, amber_tolerance, lag_weeks)
    SELECT gen_random_uuid(), 'made-' || n, 'MU ' || n, 'Made up ' || n, 'Made up ' || n, 'number', 1,
      (ARRAY['higher', 'lower', 'range', 'none'])[n % 4 + 1]::polarity,
      (ARRAY['snapshot', 'cumulative', 'annual', 'biennial', 'rolling_year', 'discrete_quarter'])[n % 6 + 1]::measure,
      CASE WHEN n % 5 = 0 THEN 'absolute' ELSE 'relative' END::tolerance_kind, (n % 3) * 0.05, 0.1 + (n % 2) * 0.1,
      CASE WHEN n % 7 = 0 THEN NULL ELSE n % 60 END
    FROM generate_series(1, 400) n RETURNING id, split_part(slug, '-', 2)::int AS n, polarity),
  placed AS (
    INSERT INTO framework_indicator (id, framework_id, outcome_id, indicator_id, owner_id, position, is_data_only)
    SELECT gen_random_uuid(), o.framework_id, o.id, made.id,
      CASE WHEN n % 3 = 0 THEN (SELECT id FROM partnership ORDER BY slug OFFSET n % 20 LIMIT 1) END, 1000 + n, n % 29 = 0
    FROM made, (SELECT o.id, o.framework_id FROM outcome o JOIN framework f ON f.id = o.framework_id
      WHERE f.slug = CASE WHEN true THEN 'national-indicator-set-2008' END ORDER BY o.position LIMIT 1) o
    RETURNING id, indicator_id),
  aimed AS (
    INSERT INTO target (id, framework_indicator_id, start_year, quarter_number, value, range_low, range_high)
    SELECT gen_random_uuid(), placed.id, 2009, 2, CASE WHEN polarity <> 'range' THEN 10 END,
      CASE WHEN polarity = 'range' THEN 9 END, CASE WHEN polarity = 'range' THEN 12 END
    FROM placed JOIN made ON made.id = placed.indicator_id WHERE n % 11 > 0)
  INSERT INTO measurement (id, indicator_id, quarter_index, value, state, missing_reason, reported_at)
  SELECT gen_random_uuid(), made.id, 8037 - back,
    CASE WHEN n % 13 > 4 OR back > 0 THEN 7 + (n * 7 + back) % 31 * 0.25 END,
    CASE WHEN n % 13 > 4 OR back > 0 THEN 'final'::measurement_state END,
    CASE WHEN n % 13 > 4 OR back > 0 THEN NULL
      ELSE (enum_range(NULL::missing_reason))[n % 13 + 1] END, now()
  FROM made CROSS JOIN LATERAL (SELECT unnest(ARRAY[0, (n * 3) % 17]) AS back) at
  WHERE n % 17 > 1 AND NOT (back = 0 AND n % 6 = 2) GROUP BY made.id, n, back`

describe('the filters of the catalogue', () => {
  beforeAll(async () => {
    const { pool } = stage.database
    await pool.query(MADE_UP)
    await pool.query(`UPDATE partnership SET ended_on = '2009-08-31' WHERE slug =
      (SELECT slug FROM partnership WHERE ended_on IS NULL ORDER BY slug LIMIT 1)`)
    await pool.query(`UPDATE partnership SET lead_officer_id = NULL WHERE slug =
      (SELECT slug FROM partnership WHERE ended_on IS NULL ORDER BY slug OFFSET 1 LIMIT 1)`)
    await pool.query(`UPDATE person SET disabled_at = '2009-09-01' WHERE id =
      (SELECT lead_officer_id FROM partnership WHERE lead_officer_id IS NOT NULL AND ended_on IS NULL
        ORDER BY slug OFFSET 3 LIMIT 1)`)
  })

  const everything = async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list(`pageSize=500&page=${page}`)))
    return pages.flatMap(({ items }) => items)
  }

  const filtered = async (query: string) => {
    const pages = await Promise.all([1, 2].map((page) => list(`pageSize=500&page=${page}&${query}`)))
    return pages.flatMap(({ items }) => items).map(keyOf)
  }

  test('find by status exactly those that the rule rates so', async () => {
    const all = await everything()
    for (const status of ['on_target', 'near_target', 'off_target', 'not_rated'] as const) {
      const expected = all.filter(({ now }) => now.status === status).map(keyOf)
      expect(expected.length, status).toBeGreaterThan(20)
      expect(await filtered(`status=${status}`), status).toEqual(expected)
    }
  })

  test.each([
    ['no-target', (row: CatalogueIndicator) => row.now.reason === 'no_target'],
    ['awaiting', (row: CatalogueIndicator) => row.now.reason === 'awaiting_data'],
    ['orphaned', (row: CatalogueIndicator) => row.orphaned !== null],
    ['stale', (row: CatalogueIndicator) => row.stale !== null],
  ] as const)('find as %s exactly those that the rule says are', async (attention, isSo) => {
    const all = await everything()
    const expected = all.filter(isSo).map(keyOf)
    expect(expected.length).toBeGreaterThan(5)
    expect(expected.length).toBeLessThan(all.length)
    expect(await filtered(`attention=${attention}`)).toEqual(expected)
  })
})
