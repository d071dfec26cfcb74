import { expect, test } from 'vitest'
import { placeTargetLabels } from './target-labels.ts'

const aStep = (from: number, quarters: number, value: number) => ({
  ...{ from: from - 0.5, to: from - 0.5 + quarters, value, label: `${value}.0%`, breaksBefore: from === 0 },
})

function placed(
  steps: ReturnType<typeof aStep>[],
  { pitch = 50, isNarrow = false, values = [] as (number | null)[] } = {},
) {
  const last = Math.max(...steps.map(({ to }) => to)) - 0.5
  const points = Array.from({ length: last + 1 }, (_, index) => ({
    index,
    value: values[index] ?? null,
    run: 0,
  }))
  const axis = { low: 30, high: 50, step: 5, ticks: [] }
  const x = (index: number) => 100 + index * pitch
  const y = (value: number) => 400 - (value - 30) * 20
  return placeTargetLabels({ axis, steps, points }, { x, y, isNarrow })
}

test('every step is named but the one that reaches the end, which is named there', () => {
  const steps = [aStep(0, 4, 38), aStep(4, 4, 41), aStep(8, 4, 44)]
  expect(placed(steps).map(({ text }) => text)).toEqual(['Target 38.0%', '41.0%'])
})

test('close steps at different heights are all named, and none is written over another', () => {
  const steps = [aStep(0, 4, 38), aStep(4, 2, 41), aStep(6, 2, 44), aStep(8, 2, 44.5), aStep(10, 2, 48)]
  const labels = placed(steps, { pitch: 12 })
  expect(labels.map(({ text }) => text)).toContain('41.0%')
  labels.forEach((label, place) => {
    for (const other of labels.slice(place + 1)) {
      expect(Math.abs(label.y - other.y) >= 16 || Math.abs(label.x - other.x) >= 46).toBe(true)
    }
  })
})

test('where the figures run over a step its value is written under it', () => {
  const steps = [aStep(0, 4, 36), aStep(4, 4, 40), aStep(8, 4, 44)]
  const [, plain] = placed(steps)
  const [, crossed] = placed(steps, { values: Array.from({ length: 12 }, () => 40.6) })
  expect(crossed?.y).toBeGreaterThan(plain?.y ?? 0)
})

test('on a phone a short step is not named', () => {
  const steps = [aStep(0, 4, 36), aStep(4, 1, 40), aStep(5, 4, 44)]
  expect(placed(steps, { isNarrow: true }).map(({ text }) => text)).toEqual(['36.0%'])
})
