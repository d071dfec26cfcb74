import type { Dashboard, MovedIndicator } from '@accord/api-client'
import { Link } from 'react-router'
import { RatedWord, StatusWord } from '#charts/status-word.tsx'
import { indicatorPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { AlsoNew } from './also-new.tsx'
import { changesHeading } from './headings.ts'
import { indicatorsOf } from './indicators-of.ts'
import { nowExplained } from './rating-explained.ts'

/** Ratings that moved since last quarter, worse first, and what else is new. */
export function ChangesSection({ dashboard }: { dashboard: Dashboard }) {
  const { changes, previousQuarter } = dashboard
  if (previousQuarter === null) {
    return (
      <Section heading={changesHeading(dashboard)}>
        <p className="muted">There is no earlier quarter to compare with.</p>
      </Section>
    )
  }
  return (
    <Section
      heading={changesHeading(dashboard)}
      note={`${changes.same} of ${changes.comparable} rated indicators kept the same rating.`}
    >
      <div className="three-columns">
        <MovedList
          heading="Worse"
          moved={changes.worse}
          none="Nothing fell to a worse rating."
          dashboard={dashboard}
        />
        <MovedList
          heading="Better"
          moved={changes.better}
          none="Nothing rose to a better rating."
          dashboard={dashboard}
        />
        <AlsoNew dashboard={dashboard} />
      </div>
    </Section>
  )
}

type MovedListProps = {
  heading: string
  moved: readonly MovedIndicator[]
  none: string
  dashboard: Dashboard
}

function MovedList({ heading, moved, none, dashboard }: MovedListProps) {
  return (
    <div>
      <h3>{heading}</h3>
      <ul className="changes">
        {moved.length === 0 ? <li className="muted">{none}</li> : null}
        {moved.map((indicator) => (
          <Moved key={indicator.id} moved={indicator} dashboard={dashboard} />
        ))}
      </ul>
    </div>
  )
}

function Moved({ moved, dashboard }: { moved: MovedIndicator; dashboard: Dashboard }) {
  const { id, code, title, before, now, movement } = moved
  const place = { council: dashboard.council.id, quarter: dashboard.quarter.key }
  const [indicator] = indicatorsOf(dashboard, [id])
  return (
    <li>
      <Link
        to={indicatorPath(id, place, { framework: dashboard.framework?.id ?? null })}
      >{`${code} ${title}`}</Link>
      <span className="move">
        <StatusWord status={before} />
        <svg className="arrow" width="16" height="8" viewBox="0 0 16 8" aria-hidden="true">
          <path d="M0 4H14M10.5 .8L14 4L10.5 7.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
        <span className="visually-hidden">to</span>
        {indicator === undefined ? (
          <StatusWord status={now} />
        ) : (
          <RatedWord rating={nowExplained(indicator)} about={`${code} now`} />
        )}
        <span className="movement">{movement}</span>
      </span>
    </li>
  )
}
