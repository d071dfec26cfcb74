import type { Cycle } from '@accord/api-client'
import { ReceiptMark } from '#charts/draw/receipt-mark.tsx'

/** Counts of all expected, each with its mark and its word. */
export function CycleCounts({ counts }: { counts: Cycle['counts'] }) {
  const facts = [
    { word: 'In on time', count: counts.onTime, kind: 'on_time' as const },
    { word: 'In late', count: counts.late, kind: 'late' as const },
    { word: 'Missing', count: counts.missing, kind: 'missing' as const },
    { word: 'Not yet due', count: counts.notYetDue, kind: 'not_yet_due' as const },
    { word: 'To check', count: counts.toCheck, kind: null },
    { word: 'Accepted', count: counts.accepted, kind: null },
    { word: 'Published', count: counts.published, kind: null },
  ]
  return (
    <dl className="cycle-counts">
      {facts.map(({ word, count, kind }) => (
        <div key={word}>
          <dt>
            {kind === null ? null : <ReceiptMark kind={kind} />}
            {word}
          </dt>
          <dd className={count === 0 ? 'zero' : undefined}>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
