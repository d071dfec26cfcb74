import type { QuarterlyReturn, ReturnIndicatorRow } from '@accord/api-client'
import {
  countOf,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatMediumDate,
  formatShortDate,
  isDate,
  londonDate,
  quarterFromIndex,
} from '@accord/domain'
import { formatDayAndMonth } from '#lib/dates.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
})

export function timeOf(instant: string | number): string {
  return clock.format(new Date(instant))
}

/** '10:42' today, '12 Oct, 10:42' any other day. */
export function momentOf(instant: string, today: string): string {
  const date = londonDate(new Date(instant))
  return date === today ? timeOf(instant) : `${formatShortDate(date)}, ${timeOf(instant)}`
}

/** '133,870' from '133870': digits grouped, decimals as typed. Anything else stays as it is. */
export function groupDigits(text: string): string {
  if (!/^-?\d{4,}(\.\d*)?$/.test(text)) return text
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const polarityWords: Readonly<Record<ReturnIndicatorRow['polarity'], string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  range: 'within a range is better',
  none: 'data only',
}

export function polarityWord({ polarity }: Pick<ReturnIndicatorRow, 'polarity'>): string {
  return polarityWords[polarity]
}

/** What the figure covers: '12 months to 30 September'. */
export function coverWords(measure: ReturnIndicatorRow['measure'], endsOn: string): string {
  const words: Readonly<Record<ReturnIndicatorRow['measure'], string>> = {
    snapshot: `on ${formatDayAndMonth(endsOn)}`,
    discrete_quarter: 'in the quarter',
    cumulative: 'since 1 April',
    rolling_year: `12 months to ${formatDayAndMonth(endsOn)}`,
    annual: 'once a year',
    biennial: 'every two years',
  }
  return words[measure]
}

export function nextDueWords(measure: ReturnIndicatorRow['measure'], quarterIndex: number): string {
  if (measure !== 'annual' && measure !== 'biennial') return 'Not due this quarter.'
  const { startYear } = quarterFromIndex(quarterIndex)
  const isThisYear = measure === 'annual' || startYear % 2 === 0
  return `Not due this quarter. Next due quarter 4${isThisYear ? '' : ' of next year'}.`
}

/** What stands behind the box: '%', 'kg'; nothing for a plain number. */
export function suffixOf(unit: string): string {
  return unit === 'number' ? '' : unit
}

type Due = { headline: string; detail: string | null }

/** 'Due Friday 16 October 2009, in 2 days', and what follows if it is missed. */
export function dueWords({ dueOn, closesOn, extendedTo, today, executiveOn, receipt }: QuarterlyReturn): Due {
  if (receipt.receivedOn !== null) {
    const late = receipt.kind === 'late' ? `, ${countOf(receipt.daysLate, 'day')} late` : ', on time'
    return {
      headline: `Received ${formatDate(receipt.receivedOn)}${late}`,
      detail: closesWords(closesOn, today),
    }
  }
  const days = daysBetween(today, dueOn)
  const left =
    days > 1
      ? `in ${days} days`
      : days === 1
        ? 'tomorrow'
        : days === 0
          ? 'today'
          : `${countOf(-days, 'day')} ago`
  const headline = `Due ${formatDateWithWeekday(dueOn)}, ${left}`
  if (days < 0) return { headline, detail: closesWords(closesOn, today) }
  if (extendedTo !== null) return { headline, detail: `You have until ${formatDate(extendedTo)}.` }
  if (executiveOn === null) return { headline, detail: null }
  return {
    headline,
    detail: `After that it misses the Executive’s papers for ${formatDayAndMonth(executiveOn)}.`,
  }
}

function closesWords(closesOn: string, today: string): string {
  return closesOn < today ? `Closed ${formatDate(closesOn)}.` : `Taken until ${formatDate(closesOn)}.`
}

/** '29 Jan 2010' from ISO; anything else as it is. */
export function dateInWords(text: string): string {
  return isDate(text) ? formatMediumDate(text) : text
}

export const missingWords: Readonly<Record<string, string>> = {
  not_due: 'Not due this quarter',
  awaiting_data: 'Awaiting data',
  not_collected: 'Not collected',
  not_applicable: 'Not applicable',
}
