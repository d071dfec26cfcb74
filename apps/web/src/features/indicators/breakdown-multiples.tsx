import type { IndicatorDetail } from '@accord/api-client'
import { countOf, formatFigure } from '@accord/domain'
import { memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { BodyPanel } from '#charts/draw/body-panel.tsx'
import { panelExtent } from '#charts/prepare/body-panel.ts'
import { formatTarget, sparklineSummary } from '#charts/prepare/summaries.ts'
import { StatusWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import type { BodyWithPoints } from './breakdown-shape.ts'

type MultiplesProps = { indicator: IndicatorDetail; bodies: readonly BodyWithPoints[]; place: Place }

/** A panel for each body, all on one scale, so that height can be compared as well as slope. */
export const BreakdownMultiples = memo(function BreakdownMultiples({
  indicator,
  bodies,
  place,
}: MultiplesProps) {
  const extent = panelExtent(bodies.map(({ points }) => points))
  if (extent === null) return <p className="muted">No body has a figure.</p>
  const shown = (figure: number) => formatFigure(String(figure), indicator)
  const quarters = bodies[0]?.points.length ?? 0
  const hasTargets = bodies.some(({ points }) => points.some(({ target }) => target !== null))
  return (
    <>
      <ul className="body-panels">
        {bodies.map((body) => (
          <BodyFigure key={body.organisation.id} body={body} indicator={indicator} place={place}>
            <BodyPanel
              points={body.points}
              extent={extent}
              measure={indicator.measure}
              summary={sparklineSummary({
                code: body.organisation.shortName,
                format: indicator,
                series: body.points,
                target: body.target,
              })}
            />
          </BodyFigure>
        ))}
      </ul>
      <p className="figure-source">
        {`${countOf(quarters, 'quarter')}. All panels share one scale, ${shown(extent.low)} to ${shown(extent.high)}; ${hasTargets ? 'the dashed line is the body’s own target, ' : ''}a hollow end is provisional. The figures are under Every quarter.`}
      </p>
    </>
  )
})

type BodyFigureProps = {
  body: BodyWithPoints
  indicator: IndicatorDetail
  place: Place
  children: ReactNode
}

function BodyFigure({ body, indicator, place, children }: BodyFigureProps) {
  const { organisation, value, target, now } = body
  const isYours = organisation.id === place.council
  return (
    <li>
      <p className="body-panel-name">
        <Link
          to={indicatorPath(indicator.id, place, {
            framework: indicator.framework.id,
            organisation: organisation.id,
          })}
        >
          {organisation.shortName}
        </Link>
        {isYours ? ', yours' : ''}
      </p>
      {children}
      <p className="body-panel-figure">
        <b className="strong">{value === null ? 'No figure' : formatFigure(value, indicator)}</b>
        {target === null ? '' : `, target ${formatTarget(target, indicator)}`}
      </p>
      <StatusWord status={now.status} />
    </li>
  )
}
