import { countOf } from '@accord/domain'
import { Link } from 'react-router'
import {
  assessmentPath,
  type Place,
  partnershipPath,
  partnershipValuePath,
  valueForMoneyPath,
} from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ComesOut } from './comes-out.tsx'
import { ratingNames } from './compared-rows.ts'
import { CriteriaSection } from './criteria-section.tsx'
import { GoesIn } from './goes-in.tsx'
import { ImprovementActions } from './improvement-actions.tsx'
import { MoneySection } from './money-section.tsx'
import { OverallRating } from './overall-rating.tsx'
import { SameRating } from './same-rating.tsx'
import type { PartnershipValue } from './value-types.ts'

type ViewProps = { value: PartnershipValue; place: Place }

/** One partnership’s value for money: the answer, the rating, the criteria, what goes in and what comes out. */
export function PartnershipValueView({ value, place }: ViewProps) {
  const { partnership, year, headline, assessment } = value
  return (
    <>
      <Breadcrumb crumbs={crumbsOf({ value, place })} />
      <PageHead
        kicker={
          <>
            <b>{partnership.name}</b>, value for money {year.label}
          </>
        }
        headline={assessment?.state === 'draft' ? draftHeadline(value) : headline}
        aside={<SameRating value={value} place={place} />}
      />
      <StateNote value={value} place={place} />
      <Years value={value} place={place} />
      <div className="value-head">
        <MoneySection value={value} />
        <OverallRating value={value} />
      </div>
      <CriteriaSection value={value} place={place} />
      {assessment === null ? null : (
        <section className="two-columns">
          <GoesIn value={value} place={place} />
          <ComesOut value={value} place={place} />
        </section>
      )}
      <RiskNote value={value} place={place} />
      <ImprovementActions value={value} />
    </>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function draftHeadline({ rating, headline }: PartnershipValue): string {
  return rating === null ? 'Draft: not rated yet' : `Draft: ${lowerFirst(headline)}`
}

function crumbsOf({ value, place }: ViewProps) {
  const { rating, sameRating, year, partnership } = value
  const name = rating === null ? null : (ratingNames[rating.rating - 1] ?? null)
  const rated =
    rating === null || sameRating === null
      ? []
      : [
          {
            label: `Rated ${rating.word.toLowerCase()}, ${countOf(sameRating.count, 'partnership')}`,
            to: valueForMoneyPath(place, { year: year.key, rating: name }),
          },
        ]
  return [
    { label: 'Value for money', to: valueForMoneyPath(place, { year: year.key }) },
    ...rated,
    { label: partnership.shortName },
  ]
}

/** Where an assessment that is not agreed stands, and the way to it for those who have one. */
function StateNote({ value, place }: ViewProps) {
  const { assessment, allowedActions, partnership, year } = value
  const isAtWork = assessment !== null && assessment.state !== 'agreed'
  const words = isAtWork
    ? `This is a ${assessment.state === 'draft' ? 'draft' : 'moderated assessment'}: other readers do not see it until it is agreed.`
    : null
  if (words === null && allowedActions.length === 0) return null
  const label = assessment === null ? `Assess it for ${year.label}` : 'Open the assessment'
  return (
    <p className="callout">
      {words === null ? '' : `${words} `}
      <Link to={assessmentPath(partnership.id, { ...place, year: year.key })}>{label}</Link>
    </p>
  )
}

function Years({ value, place }: ViewProps) {
  const { years, year, partnership } = value
  return (
    <nav className="value-years" aria-label="Year">
      <ul>
        {years.map(({ key, label }) => (
          <li key={key}>
            <Link
              to={partnershipValuePath(partnership.id, { ...place, year: key })}
              aria-current={key === year.key ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function RiskNote({ value: { risks, partnership }, place }: ViewProps) {
  const count =
    risks.open === 0
      ? 'No open risks'
      : `${countOf(risks.open, 'open risk')}, ${risks.red || 'none'} of them red`
  return (
    <p className="risk-note">
      {count}. {risks.withheld === null ? '' : `${risks.withheld} `}
      <Link to={partnershipPath(partnership.id, place)}>
        Indicators, risks and actions of {partnership.shortName}
      </Link>
    </p>
  )
}
