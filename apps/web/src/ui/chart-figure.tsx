import { type ReactNode, useId } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

type ChartFigureProps = {
  title: string
  csvHref: string
  /** The chart and its table come from one model: the tab only chooses how it is read. */
  chart: ReactNode
  table: ReactNode
  view: 'chart' | 'table'
  onView: (view: 'chart' | 'table') => void
}

export function ChartFigure({ title, csvHref, chart, table, view, onView }: ChartFigureProps) {
  const id = useId()
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="figure-title">
        {title}
      </figcaption>
      <Tabs selectedKey={view} onSelectionChange={(key) => onView(key === 'table' ? 'table' : 'chart')}>
        <div className="figure-tabs">
          <TabList aria-label="View">
            <Tab id="chart">Chart</Tab>
            <Tab id="table">Table</Tab>
          </TabList>
          <span className="download">
            <a href={csvHref} download>
              Download CSV
            </a>
          </span>
        </div>
        <TabPanel id="chart">{chart}</TabPanel>
        <TabPanel id="table">{table}</TabPanel>
      </Tabs>
    </figure>
  )
}
