import { LRUCache } from 'lru-cache'
import type { DatabaseState } from './plugins/freshness.ts'
import { shareReadings } from './shared-readings.ts'

/** What was made, and the snapshot that its last statement was read in. */
export type Made<Answer> = { snapshot: string; answer: Answer }

type Kept<Answer> = { state: DatabaseState; answer: Answer }

type Asked<Answer> = { state: DatabaseState | null; make: () => Promise<Made<Answer>> }

const isSame = (a: DatabaseState, b: DatabaseState) => a.text === b.text && a.connection === b.connection

/**
 * Answers that are the same for every reader, in memory for as long as nobody writes anything at all. `state`: of the
 * look-up that began after the reader asked. An answer is kept where the look-up of whoever had it made and its own last
 * statement saw the same database: then so did all between them, and so does everyone whose look-up sees it still.
 * While somebody writes, readers share readings that began after each of them asked.
 */
export function keepAnswers<Answer extends object>(most: number) {
  const kept = new LRUCache<string, Kept<Answer>>({ max: most })
  const readings = shareReadings<Answer>()

  async function made(key: string, { state, make }: Asked<Answer>): Promise<Answer> {
    const { snapshot, answer } = await make()
    if (state !== null && state.text === snapshot) kept.set(key, { state, answer })
    return answer
  }

  return async (key: string, asked: Asked<Answer>): Promise<Answer> => {
    const known = kept.get(key)
    if (known !== undefined && asked.state !== null && isSame(known.state, asked.state)) return known.answer
    return readings(key, () => made(key, asked))
  }
}
