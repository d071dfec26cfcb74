import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#lib/loaded.tsx'
import { cellHistoryQuery } from '#lib/queries.ts'
import { LoadingWords } from '#ui/skeleton.tsx'
import { useRoom } from './draft-context.tsx'
import { groupDigits, momentOf } from './return-words.ts'

const sourceWords = { screen: '', file: ', from a workbook', api: ', through the API' } as const

/** Every change of one answer, read only when someone asks. */
export function CellHistory({ cell }: { cell: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="cell-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All changes to this figure</summary>
      {isOpen ? <Changes cell={cell} /> : null}
    </details>
  )
}

function Changes({ cell }: { cell: string }) {
  const { model } = useRoom()
  const { id, today } = model.quarterlyReturn
  const query = useQuery({ ...cellHistoryQuery(id, cell), staleTime: 0 })
  return (
    <Loaded query={query} what="The changes" isPart space={<LoadingWords>Loading the changes</LoadingWords>}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="small muted">Nobody has entered it yet.</p>
        ) : (
          <ol className="small">
            {changes.map(({ version, from, to, at, by, source }) => (
              <li key={version}>
                <b>{shown(to)}</b>, was {shown(from)}
                <span className="muted">
                  {' '}
                  {by}, {momentOf(at, today)}
                  {sourceWords[source]}
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}

function shown(text: string | null): string {
  return text === null ? 'blank' : groupDigits(text)
}
