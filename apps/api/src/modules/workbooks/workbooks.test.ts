import { randomUUID } from 'node:crypto'
import { zipStored } from '@accord/database/bounded-zip'
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { QuarterlyReturn, SavedCells } from '#modules/returns/returns.schemas.ts'
import { fillIn, partsOf, rowOf, withParts } from './filled-workbook.fixture.ts'
import { XLSX } from './workbook-format.ts'
import type { WorkbookDifference } from './workbooks.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

type Cookie = { cookie: string }
type Fault = { pointer: string; detail: string }
type Refused = { code: string; detail: string; errors: Fault[] }

const QUARTER = '2009-10-q2'
const LEAD = 'lead@waste.example'
const COLLEAGUE = 'colleague@waste.example'
const OFFICER = 'performance@cherwell.example'

let lead: Cookie
let id: string

async function read(as: Cookie = lead): Promise<QuarterlyReturn> {
  return (await stage.api.get(`/returns/${id}`, as)).body as QuarterlyReturn
}

async function returnOf(partnership: string, quarter = QUARTER): Promise<string> {
  const { body } = await stage.api.get(`/returns?quarter=${quarter}&partnership=${partnership}`, lead)
  return (body as { items: { id: string }[] }).items[0]?.id ?? ''
}

async function download(as: Cookie = lead, of: string = id) {
  return stage.api.app.inject({ method: 'GET', url: `/api/v1/returns/${of}/workbook`, headers: as })
}

const workbook = async (as: Cookie = lead) => (await download(as)).rawPayload

async function upload<Body = WorkbookDifference>(
  file: Buffer,
  { as = lead, type = XLSX, to = id }: { as?: Cookie; type?: string; to?: string } = {},
) {
  const response = await stage.api.app.inject({
    method: 'POST',
    url: `/api/v1/returns/${to}/workbook`,
    headers: { ...as, 'content-type': type },
    payload: file,
  })
  return { status: response.statusCode, body: response.json() as Body }
}

const refusal = async (file: Buffer, type?: string) =>
  upload<Refused>(file, type === undefined ? {} : { type })

async function save(changes: Record<string, string | null>, as: Cookie = lead) {
  const known = new Map((await read()).cells.map(({ cell, version }) => [cell, version]))
  return stage.api.app.inject({
    method: 'PUT',
    url: `/api/v1/returns/${id}/cells`,
    headers: as,
    payload: {
      source: 'screen',
      changes: Object.entries(changes).map(([cell, value]) => ({
        changeId: randomUUID(),
        cell,
        value,
        version: known.get(cell) ?? 0,
      })),
    },
  })
}

/** As the screen keeps what was chosen: as any other answers, with the versions that the file was made from. */
async function keep({ cells }: WorkbookDifference): Promise<SavedCells> {
  const response = await stage.api.app.inject({
    method: 'PUT',
    url: `/api/v1/returns/${id}/cells`,
    headers: lead,
    payload: {
      source: 'file',
      changes: cells
        .filter(({ outcome }) => outcome === 'change')
        .map(({ cell, becomes, version }) => ({ changeId: randomUUID(), cell, value: becomes, version })),
    },
  })
  return response.json()
}

const different = ({ cells }: WorkbookDifference) => cells.filter(({ outcome }) => outcome !== 'same')
const cellOf = ({ cells }: WorkbookDifference, key: string) => cells.find(({ cell }) => cell === key)

/** An indicator that has one figure, not two halves; the demonstration’s draft holds 297. */
const VALUE = 'indicators/ni-191/value'

beforeEach(async () => {
  lead = await stage.api.signedInAs(LEAD)
  id = await returnOf('waste-partnership')
})

