import type { Reference } from '@accord/api-client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { dashboardPath, type Place } from '#lib/paths.ts'
import { councilsQuery } from '#lib/queries.ts'
import { Menu } from '#ui/menu.tsx'

type CouncilSwitcherProps = { place: Place; home: Reference | null }

/** Whose pages these are, and the other councils that keep a register here. */
export function CouncilSwitcher({ place, home }: CouncilSwitcherProps) {
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const current = place.council ?? home?.id ?? null
  const name =
    councils.find(({ id }) => id === current)?.name ?? (home?.id === current ? home?.name : undefined)
  if (councils.length < 2) return name === undefined ? null : <span className="masthead-council">{name}</span>
  return (
    <div className="masthead-council">
      <Menu label={<span>{name ?? 'Choose a council'}</span>}>
        <ul>
          {councils.map((council) => (
            <li key={council.id}>
              <Link
                to={
                  place.quarter === null
                    ? `/?council=${council.id}`
                    : dashboardPath({ council: council.id, quarter: place.quarter })
                }
                aria-current={council.id === current ? 'true' : undefined}
              >
                {council.name}
              </Link>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  )
}
