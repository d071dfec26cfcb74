import { describe, expect, test } from 'vitest'
import { call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Import } from '#modules/imports/imports.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })
const officer = () => stage.api.signedInAs('performance@cherwell.example')
const at = (version: number) => ({ 'if-match': `"${version}"` })

async function exported(query: string): Promise<{ status: number; bytes: Buffer; type: string }> {
  const response = await stage.api.app.inject({ url: `/api/v1/exports/${query}`, headers: await officer() })
  return {
    status: response.statusCode,
    bytes: response.rawPayload,
    type: String(response.headers['content-type']),
  }
}

async function imported(file: Buffer, framework: string): Promise<Import> {
  const as = await officer()
  const begun = await call<Import>(stage.api.app, 'POST', '/imports', {
    as,
    body: { fileName: 'x', fileSize: file.length },
  })
  const sent = await stage.api.app.inject({
    method: 'PUT',
    url: `/api/v1/imports/${begun.body.id}/file`,
    headers: { ...as, ...at(1), 'content-type': 'application/octet-stream' },
    payload: file,
  })
  const read = sent.json() as Import
  const answer = await call<Import>(stage.api.app, 'PUT', `/imports/${read.id}/mapping`, {
    ...{ as, headers: at(read.version) },
    body: { mapping: read.proposedMapping, framework, frameworkTitle: null },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const FRAMEWORK = 'oxfordshire-laa-2008'

describe('a round trip changes nothing', () => {
  test.each(['csv', 'xlsx'])('of the demonstration’s agreement, as %s', async (format) => {
    const { status, bytes } = await exported(`figures?framework=${FRAMEWORK}&format=${format}`)
    expect(status).toBe(200)
    const { summary, questions } = await imported(bytes, FRAMEWORK)
    expect(summary).toMatchObject({ added: 0, changed: 0, errors: 0 })
    expect(summary?.same).toBeGreaterThan(400)
    expect(questions).toEqual([])
  })

  test('of figures that a spreadsheet might run, of names with signs in them, and of numbers to the last digit', async () => {
    const rows = [
      'indicator,title,council,quarter,value,note,unit',
      'X1,=1+1,"-Odd; ""quoted"", name",2018/19 Q1,-123456789012.123456,"@cmd, and\nmore",number',
      'X1,=1+1,+Plus,2018/19 Q1,0.1,,number',
    ]
    const as = await officer()
    const begun = await call<Import>(stage.api.app, 'POST', '/imports', {
      as,
      body: { fileName: 'x', fileSize: 1 },
    })
    const sent = await stage.api.app.inject({
      ...{ method: 'PUT', url: `/api/v1/imports/${begun.body.id}/file`, payload: rows.join('\n') },
      headers: { ...as, ...at(1), 'content-type': 'application/octet-stream' },
    })
    const read = sent.json() as Import
    const mapped = await call<Import>(stage.api.app, 'PUT', `/imports/${read.id}/mapping`, {
      ...{ as, headers: at(read.version) },
      body: { mapping: read.proposedMapping, framework: null, frameworkTitle: 'Odd' },
    })
    const { questions, newIndicators, version, id } = mapped.body
    const ready = await call<Import>(stage.api.app, 'PUT', `/imports/${id}/answers`, {
      ...{ as, headers: at(version) },
      body: {
        choices: Object.fromEntries(questions.map(({ group }) => [group, 'add'])),
        indicators: Object.fromEntries(newIndicators.map(({ code, settings }) => [code, settings])),
      },
    })
    const loaded = await call<Import>(stage.api.app, 'POST', `/imports/${id}/load`, {
      as,
      headers: at(ready.body.version),
    })
    expect(loaded.body).toMatchObject({ state: 'applied', added: 2 })
    const { bytes } = await exported('figures?framework=odd')
    const text = bytes.toString('utf8')
    expect(text).toContain("'=1+1")
    expect(text).toContain('"\'-Odd; ""quoted"", name"')
    expect(text).toContain(',-123456789012.123456,')
    for (const format of ['csv', 'xlsx']) {
      const again = await imported((await exported(`figures?framework=odd&format=${format}`)).bytes, 'odd')
      expect(again.summary, format).toMatchObject({ added: 0, changed: 0, same: 2, errors: 0 })
    }
  })
})

describe('an export', () => {
  test('is one row a figure, with ISO dates and quarters in words', async () => {
    const { bytes, type } = await exported(
      'figures?indicator=ni-192&from=2009-10-q1&to=2009-10-q1&organisation=whole-area',
    )
    expect(type).toBe('text/csv; charset=utf-8')
    const [head, ...rows] = bytes.toString('utf8').trimEnd().split('\r\n')
    expect(head).toMatch(/^\uFEFFframework,framework_title,indicator,title,organisation,/)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/,Whole area,,2009\/10,Q1,2009-04-01,2009-06-30,/)
  })

  test('has a codebook of every column and every indicator, on its own and in the workbook', async () => {
    const { bytes } = await exported(`codebook?framework=${FRAMEWORK}`)
    const text = bytes.toString('utf8')
    expect(text).toContain('column,,quarter_start,The quarter’s first day')
    expect(text).toMatch(/indicator,oxfordshire-laa-2008,NI 192,/)
    const { openXlsx } = await import('hucre/xlsx')
    const book = await openXlsx((await exported(`figures?framework=${FRAMEWORK}&format=xlsx`)).bytes)
    expect(book.sheets.map(({ name }) => name)).toEqual(['Figures', 'Codebook'])
  })

  test('of nothing that there is is not found', async () => {
    expect((await exported('figures?framework=none')).status).toBe(404)
  })
})
