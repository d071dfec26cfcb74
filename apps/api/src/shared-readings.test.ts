import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { shareReadings } from './shared-readings.ts'

/** Readings that end when they are told to. */
function readings() {
  const ends: ((reading: number) => void)[] = []
  const read = () => new Promise<number>((resolve) => ends.push(resolve))
  return { read, ends, begun: (count: number) => expect.poll(() => ends.length).toBe(count) }
}

test('those who ask before a reading begins share it', async () => {
  const share = shareReadings<number>()
  const { read, ends, begun } = readings()
  const both = [share('a', read), share('a', read)]
  await begun(1)
  ends[0]?.(1)
  expect(await Promise.all(both)).toEqual([1, 1])
})

test('whoever comes while a reading runs shares the next one, which begins after they came', async () => {
  const share = shareReadings<number>()
  const { read, ends, begun } = readings()
  const first = share('a', read)
  await begun(1)
  const others = [share('a', read), share('a', read)]
  await nextTurn()
  expect(ends).toHaveLength(1)
  ends[0]?.(1)
  expect(await first).toBe(1)
  await begun(2)
  ends[1]?.(2)
  expect(await Promise.all(others)).toEqual([2, 2])
})

test('a crowd that was answered just now is waited for a moment, and shares the next reading too', async () => {
  const share = shareReadings<number>()
  const { read, ends, begun } = readings()
  const crowd = [share('a', read), share('a', read)]
  await begun(1)
  ends[0]?.(1)
  await Promise.all(crowd)
  const back = [share('a', read)]
  await nextTurn()
  back.push(share('a', read))
  await begun(2)
  ends[1]?.(2)
  expect(await Promise.all(back)).toEqual([2, 2])
})

test('another key is another reading', async () => {
  const share = shareReadings<number>()
  const { read, begun } = readings()
  void share('a', read)
  void share('b', read)
  await begun(2)
})

test('readers who never stop coming do not keep the first of them waiting', async () => {
  const share = shareReadings<number>()
  const { read, ends } = readings()
  for (let turn = 0; ends.length === 0; turn++) {
    expect(turn).toBeLessThan(50)
    void share('a', read)
    await nextTurn()
  }
})

test('a reading that fails fails those who shared it, and nobody after them', async () => {
  const share = shareReadings<number>()
  await expect(share('a', () => Promise.reject(new Error('Gone')))).rejects.toThrow('Gone')
  expect(await share('a', async () => 2)).toBe(2)
})
