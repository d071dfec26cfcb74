import { addDays, dayOfWeek } from '@accord/domain'

/** Days that a proclamation or an act added or moved; a new one is added here when it is made. */
const moved: Readonly<Record<number, { without: readonly string[]; with: readonly string[] }>> = {
  2002: { without: ['2002-05-27'], with: ['2002-06-03', '2002-06-04'] },
  2011: { without: [], with: ['2011-04-29'] },
  2012: { without: ['2012-05-28'], with: ['2012-06-04', '2012-06-05'] },
  2020: { without: ['2020-05-04'], with: ['2020-05-08'] },
  2022: { without: ['2022-05-30'], with: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { without: [], with: ['2023-05-08'] },
}

/** Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876). */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const correction = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - correction + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1)
}

function dateOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const MONDAY = 1

function mondayFrom(date: string): string {
  return addDays(date, (MONDAY - dayOfWeek(date) + 7) % 7)
}

function mondayTo(date: string): string {
  return addDays(date, -((dayOfWeek(date) - MONDAY + 7) % 7))
}

const isWeekend = (date: string) => [0, 6].includes(dayOfWeek(date))

/** A day at the weekend is kept on the next weekday that is no holiday already. */
function keptOn(dates: readonly string[]): string[] {
  const kept = dates.filter((date) => !isWeekend(date))
  for (const date of dates.filter(isWeekend)) {
    let day = date
    while (isWeekend(day) || kept.includes(day)) day = addDays(day, 1)
    kept.push(day)
  }
  return kept
}

/** The bank holidays of England and Wales in a year, as they have been since 1978. */
export function bankHolidaysOf(year: number): string[] {
  const easter = easterOf(year)
  const changes = moved[year]
  const usual = [
    ...keptOn([dateOf(year, 1, 1)]),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(dateOf(year, 5, 1)),
    mondayTo(dateOf(year, 5, 31)),
    mondayTo(dateOf(year, 8, 31)),
    ...keptOn([dateOf(year, 12, 25), dateOf(year, 12, 26)]),
  ]
  return [
    ...usual.filter((date) => changes?.without.includes(date) !== true),
    ...(changes?.with ?? []),
  ].sort()
}

const known = new Map<number, ReadonlySet<string>>()

/** Those that a reckoning of working days about a date can meet. */
export function holidaysAbout(date: string): ReadonlySet<string> {
  const year = Number(date.slice(0, 4))
  const found = known.get(year)
  if (found !== undefined) return found
  const made = new Set([year - 1, year, year + 1].flatMap(bankHolidaysOf))
  known.set(year, made)
  return made
}
