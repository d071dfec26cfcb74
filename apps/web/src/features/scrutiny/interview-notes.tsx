import type { InterviewNote } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { Marking } from './marked-fields.tsx'

type InterviewNotesProps = { notes: readonly InterviewNote[]; withheld: string | null }

/** What lead officers said when scrutiny asked. */
export function InterviewNotes({ notes, withheld }: InterviewNotesProps) {
  return (
    <>
      {notes.map(({ id, withWhom, heldOn, text, recordedBy, marking }) => (
        <article key={id} className="interview-note">
          <h4>{withWhom}</h4>
          <Marking marking={marking} />
          <p>{text}</p>
          <p className="small muted">
            {formatDate(heldOn)}, noted by {recordedBy}
          </p>
        </article>
      ))}
      {notes.length === 0 && withheld === null ? <p className="muted">No interview has been noted.</p> : null}
      {withheld === null ? null : <p className="note">{withheld}</p>}
    </>
  )
}
