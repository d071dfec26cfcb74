import type { IndicatorDetail } from '@accord/api-client'
import { memo } from 'react'
import type { Place } from '#lib/paths.ts'
import { HeadCell, Table } from '#ui/table.tsx'
import { BodyRow, TotalRow } from './breakdown-rows.tsx'
import { type BodyWithPoints, quartersOfSlope, shapeOf } from './breakdown-shape.ts'

type BreakdownTableProps = {
  indicator: IndicatorDetail
  bodies: readonly BodyWithPoints[]
  place: Place
}

/** Worst first, two years of each on one scale of slope. */
export const BreakdownTable = memo(function BreakdownTable({
  indicator,
  bodies,
  place,
}: BreakdownTableProps) {
  const { code, counts } = indicator
  const rows = bodies.map((body) => ({ ...body, slope: body.points.slice(-quartersOfSlope) }))
  const shape = shapeOf(rows)
  return (
    <>
      <Table
        className="record-table stack table-middle breakdown"
        caption={`${code} by body`}
        head={
          <>
            <HeadCell>Body</HeadCell>
            <HeadCell>Two years, one slope scale</HeadCell>
            <HeadCell>{shape.hasTargets ? 'Actual against own target' : 'Actual'}</HeadCell>
            <HeadCell className="number">{code}</HeadCell>
            {shape.hasTargets ? <HeadCell className="number">Target</HeadCell> : null}
            <HeadCell>Now</HeadCell>
            {shape.hasCounts ? (
              <HeadCell className="number count">{counts?.numerator ?? 'Numerator'}</HeadCell>
            ) : null}
            {shape.hasCounts ? (
              <HeadCell className="number count">{counts?.denominator ?? 'Denominator'}</HeadCell>
            ) : null}
            {shape.hasShares ? <HeadCell className="number share">Share of all</HeadCell> : null}
          </>
        }
      >
        {rows.map((body, index) => (
          <BodyRow
            key={body.organisation.id}
            body={body}
            extent={shape.extents[index] ?? null}
            shape={shape}
            indicator={indicator}
            place={place}
          />
        ))}
        <TotalRow indicator={indicator} shape={shape} />
      </Table>
      <p className="figure-source">
        {shape.hasTargets ? 'Worst first. ' : ''}Lines share one scale of slope.
      </p>
    </>
  )
})
