import { type ReactNode, useId } from 'react'
import { type TabItem, Tabs } from './tabs.tsx'

type ChartFigureProps<View extends string> = {
  title: string
  /** The views come from one model: the tab only chooses how it is read. */
  views: readonly TabItem<View>[]
  view: View
  onView: (view: View) => void
  download: ReactNode
}

export function ChartFigure<View extends string>({
  title,
  views,
  view,
  onView,
  download,
}: ChartFigureProps<View>) {
  const id = useId()
  return (
    <figure aria-labelledby={id}>
      <figcaption>
        <h2 id={id} className="figure-title">
          {title}
        </h2>
      </figcaption>
      <Tabs
        label="View"
        tabs={views}
        chosen={view}
        onChoose={onView}
        aside={<span className="download">{download}</span>}
      />
    </figure>
  )
}
