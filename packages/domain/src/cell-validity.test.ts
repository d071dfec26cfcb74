import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingReasons, validateCell } from './cell-validity.ts'
import { parseCellKey } from './return-cells.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { anIndicator, aPercentage, aRatio, someIds } from './return-under-check.fixture.ts'

type More = { indicator?: ReturnIndicator; otherHalf?: string | null; today?: string | null }

function validate(key: string, typed: string | null, more: More = {}) {
  const cell = parseCellKey(key)
  if (cell === null) throw new Error(`Not a cell: ${key}`)
  const { indicator = null, otherHalf = null, today = '2009-10-14' } = more
  return validateCell({ cell, typed, indicator, otherHalf, today })
}

/** The text kept, or the code of what is wrong. */
function kept(key: string, typed: string | null, more: More = {}) {
  const result = validate(key, typed, more)
  return result.ok ? result.value : result.code
}

function sentence(key: string, typed: string, more: More = {}) {
  const result = validate(key, typed, more)
  return result.ok ? null : result.sentence
}

const value = 'indicators/ni-191/value'
const percentage = { indicator: aPercentage() }
const waste = { indicator: anIndicator() }

describe('a blank cell', () => {
  test('is valid in every section, and kept as nothing', () => {
    const keys = [
      value,
      'indicators/ni-191/due',
      'indicators/ni-191/confirmation',
      'resources/funding',
      'narrative/why',
      `risks/${someIds.risk}/impact`,
      `actions/${someIds.action}/completed`,
      `questions/${someIds.question}/answer`,
    ]
    for (const key of keys) {
      for (const typed of [null, '', ' \n\u00a0']) expect(kept(key, typed, waste), key).toBeNull()
    }
  })
})

describe('a figure', () => {
  test('with its unit typed behind it is refused with the words of the screen', () => {
    expect(validate(value, '297kg', waste)).toEqual({
      ok: false,
      code: 'not_a_number',
      sentence: 'Use numbers only. Take out ‘kg’ and enter, for example, 297.',
    })
  })

  test('is kept as plain decimal text', () => {
    expect(kept(value, '1,234.5', waste)).toBe('1234.5')
    expect(kept('indicators/ni-157/value', ' 48 %', percentage)).toBe('48')
    expect(kept('indicators/ni-157/forecast', '47.5%', percentage)).toBe('47.5')
  })

  test('of a percentage lies from 0 to 100, unless the indicator has limits of its own', () => {
    expect(kept('indicators/ni-157/value', '0', percentage)).toBe('0')
    expect(kept('indicators/ni-157/value', '100.0', percentage)).toBe('100.0')
    expect(sentence('indicators/ni-157/value', '100.1', percentage)).toBe(
      'NI 157 cannot be above 100%. Check for a digit too many or a point left out.',
    )
    expect(sentence('indicators/ni-157/value', '−5', percentage)).toBe(
      'NI 157 cannot be below 0%. Check the number and its sign.',
    )
    const own = { indicator: aPercentage({ hardLimits: { min: '-20', max: null } }) }
    expect(kept('indicators/ni-157/value', '−5', own)).toBe('-5')
    expect(kept('indicators/ni-157/value', '140', own)).toBe('140')
    expect(kept('indicators/ni-157/value', '-20.1', own)).toBe('below_limit')
  })

  test('that counts is not below 0; one in another unit may be', () => {
    expect(kept(value, '-1', waste)).toBe('below_limit')
    expect(kept(value, '-1', { indicator: anIndicator({ unit: 'pp' }) })).toBe('-1')
  })

  test('says what it cannot be in the forecast too', () => {
    expect(kept('indicators/ni-157/forecast', '101', percentage)).toBe('above_limit')
    expect(sentence('indicators/ni-157/forecast', 'more', percentage)).toContain(
      'Use numbers only, for example 46.1',
    )
  })

  test('is typed where it is asked for: a ratio has halves, any other a value', () => {
    expect(sentence('indicators/ni-193/value', '47.9', { indicator: aRatio() })).toBe(
      'NI 193 is worked out from a numerator and a denominator. Enter those two.',
    )
    expect(kept('indicators/ni-191/numerator', '5', waste)).toBe('not_entered_here')
    expect(kept('indicators/ni-999/value', '5')).toBe('not_entered_here')
  })
})

