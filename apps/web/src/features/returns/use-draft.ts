import { type QuarterlyReturn, saveReturnCells } from '@accord/api-client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { returnQuery } from '#lib/queries.ts'
import type { Change } from './draft-cell.ts'
import type { DraftStore } from './draft-ports.ts'
import { openQueue } from './draft-queue.ts'
import { createDraftStore } from './draft-store.ts'
import { judgeWith, modelOf, type ReturnModel, siblingOf } from './return-model.ts'

/** The draft of one return on this device, for one person, kept in step with the server. */
export function useDraft(
  quarterlyReturn: QuarterlyReturn,
  personId: string,
): { store: DraftStore; model: ReturnModel } {
  const queries = useQueryClient()
  const { id } = quarterlyReturn
  const model = useMemo(() => modelOf(quarterlyReturn), [quarterlyReturn])
  const [{ store, newest }] = useState(() => {
    const newest = { model }
    const store = createDraftStore({
      send: (changes) => send(id, changes),
      queue: openQueue(`${personId} ${id}`),
      judge: (...asked) => judgeWith(newest.model)(...asked),
      siblingOf,
      onSaved: ({ state, version, results }) => {
        const seen = newest.model.quarterlyReturn
        const isLocked = results.some(({ outcome }) => outcome === 'locked')
        // It moved on: what may be done with it has changed too.
        if (isLocked || state !== seen.state || version !== seen.version) {
          void queries.invalidateQueries({ queryKey: returnQuery(id).queryKey })
        }
      },
      now: Date.now,
      newId: () => crypto.randomUUID(),
    })
    store.accept(quarterlyReturn.cells)
    return { store, newest }
  })

  useEffect(() => {
    newest.model = model
    store.accept(quarterlyReturn.cells)
  }, [newest, store, model, quarterlyReturn])

  useEffect(() => {
    void store.restore()
    return listen(store)
  }, [store])

  return { store, model }
}

async function send(id: string, changes: readonly Change[]) {
  const body = { source: 'screen' as const, changes: [...changes] }
  return (await saveReturnCells({ path: { id }, body, throwOnError: true })).data
}

/** What waits is sent when the network, or the person, comes back. */
function listen(store: DraftStore): () => void {
  const again = () => {
    if (store.status().waiting > 0) store.retry()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    if (store.isUnsafe()) event.preventDefault()
  }
  window.addEventListener('online', again)
  window.addEventListener('focus', again)
  window.addEventListener('beforeunload', onLeave)
  return () => {
    window.removeEventListener('online', again)
    window.removeEventListener('focus', again)
    window.removeEventListener('beforeunload', onLeave)
    store.stop()
  }
}
