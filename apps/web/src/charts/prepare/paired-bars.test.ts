import { expect, test } from 'vitest'
import { pairedBarsSummary, preparePairedBars } from './paired-bars.ts'

const own = { label: 'This partnership', cost: 11_180_560, saving: 3_950_000, perPound: 35, isOwn: true }
const unknown = { label: 'Waste', cost: null, saving: null, perPound: null, isOwn: false }

test('bars share one scale that starts at nought, and the longest takes all the room', () => {
  const [first, second] = preparePairedBars([own, unknown], 100)
  expect(first).toMatchObject({ costWidth: 100, costText: '£111,806 cost', ratio: '35p' })
  expect(first?.savingWidth).toBeCloseTo(35.33, 2)
  expect(second).toMatchObject({ costWidth: 0, costText: 'cost not known', ratio: '–' })
})

test('nothing known makes no bar and no fault', () => {
  expect(preparePairedBars([unknown], 100)[0]?.costWidth).toBe(0)
})

test('the summary says every figure', () => {
  expect(pairedBarsSummary('2008/09', [own])).toBe(
    'Cost and cashable saving in 2008/09. This partnership: £111,806 cost, £39,500 saved, 35p for each £1.',
  )
})

test('a long label takes two lines, broken near its middle', () => {
  const long = { ...own, label: 'Spatial Planning and Infrastructure' }
  expect(preparePairedBars([long, own], 1).map(({ lines }) => lines)).toEqual([
    ['Spatial Planning', 'and Infrastructure'],
    ['This partnership'],
  ])
})
