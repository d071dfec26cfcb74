import { expect, test } from 'vitest'
import { prepareBullet } from './bullet.ts'

const tolerance = { kind: 'relative', green: '0', amber: '0.1' } as const
const common = { tolerance, forecast: null, widthPixels: 106 }

test('a bar starts at zero and its tints are the indicator’s own tolerances', () => {
  const bullet = prepareBullet({ ...common, value: 71, target: { value: '100' }, polarity: 'higher' })
  expect(bullet?.bar).toEqual({ x: 0, width: 71 })
  expect(bullet?.bands.map(({ tint, x }) => [tint, x])).toEqual([
    ['off', 0],
    ['near', 90],
    ['on', 100],
  ])
  expect(bullet?.ticks).toEqual([100])
})

test('tints reverse where lower is better', () => {
  const bullet = prepareBullet({
    ...common,
    value: 90,
    target: { value: '80' },
    polarity: 'lower',
    highest: 100,
  })
  expect(bullet?.bands.map(({ tint, x }) => [tint, x])).toEqual([
    ['on', 0],
    ['near', 80],
    ['off', 88],
  ])
})

test('a range has trouble at both ends', () => {
  const bullet = prepareBullet({
    ...common,
    value: 55,
    target: { low: '50', high: '60' },
    polarity: 'range',
    highest: 100,
  })
  expect(bullet?.bands.map(({ tint }) => tint)).toEqual(['off', 'near', 'on', 'near', 'off'])
  expect(bullet?.ticks).toEqual([50, 60])
})

test('an absolute tolerance is measured in the indicator’s own unit', () => {
  const bullet = prepareBullet({
    ...common,
    tolerance: { kind: 'absolute', green: '0', amber: '5' },
    value: 100,
    target: { value: '100' },
    polarity: 'higher',
  })
  expect(bullet?.bands[1]).toEqual({ tint: 'near', x: 95, width: 5 })
})

test('a figure of zero is drawn as an empty bar, and no figure as none', () => {
  const zero = prepareBullet({ ...common, value: 0, target: { value: '0' }, polarity: 'lower' })
  expect(zero?.bar).toEqual({ x: 0, width: 0 })
  const none = prepareBullet({ ...common, value: null, target: { value: '10' }, polarity: 'lower' })
  expect(none?.bar).toBeNull()
})

test('nothing is drawn where there is neither figure nor target', () => {
  expect(prepareBullet({ ...common, value: null, target: null, polarity: 'higher' })).toBeNull()
})
