import { type ReactNode, useId } from 'react'
import { Tabs } from './tabs.tsx'

export type FigureView = 'chart' | 'table'

type ChartFigureProps = {
  title: string
  csvHref: string
  /** The chart and its table come from one model: the tab only chooses how it is read. */
  chart: ReactNode
  table: ReactNode
  view: FigureView
  onView: (view: FigureView) => void
}

export function ChartFigure({ title, csvHref, chart, table, view, onView }: ChartFigureProps) {
  const id = useId()
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="figure-title">
        {title}
      </figcaption>
      <Tabs
        label="View"
        tabs={[
          { key: 'chart', label: 'Chart', panel: chart },
          { key: 'table', label: 'Table', panel: table },
        ]}
        chosen={view}
        onChoose={onView}
        aside={
          <span className="download">
            <a href={csvHref} download>
              Download CSV
            </a>
          </span>
        }
      />
    </figure>
  )
}
