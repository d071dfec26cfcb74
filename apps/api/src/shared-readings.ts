import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** Reads what a key stands for, together with everyone else who asks for it meanwhile. */
export type SharedReadings<Reading> = (key: string, read: () => Promise<Reading>) => Promise<Reading>

/** So that a stream of readers who never stop coming does not keep the first of them waiting. */
const MOST_TURNS = 8

// Where many were answered at once, those who come back come within a moment of one another.
const CROWD_MILLISECONDS = 2
const CROWD_REMEMBERED_MILLISECONDS = 20

type Gathering<Reading> = { readers: number; reading: Promise<Reading> }

/**
 * Readers of the same thing share a reading that began after each of them asked: it begins when the turns of the event
 * loop bring no more of them, or a moment later where a crowd was answered just now, and whoever comes while one runs
 * waits for the next. So many readers cost one, and nobody is shown anything older than their question.
 */
export function shareReadings<Reading>(): SharedReadings<Reading> {
  const gathering = new Map<string, Gathering<Reading>>()
  const running = new Map<string, Promise<Reading>>()
  const crowded = new Set<string>()

  const readersOf = (key: string) => gathering.get(key)?.readers ?? 0

  async function gather(key: string): Promise<void> {
    await running.get(key)?.catch(() => undefined)
    if (crowded.delete(key)) await wait(CROWD_MILLISECONDS)
    let seen = -1
    for (let turn = 0; turn < MOST_TURNS && readersOf(key) > seen; turn++) {
      seen = readersOf(key)
      await nextTurn()
    }
  }

  function rememberCrowd(key: string): void {
    crowded.add(key)
    setTimeout(() => crowded.delete(key), CROWD_REMEMBERED_MILLISECONDS).unref()
  }

  async function gatherAndRead(key: string, read: () => Promise<Reading>): Promise<Reading> {
    await gather(key)
    const isCrowd = readersOf(key) > 1
    gathering.delete(key)
    const reading = read()
    running.set(key, reading)
    try {
      return await reading
    } finally {
      if (isCrowd) rememberCrowd(key)
      if (running.get(key) === reading) running.delete(key)
    }
  }

  return (key, read) => {
    const open = gathering.get(key)
    if (open !== undefined) {
      open.readers += 1
      return open.reading
    }
    const made: Gathering<Reading> = { readers: 1, reading: gatherAndRead(key, read) }
    gathering.set(key, made)
    return made.reading
  }
}
