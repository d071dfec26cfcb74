/** Reads what a key stands for, together with everyone else who asks for it meanwhile. */
export type SharedReadings<Reading> = (key: string, read: () => Promise<Reading>) => Promise<Reading>

/**
 * Readers of the same thing share a reading that began after each of them asked: whoever comes while one runs waits
 * for the next. So many readers cost one, and nobody is shown anything older than their question.
 */
export function shareReadings<Reading>(): SharedReadings<Reading> {
  const running = new Map<string, Promise<Reading>>()
  const waiting = new Map<string, Promise<Reading>>()

  function begin(key: string, read: () => Promise<Reading>): Promise<Reading> {
    const reading = read().finally(() => {
      if (running.get(key) === reading) running.delete(key)
    })
    running.set(key, reading)
    return reading
  }

  return (key, read) => {
    const next = waiting.get(key)
    if (next !== undefined) return next
    const now = running.get(key)
    if (now === undefined) return begin(key, read)
    const after = now
      .catch(() => undefined)
      .then(() => {
        waiting.delete(key)
        return begin(key, read)
      })
    waiting.set(key, after)
    return after
  }
}
