import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Import, ImportDifference, ImportFault } from './imports.schemas.ts'
import { SERIES_HEADER, seriesFile } from './series-file.fixture.ts'

const stage = demonstrationStage({ forEach: 'test' })

const OFFICER = 'performance@cherwell.example'
const at = (version: number) => ({ 'if-match': `"${version}"` })
const officer = () => stage.api.signedInAs(OFFICER)

type Sent = { status: number; body: Import & { detail: string; code: string } }

async function send(
  content: string | Buffer | Readable,
  { as, name = 'figures.csv', sheet = '' }: { as: Cookie; name?: string; sheet?: string },
): Promise<Sent> {
  const body = { fileName: name, fileSize: 1000 }
  const begun = await call<Import>(stage.api.app, 'POST', '/imports', { as, body })
  const response = await stage.api.app.inject({
    method: 'PUT',
    url: `/api/v1/imports/${begun.body.id}/file${sheet === '' ? '' : `?sheet=${sheet}`}`,
    headers: { ...as, ...at(begun.body.version), 'content-type': 'application/octet-stream' },
    payload: content,
  })
  return { status: response.statusCode, body: response.json() }
}

type Target = { framework?: string | null; frameworkTitle?: string | null; columns?: Record<string, number> }

async function mapped(found: Import, { as, ...target }: Target & { as: Cookie }): Promise<Import> {
  const mapping = found.proposedMapping ?? expect.fail('There is no proposal.')
  const answer = await call<Import>(stage.api.app, 'PUT', `/imports/${found.id}/mapping`, {
    as,
    headers: at(found.version),
    body: {
      mapping: { ...mapping, columns: { ...mapping.columns, ...target.columns } },
      framework: target.framework ?? null,
      frameworkTitle: target.framework === undefined ? (target.frameworkTitle ?? 'Crisis grants') : null,
    },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function imported(content: string | Buffer, target: Target & { name?: string } = {}): Promise<Import> {
  const as = await officer()
  const { status, body } = await send(content, {
    as,
    ...(target.name === undefined ? {} : { name: target.name }),
  })
  expect(status, body.detail).toBe(200)
  return mapped(body, { as, ...target })
}

async function answered(found: Import, choices: Record<string, string>): Promise<Import> {
  const answer = await call<Import>(stage.api.app, 'PUT', `/imports/${found.id}/answers`, {
    as: await officer(),
    headers: at(found.version),
    body: { choices, indicators: {} },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** What the figures suggest, confirmed. */
async function confirmed(found: Import): Promise<Import> {
  const choices = found.questions.flatMap(({ group, proposal }) =>
    proposal === null ? [] : [[group, proposal]],
  )
  const indicators = found.newIndicators.map(({ code, settings }) => [code, settings])
  const answer = await call<Import>(stage.api.app, 'PUT', `/imports/${found.id}/answers`, {
    as: await officer(),
    headers: at(found.version),
    body: { choices: Object.fromEntries(choices), indicators: Object.fromEntries(indicators) },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function move(
  found: Import,
  action: string,
  { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
) {
  return call<Import & { detail: string; code: string }>(
    stage.api.app,
    'POST',
    `/imports/${found.id}/${action}`,
    {
      as: await officer(),
      headers: { ...at(found.version), ...headers },
      ...(body === undefined ? {} : { body }),
    },
  )
}

async function loaded(content: string, target: Target = {}): Promise<Import> {
  const { status, body } = await move(await confirmed(await imported(content, target)), 'load')
  expect(status, body.detail).toBe(200)
  return body
}

async function listOf<Item>(found: Import, path: string): Promise<Item[]> {
  const answer = await stage.api.get(`/imports/${found.id}/${path}`, await officer())
  return (answer.body as { items: Item[] }).items
}

const count = async (table: string) =>
  (await stage.database.pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count as number

const rows = (...lines: string[]) => [SERIES_HEADER, ...lines].join('\n')
const openGroups = ({ questions }: Import) =>
  questions.filter(({ answer }) => answer === null).map(({ group }) => group)

describe('a published series', () => {
  const file = seriesFile()

  test('is mapped by its headings, asked about, compared, loaded in one go, and kept with what it did', async () => {
    const found = await imported(file.text)
    expect(found).toMatchObject({
      state: 'ready',
      rowCount: file.rows,
      mapping: { columns: { organisation: 1, value: 6 } },
    })
    expect(found.questions.filter(({ code }) => code === 'organisation')).toHaveLength(32)
    expect(found.questions.find(({ code }) => code === 'fractions')).toMatchObject({
      proposal: 'fraction',
      answer: null,
    })
    const over = await listOf<ImportFault>(found, 'faults?group=over_by_rounding:CG09')
    expect(over.map(({ line }) => line)).toEqual(file.overLines)
    expect(found.allowedActions).not.toContain('load')
    expect(found.blockedBecause.load).toContain('questions are open')

    const before = await count('measurement')
    const ready = await confirmed(found)
    expect(ready).toMatchObject({ open: 0, summary: { added: file.rows, changed: 0, errors: 0 } })
    expect(ready.summary?.newOrganisations).toHaveLength(32)
    const { body, status } = await move(ready, 'load')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'applied',
      indicators: [{ id: 'crisis-grants-cg09', added: file.rows }],
    })
    expect(await count('measurement')).toBe(before + file.rows)
    expect(await count('series_import_row')).toBe(0)
    const { rows: events } = await stage.database.pool.query(
      "SELECT actor_name, new_value->>'newFigures' AS figures FROM audit_event WHERE action = 'load import'",
    )
    expect(events).toEqual([{ actor_name: expect.any(String), figures: String(file.rows) }])
  })

  test('loaded twice changes nothing the second time, and asks nothing about what is loaded', async () => {
    await loaded(file.text)
    const again = await imported(file.text, { framework: 'crisis-grants' })
    expect(again.summary).toMatchObject({ added: 0, changed: 0, same: file.rows })
    expect(openGroups(again)).toEqual(['fractions:CG09'])
    const ready = await confirmed(again)
    expect(ready.blockedBecause.load).toContain('changes nothing')
  })

  test('a changed figure is restated with its file as the reason, and the difference is shown first', async () => {
    await loaded(rows('CG1,Dorvale,2018/19,Q1,290,295,0.98', 'CG1,Dorvale,2018/19,Q2,280,300,0.93'))
    const next = await confirmed(
      await imported(rows('CG1,Dorvale,2018/19,Q1,290,295,0.98', 'CG1,Dorvale,2018/19,Q2,285,300,0.95'), {
        framework: 'crisis-grants',
        name: 'second.csv',
      }),
    )
    expect(await listOf<ImportDifference>(next, 'differences')).toMatchObject([
      {
        outcome: 'changed',
        organisation: 'Dorvale',
        quarter: '2018-19-q2',
        before: { value: '93', numerator: '280' },
        after: { value: '95', numerator: '285' },
      },
    ])
    await move(next, 'load')
    const { rows: revisions } = await stage.database.pool.query(
      'SELECT reason, old_value::float AS old, new_value::float AS new, new_state AS state FROM measurement_revision ORDER BY revised_at DESC LIMIT 1',
    )
    expect(revisions).toEqual([{ reason: 'Imported from second.csv', old: 93, new: 95, state: 'revised' }])
  })
})

describe('undoing', () => {
  const first = rows('CG1,Dorvale,2018/19,Q1,290,295,0.98', 'CG1,Dorvale,2018/19,Q2,280,300,0.93')
  const second = rows('CG1,Dorvale,2018/19,Q2,285,300,0.95', 'CG1,Dorvale,2018/19,Q3,270,300,0.90')
  const figures = async () =>
    (
      await stage.database.pool.query(
        `SELECT m.quarter_index - 8072 AS q, m.value::float, m.numerator::float, m.missing_reason AS missing,
           (SELECT count(*)::int FROM measurement_revision r WHERE r.measurement_id = m.id) AS revisions
         FROM measurement m JOIN indicator i ON i.id = m.indicator_id WHERE i.code = 'CG1' ORDER BY 1`,
      )
    ).rows

  test('restates what was changed, withdraws what was added, deletes nothing and keeps the reason', async () => {
    await loaded(first)
    const again = await loaded(second, { framework: 'crisis-grants' })
    const { status, body } = await move(again, 'undo', { body: { reason: 'The publisher withdrew it' } })
    expect(status, body.detail).toBe(200)
    expect(body).toMatchObject({
      state: 'undone',
      undoReason: 'The publisher withdrew it',
      allowedActions: [],
    })
    expect(await figures()).toEqual([
      { q: 0, value: 98, numerator: 290, missing: null, revisions: 0 },
      { q: 1, value: 93, numerator: 280, missing: null, revisions: 2 },
      { q: 2, value: null, numerator: null, missing: 'awaiting_data', revisions: 1 },
    ])
    const { rows: reasons } = await stage.database.pool.query(
      "SELECT count(*)::int AS count FROM measurement_revision WHERE reason = 'Import of figures.csv undone: The publisher withdrew it'",
    )
    expect(reasons).toEqual([{ count: 2 }])
    expect((await move(body, 'undo', { body: { reason: 'Twice' } })).status).toBe(409)
  })

  test('leaves a figure that somebody changed since, and says how many', async () => {
    const done = await loaded(first)
    await loaded(rows('CG1,Dorvale,2018/19,Q2,285,300,0.95'), { framework: 'crisis-grants' })
    const seen = (await stage.api.get(`/imports/${done.id}`, await officer())).body as Import
    expect(seen.leftOnUndo).toBe(1)
    await move(seen, 'undo', { body: { reason: 'Wrong file' } })
    expect(await figures()).toMatchObject([
      { value: null, missing: 'awaiting_data' },
      { value: 95, missing: null },
    ])
  })

  test('needs a reason', async () => {
    const done = await loaded(first)
    expect((await move(done, 'undo', { body: { reason: ' ' } })).status).toBe(422)
  })
})

describe('what is asked', () => {
  const series = (values: (number | string)[], more = 'CG1,Dorvale') =>
    values.map(
      (value, place) =>
        `${more},${2018 + Math.floor(place / 4)}/${19 + Math.floor(place / 4)},Q${(place % 4) + 1},,,${value}`,
    )
  const usual = [92, 93, 95, 94, 93, 92, 95, 96]

  test('some values that look like fractions', async () => {
    const found = await imported(rows(...series([...usual, '0.94'])))
    expect(openGroups(found)).toContain('fractions:CG1')
    const small = await answered(found, { 'fractions:CG1': 'small' })
    const last = (await listOf<ImportDifference>(small, 'differences')).at(-1)
    expect(last).toMatchObject({ after: { value: '94' } })
  })

  test('a point that moved: kept, mended or left out', async () => {
    const found = await imported(rows(...series([...usual, '9.4'])))
    expect(openGroups(found)).toContain('moved_point:CG1')
    const valueFor = async (answer: string) => {
      const { version } = (await stage.api.get(`/imports/${found.id}`, await officer())).body as Import
      const after = await answered({ ...found, version }, { 'moved_point:CG1': answer })
      const all = await listOf<ImportDifference>(after, 'differences')
      return all.find(({ quarter }) => quarter === '2020-21-q1')?.after.value ?? null
    }
    expect([await valueFor('keep'), await valueFor('mend'), await valueFor('leave_out')]).toEqual([
      '9.4',
      '94',
      null,
    ])
  })

  test('a cumulative figure that falls within its year', async () => {
    const found = await imported(rows(...series([100, 200, 150, 300])))
    const settings = {
      ...(found.newIndicators[0]?.settings ?? expect.fail('no indicator')),
      measure: 'cumulative',
      unit: 'number',
    }
    const answer = await call<Import>(stage.api.app, 'PUT', `/imports/${found.id}/answers`, {
      as: await officer(),
      headers: at(found.version),
      body: { choices: {}, indicators: { CG1: settings } },
    })
    expect(openGroups(answer.body)).toContain('falling:CG1')
  })

  test('a quarter that may be two', async () => {
    const found = await imported('indicator,council,quarter,value\nCG1,Dorvale,Q2 2018,5')
    expect(openGroups(found)).toContain('years')
    const after = await answered(found, { years: 'calendar', 'organisation:Dorvale': 'add' })
    expect(await listOf<ImportDifference>(after, 'differences')).toMatchObject([{ quarter: '2018-19-q1' }])
  })

  test('the same place twice with two figures', async () => {
    const found = await imported(
      rows(
        'CG1,Dorvale,2018/19,Q1,,,51',
        'CG1,Dorvale,2018/19,Q1,,,52',
        'CG1,Dorvale,2018/19,Q2,,,50',
        'CG1,Dorvale,2018/19,Q2,,,50',
      ),
    )
    expect(openGroups(found)).toContain('duplicates')
    const after = await answered(found, { duplicates: 'last' })
    expect(
      (await listOf<ImportDifference>(after, 'differences')).map(({ after: { value } }) => value),
    ).toEqual(['52', '50'])
    expect(await listOf<ImportFault>(after, 'faults?kind=note')).toMatchObject([
      { line: 5, code: 'duplicates' },
    ])
  })

  test('an organisation: the one that is meant is remembered as an alias', async () => {
    const file = rows('CG1,Cherwel District,2018/19,Q1,,,51')
    const found = await imported(file)
    const question = found.questions.find(({ code }) => code === 'organisation')
    expect(question).toMatchObject({
      proposal: null,
      choices: expect.arrayContaining([expect.objectContaining({ value: 'is:cherwell' })]),
    })
    const ready = await confirmed(await answered(found, { 'organisation:Cherwel District': 'is:cherwell' }))
    expect((await move(ready, 'load')).status).toBe(200)
    const again = await imported(file, { framework: 'crisis-grants' })
    expect(again.questions).toEqual([])
    expect(again.summary).toMatchObject({ same: 1, organisations: 1 })
  })

  test('rows of an organisation may be left out', async () => {
    const found = await imported(rows('CG1,Dorvale,2018/19,Q1,,,51', 'CG1,Eunmore,2018/19,Q1,,,52'))
    const after = await answered(found, {
      'organisation:Dorvale': 'leave_out',
      'organisation:Eunmore': 'add',
    })
    expect(after.summary).toMatchObject({ added: 1, newOrganisations: ['Eunmore'] })
  })
})

describe('what is refused row by row', () => {
  test('is listed with line, column, cell and reason, stops the import, and may be left out by saying so', async () => {
    const found = await imported(
      rows('CG1,Dorvale,2018/19,Q1,,,51', 'CG1,Dorvale,2018/19,Q7,,,51', 'CG1,Dorvale,2018/19,Q2,5,,=1+1'),
    )
    expect(await listOf<ImportFault>(found, 'faults?kind=error')).toMatchObject([
      { line: 3, column: 'quarter', cell: 'Q7', reason: expect.stringContaining('no ‘Q7’') },
      { line: 4, column: 'value', cell: '=1+1' },
      { line: 4, column: 'denominator' },
    ])
    const open = await confirmed(found)
    expect(openGroups(open)).toEqual(['errors'])
    expect((await move(open, 'load')).status).toBe(409)
    const csv = await stage.api.get(`/imports/${found.id}/faults?format=csv`, await officer())
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text).toContain("4,value,'=1+1,error,")
    const { status, body } = await move(await answered(open, { errors: 'leave_out' }), 'load')
    expect({ status, added: body.added }).toEqual({ status: 200, added: 1 })
  })

  test('in an agreement: unknown indicators, other units, and shares of more than 100%', async () => {
    const header = 'indicator,organisation,quarter,value,unit'
    const errors = async (...lines: string[]) =>
      (
        await listOf<ImportFault>(
          await imported([header, ...lines].join('\n'), { framework: 'oxfordshire-laa-2008' }),
          'faults?kind=error',
        )
      ).map(({ code }) => code)
    expect(await errors('NI 999,Whole area,2009/10 Q1,5,%')).toEqual(['unknown_indicator'])
    expect(await errors('NI 192,Whole area,2009/10 Q1,5,number')).toEqual(['contradiction'])
    expect(await errors('NI 192,Whole area,2009/10 Q1,146,%')).toContain('outside_limits')
  })
})

describe('quarters in the forms that people write', () => {
  test.each([['2009/10 Q2'], ['Q2 2009-10'], ['Jul–Sep 2009'], ['July to September 2009'], ['2009-10;Q2']])(
    '%s',
    async (quarter) => {
      const found = await imported(`indicator,council,quarter,value\nCG1,Dorvale,${quarter},5`)
      expect(await listOf<ImportDifference>(found, 'differences')).toMatchObject([{ quarter: '2009-10-q2' }])
    },
  )
})

describe('files', () => {
  const lines = ['indicator;council;quarter;value', 'CG1;"Dorvale; and ""Isles""";"2018-19;Q1";5,5']

  test('may part cells by semicolons, begin with a byte order mark, quote cells and end lines as Windows does', async () => {
    const found = await imported(`\uFEFF${lines.join('\r\n').replace('5,5', '5.5')}\r\n`)
    expect(await listOf<ImportDifference>(found, 'differences')).toMatchObject([
      { organisation: 'Dorvale; and "Isles"', quarter: '2018-19-q1', after: { value: '5.5' } },
    ])
  })

  test('may be Excel: its first sheet, or the one that is named', async () => {
    const head = ['indicator', 'council', 'quarter', 'value']
    const file = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Figures', rows: [head, ['CG1', 'Dorvale', '2018/19 Q1', 46.1]] },
          {
            name: 'More',
            rows: [head, ['CG1', 'Dorvale', '2018/19 Q2', 47], ['CG1', 'Dorvale', '2018/19 Q3', null]],
          },
        ],
      }),
    )
    const as = await officer()
    const first = await send(file, { as })
    expect(first.body).toMatchObject({
      state: 'mapping',
      sheet: 'Figures',
      rowCount: 1,
      sample: [['CG1', 'Dorvale', '2018/19 Q1', '46.1']],
    })
    const second = await send(file, { as, sheet: 'More' })
    expect(second.body).toMatchObject({
      sheet: 'More',
      rowCount: 2,
      sample: [
        ['CG1', 'Dorvale', '2018/19 Q2', '47'],
        ['CG1', 'Dorvale', '2018/19 Q3', ''],
      ],
    })
    const none = await send(file, { as, sheet: 'Other' })
    expect(none).toMatchObject({
      status: 422,
      body: { detail: 'The workbook has no sheet ‘Other’. It has: Figures, More.' },
    })
  })

  test.each([
    ['bytes that are no text', Buffer.from([0xff, 0x00, 0x12, 0xfe, 0x0a, 0x99]), 'not text in UTF-8'],
    ['a workbook that is cut off', Buffer.from('504b030414000000', 'hex'), 'damaged'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Save it as an Excel workbook'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a heading and no rows', Buffer.from('indicator,value\n'), 'no rows'],
    ['a quotation mark left open', Buffer.from('indicator,value\n"CG1,5\n'), 'quotation mark'],
  ])('%s is refused with a sentence, and its import says why', async (_, content, sentence) => {
    const as = await officer()
    const { status, body } = await send(content, { as })
    expect({ status, detail: body.detail }).toEqual({
      status: 422,
      detail: expect.stringContaining(sentence),
    })
    const { body: list } = await stage.api.get('/imports', as)
    expect(list).toMatchObject({ items: [{ state: 'failed' }] })
  })

  test('a workbook that unpacks to more than there is room for is refused before it is unpacked', async () => {
    const { zipBomb } = await import('./zip-bomb.fixture.ts')
    const { status, body } = await send(zipBomb(), { as: await officer() })
    expect({ status, detail: body.detail }).toEqual({
      status: 422,
      detail: expect.stringContaining('too much once it is unpacked'),
    })
  })

  test('a file that says it is too large is refused before any of it is sent', async () => {
    const answer = await call(stage.api.app, 'POST', '/imports', {
      as: await officer(),
      body: { fileName: 'a.csv', fileSize: 2_000_000_000 },
    })
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })

  test('a file with too many rows is refused while it is read, and leaves no row behind', async () => {
    function* many() {
      yield 'indicator,council,quarter,value\n'
      const part = 'CG1,Dorvale,2018/19 Q1,5\n'.repeat(5000)
      for (let times = 0; times < 51; times++) yield part
    }
    const { status, body } = await send(Readable.from(many()), { as: await officer() })
    expect({ status, detail: body.detail }).toEqual({
      status: 413,
      detail: expect.stringContaining('250,000 rows'),
    })
    expect(await count('series_import_row')).toBe(0)
  }, 60_000)

  test('an upload that breaks off leaves an abandoned record and no row', async () => {
    async function* broken() {
      yield `${SERIES_HEADER}\n${'CG1,Dorvale,2018/19,Q1,,,5\n'.repeat(3000)}`
      throw new Error('gone')
    }
    const as = await officer()
    await send(Readable.from(broken()), { as }).catch(() => undefined)
    await expect
      .poll(async () => (await stage.database.pool.query('SELECT state FROM series_import')).rows)
      .toEqual([{ state: 'abandoned' }])
    expect(await count('series_import_row')).toBe(0)
  })
})

describe('which column is what', () => {
  const odd = 'Ref,Where,When,How many\nCG1,Dorvale,2018/19 Q1,51'

  test('is remembered for the next file with the same headings', async () => {
    const as = await officer()
    const first = await send(odd, { as })
    expect(first.body).toMatchObject({
      isRemembered: false,
      proposedMapping: { columns: { indicator: 0, quarter: 2, value: 3 } },
    })
    await mapped(first.body, { as, columns: { organisation: 1 } })
    const second = await send(odd, { as, name: 'next.csv' })
    expect(second.body).toMatchObject({
      isRemembered: true,
      proposedMapping: { columns: { organisation: 1 } },
    })
  })

  test('is refused field by field where a column is missing or named twice', async () => {
    const as = await officer()
    const { body } = await send(odd, { as })
    const answer = await call<{ errors: { pointer: string }[] }>(
      stage.api.app,
      'PUT',
      `/imports/${body.id}/mapping`,
      {
        ...{ as, headers: at(body.version) },
        body: {
          mapping: { columns: { value: 3, quarter: 3 }, indicator: null },
          framework: null,
          frameworkTitle: 'X',
        },
      },
    )
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual([
      '#/body/mapping/columns/indicator',
      '#/body/mapping/columns/value',
    ])
  })
})

describe('two at once', () => {
  const content = rows('CG1,Dorvale,2018/19,Q1,290,295,0.98')

  test('of the same import: one loads it, the other is told that it changed', async () => {
    const ready = await confirmed(await imported(content))
    const statuses = (await Promise.all([move(ready, 'load'), move(ready, 'load')])).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([200, 412])
  })

  test('of two imports of one file: the second is told to check again, and then changes nothing', async () => {
    const one = await confirmed(await imported(content))
    const other = await confirmed(await imported(content))
    expect((await move(one, 'load')).status).toBe(200)
    const refused = await move(other, 'load')
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Check it again') },
    })
  })

  test('the same request sent again is answered the same and not done twice', async () => {
    const ready = await confirmed(await imported(content))
    const headers = { 'idempotency-key': 'once' }
    const first = await move(ready, 'load', { headers })
    const again = await move(ready, 'load', { headers })
    expect(again.body).toEqual(first.body)
  })

  test('without the version that was seen nothing is done', async () => {
    const ready = await confirmed(await imported(content))
    const answer = await call(stage.api.app, 'POST', `/imports/${ready.id}/load`, { as: await officer() })
    expect(answer.status).toBe(428)
  })
})

test('a connection that is killed midway leaves nothing behind, and the import can be loaded after', async () => {
  const ready = await confirmed(await imported(rows('CG1,Dorvale,2018/19,Q1,290,295,0.98')))
  await stage.database.pool.query(`
    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
    CREATE TRIGGER die AFTER INSERT ON measurement FOR EACH STATEMENT EXECUTE FUNCTION die()`)
  const organisations = await count('organisation')
  expect((await move(ready, 'load')).status).toBeGreaterThanOrEqual(500)
  expect(await count('organisation')).toBe(organisations)
  await stage.database.pool.query('DROP TRIGGER die ON measurement')
  expect((await move(ready, 'load')).status).toBe(200)
})

test('an import that is given up forgets its rows', async () => {
  const found = await imported(rows('CG1,Dorvale,2018/19,Q1,290,295,0.98'))
  const { body } = await move(found, 'abandon')
  expect(body.state).toBe('abandoned')
  expect([await count('series_import_row'), await count('series_import_figure')]).toEqual([0, 0])
})

test('figures of a council’s agreement are loaded by its own officers and by nobody else', async () => {
  await stage.database.pool.query(
    `DELETE FROM person_role WHERE person_id = (SELECT id FROM person WHERE email = $1) AND role = 'performance_officer'`,
    [OFFICER],
  )
  await stage.database.pool.query(
    `INSERT INTO person_role (id, person_id, role, council_id)
     SELECT gen_random_uuid(), p.id, 'performance_officer', o.id FROM person p, organisation o
     WHERE p.email = $1 AND o.is_council AND NOT EXISTS (SELECT FROM framework_council f WHERE f.council_id = o.id) LIMIT 1`,
    [OFFICER],
  )
  const as = await officer()
  const { body } = await send('indicator,organisation,quarter,value\nNI 192,Whole area,2009/10 Q1,46', { as })
  const answer = await call(stage.api.app, 'PUT', `/imports/${body.id}/mapping`, {
    ...{ as, headers: at(body.version) },
    body: { mapping: body.proposedMapping, framework: 'oxfordshire-laa-2008', frameworkTitle: null },
  })
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
})
