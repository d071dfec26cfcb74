import { parseQuarterKey } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import type { Quarter } from '#wire/quarter.ts'
import { type QuarterDates, toQuarter } from '#wire/to-quarter.ts'
import { readQuarters } from './quarters.queries.ts'

export async function listQuarters(context: Pick<Context, 'database' | 'today'>): Promise<Quarter[]> {
  return (await readQuarters(context)).map((row) => toQuarter(row, context.today))
}

export type QuarterInContext = {
  index: number
  dates: QuarterDates
  quarter: Quarter
  previous: Quarter | null
  next: Quarter | null
  /** The day the reader looks from: today, or the close of a quarter that is over. */
  asAt: string
}

/** The quarter asked for, or the newest one open, with its neighbours. */
export async function quarterInContext(
  context: Pick<Context, 'database' | 'today'>,
  key: string | undefined,
  pointer = '#/query/quarter',
): Promise<QuarterInContext> {
  const rows = await readQuarters(context)
  const wanted = key === undefined ? null : parseQuarterKey(key)
  const dates =
    key === undefined
      ? (rows.find(({ opensOn }) => opensOn <= context.today) ?? rows[0])
      : rows.find(({ index }) => index === wanted)
  if (dates === undefined) {
    throw notFound(pointer, `There is no quarter ${key ?? ''} here. Choose one from /api/v1/quarters.`)
  }
  const at = (index: number) => {
    const found = rows.find((row) => row.index === index)
    return found === undefined ? null : toQuarter(found, context.today)
  }
  return {
    index: dates.index,
    dates,
    quarter: toQuarter(dates, context.today),
    previous: at(dates.index - 1),
    next: at(dates.index + 1),
    asAt: asAtOf(dates, context.today),
  }
}

export function asAtOf({ closesOn }: Pick<QuarterDates, 'closesOn'>, today: string): string {
  return closesOn < today ? closesOn : today
}
