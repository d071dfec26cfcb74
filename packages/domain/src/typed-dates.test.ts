import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDate, formatMediumDate } from './dates.ts'
import { readTypedDate } from './typed-dates.ts'

function read(typed: string) {
  const reading = readTypedDate(typed)
  return reading.ok ? reading.value : reading.sentence
}

describe('a date as people type it', () => {
  test('is the day first, then the month in figures or words', () => {
    const spellings = [
      '2009-12-31',
      '31/12/2009',
      ' 31 Dec 2009 ',
      '31 December 2009',
      '31 dec. 2009',
      '31st December, 2009',
      '31-12-2009',
      '31.12.2009',
      '31-Dec-2009',
    ]
    for (const typed of spellings) expect(read(typed), typed).toBe('2009-12-31')
    expect(read('1/2/2010')).toBe('2010-02-01')
    expect(read('3 Sept 2009')).toBe('2009-09-03')
  })

  test('needs its year in full', () => {
    expect(read('31/12/09')).toBe('The year is short of two digits. Enter it in full, for example 2009.')
    expect(read('31 Dec 09')).toContain('Enter it in full')
  })

  test('must be in the calendar', () => {
    const none = 'There is no such date. Enter day, month and year, for example 31/12/2009 or 31 Dec 2009.'
    for (const typed of ['31/02/2009', '29 Feb 2009', '12/31/2009', '2009-13-01', '1/1/0209', '0/1/2009']) {
      expect(read(typed), typed).toBe(none)
    }
    expect(read('29/02/2008')).toBe('2008-02-29')
  })

  test('that cannot be read is told how', () => {
    for (const typed of ['soon', 'Dec 2009', '31', '31 D 2009', '31 Ma 2009', '31/Foo/2009', '20091231']) {
      expect(read(typed), typed).toBe(
        'This is not a date that can be read. Enter day, month and year, for example 31/12/2009 or 31 Dec 2009.',
      )
    }
  })
})

test('every date is read back from every way the product writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
      const date = addDays('1900-01-01', days)
      const [year, month, day] = date.split('-')
      for (const typed of [date, formatDate(date), formatMediumDate(date), `${day}/${month}/${year}`]) {
        expect(read(typed)).toBe(date)
      }
    }),
  )
})
