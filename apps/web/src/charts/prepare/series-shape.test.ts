import { expect, test } from 'vitest'
import { aPoint } from '#testing/builders.ts'
import { seriesShape } from './series-shape.ts'

const slots = { left: 0, pitch: 10 }
const y = (figure: number) => 100 - figure

test('a gap breaks the line and is never drawn as zero', () => {
  const series = [
    aPoint('2008-09-q1', '10'),
    aPoint('2008-09-q2', '20'),
    aPoint('2008-09-q3', null),
    aPoint('2008-09-q4', '40'),
  ]
  const shape = seriesShape({ series, measure: 'snapshot', slots, y })
  expect(shape.lines).toEqual(['M5 90L15 80'])
  expect(shape.last).toEqual({ x: 35, y: 60, isProvisional: false })
})

test('a figure alone between two gaps is still drawn', () => {
  const series = [
    aPoint('2008-09-q1', null),
    aPoint('2008-09-q2', '20'),
    aPoint('2008-09-q3', null),
    aPoint('2008-09-q4', '40'),
  ]
  const shape = seriesShape({ series, measure: 'snapshot', slots, y })
  expect(shape.lonePoints).toEqual([{ x: 15, y: 80, isProvisional: false }])
})

test('a cumulative line and its target begin again each financial year', () => {
  const target = { value: '50' }
  const series = [
    aPoint('2008-09-q3', '30', { target }),
    aPoint('2008-09-q4', '40', { target }),
    aPoint('2009-10-q1', '10', { target }),
    aPoint('2009-10-q2', '20', { target }),
  ]
  const shape = seriesShape({ series, measure: 'cumulative', slots, y })
  expect(shape.lines).toEqual(['M5 70L15 60', 'M25 90L35 80'])
  expect(shape.targets).toBe('M0 50H10H20M20 50H30H40')
  expect(shape.yearStarts).toEqual([20])
})

test('yearly figures are joined only to each other', () => {
  const series = [aPoint('2007-08-q4', '72'), aPoint('2008-09-q2', null), aPoint('2008-09-q4', '73')]
  const shape = seriesShape({ series, measure: 'annual', slots, y })
  expect(shape.lines).toEqual(['M5 28L25 27'])
  expect(shape.lonePoints).toHaveLength(1)
})

test('a target steps where it changes and is not drawn where there is none', () => {
  const series = [
    aPoint('2008-09-q1', '1', { target: { value: '10' } }),
    aPoint('2008-09-q2', '1', { target: { value: '20' } }),
    aPoint('2008-09-q3', '1'),
  ]
  expect(seriesShape({ series, measure: 'snapshot', slots, y }).targets).toBe('M0 90H10V80H20')
})

test('a target that is a range is drawn at both its ends', () => {
  const series = [aPoint('2008-09-q1', '1', { target: { low: '10', high: '20' } })]
  expect(seriesShape({ series, measure: 'snapshot', slots, y }).targets).toBe('M0 90H10M0 80H10')
})
