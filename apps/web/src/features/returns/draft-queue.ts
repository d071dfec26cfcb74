import type { QueuedCell } from './draft-cell.ts'

/** What was typed and is not yet acknowledged, kept where it outlives the tab. */
export type DraftQueue = {
  read: () => Promise<QueuedCell[]>
  /** Resolves when it is safe. */
  put: (cells: readonly QueuedCell[]) => Promise<void>
  /** Takes a cell out, unless something newer has been written since. */
  remove: (cells: readonly { cell: string; stamp: string }[]) => Promise<void>
}

const databaseName = 'accord-drafts'
const storeName = 'cells'

type Stored = QueuedCell & { owner: string }

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(storeName, { keyPath: ['owner', 'cell'] })
    store.createIndex('owner', 'owner')
  }
  return settle(request)
}

/** `owner` names the person and the return: nobody else’s answers are read, or sent in their name. */
export function openQueue(owner: string): DraftQueue {
  let database: Promise<IDBDatabase> | undefined
  const begin = async (mode: IDBTransactionMode) => {
    database ??= open()
    const transaction = (await database).transaction(storeName, mode, { durability: 'strict' })
    return { transaction, store: transaction.objectStore(storeName) }
  }
  return {
    read: async () => {
      const { store } = await begin('readonly')
      const rows: Stored[] = await settle(store.index('owner').getAll(owner))
      return rows.map(({ owner: _, ...cell }) => cell)
    },
    put: async (cells) => {
      const { transaction, store } = await begin('readwrite')
      for (const cell of cells) store.put({ ...cell, owner } satisfies Stored)
      await finished(transaction)
    },
    remove: async (cells) => {
      const { transaction, store } = await begin('readwrite')
      for (const { cell, stamp } of cells) {
        const request: IDBRequest<Stored | undefined> = store.get([owner, cell])
        request.onsuccess = () => {
          if (request.result?.stamp === stamp) store.delete([owner, cell])
        }
      }
      await finished(transaction)
    },
  }
}
