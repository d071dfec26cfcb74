import { LRUCache } from 'lru-cache'
import type { StoredDashboard } from './stored-dashboard.ts'

type Entry = { version: string; stored: Promise<StoredDashboard> }

/** A dashboard of 200 indicators is 33 kB compressed, 74 kB with a second form: 2,000 of them are 150 MB at most. */
const MOST_ENTRIES = 2000

/**
 * Dashboards in memory, each with the version of the figures it was made from. An entry of another
 * version is never used, so there is nothing to expire. Readers who ask while one is being made share it.
 */
export function createDashboardCache() {
  const entries = new LRUCache<string, Entry>({ max: MOST_ENTRIES })

  return {
    get(key: string, version: string): Promise<StoredDashboard> | null {
      const entry = entries.get(key)
      return entry?.version === version ? entry.stored : null
    },
    put(key: string, entry: Entry): void {
      entries.set(key, entry)
      entry.stored.catch(() => {
        if (entries.peek(key) === entry) entries.delete(key)
      })
    },
  }
}

export type DashboardCache = ReturnType<typeof createDashboardCache>
