import type { CouncilScrutiny } from '@accord/api-client'
import { Link } from 'react-router'

type ScrutinyCountsProps = {
  counts: CouncilScrutiny['counts']
  /** The list below with one state chosen. */
  hrefFor: (state: string) => string
}

/** What is open, answered and overdue; each count leads to what it counts. */
export function ScrutinyCounts({ counts: { questions, recommendations }, hrefFor }: ScrutinyCountsProps) {
  const facts = [
    { word: 'Recommendations overdue', count: recommendations.overdue, state: 'overdue' },
    { word: 'Awaiting a response', count: recommendations.awaitingResponse, state: 'open' },
    { word: 'With a response, open', count: recommendations.open, state: 'answered' },
    { word: 'Questions late', count: questions.late, state: 'overdue' },
    { word: 'Questions open', count: questions.open, state: 'open' },
    { word: 'Questions answered', count: questions.answered, state: 'answered' },
    { word: 'Closed', count: questions.closed + recommendations.closed, state: 'closed' },
  ]
  return (
    <dl className="cycle-counts">
      {facts.map(({ word, count, state }) => (
        <div key={word}>
          <dt>
            <Link to={hrefFor(state)} preventScrollReset>
              {word}
            </Link>
          </dt>
          <dd className={count === 0 ? 'zero' : undefined}>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
