import { Link, useLocation } from 'react-router'
import { dashboardPath, indicatorsPath, type Place, partnershipsPath } from '#lib/paths.ts'

type RoomsProps = { place: Place; hasOverview: boolean }

function roomsOf({ place, hasOverview }: RoomsProps) {
  const overview = { name: 'Overview', to: dashboardPath(place), start: '/councils/' }
  return [
    ...(hasOverview ? [overview] : []),
    { name: 'Partnerships', to: partnershipsPath(place), start: '/partnerships' },
    { name: 'Indicators', to: indicatorsPath(place), start: '/indicators' },
  ]
}

function Rooms(props: RoomsProps) {
  const { pathname } = useLocation()
  return roomsOf(props).map(({ name, to, start }) => (
    <li key={name}>
      <Link to={to} aria-current={pathname.startsWith(start) ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  ))
}

/** The rooms of the service: a bar, and on a phone a disclosure. */
export function ServiceNav(props: RoomsProps) {
  const { pathname } = useLocation()
  return (
    <nav className="service-nav" aria-label="Service">
      <div className="wrap">
        {/* Keyed by page: a menu that stayed open would cover the page just chosen from it. */}
        <details className="service-nav-menu" key={pathname}>
          <summary>Menu</summary>
          <ul>
            <Rooms {...props} />
          </ul>
        </details>
        <ul className="service-nav-bar">
          <Rooms {...props} />
        </ul>
      </div>
    </nav>
  )
}
