import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Pack } from './packs.schemas.ts'

const stage = demonstrationStage()
const SCRUTINY = 'scrutiny@cherwell.example'
const LEAD = 'lead@waste.example'
const RURAL = 'partnership=cherwell-rural-transport-partnership'

async function pack(search = '', email = SCRUTINY): Promise<Pack> {
  const answer = await stage.api.get(`/councils/cherwell/pack${search}`, await stage.api.signedInAs(email))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as Pack
}

const titled = ({ partnerships: [first] }: Pack, start: string) =>
  first?.sections.find(({ title }) => title.startsWith(start))

describe('GET /councils/:council/pack', () => {
  test('holds all that are rated fair, each with the question, the judgement and what it rests on', async () => {
    const all = await pack()
    expect(all.title).toBe('Scrutiny pack: three partnerships rated fair, 2008/09')
    expect(all.partnerships.map(({ name }) => name)).toEqual([
      'Economic Partnership',
      'Cherwell Community Planning Partnership',
      'Cherwell Rural Transport Partnership',
    ])
    for (const { sections } of all.partnerships) expect(sections).toHaveLength(13)
  })

  test('says of one what the screen says', async () => {
    const one = await pack(`?${RURAL}`)
    expect(one.title).toBe('Scrutiny pack: Cherwell Rural Transport Partnership, 2008/09')
    expect(titled(one, 'What goes in')?.rows.at(-1)).toEqual(['Total', '', '', '£111,806', '£74,200'])
    expect(titled(one, 'Improvement actions')?.title).toBe('Improvement actions: four of six overdue')
    expect(titled(one, 'Is the investment')?.chart?.alt).toMatch(
      /^This partnership: £111,806 cost, £39,500 saved; Median of 16: £74,200 cost, £61,000 saved; /,
    )
    expect(titled(one, 'Recommendations')?.rows).toHaveLength(3)
  })

  test('holds what its reader may see: exempt marked for one, withheld and said so for another', async () => {
    const seen = await pack(`?${RURAL}`)
    expect(seen.marking).toBe('Not for publication: exempt, paragraph 3')
    const withheld = await pack(`?${RURAL}`, LEAD)
    expect(withheld.marking).toBe('')
    const sentences = withheld.partnerships.flatMap(({ sections }) => sections.flatMap((one) => one.withheld))
    expect(sentences.filter((sentence) => sentence.includes('exempt, paragraph 3')).length).toBeGreaterThan(1)
    expect(JSON.stringify(withheld)).not.toContain('(Exempt')
  })

  test('of a rating that nobody has is empty, and says so; of a partnership there is not is 404', async () => {
    const none = await pack('?rating=poor')
    expect(none.partnerships).toEqual([])
    expect(none.opening).toEqual(['No partnership was rated poor in 2008/09.'])
    const as = await stage.api.signedInAs(SCRUTINY)
    expect((await stage.api.get('/councils/cherwell/pack?partnership=nobody', as)).status).toBe(404)
    expect((await stage.api.get('/councils/nowhere/pack', as)).status).toBe(404)
  })
})

type Node = { role?: string; alt?: string; children?: Node[] }

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)]

async function printed(search: string, email = SCRUTINY) {
  const answer = await stage.api.app.inject({
    url: `/api/v1/councils/cherwell/pack.pdf${search}`,
    headers: await stage.api.signedInAs(email),
  })
  expect(answer.statusCode, answer.payload.slice(0, 200)).toBe(200)
  const document = await getDocument({ data: new Uint8Array(answer.rawPayload), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, place) => {
      const page = await document.getPage(place + 1)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      return { nodes: flat(((await page.getStructTree()) ?? {}) as Node), text }
    }),
  )
  return { answer, document, pages, nodes: pages.flatMap(({ nodes }) => nodes) }
}

describe('GET /councils/:council/pack.pdf', () => {
  test('is a tagged PDF/UA with headings, tables with headers, contents and a text for each chart', async () => {
    const { answer, document, nodes, pages } = await printed(`?${RURAL}`)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="scrutiny-pack-cherwell-rural-transport-partnership-2008-09.pdf"',
      'cache-control': 'no-store',
    })
    expect(await document.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
    expect(answer.rawPayload.includes('pdfuaid:part>1<')).toBe(true)
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: 'Scrutiny pack: Cherwell Rural Transport Partnership, 2008/09' })
    const count = (role: string) => nodes.filter((node) => node.role === role).length
    expect(count('H1')).toBeGreaterThanOrEqual(1)
    expect(count('H2')).toBe(1)
    expect(count('H3')).toBe(13)
    expect(count('TOC')).toBeGreaterThanOrEqual(1)
    expect(count('Table')).toBeGreaterThanOrEqual(9)
    expect(count('TH')).toBeGreaterThan(30)
    const figures = nodes.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual([expect.stringContaining('£111,806 cost')])
    expect(pages[1]?.text).toContain(`Page 2 of ${pages.length}`)
  })

  test('prints words as words, whatever they hold', async () => {
    await stage.database.pool.query(
      "UPDATE partnership SET name = '#panic(1) $x$ *b* <T>' WHERE slug = 'economic-partnership'",
    )
    const { pages } = await printed('?partnership=economic-partnership')
    expect(pages.map(({ text }) => text).join(' ')).toContain('#panic(1) $x$ *b* <T>')
  })

  test('holds no word of what its reader may not see', async () => {
    const { pages } = await printed(`?${RURAL}`, LEAD)
    const text = pages.map((page) => page.text).join(' ')
    expect(text).toContain('withheld: exempt, paragraph 3')
    expect(text).not.toContain('Not for publication')
  })
})
