/** What each council of a measured area has. Only the number of councils differs between areas. */
export const SHAPE = {
  partnerships: 60,
  significant: 17,
  indicators: 200,
  outcomes: 8,
  quarters: 40,
  /** Quarter 2 2009/10, as quarters are numbered: start year × 4 + number − 1. */
  lastQuarter: 2009 * 4 + 1,
} as const

export const FIRST_QUARTER = SHAPE.lastQuarter - SHAPE.quarters + 1

/** The day the measured product lives on: the last quarter’s returns are in. */
export const TODAY = '2009-10-19'

/** People who read at the same time, each with a session of their own. */
export const READERS = 50

export type Area = { name: string; databaseName: string; councils: number }

export const SMALL: Area = { name: '6 councils', databaseName: 'bench_small', councils: 6 }
export const LARGE: Area = { name: '100 councils', databaseName: 'bench_large', councils: 100 }

export const councilSlug = (number: number) => `council-${number}`

/** What a reader’s browser holds; the database holds its SHA-256. */
export const readerToken = (number: number) => `bench-reader-${number}`
