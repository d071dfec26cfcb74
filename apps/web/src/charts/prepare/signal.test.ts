import type { IndicatorDetail } from '@accord/api-client'
import { expect, test } from 'vitest'
import { aPoint } from '#testing/builders.ts'
import { saySignalPoint } from './point-sentences.ts'
import { prepareSignal, type SignalInput } from './signal.ts'
import { signalSheet } from './signal-sheet.ts'

type Signal = IndicatorDetail['signal']

const limited: Signal = {
  kind: 'limits',
  sentence: 'The mean is 42.0%.',
  phases: [
    {
      ...{ from: '2009-10-q1', to: '2009-10-q3', reason: 'A new contract.' },
      ...{ limits: { mean: '42', lower: '38.4', upper: '45.6' }, median: null },
    },
  ],
  points: [{ quarter: '2009-10-q2', variation: 'improvement', rules: ['above the upper limit'] }],
  causes: ['Above the upper limit: Q2 2009/10'],
  variation: 'improvement',
  assurance: 'hit_or_miss',
}

const input: SignalInput = {
  title: 'Recycling',
  signal: limited,
  series: [
    aPoint('2009-10-q1', '42.1'),
    aPoint('2009-10-q2', '46.1'),
    aPoint('2009-10-q3', null),
    aPoint('2009-10-q4', null),
  ],
  target: { value: '44' },
  format: { unit: '%', decimals: 1 },
  mostTicks: 7,
}

test('ends at the quarter looked from, and has room for limits and target', () => {
  const model = prepareSignal(input)
  expect(model?.points.map(({ index }) => index % 4)).toEqual([0, 1, 2])
  expect(model?.axis.low).toBeLessThanOrEqual(38.4)
  expect(model?.axis.high).toBeGreaterThanOrEqual(45.6)
})

test('says the cause of a point in words, and where limits begin anew', () => {
  const model = prepareSignal(input)
  if (model === null) throw new Error('There is a signal.')
  expect(saySignalPoint(model, 0)?.words).toBe('42.1%; common cause; limits begin anew: A new contract.')
  expect(saySignalPoint(model, 1)?.words).toBe('46.1%; special cause, improvement: above the upper limit')
  expect(saySignalPoint(model, 2)?.words).toBe('no figure')
})

test('has the same points in its table', () => {
  const model = prepareSignal(input)
  if (model === null) throw new Error('There is a signal.')
  expect(signalSheet(model, 'NI 192').rows.map(({ cells }) => cells.map(({ shown }) => shown))).toEqual([
    [
      'Quarter 2 2009/10',
      '46.1%',
      'Mean 42.0%',
      '38.4% to 45.6%',
      'Special cause, improvement',
      'above the upper limit',
    ],
    ['Quarter 1 2009/10', '42.1%', 'Mean 42.0%', '38.4% to 45.6%', 'Common cause', ''],
  ])
})

test('where there is none, nothing is drawn', () => {
  expect(prepareSignal({ ...input, signal: { ...limited, kind: 'none', phases: [] } })).toBeNull()
})
