import type { QuarterlyReturn } from '@accord/api-client'
import { isEditable, itemKey, parseCellKey } from '@accord/domain'

type Events = Pick<QuarterlyReturn, 'events' | 'state'>

/** When the return was signed off before it came to be as it is now; null where it never was. */
export function signedBefore({ events, state }: Events): string | null {
  const signed = events.filter(({ to }) => to === 'submitted').map(({ at }) => at)
  const isOpen = isEditable(state) || state === 'awaiting_sign_off'
  return (isOpen ? signed.at(-1) : signed.at(-2)) ?? null
}

/** The items of which an answer was changed since then, by their keys. */
export function changedSince({ cells, ...events }: Events & Pick<QuarterlyReturn, 'cells'>): Set<string> {
  const since = signedBefore(events)
  if (since === null) return new Set()
  return new Set(
    cells
      .filter(({ changedAt }) => changedAt > since)
      .flatMap(({ cell }) => {
        const parsed = parseCellKey(cell)
        return parsed === null ? [] : [itemKey(parsed)]
      }),
  )
}