describe('the halves of a ratio', () => {
  const numerator = 'indicators/ni-193/numerator'
  const denominator = 'indicators/ni-193/denominator'
  const indicator = aRatio()

  test('are counts from 0, and nothing is divided by 0', () => {
    expect(kept(numerator, '0', { indicator })).toBe('0')
    expect(kept(numerator, '−5', { indicator })).toBe('below_limit')
    expect(kept(denominator, '0.0', { indicator })).toBe('denominator_zero')
    expect(kept(denominator, '321,080', { indicator, otherHalf: '153800' })).toBe('321080')
    expect(kept(numerator, '48%', { indicator })).toBe('not_a_number')
  })

  test('are a part and its whole: more than the whole stops the cell that is typed', () => {
    expect(sentence(numerator, '321,081', { indicator, otherHalf: '321080' })).toBe(
      '‘Land filled, tonnes’ is 321,081 and ‘Collected, tonnes’ is 321,080: a part cannot be more than the whole. Check both; they may have changed places.',
    )
    expect(kept(denominator, '100', { indicator, otherHalf: '101' })).toBe('numerator_over_denominator')
    expect(kept(numerator, '321080', { indicator, otherHalf: '321080' })).toBe('321080')
  })

  test('may pass each other by rounding where the counts are published rounded', () => {
    const rounded = aRatio({ roundedCounts: true })
    expect(kept(numerator, '105', { indicator: rounded, otherHalf: '100' })).toBe('105')
  })

  test('may pass each other where the figure is not a share', () => {
    const kilograms = aRatio({ unit: 'number' })
    expect(kept(numerator, '500', { indicator: kilograms, otherHalf: '20' })).toBe('500')
    const above = aRatio({ hardLimits: { min: '0', max: '150' } })
    expect(kept(numerator, '120', { indicator: above, otherHalf: '100' })).toBe('120')
    expect(sentence(numerator, '160', { indicator: above, otherHalf: '100' })).toBe(
      'The two numbers give 160.0%. NI 193 cannot be above 150%. Check for a digit too many or a point left out.',
    )
  })

  test('without names are named plainly', () => {
    const plain = aRatio({ numeratorLabel: null, denominatorLabel: null })
    expect(sentence(numerator, '3', { indicator: plain, otherHalf: '2' })).toMatch(
      /^The numerator is 3 and the denominator is 2: /,
    )
  })
})

describe('a date', () => {
  const due = 'indicators/ni-191/due'
  const completed = `actions/${someIds.action}/completed`

  test('by which an action is done is today or later', () => {
    expect(kept(due, '31 Dec 2009', waste)).toBe('2009-12-31')
    expect(kept(due, '14/10/2009', waste)).toBe('2009-10-14')
    expect(sentence(due, '13/10/2009', waste)).toBe(
      '13 October 2009 has passed. Enter today or a later date.',
    )
  })

  test('on which an action was completed is today or earlier', () => {
    expect(kept(completed, '14/10/2009')).toBe('2009-10-14')
    expect(kept(completed, '30/09/2009')).toBe('2009-09-30')
    expect(sentence(completed, '15/10/2009')).toBe(
      '15 October 2009 is still to come. Enter the day on which it was completed.',
    )
  })

  test('is not held against a day when none is given', () => {
    expect(kept(due, '13/10/2009', { ...waste, today: null })).toBe('2009-10-13')
    expect(kept(completed, '15/10/2009', { today: null })).toBe('2009-10-15')
  })

  test('that is none is refused', () => {
    expect(kept(due, 'soon', waste)).toBe('not_a_date')
    expect(kept(completed, '31/02/2009')).toBe('not_a_date')
  })
})

