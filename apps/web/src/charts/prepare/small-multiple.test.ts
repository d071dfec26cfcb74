import { expect, test } from 'vitest'
import { aDashboardIndicator, aPoint } from '#testing/builders.ts'
import { prepareSmallMultiple } from './small-multiple.ts'
import { smallMultipleSummary, sparklineSummary } from './summaries.ts'

const series = [aPoint('2009-10-q1', '10'), aPoint('2009-10-q2', '20'), aPoint('2009-10-q3', null)]
const ahead = { quarter: '2009-10-q3', value: '30', low80: '25', high80: '35' }

test('the forecast starts at the newest figure and has its range', () => {
  const shape = prepareSmallMultiple({ series, forecast: [ahead], measure: 'snapshot' })
  expect(shape?.forecastLine?.startsWith(`M${shape.last?.x} ${shape.last?.y}L`)).toBe(true)
  expect(shape?.fan).not.toBeNull()
})

test('without a forecast there is no fan', () => {
  const shape = prepareSmallMultiple({ series, forecast: [], measure: 'snapshot' })
  expect(shape?.fan).toBeNull()
  expect(shape?.forecastEnd).toBeNull()
})

test('a series without a figure has no drawing', () => {
  expect(
    prepareSmallMultiple({ series: [aPoint('2009-10-q1', null)], forecast: [], measure: 'snapshot' }),
  ).toBeNull()
})

test('each drawing is told in a sentence with first, last, target and forecast', () => {
  const indicator = aDashboardIndicator()
  const { code, target, yearEnd } = indicator
  const reported = [aPoint('2009-10-q1', '45.2'), aPoint('2009-10-q2', '46.1', { state: 'provisional' })]
  const told = { code, format: indicator, series: reported, target }
  expect(sparklineSummary(told)).toBe(
    'NI 192, quarters to September 2009: from 45.2% to 46.1%; target 48.0%.',
  )
  expect(smallMultipleSummary({ ...told, yearEnd })).toBe(
    'NI 192: 45.2% to 46.1% over two years, target now 48.0%, forecast for year end 47.5% against 49.0%.',
  )
})
