import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsGive, excessOverWhole } from './rounded-counts.ts'

function excess(numerator: string, denominator: string, step: string | null = '5') {
  return excessOverWhole({ numerator, denominator, step })
}

describe('a part that is more than its whole', () => {
  test('by as much as rounding can do, in counts rounded to 5: the rows of the published file', () => {
    expect(excess('295', '290')).toEqual({
      excess: '5',
      byRounding: true,
      sentence: '295 is 5 more than 290, which counts rounded to 5 can be.',
    })
    expect(excess('475', '470')?.byRounding).toBe(true)
    expect(excess('620', '615')?.byRounding).toBe(true)
  })

  test('by more than that is an error, and says so', () => {
    expect(excess('1300', '1290')).toEqual({
      excess: '10',
      byRounding: false,
      sentence:
        '1,300 is 10 more than 1,290, and rounding to 5 explains 5 at most. Check both; they may have changed places.',
    })
  })

  test('is an error at once where a count is no multiple of the step, because it was not rounded', () => {
    expect(excess('293', '290')).toMatchObject({
      byRounding: false,
      sentence:
        '293 is 3 more than 290, and 293 is not rounded to 5. Check both; they may have changed places.',
    })
    expect(excess('295', '294')?.sentence).toContain('and 294 is not rounded to 5.')
  })

  test('is an error where counts are exact, however little it is', () => {
    expect(excess('291', '290', null)).toMatchObject({
      excess: '1',
      byRounding: false,
      sentence:
        '291 is 1 more than 290: a part cannot be more than the whole. Check both; they may have changed places.',
    })
  })

  test('is none where the two are equal or the part is less', () => {
    expect(excess('290', '290')).toBeNull()
    expect(excess('290.0', '290')).toBeNull()
    expect(excess('285', '290', null)).toBeNull()
  })

  test('is measured in any step, also one below 1', () => {
    expect(excess('10.2', '10.1', '0.1')?.byRounding).toBe(true)
    expect(excess('10.3', '10.1', '0.1')?.byRounding).toBe(false)
    expect(excess('110', '100', '10')?.byRounding).toBe(true)
  })

  test('a step that is not above zero is refused, as is text that is no number', () => {
    expect(() => excess('1', '1', '0')).toThrow('above zero')
    expect(() => excess('1', '1', '-5')).toThrow(RangeError)
    expect(() => excess('x', '1')).toThrow(RangeError)
  })
})

describe('two counts and the value published beside them', () => {
  const percent = { step: '5', per: '100' }

  test('agree where rounding of counts and value can explain it', () => {
    expect(countsGive({ ...percent, numerator: '2985', denominator: '3035', value: '98' })).toBe(true)
    expect(countsGive({ ...percent, numerator: '150', denominator: '155', value: '100' })).toBe(true)
    expect(countsGive({ numerator: '2985', denominator: '3035', value: '0.98', step: '5', per: '1' })).toBe(
      true,
    )
  })

  test('do not where it cannot', () => {
    expect(countsGive({ ...percent, numerator: '2985', denominator: '3035', value: '89' })).toBe(false)
    expect(countsGive({ ...percent, numerator: '2985', denominator: '3035', value: '0.98' })).toBe(false)
  })

  test('exact counts must give the value to its own last digit', () => {
    const exact = { numerator: '1', denominator: '3', step: null, per: '100' }
    expect(countsGive({ ...exact, value: '33.3' })).toBe(true)
    expect(countsGive({ ...exact, value: '33.4' })).toBe(false)
    expect(countsGive({ ...exact, value: '33' })).toBe(true)
    expect(countsGive({ ...exact, numerator: '1', denominator: '8', value: '12.5' })).toBe(true)
    // Half a unit of the last digit is still rounding, up or down.
    expect(countsGive({ ...exact, numerator: '1', denominator: '8', value: '13' })).toBe(true)
    expect(countsGive({ ...exact, numerator: '1', denominator: '8', value: '12' })).toBe(true)
  })

  test('a whole so small that rounding may have made it of nothing explains any value from the lowest up', () => {
    const small = { numerator: '5', denominator: '2.5', step: '5', per: '100' }
    expect(countsGive({ ...small, value: '1000000' })).toBe(true)
    expect(countsGive({ ...small, value: '1' })).toBe(false)
  })

  test('a denominator of zero or less is refused', () => {
    expect(() => countsGive({ ...percent, numerator: '0', denominator: '0', value: '0' })).toThrow(RangeError)
  })
})

const wholeCounts = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
const steps = fc.constantFrom(1, 3, 5, 10)

test('rounding explains one step of excess and never two, and to the nearest it makes none', () => {
  fc.assert(
    fc.property(wholeCounts, steps, ([part, rest], step) => {
      const nearest = (count: number) => String(Math.round(count / step) * step)
      // Rounding to the nearest keeps the order: the part never comes out above the whole.
      expect(excess(nearest(part), nearest(part + rest), String(step))).toBeNull()
      // Half a step lost here and won there is the most that is explained.
      const over = excess(String((Math.round(part / step) + 1) * step), nearest(part), String(step))
      expect(over?.byRounding).toBe(true)
      const more = excess(String((Math.round(part / step) + 2) * step), nearest(part), String(step))
      expect(more?.byRounding).toBe(false)
    }),
  )
})

test('whatever was counted, its rounded counts and its rounded value agree', () => {
  fc.assert(
    fc.property(wholeCounts, steps, fc.integer({ min: 0, max: 3 }), ([part, rest], step, places) => {
      const whole = part + rest
      const nearest = (count: number) => Math.round(count / step) * step
      fc.pre(nearest(whole) > 0)
      const counts = { numerator: String(nearest(part)), denominator: String(nearest(whole)), per: '100' }
      const value = ((part * 100) / whole).toFixed(places)
      expect(countsGive({ ...counts, step: String(step), value })).toBe(true)
    }),
  )
})
