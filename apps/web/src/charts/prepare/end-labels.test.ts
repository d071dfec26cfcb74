import { expect, test } from 'vitest'
import { placeEndLabels } from './end-labels.ts'

test('labels are never nearer than a line of text and keep the order of their lines', () => {
  const placed = placeEndLabels(
    [
      { text: 'Forecast', y: 104, kind: 'forecast' },
      { text: 'Target', y: 100, kind: 'target' },
      { text: '80% range', y: 106, kind: 'plain' },
    ],
    300,
  )
  expect(placed.map(({ text, textY }) => [text, textY])).toEqual([
    ['Target', 100],
    ['Forecast', 118],
    ['80% range', 136],
  ])
})

test('labels stay on the drawing', () => {
  const placed = placeEndLabels(
    [
      { text: 'a', y: 290, kind: 'plain' },
      { text: 'b', y: 295, kind: 'plain' },
    ],
    300,
  )
  expect(placed.map(({ textY }) => textY)).toEqual([282, 300])
})
