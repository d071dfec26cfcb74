import type { PartnershipDetail } from '@accord/api-client'
import { capitalise, formatDate } from '@accord/domain'
import { Link } from 'react-router'
import { RatingDots } from '#charts/draw/rating-dots.tsx'
import { type Place, partnershipValuePath } from '#lib/paths.ts'

type Change = PartnershipDetail['valueForMoney'][number]['changes'][number]

/** A person’s judgement for each year, newest first, with its reason and how it has changed. */
export function ValueForMoney({
  partnership: { id, council, valueForMoney: ratings },
  place,
}: {
  partnership: PartnershipDetail
  place: Place
}) {
  return (
    <div>
      <h2>Value for money</h2>
      {ratings.length === 0 ? (
        <p className="muted">
          {council === null ? 'No council has assessed it.' : `${council.shortName} has not assessed it.`}
        </p>
      ) : (
        <dl className="story">
          {ratings.map((rating) => (
            <div key={rating.year}>
              <dt>
                <span className="dots-row">
                  <RatingDots rating={rating.rating} /> {capitalise(rating.word)}, {rating.year}
                </span>
              </dt>
              <dd>
                {rating.reason}
                <span className="small muted"> Judged {formatDate(rating.ratedOn)}.</span>{' '}
                {place.council === null ? null : (
                  <Link to={partnershipValuePath(id, { ...place, year: rating.year.replace('/', '-') })}>
                    Criteria and evidence, {rating.year}
                  </Link>
                )}
              </dd>
              {rating.changes
                .filter(({ from }) => from !== null)
                .map((change) => (
                  <dd key={`${change.changedOn} ${change.to}`} className="small muted">
                    {changeSentence(change, rating.reason)}
                  </dd>
                ))}
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** The reason is not written twice where it is the one the rating still stands on. */
function changeSentence({ from, to, changedOn, changedBy, reason }: Change, standing: string): string {
  const moved = `Moved from ${from} to ${to} on ${formatDate(changedOn)} by ${changedBy}`
  return reason === standing ? `${moved}.` : `${moved}: ${reason}`
}
