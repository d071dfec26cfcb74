import type { Cycle, ReturnSummary } from '@accord/api-client'
import { countOf, formatDate, formatShortDate, joinWithAnd, londonDate } from '@accord/domain'

/** 'In, 2 days late', 'Missing, 3 days late', as the table says it. */
export function receiptWords({ receipt, dueOn }: ReturnSummary): string {
  const { kind, daysLate, receivedOn } = receipt
  const late = countOf(daysLate, 'day')
  switch (kind) {
    case 'on_time':
      return receivedOn === null ? 'In, on time' : `In on ${formatShortDate(receivedOn)}, on time`
    case 'late':
      return receivedOn === null ? `In, ${late} late` : `In on ${formatShortDate(receivedOn)}, ${late} late`
    case 'missing':
      return `Missing, ${late} late`
    case 'not_yet_due':
      return `Due ${formatShortDate(dueOn)}`
  }
}

/** What keeps a return from going on. */
export function holdUpWords({ holdUps, state }: ReturnSummary): string {
  if (state === 'awaiting_sign_off') return 'A signature'
  if (state === 'submitted') return 'Your check'
  if (holdUps === null) return ''
  const { missing, toConfirm } = holdUps
  const parts = [
    ...(missing > 0 ? [`${countOf(missing, 'answer')} missing`] : []),
    ...(toConfirm > 0 ? [`${countOf(toConfirm, 'warning')} to confirm`] : []),
  ]
  return parts.length === 0 ? 'Nothing: it can be sent' : joinWithAnd(parts)
}

const outstandingStates: ReadonlySet<string> = new Set([
  'not_started',
  'in_progress',
  'awaiting_sign_off',
  'changes_requested',
])

export function isOutstandingReturn({ state }: ReturnSummary): boolean {
  return outstandingStates.has(state)
}

/** From then on it is read, signed and accepted, and not filled in. */
export function isInOrSent(summary: ReturnSummary): boolean {
  return summary.state === 'awaiting_sign_off' || !isOutstandingReturn(summary)
}

export function cycleHeadline({ counts, quarter, openedAt }: Cycle): string {
  if (openedAt === null) return `${quarter.label} has not been opened`
  if (counts.expected === 0) return `${quarter.label}: no return is expected`
  if (counts.received === counts.expected) return `${quarter.label}: all ${counts.expected} returns are in`
  return `${quarter.label}: ${counts.received} of ${counts.expected} returns are in`
}

/** The dates of the quarter, as a sentence. */
export function datesSentence({ quarter, openedAt, openedBy, isClosed }: Cycle): string {
  const { opensOn, dueOn, closesOn } = quarter
  const by = openedBy === null ? '' : ` by ${openedBy}`
  const opened =
    openedAt === null
      ? `Opens ${formatDate(opensOn)}`
      : `Opened ${formatDate(londonDate(new Date(openedAt)))}${by}`
  return `${opened}, due ${formatDate(dueOn)}, ${isClosed ? 'closed' : 'closes'} ${formatDate(closesOn)}.`
}

/** 'Philippa Dane and 3 others were told.' */
export function toldSentence(names: readonly string[], before: readonly string[]): string {
  if (names.length > 0) {
    return `${joinWithAnd([...new Set(names)])} ${names.length === 1 ? 'was' : 'were'} reminded.`
  }
  if (before.length > 0) return `${joinWithAnd([...new Set(before)])} had a reminder today already.`
  return 'Nobody was reminded: this return has no lead who uses Accord.'
}
