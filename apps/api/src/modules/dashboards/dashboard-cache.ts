import { LRUCache } from 'lru-cache'
import type { StoredAnswer } from '#api/stored-answer.ts'

type Made = StoredAnswer | Promise<StoredAnswer>

type Entry = { version: string; stored: Made }

/** A dashboard of 200 indicators is 33 kB compressed, 74 kB with a second form: 2,000 of them are 150 MB at most. */
const MOST_ENTRIES = 2000

/**
 * Dashboards in memory, by the address they were asked at, each with the version of the figures it was made from. An entry of another
 * version is never used, so there is nothing to expire. Readers who ask while one is being made share it;
 * once made it is given at once, without a promise.
 */
export function createDashboardCache() {
  const entries = new LRUCache<string, Entry>({ max: MOST_ENTRIES })

  return {
    get(key: string, version: string | null): Made | null {
      const entry = entries.get(key)
      return entry?.version === version ? entry.stored : null
    },
    put(key: string, version: string, making: Promise<StoredAnswer>): void {
      const entry: Entry = { version, stored: making }
      entries.set(key, entry)
      making.then(
        (made) => {
          entry.stored = made
        },
        () => {
          if (entries.peek(key) === entry) entries.delete(key)
        },
      )
    },
  }
}

export type DashboardCache = ReturnType<typeof createDashboardCache>
