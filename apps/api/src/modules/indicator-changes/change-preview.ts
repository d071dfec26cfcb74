import {
  notRatedReasonOf,
  previewChange,
  publishedStays,
  quarterKey,
  quarterLabel,
  quartersPreviewed,
  type Rating,
  type RatingRule,
  targetAfter,
} from '@accord/domain'
import { toSeries } from '#modules/indicators/series.service.ts'
import type { ChangeContent } from './change-content.ts'
import type { Settings } from './changes.bodies.ts'
import type { ChangePreview } from './changes.schemas.ts'
import type { SubjectRow } from './subject.queries.ts'

const ruleOf = ({ polarity, tolerance, unit, decimals }: Settings): RatingRule => ({
  polarity,
  tolerance,
  format: { unit, decimals },
})

const toStatus = (rating: Rating) => ({ status: rating.status, reason: notRatedReasonOf(rating) })

/** Quarters with something to rate, up to the newest, as far back as a preview looks. */
function pastQuarters(series: ReturnType<typeof toSeries>, newest: number): number[] {
  const all = Array.from({ length: quartersPreviewed }, (_, back) => newest - quartersPreviewed + 1 + back)
  const first = all.findIndex((index) => (series.pointAt(index)?.value ?? null) !== null)
  return first === -1 ? [] : all.slice(first)
}

/** What a change would do to the statuses an indicator has had. */
export function toPreview(
  content: Extract<ChangeContent, { kind: 'indicator' | 'placement' | 'targets' }>,
  subject: SubjectRow,
  newest: number,
): ChangePreview {
  const series = toSeries(subject)
  const settings = content.kind === 'indicator' ? content.after : subject.settings
  const placement = content.kind === 'placement' ? content.after : subject.placement
  const replaced =
    content.kind === 'targets' ? { startYear: content.startYear, quarters: content.after.quarters } : null
  const { quarters, summary, changed } = previewChange({
    quarters: pastQuarters(series, newest).map((index) => {
      const point = series.pointAt(index)
      const before = series.targetAt(index)
      return {
        ...{ index, before, after: targetAfter(index, before, replaced) },
        ...{ actual: point?.value ?? null, missing: point?.missing ?? null },
      }
    }),
    before: { rule: ruleOf(subject.settings), dataOnly: subject.placement.isDataOnly },
    after: { rule: ruleOf(settings), dataOnly: placement.isDataOnly },
  })
  return {
    ...{ summary, changed, published: publishedStays },
    rows: quarters.map(({ index, actual, before, after, was, wouldBe, changes }) => ({
      ...{ quarter: quarterKey(index), label: quarterLabel(index), value: actual, before, after, changes },
      ...{ was: toStatus(was), wouldBe: toStatus(wouldBe) },
    })),
  }
}
