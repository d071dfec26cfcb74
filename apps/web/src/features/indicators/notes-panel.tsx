import type { IndicatorDetail, IndicatorNotes } from '@accord/api-client'
import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { indicatorNotesQuery } from '#lib/queries.ts'
import { EventForm } from './event-form.tsx'
import { NoteHistory } from './note-history.tsx'
import { ProcessMarkForm } from './process-mark-form.tsx'

/** For those who keep the series: what happened, and where its limits begin anew. Others see only the pins. */
export const NotesPanel = memo(function NotesPanel({ indicator }: { indicator: IndicatorDetail }) {
  const notes = useQuery(indicatorNotesQuery(indicator.id))
  const [said, setSaid] = useState('')
  if (notes.data === undefined || notes.data.allowedActions.length === 0) return null
  return (
    <details className="series-notes">
      <summary>Events and limits: add or withdraw</summary>
      <p role="status">{said}</p>
      <NoteForms indicator={indicator} notes={notes.data} onDone={setSaid} />
    </details>
  )
})

type NoteFormsProps = {
  indicator: IndicatorDetail
  notes: IndicatorNotes
  onDone: (said: string) => void
}

function NoteForms({ indicator, notes, onDone }: NoteFormsProps) {
  const { allowedActions, blockedBecause } = notes
  const blocked = blockedBecause.find(({ action }) => action === 'add_process_mark')
  const kind = indicator.signal.kind
  return (
    <>
      {allowedActions.includes('add_event') ? <EventForm indicator={indicator} onDone={onDone} /> : null}
      {allowedActions.includes('add_process_mark') && kind !== 'none' ? (
        <ProcessMarkForm indicator={indicator} onDone={onDone} />
      ) : null}
      {blocked === undefined ? null : <p className="small muted">{blocked.sentence}</p>}
      <NoteHistory indicator={indicator} notes={notes} onDone={onDone} />
    </>
  )
}
