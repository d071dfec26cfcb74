import { expect, test } from 'vitest'
import { aPoint } from '#testing/builders.ts'
import { type LongSeriesInput, prepareLongSeries } from './long-series.ts'

const input: LongSeriesInput = {
  title: 'Recycling',
  series: [
    aPoint('2008-09-q3', '43.5', { target: { value: '44' } }),
    aPoint('2008-09-q4', '44.1', { target: { value: '44' } }),
    aPoint('2009-10-q1', null, { target: { value: '46.5' } }),
    aPoint('2009-10-q2', '46.1', { target: { value: '48' }, state: 'provisional' }),
    aPoint('2009-10-q3', null, { target: { value: '48.5' } }),
    aPoint('2009-10-q4', null, { target: { value: '49' } }),
  ],
  forecast: [
    { quarter: '2009-10-q3', value: '46.8', low80: '46', high80: '48', low50: '46.4', high50: '47.3' },
    { quarter: '2009-10-q4', value: '47.5', low80: '45.9', high80: '49.1', low50: '46.6', high50: '48.3' },
  ],
  measure: 'rolling_year',
  format: { unit: '%', decimals: 1 },
  statusOf: () => 'near_target',
  mostTicks: 7,
}

test('a gap stays a gap: the figures on its two sides belong to different lines', () => {
  const model = prepareLongSeries(input)
  expect(model?.points.map(({ run }) => run)).toEqual([0, 0, null, 1, null, null])
  expect(model?.points[2]?.value).toBeNull()
})

test('the forecast begins at the newest figure and ends at the year’s end', () => {
  const model = prepareLongSeries(input)
  expect(model?.last?.forecast).toBe(46.1)
  expect(model?.end?.forecastShown).toBe('47.5%')
})

test('each step of the target is one step with its value written', () => {
  const model = prepareLongSeries(input)
  expect(model?.steps.map(({ label, from, to }) => [label, to - from])).toEqual([
    ['44.0%', 2],
    ['46.5%', 1],
    ['48.0%', 1],
    ['48.5%', 1],
    ['49.0%', 1],
  ])
})

test('a scale that does not start at zero is named', () => {
  expect(prepareLongSeries(input)?.scaleNote).toBe('The scale starts at 43%, not zero.')
})

test('the sentence gives first, last, target and forecast', () => {
  expect(prepareLongSeries(input)?.summary).toBe(
    'Recycling: from 43.5% in Dec 2008 to 46.1% in Sep 2009, provisional. The target is 48.0%: near target. ' +
      'The forecast for Mar 2010 is 47.5%, with an 80% range of 45.9% to 49.1%, against a target of 49.0%. ' +
      'The same figures are in the table tab.',
  )
})

test('a count that builds up breaks each year, and its forecast does not join last year’s figure', () => {
  const model = prepareLongSeries({
    ...input,
    measure: 'cumulative',
    series: [
      aPoint('2008-09-q3', '40'),
      aPoint('2008-09-q4', '60'),
      aPoint('2009-10-q1', null),
      aPoint('2009-10-q2', null),
    ],
    forecast: [{ quarter: '2009-10-q2', value: '30', low80: null, high80: null, low50: null, high50: null }],
  })
  expect(model?.last?.forecast).toBeNull()
  expect(model?.axis.low).toBe(0)
})

test('a series without a single figure has no drawing', () => {
  expect(prepareLongSeries({ ...input, series: [aPoint('2009-10-q1', null)] })).toBeNull()
})

test('what the lead expects stands at the year’s end, has room, and is said beside the forecast', () => {
  const model = prepareLongSeries({ ...input, leadForecast: { quarter: '2009-10-q2', value: '58' } })
  expect(model?.lead).toEqual({ index: 2009 * 4 + 3, value: 58, shown: '58.0%' })
  expect(model?.axis.high).toBeGreaterThanOrEqual(58)
  expect(model?.summary).toContain('The lead’s own forecast for Mar 2010 is 58.0%.')
  expect(prepareLongSeries(input)?.lead).toBeNull()
})
