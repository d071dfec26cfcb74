import { itemKey, parseCellKey } from '@accord/domain'
import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { DraftCell } from './draft-cell.ts'
import type { DraftStore } from './draft-ports.ts'
import type { DraftStatus } from './draft-status.ts'
import type { DraftItem } from './draft-table.ts'
import { mayChange, type ReturnModel } from './return-model.ts'
import { type DraftSummary, summariser } from './summary.ts'

type Room = { store: DraftStore; model: ReturnModel }
type Summed = { summary: DraftSummary; status: DraftStatus }

const RoomContext = createContext<Room | null>(null)
const SummaryContext = createContext<Summed | null>(null)

const quietMilliseconds = 200

/** The draft and its summary, which follows what is typed after a pause: a key repaints one row only. */
export function DraftRoom({ store, model, children }: Room & { children: ReactNode }) {
  const room = useMemo(() => ({ store, model }), [store, model])
  const summarise = useMemo(() => summariser(model, store), [model, store])
  const [read, setRead] = useState<{ texts: unknown; status: DraftStatus }>(() => snapshot(store))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => startTransition(() => setRead(snapshot(store)))
    const stop = store.subscribe(null, () => {
      clearTimeout(timer)
      timer = setTimeout(readAgain, quietMilliseconds)
    })
    readAgain()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are what the summary is made of.
  const summary = useMemo(() => summarise(), [summarise, read.texts])
  const summed = useMemo(() => ({ summary, status: read.status }), [summary, read.status])
  return (
    <RoomContext value={room}>
      <SummaryContext value={summed}>{children}</SummaryContext>
    </RoomContext>
  )
}

function snapshot(store: DraftStore) {
  return { texts: store.texts(), status: store.status() }
}

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('A part of a return is drawn outside its return.')
  return room
}

export function useSummary(): Summed {
  const summed = useContext(SummaryContext)
  if (summed === null) throw new Error('A part of a return is drawn outside its return.')
  return summed
}

/** An indicator’s row, an action, a risk: drawn again only when one of its own answers changes. */
export function useItem(key: string): DraftItem {
  const { store } = useRoom()
  const subscribe = useMemo(() => (listener: () => void) => store.subscribe(key, listener), [store, key])
  return useSyncExternalStore(subscribe, () => store.item(key))
}

/** One answer. */
export function useCell(cell: string): DraftCell {
  const { store } = useRoom()
  const subscribe = useMemo(() => {
    const parsed = parseCellKey(cell)
    const key = parsed === null ? cell : itemKey(parsed)
    return (listener: () => void) => store.subscribe(key, listener)
  }, [store, cell])
  return useSyncExternalStore(subscribe, () => store.get(cell))
}

/** Whether the reader may change this answer. */
export function useMayChange(cell: string): boolean {
  const { model } = useRoom()
  return mayChange(model.quarterlyReturn, cell)
}
