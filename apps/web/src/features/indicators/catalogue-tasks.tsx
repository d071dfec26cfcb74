import type { CatalogueChoices } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { Link } from 'react-router'
import { changesPath, frameworksPath, newIndicatorPath, type Place } from '#lib/paths.ts'

/** Where the catalogue is kept: what waits for approval, the frameworks, and a new indicator. */
export function CatalogueTasks({ choices, place }: { choices: CatalogueChoices; place: Place }) {
  const { waiting, mayPropose } = choices
  return (
    <nav className="row-tasks catalogue-tasks" aria-label="The catalogue">
      <Link to={changesPath(place)}>
        {waiting === 0 ? 'Changes of indicators' : `${countOf(waiting, 'change')} waiting for approval`}
      </Link>
      <Link to={frameworksPath(place)}>Frameworks</Link>
      {mayPropose ? <Link to={newIndicatorPath(place)}>Propose a new indicator</Link> : null}
    </nav>
  )
}
