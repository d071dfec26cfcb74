import { useQuery } from '@tanstack/react-query'
import { Outlet, ScrollRestoration } from 'react-router'
import { CouncilSwitcher } from '#features/councils/council-switcher.tsx'
import { PersonMenu } from '#features/session/person-menu.tsx'
import { useSession } from '#features/session/use-session.ts'
import {
  mayGoRound,
  mayManageCycle,
  mayReadAssessments,
  mayReadDashboards,
  mayReadReturns,
  mayReadScrutiny,
} from '#lib/permission.ts'
import { usePlace } from '#lib/place.ts'
import { deploymentQuery } from '#lib/queries.ts'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import { ServiceNav } from './service-nav.tsx'

/** What is round every page. */
export function Frame() {
  const person = useSession()
  const place = usePlace()
  const member = person !== null && mayGoRound(person) ? person : null
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <Masthead>
        {member === null ? null : <CouncilSwitcher place={place} home={member.council} />}
        {person === null ? null : <PersonMenu person={person} />}
      </Masthead>
      {member === null ? null : (
        <ServiceNav
          place={place}
          hasOverview={mayReadDashboards(member)}
          hasReturns={mayReadReturns(member)}
          hasAssessments={mayReadAssessments(member)}
          hasScrutiny={mayReadScrutiny(member)}
          hasCycle={mayManageCycle(member)}
        />
      )}
      <DataNotice />
      <main id="main" className="wrap" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <RouteAnnouncer />
      <ScrollRestoration />
    </>
  )
}

function DataNotice() {
  const { data } = useQuery(deploymentQuery())
  if (data?.mode !== 'demonstration') return null
  return (
    <aside className="data-notice wrap" aria-label="About this data">
      <strong className="tag">Demonstration data</strong>
      <span>Every figure is illustrative and every person is fictional.</span>
    </aside>
  )
}

/** The frame before anything is known: the same heights, so that nothing moves. */
export function FrameSpace() {
  return (
    <>
      <Masthead />
      <main className="wrap" aria-busy="true" />
    </>
  )
}