describe('the workbook', () => {
  test('comes as a download that no browser guesses about and no cache keeps', async () => {
    const { statusCode, headers } = await download()
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': XLSX,
      'content-disposition': 'attachment; filename="waste-partnership-2009-10-q2.xlsx"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  test('has a tab for each section, protected, and one that nobody sees', async () => {
    const parts = partsOf(await workbook())
    const book = parts.get('xl/workbook.xml') ?? ''
    const names = [...book.matchAll(/<sheet name="([^"]+)"[^>]*?(?: state="(\w+)")?[^>]*\/>/g)]
    expect(names.map(([, name]) => name)).toEqual([
      'Indicators',
      'Actions',
      'Risks',
      'Resources',
      'Narrative',
      'Questions',
      'accord',
    ])
    expect(book).toMatch(/<sheet name="accord"[^>]*state="veryHidden"/)
    expect(book).toContain('<workbookProtection lockStructure="1"')
    for (let sheet = 1; sheet <= 7; sheet++) {
      expect(parts.get(`xl/worksheets/sheet${sheet}.xml`)).toMatch(/<sheetProtection [^>]*sheet="1"/)
    }
  })

  test('hides the keys, opens only what is to be filled in, and offers lists to choose from', async () => {
    const parts = partsOf(await workbook())
    const indicators = parts.get('xl/worksheets/sheet1.xml') ?? ''
    const risks = parts.get('xl/worksheets/sheet3.xml') ?? ''
    const texts = parts.get('xl/sharedStrings.xml') ?? ''
    expect(indicators).toMatch(/<col min="1" max="1"[^>]*hidden="true"/)
    expect(indicators).toMatch(/<row r="1"[^>]*hidden="1"/)
    expect(texts).toContain('<t>indicators/ni-191</t>')
    expect(texts).toContain(`<t>${id}</t>`)
    expect(indicators).toContain(
      '<formula1>"Not due this quarter,Awaiting data,Not collected,Not applicable"</formula1>',
    )
    expect(risks.match(/<formula1>"1,2,3,4,5"<\/formula1>/g)).toHaveLength(2)
    const styles = parts.get('xl/styles.xml') ?? ''
    const formats = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(
      String,
    )
    const isOpen = (style: string | undefined) => formats[Number(style)]?.includes('locked="0"') ?? false
    const styleIn = (place: string) => new RegExp(`<c r="${place}"[^>]*? s="(\\d+)"`).exec(indicators)?.[1]
    const row = await rowOf(await workbook(), 'Indicators', 'indicators/ni-191')
    // The title is closed; the figure is open; its numerator, which this indicator has not, is closed.
    expect(['C', 'J', 'K'].map((column) => isOpen(styleIn(`${column}${row}`)))).toEqual([false, true, false])
  })

  test('holds numbers as numbers', async () => {
    await save({ [VALUE]: '301.50' })
    const row = await rowOf(await workbook(), 'Indicators', 'indicators/ni-191')
    const indicators = partsOf(await workbook()).get('xl/worksheets/sheet1.xml') ?? ''
    expect(indicators).toMatch(new RegExp(`<c r="J${row}" s="\\d+"><v>301.5</v></c>`))
    expect(indicators).toMatch(new RegExp(`<c r="F${row}" s="\\d+"><v>[0-9.]+</v></c>`))
  })

  test('stores what begins like a formula as text', async () => {
    const texts = [
      '=HYPERLINK("http://evil.example")',
      '+1+1',
      '-2-3',
      '@SUM(A1)',
      '#N/A',
      'costs _x0041_ more',
    ]
    const fields = ['whatHappened', 'why', 'whatWeAreDoing', 'whatWeNeed']
    await save(Object.fromEntries(fields.map((field, place) => [`narrative/${field}`, texts[place] ?? ''])))
    await save({ 'indicators/ni-191/cause': texts[4] ?? '', 'indicators/ni-191/action': texts[5] ?? '' })
    const file = await workbook()
    for (const [name, xml] of partsOf(file)) {
      if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[ >]|t="e"/)
    }
    const { body } = await upload(file)
    expect(different(body)).toEqual([])
  })

  test('is for those who have a part in the return', async () => {
    const executive = await stage.api.signedInAs('executive@cherwell.example')
    expect((await download(executive)).json()).toMatchObject({ status: 403, code: 'not-allowed' })
    expect((await download({ cookie: '' })).statusCode).toBe(401)
    expect((await download(await stage.api.signedInAs(OFFICER))).statusCode).toBe(200)
    expect((await download(lead, randomUUID())).statusCode).toBe(404)
  })

  test('opens nothing to those who only check it', async () => {
    const parts = partsOf(await workbook(await stage.api.signedInAs(OFFICER)))
    expect(parts.get('xl/styles.xml')).not.toContain('locked="0"')
  })
})

