import type { IndicatorDetail } from '@accord/api-client'
import { parseQuarterKey, quarterLabel } from '@accord/domain'

/** The quarters of the series up to the one looked at, newest first, to choose from. */
export function quartersToChoose({ series, quarter }: IndicatorDetail): { value: string; label: string }[] {
  return series
    .filter((point) => point.quarter <= quarter.key)
    .map((point) => ({
      value: point.quarter,
      label: quarterLabel(parseQuarterKey(point.quarter) ?? 0),
    }))
    .toReversed()
}

/** Whose series a note is about, in words. */
export function seriesName({ organisation }: IndicatorDetail): string {
  return organisation === null ? 'the whole area' : organisation.name
}
