import { formatDate } from './dates.ts'
import type { ReturnState } from './returns.ts'

/** Why nothing can be typed into a return: five reasons, each with a sentence of its own. */
export type LockCode =
  | 'partnership_ended'
  | 'approved'
  | 'entry_concluded'
  | 'outside_period'
  | 'no_authority'

export type Lock = { code: LockCode; sentence: string }

/** Dates are ISO and London dates. `extendedTo`: the last day of an exception for this partnership and quarter. */
export type ReturnPeriod = {
  opensOn: string
  closesOn: string
  extendedTo: string | null
  today: string
  isPartnershipOpen: boolean
  /** Whether the quarter’s figures have been published, whatever became of this return. */
  publicationDone: boolean
}

const editableStates: ReadonlySet<ReturnState> = new Set(['not_started', 'in_progress', 'changes_requested'])

/** Whether figures may be typed in this state; from sign-off on they may not. */
export function isEditable(state: ReturnState): boolean {
  return editableStates.has(state)
}

/**
 * Why a person cannot type into a return now; null when they can. Of several reasons the one that lasts longest
 * is given. Late entry is open after the due date until the closing date, or until the end of an exception,
 * whichever is later (our choice).
 */
export function whyLocked({
  state,
  mayEdit,
  ...period
}: ReturnPeriod & { state: ReturnState; mayEdit: boolean }): Lock | null {
  if (!period.isPartnershipOpen) return endedLock
  if (!isEditable(state)) return stateLock(state)
  return whyClosed(period) ?? (mayEdit ? null : noAuthorityLock)
}

/**
 * Why this return can neither be typed into nor sent, whoever asks: the partnership has ended, the quarter is
 * published, or today is outside its period. Null while it is open.
 */
export function whyClosed(period: ReturnPeriod): Lock | null {
  if (!period.isPartnershipOpen) return endedLock
  if (period.publicationDone) return publishedLock
  if (period.today < period.opensOn) {
    return outside(`This return opens on ${formatDate(period.opensOn)}. You can enter figures from then.`)
  }
  const lastDay = lastDayOf(period)
  if (period.today <= lastDay) return null
  return outside(
    `This return closed on ${formatDate(lastDay)}. Ask a performance officer for more time if you need it.`,
  )
}

/** The last day on which a return is taken: the closing date, or the end of a later exception. ISO. */
export function lastDayOf({ closesOn, extendedTo }: { closesOn: string; extendedTo: string | null }): string {
  // ISO dates sort as text.
  return extendedTo !== null && extendedTo > closesOn ? extendedTo : closesOn
}

function outside(sentence: string): Lock {
  return { code: 'outside_period', sentence }
}

const endedLock: Lock = {
  code: 'partnership_ended',
  sentence: 'This partnership has ended. Its returns can be read but not changed.',
}

const publishedLock: Lock = {
  code: 'approved',
  sentence: 'This quarter has been published. Ask a performance officer if a figure is missing or wrong.',
}

const noAuthorityLock: Lock = {
  code: 'no_authority',
  sentence: 'You may read this but not change it. The partnership’s lead can hand it to you.',
}

function stateLock(state: ReturnState): Lock {
  if (state === 'awaiting_sign_off') {
    return {
      code: 'entry_concluded',
      sentence: 'This return is being signed off. Ask the signatory to decline it if something must change.',
    }
  }
  if (state === 'submitted') {
    return {
      code: 'entry_concluded',
      sentence:
        'This return was signed off and is being checked. Ask a performance officer to send it back if something must change.',
    }
  }
  if (state === 'accepted') {
    return {
      code: 'approved',
      sentence:
        'This return has been accepted. Ask a performance officer to re-open it if something must change.',
    }
  }
  return {
    code: 'approved',
    sentence: 'This return has been published. Ask a performance officer to restate a figure that was wrong.',
  }
}