describe('a workbook that comes back', () => {
  test('as it was downloaded differs in nothing', async () => {
    await save({ [VALUE]: '301.50', 'narrative/why': 'Dry weather.\nAnd a strike.' })
    const { status, body } = await upload(await workbook())
    expect(status).toBe(200)
    expect(body.cells.length).toBeGreaterThan(40)
    expect(different(body)).toEqual([])
  })

  test('shows what it would change without keeping it, and kept, it is there, with its source', async () => {
    const file = await fillIn(await workbook(), {
      [VALUE]: 305,
      'indicators/ni-191/missing': null,
      'narrative/why': 'Dry weather.',
    })
    const before = await read()
    const { body } = await upload(file)
    expect(
      different(body)
        .map(({ cell }) => cell)
        .sort(),
    ).toEqual([VALUE, 'narrative/why'])
    expect(cellOf(body, VALUE)).toMatchObject({
      outcome: 'change',
      becomes: '305',
      tab: 'Indicators',
      label: expect.stringMatching(/^NI 191 .+: figure$/),
    })
    expect((await read()).cells).toEqual(before.cells)

    const saved = await keep(body)
    expect(saved.results.map(({ outcome }) => outcome)).toEqual(['saved', 'saved'])
    expect((await read()).cells.find(({ cell }) => cell === VALUE)?.value).toBe('305')
    const history = await stage.api.get(`/returns/${id}/history?cell=${VALUE}`, lead)
    const { changes } = history.body as { changes: object[] }
    expect(changes[0]).toMatchObject({ from: '297', to: '305', by: 'Daniel Okafor', source: 'file' })
    expect(different((await upload(file)).body)).toEqual([])
  })

  test('takes a reason by its words, a scale by its number, and a date as a date', async () => {
    const { risks, actions } = await read()
    const likelihood = `risks/${risks[0]?.id}/likelihood`
    const completed = `actions/${actions[0]?.id}/completed`
    const file = await fillIn(await workbook(), {
      'indicators/ni-191/missing': 'Awaiting data',
      [likelihood]: 4,
      [completed]: new Date('2009-10-01T00:00:00Z'),
    })
    const { body } = await upload(file)
    expect(cellOf(body, 'indicators/ni-191/missing')).toMatchObject({ becomes: 'awaiting_data' })
    expect(cellOf(body, likelihood)).toMatchObject({ becomes: '4' })
    expect(cellOf(body, completed)).toMatchObject({ outcome: 'change', becomes: '2009-10-01' })
  })

  test('takes both halves of a ratio together, in the order in which they can be kept', async () => {
    const ratio = (await read()).indicators.find(({ isRatio, unit }) => isRatio && unit === '%')
    const [numerator, denominator] = ['numerator', 'denominator'].map(
      (field) => `indicators/${ratio?.id}/${field}`,
    ) as [string, string]
    await save({ [denominator]: null, [numerator]: null })
    await save({ [denominator]: '200' })
    await save({ [numerator]: '100' })
    const file = await fillIn(await workbook(), { [numerator]: 300, [denominator]: 600 })
    const { body } = await upload(file)
    expect(different(body).map(({ outcome }) => outcome)).toEqual(['change', 'change'])
    expect((await keep(body)).results.map(({ outcome }) => outcome)).toEqual(['saved', 'saved'])
  })

  test('reads a percentage as the person sees it', async () => {
    const file = await fillIn(await workbook(), { [VALUE]: { value: 3.05, numFmt: '0%' } })
    const { becomes, sentence } = cellOf((await upload(file)).body, VALUE) ?? {}
    expect({ becomes, sentence }).toEqual({
      becomes: '305%',
      sentence: expect.stringContaining('Take out ‘%’ and enter, for example, 305'),
    })
  })

  test('names who changed an answer meanwhile, and that answer is not overwritten', async () => {
    const file = await fillIn(await workbook(), { [VALUE]: 305, 'narrative/why': 'From the file.' })
    await save({ [VALUE]: '299' })
    const { body } = await upload(file)
    expect(cellOf(body, VALUE)).toMatchObject({
      outcome: 'changed_meanwhile',
      was: '299',
      becomes: '305',
      changedBy: 'Daniel Okafor',
      sentence: expect.stringContaining('Daniel Okafor changed this'),
    })
    await keep(body)
    const { cells } = await read()
    expect(cells.find(({ cell }) => cell === VALUE)?.value).toBe('299')
    expect(cells.find(({ cell }) => cell === 'narrative/why')?.value).toBe('From the file.')
  })

  test('asks nothing of an answer that was changed here and not in the file', async () => {
    const file = await workbook()
    await save({ [VALUE]: '299' })
    expect(different((await upload(file)).body)).toEqual([])
  })

  test('a change between the difference and its keeping is caught again', async () => {
    const { body } = await upload(await fillIn(await workbook(), { [VALUE]: 305 }))
    await save({ [VALUE]: '299' })
    const { results } = await keep(body)
    expect(results).toMatchObject([
      { outcome: 'conflict', now: { value: '299', changedBy: 'Daniel Okafor' } },
    ])
  })

  test('an answer that cannot be kept has its sentence, and keeps none of the others back', async () => {
    const file = await fillIn(await workbook(), {
      [VALUE]: '297kg',
      'indicators/ni-191/commentary': 'Fewer skips.',
      'narrative/why': 'word '.repeat(101),
    })
    const { body } = await upload(file)
    expect(cellOf(body, VALUE)).toMatchObject({
      outcome: 'invalid',
      sentence: expect.stringContaining('Use numbers only'),
    })
    expect(cellOf(body, 'narrative/why')).toMatchObject({ outcome: 'invalid' })
    expect(cellOf(body, 'indicators/ni-191/commentary')).toMatchObject({ outcome: 'change' })
  })

  test('a formula is neither worked out nor believed', async () => {
    const file = await fillIn(await workbook(), { [VALUE]: { formula: '300+5', result: 305 } })
    expect(cellOf((await upload(file)).body, VALUE)).toMatchObject({
      outcome: 'invalid',
      sentence: expect.stringContaining('holds a formula'),
    })
  })

  test('a figure in a column that its indicator does not have is refused with its reason', async () => {
    const file = await fillIn(await workbook(), { 'indicators/ni-191/numerator': 12 })
    expect(cellOf((await upload(file)).body, 'indicators/ni-191/numerator')).toMatchObject({
      outcome: 'invalid',
      sentence: expect.stringContaining('has one figure'),
    })
  })

  test('to a colleague only what was handed to them is open', async () => {
    const colleague = await stage.api.signedInAs(COLLEAGUE)
    const { editable, indicators } = await read(colleague)
    const mine = editable[0] ?? ''
    expect(mine).not.toBe('')
    const file = await fillIn(await workbook(colleague), {
      [VALUE]: 305,
      'narrative/why': 'Not mine.',
      [`indicators/${indicators[0]?.id}/commentary`]: 'Words.',
    })
    const { body } = await upload(file, { as: colleague })
    const outcomes = different(body).map(({ cell, outcome }) => ({ isMine: cell.startsWith(mine), outcome }))
    expect(outcomes.length).toBeGreaterThan(0)
    for (const { isMine, outcome } of outcomes) expect(outcome).toBe(isMine ? 'change' : 'locked')
  })

  test('is refused from those who may not fill in the return', async () => {
    const file = await workbook()
    for (const email of [OFFICER, 'executive@cherwell.example']) {
      expect((await upload(file, { as: await stage.api.signedInAs(email) })).status).toBe(403)
    }
  })
})