describe('a text', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

  test('of the narrative has 100 words at most, counted', () => {
    for (const field of ['whatHappened', 'why', 'whatWeAreDoing', 'whatWeNeed']) {
      expect(kept(`narrative/${field}`, words(100))).toBe(words(100))
      expect(sentence(`narrative/${field}`, words(112))).toBe(
        'You have written 112 words and there is room for 100. Take out 12.',
      )
    }
    expect(kept('narrative/why', 'x'.repeat(2001))).toBe('too_long')
  })

  test('of any other cell has 2,000 characters at most, and an owner 120 on one line', () => {
    const long = [
      'indicators/ni-191/commentary',
      'indicators/ni-191/cause',
      'indicators/ni-191/action',
      'indicators/ni-191/forecastReason',
      `actions/${someIds.action}/progress`,
      `risks/${someIds.risk}/review`,
      `questions/${someIds.question}/answer`,
    ]
    for (const key of long) {
      expect(kept(key, 'x'.repeat(2000), waste), key).toHaveLength(2000)
      expect(sentence(key, 'x'.repeat(2001), waste), key).toBe(
        'This is 1 character too long: there is room for 2,000 characters. Shorten it.',
      )
    }
    expect(kept('indicators/ni-191/owner', ' Grace\nAddo ', waste)).toBe('Grace Addo')
    expect(kept('indicators/ni-191/owner', 'x'.repeat(121), waste)).toBe('too_long')
  })

  test('is kept tidy, its paragraphs as typed', () => {
    expect(kept('narrative/why', ' One.\r\n\r\nTwo.\u0000 ')).toBe('One.\n\nTwo.')
  })
})

describe('a choice', () => {
  test('of a reason is one of four; withheld is not for the partnership to say', () => {
    for (const reason of missingReasons) expect(kept('indicators/ni-191/missing', reason, waste)).toBe(reason)
    expect(missingReasons).toEqual(['not_due', 'awaiting_data', 'not_collected', 'not_applicable'])
    for (const typed of ['suppressed', 'Not due', 'late']) {
      expect(kept('indicators/ni-191/missing', typed, waste)).toBe('not_a_reason')
    }
  })

  test('of likelihood and impact is a whole number from 1 to 5', () => {
    for (const typed of ['1', '5', '3.0', ' 4 ']) {
      expect(kept(`risks/${someIds.risk}/likelihood`, typed), typed).toBe(typed.trim().charAt(0))
    }
    for (const typed of ['0', '6', '2.5', '-1', 'high', '15']) {
      expect(kept(`risks/${someIds.risk}/impact`, typed), typed).toBe('not_on_scale')
    }
  })
})

describe('resources', () => {
  test('are from 0: hours with one decimal, pounds with two', () => {
    expect(kept('resources/memberHours', '12.5')).toBe('12.5')
    expect(kept('resources/officerHours', '0')).toBe('0')
    expect(kept('resources/memberHours', '12.55')).toBe('too_many_decimals')
    expect(kept('resources/funding', '£1,200.50')).toBe('1200.50')
    expect(kept('resources/funding', '1200.505')).toBe('too_many_decimals')
    expect(kept('resources/funding', '−5')).toBe('below_limit')
    expect(kept('resources/memberHours', '12 hours')).toBe('not_a_number')
  })
})

test('a confirmation names its figures and gives a word', () => {
  const key = 'indicators/ni-191/confirmation'
  expect(kept(key, '297 Checked with the weighbridge', waste)).toBe('297 Checked with the weighbridge')
  expect(kept(key, '297 ', waste)).toBe('no_word')
})

test('what is kept is valid and is kept the same', () => {
  const keys = [
    value,
    'indicators/ni-191/forecast',
    'indicators/ni-191/due',
    'indicators/ni-191/owner',
    'indicators/ni-191/confirmation',
    'indicators/ni-191/commentary',
    'resources/funding',
    'narrative/why',
    `risks/${someIds.risk}/likelihood`,
    `actions/${someIds.action}/completed`,
  ]
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[ £−]{0,2}[\d,.]{1,12}[ %]{0,2}$/),
    fc.stringMatching(/^\d{1,2}[/ .-]\d{1,2}[/ .-]20\d{2}$/),
  )
  fc.assert(
    fc.property(fc.constantFrom(...keys), typed, (key, text) => {
      const result = validate(key, text, { ...waste, today: null })
      if (!result.ok) expect(result.sentence).toMatch(/\.$/)
      else expect(validate(key, result.value, { ...waste, today: null })).toEqual(result)
    }),
    { numRuns: 500 },
  )
})
