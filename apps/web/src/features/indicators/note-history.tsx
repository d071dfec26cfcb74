import {
  type IndicatorDetail,
  type IndicatorNotes,
  withdrawIndicatorEvent,
  withdrawProcessMark,
} from '@accord/api-client'
import { formatDate, parseQuarterKey, quarterLabel } from '@accord/domain'
import { useAction } from '#lib/use-action.ts'

type NoteHistoryProps = {
  indicator: IndicatorDetail
  notes: IndicatorNotes
  onDone: (said: string) => void
}

type Noted = {
  id: string
  quarter: string
  kind: 'event' | 'process_mark'
  words: string
  addedBy: string
  addedOn: string
  withdrawnBy: string | null
  withdrawnOn: string | null
}

/** Of the series on the page, withdrawn ones too: what was noted stays in the record. */
function notedOf({ events, processMarks }: IndicatorNotes, { organisation }: IndicatorDetail): Noted[] {
  const isHere = (note: { organisation: { id: string } | null }) =>
    (note.organisation?.id ?? null) === (organisation?.id ?? null)
  return [
    ...events.filter(isHere).map((event) => ({ ...event, kind: 'event' as const, words: event.title })),
    ...processMarks.filter(isHere).map((mark) => ({
      ...mark,
      kind: 'process_mark' as const,
      words: `Limits begin anew: ${mark.reason}`,
    })),
  ].toSorted((a, b) => b.quarter.localeCompare(a.quarter))
}

export function NoteHistory({ indicator, notes, onDone }: NoteHistoryProps) {
  const noted = notedOf(notes, indicator)
  if (noted.length === 0) return <p className="muted">Nothing has been noted about this series yet.</p>
  return (
    <>
      <h3>What has been noted</h3>
      <ul className="note-history">
        {noted.map((note) => (
          <NotedRow
            key={note.id}
            note={note}
            indicatorId={indicator.id}
            mayWithdraw={notes.allowedActions.includes(`withdraw_${note.kind}`)}
            onDone={onDone}
          />
        ))}
      </ul>
    </>
  )
}

type NotedRowProps = {
  note: Noted
  indicatorId: string
  mayWithdraw: boolean
  onDone: (said: string) => void
}

function NotedRow({ note, indicatorId, mayWithdraw, onDone }: NotedRowProps) {
  const { id, kind, quarter, words, addedBy, addedOn, withdrawnBy, withdrawnOn } = note
  const withdraw = useAction({
    run: async (_: undefined, key: string) => {
      const options = { headers: { 'Idempotency-Key': key }, throwOnError: true } as const
      return kind === 'event'
        ? (await withdrawIndicatorEvent({ path: { id: indicatorId, event: id }, ...options })).data
        : (await withdrawProcessMark({ path: { id: indicatorId, mark: id }, ...options })).data
    },
    onDone: () => onDone(`“${words}” is withdrawn.`),
  })
  return (
    <li>
      <span>
        {quarterLabel(parseQuarterKey(quarter) ?? 0)}: {words}
      </span>
      <span className="small muted">
        {addedBy}, {formatDate(addedOn)}
        {withdrawnOn === null ? '' : `; withdrawn by ${withdrawnBy}, ${formatDate(withdrawnOn)}`}
      </span>
      {withdrawnOn !== null || !mayWithdraw ? null : (
        <button
          type="button"
          className="link-button"
          disabled={withdraw.isPending}
          onClick={() => withdraw.start(undefined)}
        >
          Withdraw<span className="visually-hidden"> “{words}”</span>
        </button>
      )}
      {withdraw.errors.map(({ message }) => (
        <span key={message} role="alert" className="field-message">
          {message}
        </span>
      ))}
    </li>
  )
}