describe('a file that cannot be used', () => {
  const said = ({ body }: { body: Refused }) =>
    body.errors.map(({ pointer, detail }) => `${pointer} ${detail}`)

  test.each([
    ['nothing', Buffer.alloc(0), 'This file is empty'],
    ['a csv', Buffer.from('code,figure\r\nNI 191,305\r\n'), 'not an Excel workbook'],
    ['a text of a few letters', Buffer.from('x'), 'not an Excel workbook'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'old Excel file'],
    [
      'a Word document',
      zipStored(
        new Map([
          ['[Content_Types].xml', Buffer.from('<Types/>')],
          ['word/document.xml', Buffer.from('<w/>')],
        ]),
      ),
      'not an Excel workbook',
    ],
  ])('%s is told apart from a workbook', async (_name, file, reason) => {
    const answer = await refusal(file)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '#', detail: expect.stringContaining(reason) }],
    })
  })

  test('what a browser calls it does not matter', async () => {
    const file = await workbook()
    expect((await upload(file, { type: 'application/octet-stream' })).status).toBe(200)
    expect((await refusal(Buffer.from('{}'), 'application/json')).status).toBe(422)
    expect((await refusal(Buffer.from('a,b'), 'text/csv')).status).toBe(422)
  })

  test('a file cut short, and one with a flipped bit, are said to be damaged', async () => {
    const file = await workbook()
    const flipped = Buffer.from(file)
    const middle = Math.floor(file.length / 3)
    flipped.writeUInt8((flipped.readUInt8(middle) ^ 0xff) & 0xff, middle)
    for (const broken of [file.subarray(0, file.length - 400), flipped]) {
      const { status, body } = await refusal(broken)
      expect({ status, detail: body.errors[0]?.detail }).toEqual({
        status: 422,
        detail: expect.stringContaining('damaged'),
      })
    }
  })

  test('six megabytes are more than is taken', async () => {
    const { status, body } = await refusal(Buffer.alloc(6 * 1024 * 1024))
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'too-large' })
  })

  test('what unpacks to far more than a return is not unpacked', async () => {
    const parts = partsOf(await workbook())
    const content = Buffer.alloc(200 * 1024 * 1024, ' ')
    const file = withParts(parts, { name: 'xl/worksheets/sheet1.xml', content, claimed: 100 })
    const { status, body } = await refusal(file)
    expect(status).toBe(422)
    expect(said({ body })).toEqual([expect.stringContaining('far more than a return')])
  })

  test.each([
    [
      'a claim of a million rows',
      (xml: string) => xml.replace(/<dimension [^>]*>/, '<dimension ref="A1:XFD1048576"/>'),
      null,
    ],
    [
      'something in the millionth row',
      (xml: string) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="S1048576"><v>1</v></c></row></sheetData>'),
      'cell S1048576',
    ],
    [
      'a hundred thousand cells',
      (xml: string) =>
        xml.replace('</sheetData>', `${'<row r="9"><c><v>1</v></c></row>'.repeat(100_000)}</sheetData>`),
      'far more than a return',
    ],
  ])('%s costs nothing', async (_name, change, reason) => {
    const parts = partsOf(await workbook())
    parts.set('xl/worksheets/sheet1.xml', change(parts.get('xl/worksheets/sheet1.xml') ?? ''))
    const answer = await refusal(withParts(parts))
    if (reason === null) expect(answer.status).toBe(200)
    else expect(said(answer)).toEqual([expect.stringContaining(reason)])
  })

  test('a flood of texts fills the memory of its reader at most, and the service answers on', async () => {
    const parts = partsOf(await workbook())
    const content = Buffer.from(`<sst>${'<si><t>a</t></si>'.repeat(1_300_000)}</sst>`)
    const { status, body } = await refusal(
      withParts(parts, { name: 'xl/sharedStrings.xml', content, claimed: content.length }),
    )
    expect(status).toBe(422)
    expect(said({ body })).toEqual([expect.stringContaining('far more than a return')])
    expect((await upload(await workbook())).status).toBe(200)
  })

  test('many at once are each answered, the reader’s two places filled in turn', async () => {
    const file = await workbook()
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(file)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

  test('a workbook of another return or another quarter says whose it is', async () => {
    const other = (await read()).before.key
    const earlier = await returnOf('waste-partnership', other)
    const ofQuarter = await upload<Refused>((await download(lead, earlier)).rawPayload)
    expect(ofQuarter.status).toBe(422)
    expect(said(ofQuarter)).toEqual([expect.stringContaining('is of quarter 1 2009/10')])
    const officer = await stage.api.signedInAs(OFFICER)
    const { body } = await stage.api.get(`/returns?quarter=${QUARTER}&council=cherwell`, officer)
    const neighbour = (body as { items: { id: string }[] }).items.find((item) => item.id !== id)?.id ?? ''
    const theirs = (await download(officer, neighbour)).rawPayload
    expect(said(await refusal(theirs))).toEqual([expect.stringContaining('is of another return')])
  })

  test('a workbook of some other kind is not taken for ours', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'Indicators', rows: [['NI 191', 305]] }] })
    const answer = await refusal(Buffer.from(file))
    expect(said(answer)).toEqual([expect.stringContaining('was not downloaded from a return')])
  })

  test.each([
    ['another version of the format', '<t>1</t>', '<t>9</t>', 'another version of the service'],
    [
      'another id',
      'ID',
      '<t>00000000-0000-4000-8000-000000000000</t>',
      'is of another return: Waste Partnership',
    ],
  ])('%s is refused', async (_name, from, to, reason) => {
    const parts = partsOf(await workbook())
    const texts = parts.get('xl/sharedStrings.xml') ?? ''
    parts.set('xl/sharedStrings.xml', texts.replace(from === 'ID' ? `<t>${id}</t>` : from, to))
    expect(said(await refusal(withParts(parts)))).toEqual([expect.stringContaining(reason)])
  })

  test('each fault is told by its tab and cell, and nothing is changed', async () => {
    const before = await read()
    const parts = partsOf(await workbook())
    const texts = parts.get('xl/sharedStrings.xml') ?? ''
    const [one, other] = before.indicators.map(({ id: slug }) => `<t>indicators/${slug}</t>`)
    const risk = `<t>risks/${before.risks[0]?.id}</t>`
    parts.set(
      'xl/sharedStrings.xml',
      texts
        .replace(other ?? '', one ?? '')
        .replace(risk, '<t>risks/00000000-0000-4000-8000-000000000000</t>'),
    )
    parts.set(
      'xl/workbook.xml',
      (parts.get('xl/workbook.xml') ?? '').replace('name="Narrative"', 'name="Story"'),
    )
    const answer = await refusal(withParts(parts))
    expect(answer.status).toBe(422)
    expect(said(answer)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^#\/Indicators\/A\d+ .*is there twice/),
        expect.stringMatching(/^#\/Risks\/A\d+ This row is not of this return/),
        expect.stringMatching(/^#\/Narrative The tab ‘Narrative’ is missing/),
      ]),
    )
    expect((await read()).cells).toEqual(before.cells)
  })
})
