import { Link, useLocation } from 'react-router'
import {
  cyclePath,
  dashboardPath,
  indicatorsPath,
  type Place,
  partnershipsPath,
  returnsPath,
  scrutinyPath,
  valueForMoneyPath,
} from '#lib/paths.ts'

type RoomsProps = {
  place: Place
  hasOverview: boolean
  hasReturns: boolean
  hasAssessments: boolean
  hasScrutiny: boolean
  hasCycle: boolean
}

type Room = { name: string; to: string; start: string; also?: readonly string[] }

function roomsOf({
  place,
  hasOverview,
  hasReturns,
  hasAssessments,
  hasScrutiny,
  hasCycle,
}: RoomsProps): Room[] {
  const overview = { name: 'Overview', to: dashboardPath(place), start: '/councils/' }
  const returns = { name: 'Returns', to: returnsPath(place), start: '/returns' }
  const value = { name: 'Value for money', to: valueForMoneyPath(place), start: '/value-for-money' }
  return [
    ...(hasOverview ? [overview] : []),
    { name: 'Partnerships', to: partnershipsPath(place), start: '/partnerships' },
    // Figures are brought in from there, and frameworks set up.
    {
      name: 'Indicators',
      to: indicatorsPath(place),
      start: '/indicators',
      also: ['/imports', '/frameworks'],
    },
    ...(hasReturns ? [returns] : []),
    ...(hasAssessments ? [value] : []),
    ...(hasScrutiny ? [{ name: 'Scrutiny', to: scrutinyPath(place), start: '/scrutiny' }] : []),
    ...(hasCycle ? [{ name: 'Cycle', to: cyclePath(place), start: '/cycle' }] : []),
  ]
}

function Rooms(props: RoomsProps) {
  const { pathname } = useLocation()
  return roomsOf(props).map(({ name, to, start, also = [] }) => (
    <li key={name}>
      <Link
        to={to}
        aria-current={[start, ...also].some((own) => pathname.startsWith(own)) ? 'page' : undefined}
      >
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
