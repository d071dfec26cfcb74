import type { IndicatorDetail } from '@accord/api-client'
import { memo, useMemo } from 'react'
import { RankedDots } from '#charts/draw/ranked-dots.tsx'
import { PointReader } from '#charts/point-reader.tsx'
import { bodiesSheet } from '#charts/prepare/breakdown-sheet.ts'
import { prepareRanked, sayRanked } from '#charts/prepare/ranked.ts'
import { RankedKey } from '#charts/ranked-key.tsx'
import { useReadingCursor } from '#charts/reading-cursor.ts'
import { SheetTable } from '#charts/sheet-table.tsx'

type RankedProps = {
  indicator: IndicatorDetail
  breakdown: NonNullable<IndicatorDetail['breakdown']>
  council: string | null
}

/** Bodies in the order of their figures against their median: a place to look from, not a league. */
export const BreakdownRanked = memo(function BreakdownRanked({ indicator, breakdown, council }: RankedProps) {
  const cursor = useReadingCursor()
  const ranked = useMemo(
    () => prepareRanked({ title: indicator.title, breakdown, format: indicator, council }),
    [indicator, breakdown, council],
  )
  const sheet = useMemo(
    () => bodiesSheet(breakdown.rows, { code: indicator.code, format: indicator }),
    [indicator, breakdown],
  )
  return (
    <>
      <PointReader
        label={ranked.summary}
        cursor={cursor}
        count={ranked.bodies.length}
        start={0}
        axis="down"
        say={(at) => sayRanked(ranked, at)}
      >
        <RankedDots ranked={ranked} cursor={cursor} />
      </PointReader>
      <RankedKey ranked={ranked} />
      <p className="figure-source">
        Ordered by figure, not by how good it is. Each body counts once in the median, however large.
      </p>
      <details className="figure-table">
        <summary>These figures as a table</summary>
        <SheetTable sheet={sheet} />
      </details>
    </>
  )
})
