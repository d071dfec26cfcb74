import { formatPounds, percentFromMedian, type Status } from '@accord/domain'
import { RatingHistory } from '#charts/draw/rating-history.tsx'
import { StatusWord } from '#charts/status-word.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { directionWords } from './money-words.ts'
import type { PartnershipValue } from './value-types.ts'

const dots = [10, 34, 58, 82]

function BigDots({ rating }: { rating: number }) {
  return (
    <svg width="92" height="20" viewBox="0 0 92 20" aria-hidden="true">
      {dots.map((x, place) => (
        <circle key={x} className={place < rating ? 'dot-full' : 'dot-empty'} cx={x} cy="10" r="8.4" />
      ))}
    </svg>
  )
}

/** A person’s rating with its reason, beside its history and beside what delivery and costs say. */
export function OverallRating({ value }: { value: PartnershipValue }) {
  const { rating, direction, assessment, history, words } = value
  const reason =
    assessment?.ratingReason ?? history.find(({ year }) => year.key === value.year.key)?.reason ?? null
  return (
    <section className="overall" aria-labelledby="overall-rating">
      <div className="overall-judgement">
        <h2 id="overall-rating">Overall rating</h2>
        {rating === null ? (
          <p className="overall-word">Not rated</p>
        ) : (
          <p className="overall-line">
            <BigDots rating={rating.rating} />
            <span className="overall-word">{rating.word}</span>
            <span className="muted">
              {rating.rating} of 4{direction === null ? '' : `, ${directionWords[direction]}`}
            </span>
          </p>
        )}
        {reason === null ? null : (
          <p className="overall-reason">
            “{reason}” <span className="muted">A person’s judgement, not an average.</span>
          </p>
        )}
      </div>
      {history.some((one) => one.rating !== null) ? (
        <div className="overall-history">
          <RatingHistory
            words={words}
            points={history.map(({ year, rating: given, median }) => ({
              ...{ label: year.label, rating: given?.rating ?? null, median },
            }))}
          />
        </div>
      ) : null}
      <div className="overall-facts">
        <FactList facts={factsOf(value)} />
        <Disagreements sentences={value.disagreements} />
      </div>
    </section>
  )
}

const worstOf = ({ offTarget, nearTarget }: PartnershipValue['delivery']): Status =>
  offTarget > 0 ? 'off_target' : nearTarget > 0 ? 'near_target' : 'on_target'

function deliveryFact({ delivery, outcomeTally }: PartnershipValue) {
  const outcomes = `${outcomeTally.onTarget} of ${outcomeTally.total} outcomes on target`
  if (delivery.rated === 0) return outcomeTally.total === 0 ? 'Nothing is rated.' : outcomes
  const count =
    delivery.rated === 1 ? 'its one designated indicator' : `${delivery.rated} designated indicators`
  const status = worstOf(delivery)
  const of =
    status === 'off_target'
      ? delivery.offTarget
      : status === 'near_target'
        ? delivery.nearTarget
        : delivery.onTarget
  return (
    <>
      <StatusWord status={status} /> for {delivery.rated === 1 ? count : `${of} of ${count}`}
      {outcomeTally.total === 0 ? '' : `; ${outcomes}`}
    </>
  )
}

function costFact({ money, medians }: PartnershipValue): string {
  if (money.cost === null) return 'Not known'
  const percent = percentFromMedian(money.cost, medians.cost)
  if (percent === null) return formatPounds(money.cost)
  const from =
    percent === 0 ? 'at the median' : `${Math.abs(percent)}% ${percent > 0 ? 'above' : 'below'} the median`
  return `${formatPounds(money.cost)}, ${from}`
}

function factsOf(value: PartnershipValue) {
  return [
    { name: 'Delivery says', value: deliveryFact(value) },
    { name: 'Costs say', value: costFact(value) },
    ...(value.changed === null ? [] : [{ name: 'Changed', value: value.changed }]),
  ]
}

/** Where the judgement and what lies beside it disagree: pointed out, and decided by nobody but a person. */
function Disagreements({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="callout callout-warning">
      <h3>Where they disagree</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
