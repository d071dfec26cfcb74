import type { PartnershipDetail } from '@accord/api-client'
import { countOf, formatDate } from '@accord/domain'
import { ReceiptMark } from '#charts/draw/receipt-mark.tsx'

type Receipt = PartnershipDetail['return']

function receiptSentence({ kind, receivedOn, daysLate }: Receipt, dueOn: string): string {
  const received = receivedOn === null ? '' : `, received ${formatDate(receivedOn)}`
  if (kind === 'on_time') return `In, on time${received}`
  if (kind === 'late') return `In, late by ${countOf(daysLate, 'day')}${received}`
  if (kind === 'missing') return `Missing, due ${formatDate(dueOn)}`
  return `Not yet due: ${formatDate(dueOn)}`
}

/** Its return for the quarter and what it said in it. */
export function ReturnStory({ partnership }: { partnership: PartnershipDetail }) {
  const { narrative, quarter } = partnership
  const parts = [
    { heading: 'What happened', words: narrative?.whatHappened },
    { heading: 'Why', words: narrative?.why },
    { heading: 'What we are doing', words: narrative?.whatWeAreDoing },
    { heading: 'What we need from members', words: narrative?.whatWeNeed },
  ].filter(({ words }) => words)
  return (
    <div>
      <h2>Its return for {quarter.name.toLowerCase()}</h2>
      <p className="receipt">
        <ReceiptMark kind={partnership.return.kind} />
        <span>{receiptSentence(partnership.return, quarter.dueOn)}</span>
      </p>
      {parts.length === 0 ? (
        <p className="note">There is no narrative for this quarter.</p>
      ) : (
        <dl className="story">
          {parts.map(({ heading, words }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
