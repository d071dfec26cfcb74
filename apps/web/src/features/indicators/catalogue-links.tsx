import type { IndicatorDetail } from '@accord/api-client'
import { Link } from 'react-router'
import { comparePath, type Place, settingsPath, targetsPath } from '#lib/paths.ts'

/** From an indicator to where it is kept: who may change what is said there. */
export function CatalogueLinks({ indicator, place }: { indicator: IndicatorDetail; place: Place }) {
  const { id, framework, organisation } = indicator
  const asked = { framework: framework.id }
  return (
    <nav className="catalogue-links" aria-label="How this indicator is kept">
      <Link to={targetsPath(id, place, { ...asked, organisation: organisation?.id ?? null })}>
        Targets, profile and baseline
      </Link>
      <Link to={settingsPath(id, place, asked)}>Definition, tolerances and their changes</Link>
      <Link to={comparePath(place, [id])}>Compare with others</Link>
    </nav>
  )
}
