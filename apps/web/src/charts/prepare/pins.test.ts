import { expect, test } from 'vitest'
import { pinLines, pinsOf, placePins } from './pins.ts'

const event = (number: number, quarter: string, title: string) => ({
  ...{ id: String(number), number, quarter, title, note: null, isWholeArea: true },
})
const points = [8029, 8030, 8031].map((index) => ({ index, value: index === 8030 ? null : 40 }))

test('an event stands at its quarter’s figure, and one outside the quarters shown does not stand', () => {
  const pins = pinsOf(
    [event(1, '2007-08-q2', 'One'), event(2, '2007-08-q3', 'Two'), event(3, '1999-00-q1', 'Old')],
    points,
  )
  expect(pins.map(({ number, value, label }) => [number, value, label])).toEqual([
    [1, 40, 'Q2 2007/08'],
    [2, null, 'Q3 2007/08'],
  ])
})

test('words are broken in two lines of about the same length', () => {
  expect(pinLines('Fortnightly collection starts in Vale, Q2 2007/08')).toEqual([
    'Fortnightly collection',
    'starts in Vale, Q2 2007/08',
  ])
})

test('words are written only where they end before the next pin, with the quarter where that has room too', () => {
  const pins = pinsOf(
    [event(1, '2007-08-q2', 'Food waste, Cherwell'), event(2, '2007-08-q4', 'New contract')],
    points,
  )
  const at = (pitch: number) => placePins(pins, { x: (index) => (index - 8029) * pitch, right: 900 })
  expect(at(200)[0]?.lines?.join(' ')).toBe('Food waste, Cherwell, Q2 2007/08')
  expect(at(60)[0]?.lines).toEqual(['Food waste,', 'Cherwell'])
  expect(at(10)[0]?.lines).toBeNull()
})
