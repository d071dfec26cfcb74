import { describe, expect, test } from 'vitest'
import { NO_ANSWERS } from './answers.ts'
import { type ColumnMapping, guessMapping, headerSignature, mappingFaults } from './columns.ts'
import { nothingKnown } from './known.ts'
import { csvRows, delimiterOf } from './read-csv.ts'
import { readTable } from './read-table.ts'
import { understand } from './understand.ts'

async function* bytes(text: string, size = 7): AsyncGenerator<Buffer> {
  const all = Buffer.from(text)
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size)
}

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

async function understood(text: string, choices: Record<string, string> = {}) {
  const { header, rows } = await readTable(bytes(text))
  const all = await listOf(rows)
  const mapping = guessMapping(
    header.cells,
    all.map(({ cells }) => cells),
  )
  async function* again() {
    yield* all
  }
  return understand(again(), {
    ...{ header: header.cells, mapping, answers: { ...NO_ANSWERS, choices } },
    known: nothingKnown({ slug: 'series', title: 'Series' }),
  })
}

describe('CSV', () => {
  test.each([
    ['a,b', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"x;y;z",b', ','],
    ['one', ','],
  ])('of the first line %j is parted by %j', (line, sign) => {
    expect(delimiterOf(line)).toBe(sign)
  })

  test('is read the same wherever the line happens to cut it', async () => {
    const text = '\uFEFFname,é\r\n"a ""b"", c",2018-19;Q1\r\n\r\nd,\'=1+1\r\n'
    const whole = await listOf(csvRows(bytes(text, 1000)))
    for (let size = 1; size < 12; size++) {
      expect(await listOf(csvRows(bytes(text, size))), `${size} bytes`).toEqual(whole)
    }
    expect(whole.map(({ cells }) => cells)).toEqual([
      ['name', 'é'],
      ['a "b", c', '2018-19;Q1'],
      ['d', '=1+1'],
    ])
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 4])
  })
})

describe('columns', () => {
  const header = ['Code', 'Local authority', 'Period', 'Percentage', 'Extra']

  test('are guessed by their headings, else by what they hold', () => {
    expect(guessMapping(header, [['A', 'B', '2018/19 Q1', '5', 'x']]).columns).toEqual({
      ...{ indicator: 0, organisation: 1, quarter: 2, value: 3 },
    })
    expect(guessMapping(['a', 'b', 'c'], [['x', 'Jul–Sep 2009', '46.1']]).columns).toEqual({
      quarter: 1,
      value: 2,
    })
  })

  test('have one signature however their headings are spaced and cased', () => {
    expect(headerSignature(['Financial Year', 'value'])).toBe(headerSignature(['financial_year', ' VALUE ']))
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']))
  })

  test('that are needed and not named are said', () => {
    const none: ColumnMapping = { columns: {}, indicator: null }
    expect(mappingFaults(none, header).map(({ field }) => field)).toEqual(['quarter', 'value', 'indicator'])
    const outside: ColumnMapping = { columns: { quarter: 2, value: 9 }, indicator: 'A' }
    expect(mappingFaults(outside, header)).toEqual([
      { field: 'value', reason: 'The file has no such column.' },
    ])
  })
})

describe('rows', () => {
  const head = 'indicator,organisation,quarter,value,missing_reason'

  test('of codes that differ by a point are two indicators, with addresses of their own', async () => {
    const { plan } = await understood(
      [head, '1.1,A,2018/19 Q1,5,', '11,A,2018/19 Q1,5,', '1-1,A,2018/19 Q1,5,'].join('\n'),
    )
    expect(plan.indicators.map(({ code, slug }) => [code, slug])).toEqual([
      ['1.1', 'series-1-1'],
      ['11', 'series-11'],
      ['1-1', 'series-1-1-2'],
    ])
  })

  test('may say why there is no figure, in words or as kept', async () => {
    const { figures, faultCounts } = await understood(
      [
        head,
        'X,A,2018/19 Q1,,awaiting data',
        'X,A,2018/19 Q2,,not_collected',
        'X,A,2018/19 Q3,,lost',
        'X,A,2018/19 Q4,5,suppressed',
      ].join('\n'),
    )
    expect(figures.map(({ value, missing }) => [value, missing])).toEqual([
      [null, 'awaiting_data'],
      [null, 'not_collected'],
    ])
    expect(faultCounts.error).toBe(2)
  })

  test('of the whole area say so', async () => {
    const { figures } = await understood([head, 'X,Whole area,2018/19 Q1,5,'].join('\n'))
    expect(figures).toMatchObject([{ organisationId: null }])
  })

  test('with a % sign are percentages, whatever stands beside them', async () => {
    const { figures } = await understood([head, 'X,A,2018/19 Q1,0.5%,', 'X,A,2018/19 Q2,0.9,'].join('\n'))
    expect(figures.map(({ value }) => value)).toEqual(['0.5', '90'])
  })

  test('of an organisation that nobody decided about are not planned', async () => {
    const { figures, plan } = await understood([head, 'X,A,2018/19 Q1,5,', 'X,B,2018/19 Q1,5,'].join('\n'), {
      'organisation:A': 'leave_out',
    })
    expect([figures.length, plan.organisations.map(({ name }) => name)]).toEqual([1, ['B']])
  })
})
