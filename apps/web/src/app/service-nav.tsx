import { Link, useLocation } from 'react-router'
import { dashboardPath, indicatorsPath, type Place, partnershipsPath } from '#lib/paths.ts'

function roomsOf(place: Place) {
  return [
    { name: 'Overview', to: dashboardPath(place), start: '/councils/' },
    { name: 'Partnerships', to: partnershipsPath(place), start: '/partnerships' },
    { name: 'Indicators', to: indicatorsPath(place), start: '/indicators' },
  ]
}

function Rooms({ place }: { place: Place }) {
  const { pathname } = useLocation()
  return roomsOf(place).map(({ name, to, start }) => (
    <li key={name}>
      <Link to={to} aria-current={pathname.startsWith(start) ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  ))
}

/** The rooms of the service: a bar, and on a phone a disclosure. */
export function ServiceNav({ place }: { place: Place }) {
  const { pathname } = useLocation()
  return (
    <nav className="service-nav" aria-label="Service">
      <div className="wrap">
        {/* Keyed by page: a menu that stayed open would cover the page just chosen from it. */}
        <details className="service-nav-menu" key={pathname}>
          <summary>Menu</summary>
          <ul>
            <Rooms place={place} />
          </ul>
        </details>
        <ul className="service-nav-bar">
          <Rooms place={place} />
        </ul>
      </div>
    </nav>
  )
}
