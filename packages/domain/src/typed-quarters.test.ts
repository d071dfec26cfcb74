import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  financialYearLabel,
  quarterFromIndex,
  quarterIndex,
  quarterKey,
  quarterLabel,
  quarterMonths,
  quarterShortMonths,
} from './quarters.ts'
import { readTypedQuarter } from './typed-quarters.ts'

const q2 = quarterIndex({ startYear: 2009, number: 2 })
const example = 'Write it as 2009/10 Q2 or Jul–Sep 2009.'

function sentenceOf(typed: string): string {
  const reading = readTypedQuarter(typed)
  return reading.ok ? `read as ${quarterKey(reading.index)}` : reading.sentence
}

describe('a quarter as people write it', () => {
  test.each([
    '2009/10 Q2',
    '2009-10 Q2',
    '2009–10 Q2',
    '2009/2010 Q2',
    'Q2 2009-10',
    'Q2 2009/10',
    'q2, 2009/10',
    'Q2 (2009/10)',
    '2009-10;Q2',
    '2009/10, Quarter 2',
    'Quarter 2 2009/10',
    'Qtr 2, FY 2009/10',
    '2nd quarter 2009/10',
    '2009-10-q2',
    '2009/10Q2',
    'Jul–Sep 2009',
    'Jul-Sep 2009',
    'July to September 2009',
    'JUL - SEPT 2009',
    'Jul. – Sep. 2009',
    'Jul 2009 to Sep 2009',
    'Jul/Sep 2009',
    'Jul-Sep-2009',
    'Quarter 2 of 2009/10',
    'Jul–Sep 2009/10',
    'Q2 (Jul–Sep) 2009/10',
    'Q2 Jul–Sep 2009',
    'Jul–Sep 2009, 2009/10 Q2',
    '  2009/10\u00a0Q2 ',
  ])('%s', (typed) => {
    expect(readTypedQuarter(typed)).toEqual({ ok: true, index: q2 })
  })

  test('of January to March belongs to the financial year that began the April before', () => {
    const q4 = quarterIndex({ startYear: 2009, number: 4 })
    for (const typed of ['Jan–Mar 2010', 'Jan to Mar 2009/10', '2009/10 Q4', 'Q4 Jan–Mar 2010']) {
      expect(readTypedQuarter(typed)).toEqual({ ok: true, index: q4 })
    }
    expect(readTypedQuarter('2018-19;Q1')).toEqual({ ok: true, index: 2018 * 4 })
    expect(readTypedQuarter('Q1 1999/2000')).toEqual({ ok: true, index: 1999 * 4 })
    expect(readTypedQuarter('1999-00 Q1')).toEqual({ ok: true, index: 1999 * 4 })
  })
})

describe('what may be two quarters is refused with both', () => {
  test('a quarter of a year that may be financial or of the calendar', () => {
    expect(sentenceOf('Q2 2009')).toBe(
      '‘Q2 2009’ may be July to September 2009 or April to June 2009. Write 2009/10 Q2 or 2009/10 Q1.',
    )
    expect(sentenceOf('2009Q1')).toBe(
      '‘2009Q1’ may be April to June 2009 or January to March 2009. Write 2009/10 Q1 or 2008/09 Q4.',
    )
  })

  test('parts that contradict each other', () => {
    expect(sentenceOf('Q3 Jul–Sep 2009')).toBe(
      '‘Q3 Jul–Sep 2009’ says two things: July to September is quarter 2. Take out the one that is wrong.',
    )
    expect(sentenceOf('Jul–Sep 2010, 2009/10')).toBe(
      '‘Jul–Sep 2010, 2009/10’ says two things: July to September of 2009/10 is in 2009. Take out the one that is wrong.',
    )
    expect(sentenceOf('Q1 Q2 2009/10')).toContain('names more than one quarter')
    expect(sentenceOf('Q2 2009/10 2010/11')).toContain('names more than one year')
    expect(sentenceOf('Jul 2009 to Sep 2010')).toContain('names more than one year')
  })
})

describe('what is no quarter is refused with a sentence', () => {
  test.each([
    ['', `There is no quarter. ${example}`],
    ['2009/10', `‘2009/10’ has no quarter. ${example}`],
    ['Q2', `‘Q2’ has no year. ${example}`],
    ['Jul–Sep', `‘Jul–Sep’ has no year. ${example}`],
    ['Q5 2009/10', `There are quarters 1 to 4, and no ‘Q5’. ${example}`],
    ['2009/11 Q2', '2009/11 is not a financial year: 2010 follows 2009. Write 2009/10.'],
    ['2009/08 Q2', '2009/08 is not a financial year: 2010 follows 2009. Write 2009/10.'],
    ['09/10 Q2', 'The year of ‘09/10 Q2’ is short of two digits. Write it in full, for example 2009/10.'],
    ['Q2 09', 'The year of ‘Q2 09’ is short of two digits. Write it in full, for example 2009/10.'],
    ['Jul–Sep 09', 'The year of ‘Jul–Sep 09’ is short of two digits. Write it in full, for example 2009/10.'],
    [
      'Aug–Oct 2009',
      `‘Aug–Oct’ is not a quarter: quarters begin in April, July, October and January. ${example}`,
    ],
    [
      'Apr–Sep 2009',
      `‘Apr–Sep’ is not a quarter: quarters begin in April, July, October and January. ${example}`,
    ],
    ['Sep 2009', `‘Sep 2009’ names one month of the three. ${example}`],
    ['2009-07-01', `‘2009-07-01’ is not a quarter that can be read. ${example}`],
    ['1/7/2009', `‘1/7/2009’ is not a quarter that can be read. ${example}`],
    ['second half of 2009/10', `‘second half of 2009/10’ is not a quarter that can be read. ${example}`],
    ['Q2 2009/10 provisional', `‘Q2 2009/10 provisional’ is not a quarter that can be read. ${example}`],
    ['2209/10 Q2', `‘2209/10 Q2’ is not between 1990 and 2100. ${example}`],
    ['Ma–Jun 2009', `‘Ma–Jun 2009’ is not a quarter that can be read. ${example}`],
  ])('%s', (typed, sentence) => {
    expect(sentenceOf(typed)).toBe(sentence)
  })
})

test('every quarter is read back from every form, ours included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990 * 4, max: 2099 * 4 + 3 }), (index) => {
      const { startYear, number } = quarterFromIndex(index)
      const year = financialYearLabel(startYear)
      const forms = [
        quarterKey(index),
        quarterLabel(index),
        quarterMonths(index),
        quarterShortMonths(index),
        quarterShortMonths(index).replace(' to ', '–'),
        `Q${number} ${year}`,
        `${year};${number === 2 ? 'Q2' : `q${number}`}`,
        `${startYear}-${startYear + 1} Q${number}`,
        `Q${number} (${quarterMonths(index)})`,
      ]
      for (const form of forms) expect(readTypedQuarter(form), form).toEqual({ ok: true, index })
    }),
  )
})

test('whatever is typed is a quarter or a sentence, and never a failure', () => {
  const part = fc.constantFrom(
    'Q2',
    'q5',
    '2009/10',
    '2009',
    '09',
    'Jul',
    '–',
    ' to ',
    'Sep',
    ';',
    ' ',
    '1/7',
    'x',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const reading = readTypedQuarter(text)
      if (reading.ok) expect(quarterFromIndex(reading.index).startYear).toBeGreaterThanOrEqual(1989)
      else expect(reading.sentence).toMatch(/[.]$/)
    }),
    { numRuns: 1000 },
  )
})
