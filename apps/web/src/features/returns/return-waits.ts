import type { ReturnAction, ReturnSummary } from '@accord/api-client'
import { isEditable } from '@accord/domain'

const next: readonly ReturnAction[] = ['send_for_sign_off', 'sign_off', 'accept']

/** Whether it is this reader’s turn: theirs to fill in, or theirs to sign or to accept. */
export function waitsFor(summary: ReturnSummary, mine: ReadonlySet<string>): boolean {
  const { id, state, allowedActions, signatories } = summary
  if (allowedActions.some((action) => next.includes(action))) return true
  const isOnlyToSign =
    !allowedActions.includes('start') && signatories.length > 0 && state === 'awaiting_sign_off'
  return mine.has(id) && isEditable(state) && !isOnlyToSign
}

/** Where a return is opened: while it is filled in at its sections, from then on where it is signed and accepted. */
export function partOf({ state }: Pick<ReturnSummary, 'state'>): string | null {
  return isEditable(state) ? null : 'sign-off'
}
