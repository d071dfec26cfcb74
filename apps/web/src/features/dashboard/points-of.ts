import type { SeriesColumns, SeriesPoint } from '@accord/api-client'
import { parseQuarterKey, quarterKey } from '@accord/domain'

/** A series told by columns, as the points that are drawn. */
export function pointsOf({ from, values, targets, notes }: SeriesColumns): SeriesPoint[] {
  const first = parseQuarterKey(from) ?? 0
  const noted = new Map(notes.map((note) => [note.place, note]))
  return values.map((value, place) => ({
    quarter: quarterKey(first + place),
    value,
    state: noted.get(place)?.state ?? (value === null ? null : 'final'),
    period: noted.get(place)?.period ?? null,
    target: targets[place] ?? null,
  }))
}
