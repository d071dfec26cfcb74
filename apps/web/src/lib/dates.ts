import { formatDate } from '@accord/domain'

/** '16 October', where the year is plain from the page. */
export function formatDayAndMonth(date: string): string {
  return formatDate(date).replace(/ \d+$/, '')
}
