import { expect, test } from 'vitest'
import { isHighPerformer, vfmWord } from './value-for-money.ts'

test('four ratings run from poor to excellent, and only the last is a high performer', () => {
  expect(([1, 2, 3, 4] as const).map(vfmWord)).toEqual(['poor', 'fair', 'good', 'excellent'])
  expect(([1, 2, 3, 4] as const).map(isHighPerformer)).toEqual([false, false, false, true])
})
