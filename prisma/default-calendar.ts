/** The calendar of a quarter that nobody has set another for. */
export type QuarterDates = {
  index: number
  startYear: number
  number: number
  opensOn: Date
  dueOn: Date
  closesOn: Date
}

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

/** 2009/10 quarter 2 is 2009 * 4 + 1, so that the quarter before is one less. */
export function quarterIndexOf(startYear: number, number: number): number {
  return startYear * 4 + number - 1
}

/** Its window opens the day after it ends; returns are due on the third Friday, and papers close a week on. */
export function quarterDates(startYear: number, number: number): QuarterDates {
  const opensOn = new Date(Date.UTC(startYear, number * 3 + 3, 1))
  const daysToFriday = (5 - opensOn.getUTCDay() + 7) % 7
  const dueOn = daysAfter(opensOn, daysToFriday + 14)
  return {
    index: quarterIndexOf(startYear, number),
    startYear,
    number,
    opensOn,
    dueOn,
    closesOn: daysAfter(dueOn, 7),
  }
}
