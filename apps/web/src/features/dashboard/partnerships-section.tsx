import type { Dashboard } from '@accord/api-client'
import { Link } from 'react-router'
import { formatDayAndMonth } from '#lib/dates.ts'
import { partnershipsPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { namesOf, partnershipsHeading, ratedAs } from './headings.ts'
import { PartnershipMatrix } from './partnership-matrix.tsx'

export function PartnershipsSection({ dashboard }: { dashboard: Dashboard }) {
  const { partnerships, council, quarter } = dashboard
  const place = { council: council.id, quarter: quarter.key }
  if (partnerships.length === 0) {
    return (
      <Section heading={partnershipsHeading(partnerships)}>
        <p className="muted">
          {council.name} has marked none as significant.{' '}
          <Link to={partnershipsPath(place)}>See its register</Link>
        </p>
      </Section>
    )
  }
  return (
    <Section heading={partnershipsHeading(partnerships)}>
      <div className="with-margin">
        <PartnershipMatrix dashboard={dashboard} />
        <MarginNotes dashboard={dashboard} />
      </div>
    </Section>
  )
}

function MarginNotes({ dashboard }: { dashboard: Dashboard }) {
  const { partnerships, council, quarter } = dashboard
  const place = { council: council.id, quarter: quarter.key }
  const weak = [...ratedAs(partnerships, 'poor'), ...ratedAs(partnerships, 'fair')]
  const strong = ratedAs(partnerships, 'excellent')
  const weakWord = ratedAs(partnerships, 'poor').length === 0 ? 'fair' : 'poor or fair'
  return (
    <div className="margin">
      {weak.length === 0 ? null : (
        <div>
          <h3>Rated {weakWord}</h3>
          <p>{`${namesOf(weak)}.${scrutinySentence(dashboard, weak.length)}`}</p>
        </div>
      )}
      {strong.length === 0 ? null : (
        <div>
          <h3>High performers</h3>
          <p>
            {namesOf(strong)}.{' '}
            <Link to={partnershipsPath(place, { significant: 'true', sort: '-rating' })}>
              Compare them with the rest
            </Link>
            .
          </p>
        </div>
      )}
      <div>
        <h3>How much of the picture this is</h3>
        <p>{pictureSentence(dashboard)}</p>
      </div>
    </div>
  )
}

function scrutinySentence({ register }: Dashboard, count: number): string {
  if (register.scrutinyOn === null) return ''
  const which =
    count === 1 ? 'it' : count === 2 ? 'both' : `all ${['three', 'four', 'five'][count - 3] ?? count}`
  return ` Scrutiny reviews ${which} on ${formatDayAndMonth(register.scrutinyOn)}.`
}

function pictureSentence({ register, council, now }: Dashboard): string {
  const share = `${register.significant} of the ${register.registered} partnerships on ${council.shortName}’s register are significant.`
  return `${share} The marks count the ${now.total} designated indicators once, under the partnership that answers for them.`
}
