import type { Permission } from './permissions.ts'

/** A pin, or a point from which limits are computed anew: what somebody noted about a series. */
export type NoteKind = 'event' | 'process_mark'

/** A pin stands on the chart: longer ones would write over one another. */
export const mostEventCharacters = 40

export const notePermission: Readonly<Record<NoteKind, Permission>> = {
  event: 'indicators:annotate',
  process_mark: 'indicators:recalculate',
}

/** What somebody’s roles are to the indicator: officer of a council that agreed it, lead of its owner. */
export type NoteStanding = { isOfficer: boolean; isLead: boolean }

/** Why this reader may not note this, in a sentence; null where they may. */
export function whyCannotNote(kind: NoteKind, { isOfficer, isLead }: NoteStanding): string | null {
  if (isOfficer || (kind === 'event' && isLead)) return null
  return kind === 'event'
    ? 'Events are pinned by a performance officer or administrator of its council, or by the lead of the partnership that answers for it. Ask one of them.'
    : 'Limits begin anew where a performance officer or administrator of its council says so. Ask one of them.'
}
