import { formatFigure } from '@accord/domain'
import { expect, test } from 'vitest'
import { aPoint } from '#testing/builders.ts'
import { targetWritten } from './breakdown-sheet.ts'
import { prepareLongSeries } from './long-series.ts'
import { longSheet } from './long-sheet.ts'
import { csvOf, plainCell, type Sheet } from './sheet.ts'

const format = { unit: '%', decimals: 1 }
const series = [
  aPoint('2008-09-q4', '44.12', { target: { value: '44' } }),
  aPoint('2009-10-q1', null, { target: { value: '46.5' } }),
  aPoint('2009-10-q2', '46.1', { target: { value: '48' }, state: 'provisional' }),
]

function aLongSheet(): Sheet {
  const model = prepareLongSeries({
    title: 'Recycling',
    series,
    forecast: [],
    events: [
      {
        id: '1',
        number: 1,
        quarter: '2009-10-q2',
        title: '=New contract, "big"',
        note: null,
        isWholeArea: true,
      },
    ],
    measure: 'rolling_year',
    format,
    statusOf: ({ value }) => (value === null ? null : 'near_target'),
    mostTicks: 7,
  })
  if (model === null) throw new Error('There is a figure.')
  const at = (index: number) => series[index - (2008 * 4 + 3)]
  return longSheet(model, {
    code: 'NI 192',
    unit: '%',
    written: (index) => ({
      value: at(index)?.value ?? null,
      target: targetWritten(at(index)?.target ?? null),
      forecast: null,
      lead: null,
    }),
  })
}

test('the CSV has the rows of the table, each with its quarter’s key and days', () => {
  const [head, ...lines] = csvOf(aLongSheet()).trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFquarter,from,to,value,target,forecast,lead’s own forecast,status,state,event')
  expect(lines).toEqual([
    `2009-10-q2,2009-07-01,2009-09-30,46.1,48,,,Near target,provisional,"'=New contract, ""big"""`,
    '2009-10-q1,2009-04-01,2009-06-30,,46.5,,,,,',
    '2008-09-q4,2009-01-01,2009-03-31,44.12,44,,,Near target,final,',
  ])
})

test('every number of the CSV is the figure of its table cell, to the last decimal', () => {
  const { columns, rows } = aLongSheet()
  for (const { cells } of rows) {
    cells.forEach((cell, place) => {
      const [written = ''] = cell.written
      expect(cell.written).toHaveLength(columns[place]?.csv.length ?? 0)
      if (columns[place]?.isNumber && written !== '') expect(cell.shown).toBe(formatFigure(written, format))
    })
  }
})

test.each(['=1+1', '+cmd', '-2+3', '@sum', '\tx'])('%s is read as text by a spreadsheet', (text) => {
  const sheet = {
    caption: '',
    columns: [{ heading: 'A', csv: ['a'] }],
    rows: [{ key: '1', cells: [plainCell(text)] }],
  }
  expect(csvOf(sheet).split('\r\n')[1]).toBe(`'${text}`)
})

test('a negative number stays a number', () => {
  const sheet = {
    caption: '',
    columns: [{ heading: 'A', csv: ['a'] }],
    rows: [{ key: '1', cells: [plainCell('-2.5')] }],
  }
  expect(csvOf(sheet).split('\r\n')[1]).toBe('-2.5')
})
