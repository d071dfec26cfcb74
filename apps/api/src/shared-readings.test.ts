import { expect, test } from 'vitest'
import { shareReadings } from './shared-readings.ts'

/** Readings that end when they are told to. */
function readings() {
  const ends: ((reading: number) => void)[] = []
  const read = () => new Promise<number>((resolve) => ends.push(resolve))
  return { read, ends }
}

test('whoever comes while a reading runs shares the next one, which begins after they came', async () => {
  const share = shareReadings<number>()
  const { read, ends } = readings()
  const first = share('a', read)
  const others = [share('a', read), share('a', read)]
  expect(ends).toHaveLength(1)
  ends[0]?.(1)
  expect(await first).toBe(1)
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.(2)
  expect(await Promise.all(others)).toEqual([2, 2])
})

test('another key is another reading, and after the last one ends the next begins at once', async () => {
  const share = shareReadings<number>()
  const { read, ends } = readings()
  const both = [share('a', read), share('b', read)]
  expect(ends).toHaveLength(2)
  for (const end of ends) end(1)
  await Promise.all(both)
  void share('a', read)
  expect(ends).toHaveLength(3)
})

test('a reading that fails fails those who shared it, and nobody after them', async () => {
  const share = shareReadings<number>()
  const first = share('a', () => Promise.reject(new Error('Gone')))
  const second = share('a', async () => 2)
  await expect(first).rejects.toThrow('Gone')
  expect(await second).toBe(2)
})
