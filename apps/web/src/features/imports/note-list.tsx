import type { Import } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { importFaultsPath } from '#lib/paths.ts'
import { faultsQuery } from '#lib/queries.ts'
import { FaultTable } from './fault-table.tsx'

/** What is out of the ordinary and loaded all the same: there for those who want to know. */
export function NoteList({ found }: { found: Import }) {
  const [isOpen, setOpen] = useState(false)
  const notes = found.summary?.notes ?? 0
  const query = useQuery({ ...faultsQuery(found.id, { kind: 'note' }), enabled: isOpen && notes > 0 })
  if (notes === 0) return null
  return (
    <details className="import-notes" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(notes, 'figure')} out of the ordinary, loaded as they are</summary>
      <p>
        <a href={importFaultsPath(found.id)} download>
          Download the list (CSV)
        </a>
      </p>
      {query.data === undefined ? (
        <p role="status">{isOpen ? 'Loading the list …' : ''}</p>
      ) : (
        <FaultTable
          faults={query.data.items}
          total={query.data.total}
          caption="What is out of the ordinary"
        />
      )}
    </details>
  )
}
