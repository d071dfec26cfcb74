import { expect, test } from 'vitest'
import { bankHolidaysOf, holidaysAbout } from './bank-holidays.ts'

test.each([
  [
    2009,
    [
      '2009-01-01',
      '2009-04-10',
      '2009-04-13',
      '2009-05-04',
      '2009-05-25',
      '2009-08-31',
      '2009-12-25',
      '2009-12-28',
    ],
  ],
  [
    2010,
    [
      '2010-01-01',
      '2010-04-02',
      '2010-04-05',
      '2010-05-03',
      '2010-05-31',
      '2010-08-30',
      '2010-12-27',
      '2010-12-28',
    ],
  ],
  [
    2022,
    [
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ],
  ],
  [
    2026,
    [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ],
  ],
])('the bank holidays of England in %i are those of the published list', (year, dates) => {
  expect(bankHolidaysOf(year)).toEqual(dates)
})

test('working days about the turn of a year meet the holidays of both', () => {
  const days = holidaysAbout('2009-12-31')
  expect([days.has('2009-12-28'), days.has('2010-01-01')]).toEqual([true, true])
})
