import type { IndicatorDetail } from '@accord/api-client'
import type { Place } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { HeadCell, Table } from '#ui/table.tsx'
import { BodyRow, TotalRow } from './breakdown-rows.tsx'
import { shapeOf, worstFirst } from './breakdown-shape.ts'

type BreakdownProps = { indicator: IndicatorDetail; place: Place }

/** Each body against its own target: a roll-up that holds a red says so. */
export function BreakdownSection({ indicator, place }: BreakdownProps) {
  const { breakdown, counts, code } = indicator
  if (breakdown === null || breakdown.rows.length === 0) return null
  const rows = worstFirst(breakdown.rows)
  const shape = shapeOf(rows)
  return (
    <Section
      heading={`By body: ${breakdown.heading.charAt(0).toLowerCase()}${breakdown.heading.slice(1)}`}
      note={`${rows.length === 1 ? 'One body' : `${rows.length} bodies`}${shape.hasTargets ? ', worst first, each against its own target' : ''}. Lines share one scale of slope.`}
    >
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
    </Section>
  )
}
