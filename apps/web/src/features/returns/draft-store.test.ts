import type { ReturnCellAnswer, SavedCells } from '@accord/api-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ProblemError } from '#lib/problem.ts'
import type { Change, QueuedCell } from './draft-cell.ts'
import type { Judgement } from './draft-ports.ts'
import type { DraftQueue } from './draft-queue.ts'
import { createDraftStore } from './draft-store.ts'
import { siblingOf } from './return-model.ts'

const value = 'indicators/ni-191/value'
const why = 'narrative/why'
const numerator = 'indicators/ni-193/numerator'
const denominator = 'indicators/ni-193/denominator'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function answer(
  cell: string,
  text: string | null,
  version: number,
  changedBy = 'Daniel Okafor',
): ReturnCellAnswer {
  return { cell, value: text, version, changedAt: `2009-10-14T10:0${version}:00.000Z`, changedBy }
}

/** What outlives the tab. */
function aDevice() {
  const kept = new Map<string, QueuedCell>()
  const queue: DraftQueue = {
    read: async () => [...kept.values()],
    put: async (cells) => {
      for (const cell of cells) kept.set(cell.cell, cell)
    },
    remove: async (cells) => {
      for (const { cell, stamp } of cells) if (kept.get(cell)?.stamp === stamp) kept.delete(cell)
    },
  }
  return { kept, queue }
}

/** Keeps answers as the server does: by version, and each change once. */
function aServer(cells: ReturnCellAnswer[] = []) {
  const held = new Map(cells.map((one) => [one.cell, one]))
  const seen = new Set<string>()
  const sent: Change[][] = []
  let fault: Error | null = null
  let isAnswerLost = false

  function judge(change: Change): SavedCells['results'][number] {
    const { changeId, cell, version } = change
    const now = held.get(cell) ?? null
    if (seen.has(changeId)) return { changeId, cell, outcome: 'saved', sentence: null, now }
    const isTooMuch =
      cell === numerator && Number(change.value) > Number(held.get(denominator)?.value ?? Infinity)
    if (change.value === 'refused' || isTooMuch)
      return { changeId, cell, outcome: 'invalid', sentence: 'Use numbers only.', now }
    if ((now?.version ?? 0) !== version) {
      return { changeId, cell, outcome: 'conflict', sentence: 'Leila Hart changed this.', now }
    }
    seen.add(changeId)
    held.set(cell, answer(cell, change.value, version + 1))
    return { changeId, cell, outcome: 'saved', sentence: null, now: held.get(cell) ?? null }
  }

  return {
    ...{ held, sent },
    breakWith: (error: Error | null) => {
      fault = error
    },
    loseAnswers: (isLost: boolean) => {
      isAnswerLost = isLost
    },
    send: async (changes: readonly Change[]): Promise<SavedCells> => {
      sent.push([...changes])
      if (fault !== null) throw fault
      const results = changes.map(judge)
      if (isAnswerLost) throw new TypeError('Failed to fetch')
      return { results, state: 'in_progress', version: 2 }
    },
  }
}

let ids = 0
function aStore(input: {
  server: ReturnType<typeof aServer>
  device?: ReturnType<typeof aDevice>
  judge?: (cell: string, text: string, texts: ReadonlyMap<string, string>) => Judgement
}) {
  const { server, device = aDevice(), judge = (_cell, text) => ({ ok: true, value: text }) } = input
  const store = createDraftStore({
    send: server.send,
    queue: device.queue,
    ...{ judge, siblingOf },
    onSaved: () => undefined,
    now: () => Date.now(),
    newId: () => `id-${++ids}`,
  })
  store.accept([...server.held.values()])
  return store
}

const offline = new TypeError('Failed to fetch')
const signedOut = new ProblemError({
  ...{ type: '', title: 'You are not signed in', status: 401, code: 'not-signed-in', detail: 'Sign in.' },
})
const quiet = () => vi.advanceTimersByTimeAsync(600)

describe('typing', () => {
  test('is saved once, half a second after the last key', async () => {
    const server = aServer([answer(value, '296', 1)])
    const store = aStore({ server })
    for (const text of ['2', '29', '297']) store.type(value, text)
    expect(store.get(value)).toMatchObject({ text: '297', state: 'waiting' })
    await quiet()
    expect(server.sent).toEqual([[{ changeId: expect.any(String), cell: value, value: '297', version: 1 }]])
    expect(store.get(value)).toMatchObject({ state: 'settled', kept: { value: '297', version: 2 } })
  })

  test('of several boxes goes in one save, and at once when a box is left', async () => {
    const server = aServer()
    const store = aStore({ server })
    store.type(value, '297')
    store.leave(value)
    await vi.advanceTimersByTimeAsync(0)
    expect(server.sent).toHaveLength(1)
    store.typeMany([
      [numerator, '153800'],
      [denominator, '321080'],
    ])
    await vi.advanceTimersByTimeAsync(0)
    expect(server.sent[1]?.map(({ cell }) => cell)).toEqual([numerator, denominator])
  })

  test('is on the device before it is on its way, and off it when it is kept', async () => {
    const server = aServer()
    const device = aDevice()
    const held: boolean[] = []
    const store = aStore({
      device,
      server: {
        ...server,
        send: (changes) => {
          held.push(device.kept.has(value))
          return server.send(changes)
        },
      },
    })
    store.type(value, '297')
    await quiet()
    expect(held).toEqual([true])
    expect(device.kept.size).toBe(0)
  })

  test('goes on while a save is under way, and is sent after it against the version it made', async () => {
    const server = aServer()
    const store = aStore({ server })
    store.type(value, '29')
    store.leave(value)
    store.type(value, '297')
    await quiet()
    expect(server.sent.map(([change]) => [change?.value, change?.version])).toEqual([
      ['29', 0],
      ['297', 1],
    ])
    expect(store.get(value)).toMatchObject({ state: 'settled', text: '297' })
  })

  test('back to what is kept leaves nothing to save', async () => {
    const server = aServer([answer(value, '296', 1)])
    const device = aDevice()
    const store = aStore({ server, device })
    store.type(value, '29')
    store.type(value, '296')
    await quiet()
    expect(server.sent).toEqual([])
    expect(device.kept.size).toBe(0)
  })

  test('tells only the item it belongs to', () => {
    const store = aStore({ server: aServer() })
    const told = vi.fn()
    store.subscribe('narrative/why', told)
    const before = store.item('narrative/why')
    store.type(value, '297')
    expect(told).not.toHaveBeenCalled()
    expect(store.item('narrative/why')).toBe(before)
    store.type(why, 'Rain')
    expect(told).toHaveBeenCalledOnce()
  })
})

describe('when the network drops', () => {
  test('answers wait on the device and go when it comes back', async () => {
    const server = aServer()
    const device = aDevice()
    const store = aStore({ server, device })
    server.breakWith(offline)
    store.type(value, '297')
    await quiet()
    expect(store.status()).toMatchObject({ connection: 'down', waiting: 1, isKept: true })
    expect(device.kept.get(value)).toMatchObject({ text: '297' })
    expect(store.isUnsafe()).toBe(false)
    server.breakWith(null)
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.status()).toMatchObject({ connection: 'up', waiting: 0 })
    expect(device.kept.size).toBe(0)
  })

  test('it is tried again by itself, ever less often', async () => {
    const server = aServer()
    const store = aStore({ server })
    server.breakWith(offline)
    store.type(value, '297')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(server.sent).toHaveLength(4)
    server.breakWith(null)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(store.get(value).state).toBe('settled')
  })

  test('a change whose answer was lost is sent again as the same change, then what was typed since', async () => {
    const server = aServer()
    const store = aStore({ server })
    server.loseAnswers(true)
    store.type(value, '297')
    await quiet()
    store.type(value, '298')
    server.loseAnswers(false)
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    const [first, again, next] = server.sent.flat()
    expect(again).toEqual(first)
    expect(next).toMatchObject({ value: '298', version: 1 })
    expect(server.held.get(value)).toMatchObject({ value: '298', version: 2 })
    expect(store.get(value)).toMatchObject({ state: 'settled', text: '298' })
  })

  test('what a closed tab left is taken up by the next one, without doubling what had arrived', async () => {
    const server = aServer()
    const device = aDevice()
    server.loseAnswers(true)
    const closed = aStore({ server, device })
    closed.type(value, '297')
    closed.type(why, 'Rain')
    await quiet()
    closed.stop()
    server.loseAnswers(false)
    const next = aStore({ server, device })
    await next.restore()
    await vi.advanceTimersByTimeAsync(0)
    expect(next.get(value)).toMatchObject({ text: '297', state: 'settled' })
    expect(server.held.get(value)?.version).toBe(1)
    expect(server.held.get(why)).toMatchObject({ value: 'Rain', version: 1 })
    expect(device.kept.size).toBe(0)
  })

  test('a session that ended keeps everything, and sends it once there is one again', async () => {
    const server = aServer()
    const store = aStore({ server })
    server.breakWith(signedOut)
    store.type(value, '297')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.sent).toHaveLength(1)
    expect(store.status()).toMatchObject({ connection: 'signed-out', waiting: 1 })
    server.breakWith(null)
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.status()).toMatchObject({ connection: 'up', waiting: 0 })
  })

  test('a browser that keeps nothing says so, warns before it is closed, and saves all the same', async () => {
    const server = aServer()
    const broken = {
      ...aDevice(),
      queue: { ...aDevice().queue, put: () => Promise.reject(new Error('private')) },
    }
    const store = aStore({ server, device: broken })
    server.breakWith(offline)
    store.type(value, '297')
    await quiet()
    expect(store.status().isKept).toBe(false)
    expect(store.isUnsafe()).toBe(true)
    server.breakWith(null)
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.held.get(value)).toMatchObject({ value: '297' })
  })
})

describe('two people', () => {
  async function inConflict() {
    const server = aServer([answer(value, '296', 1)])
    const device = aDevice()
    const store = aStore({ server, device })
    server.held.set(value, answer(value, '300', 2, 'Leila Hart'))
    store.type(value, '297')
    await quiet()
    return { server, device, store }
  }

  test('with different answers: both are there, and nothing is sent until a person chooses', async () => {
    const { server, store, device } = await inConflict()
    expect(store.get(value)).toMatchObject({
      state: 'conflict',
      text: '297',
      kept: { value: '300', changedBy: 'Leila Hart' },
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.sent).toHaveLength(1)
    expect(device.kept.get(value)).toMatchObject({ text: '297', state: 'conflict' })
  })

  test('mine is sent against the version that was seen', async () => {
    const { server, store } = await inConflict()
    store.choose(value, 'mine')
    await vi.advanceTimersByTimeAsync(0)
    expect(server.sent[1]).toMatchObject([{ value: '297', version: 2 }])
    expect(store.get(value)).toMatchObject({ state: 'settled', text: '297' })
  })

  test('theirs takes the place of mine', async () => {
    const { server, store, device } = await inConflict()
    store.choose(value, 'theirs')
    await vi.advanceTimersByTimeAsync(0)
    expect(store.get(value)).toMatchObject({ state: 'settled', text: '300' })
    expect(server.sent).toHaveLength(1)
    expect(device.kept.size).toBe(0)
  })

  test('what is read again from the server never takes the place of what is being typed', () => {
    const store = aStore({ server: aServer([answer(value, '296', 1)]) })
    store.type(value, '29')
    store.accept([answer(value, '300', 2, 'Leila Hart'), answer(why, 'Rain', 1, 'Leila Hart')])
    expect(store.get(value)).toMatchObject({ text: '29', base: 1 })
    expect(store.get(why).text).toBe('Rain')
  })

  test('an answer given by another since mine arrived is not overwritten by what I typed after it', async () => {
    const server = aServer([answer(value, '296', 1)])
    const store = aStore({ server })
    server.loseAnswers(true)
    store.type(value, '297')
    await quiet()
    server.held.set(value, answer(value, '300', 3, 'Leila Hart'))
    server.loseAnswers(false)
    store.type(value, '298')
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.held.get(value)?.value).toBe('300')
    expect(store.get(value)).toMatchObject({ state: 'conflict', text: '298', kept: { value: '300' } })
  })

  test('an older reading that arrives late changes nothing', () => {
    const store = aStore({ server: aServer([answer(value, '300', 3)]) })
    store.accept([answer(value, '296', 1)])
    expect(store.get(value).text).toBe('300')
  })
})

describe('what cannot be kept', () => {
  const numbers = (_cell: string, text: string): Judgement =>
    /^\d*$/.test(text) ? { ok: true, value: text } : { ok: false, sentence: 'Use numbers only.' }

  test('is not sent, says why, stays on the device, and goes when it is put right', async () => {
    const server = aServer()
    const device = aDevice()
    const store = aStore({ server, device, judge: numbers })
    store.type(value, '297kg')
    await quiet()
    expect(server.sent).toEqual([])
    expect(store.get(value)).toMatchObject({ state: 'invalid', sentence: 'Use numbers only.', text: '297kg' })
    expect(device.kept.get(value)?.text).toBe('297kg')
    store.retry()
    await quiet()
    expect(server.sent).toEqual([])
    store.type(value, '297')
    await quiet()
    expect(store.get(value)).toMatchObject({ state: 'settled', sentence: null })
  })

  test('is not sent again after the server refused it', async () => {
    const server = aServer()
    const store = aStore({ server })
    store.type(value, 'refused')
    await quiet()
    store.retry()
    await quiet()
    expect(server.sent).toHaveLength(1)
    expect(store.get(value)).toMatchObject({ state: 'invalid', sentence: 'Use numbers only.' })
  })

  test('because of the other half of a ratio is tried again when that is put right', async () => {
    const server = aServer([answer(numerator, '100', 1), answer(denominator, '200', 1)])
    const judge = (cell: string, text: string, texts: ReadonlyMap<string, string>): Judgement => {
      const whole = Number(cell === denominator ? text : texts.get(denominator))
      const part = Number(cell === numerator ? text : texts.get(numerator))
      return part > whole ? { ok: false, sentence: 'More than the whole.' } : { ok: true, value: text }
    }
    const store = aStore({ server, judge })
    store.type(numerator, '300')
    store.leave(numerator)
    await quiet()
    expect(store.get(numerator).state).toBe('invalid')
    store.type(denominator, '400')
    await quiet()
    expect(store.get(numerator)).toMatchObject({ state: 'settled', text: '300' })
    expect(store.get(denominator)).toMatchObject({ state: 'settled', text: '400' })
  })

  test('by a server that read one half before the other is tried again when the other is saved', async () => {
    const server = aServer([answer(numerator, '100', 1), answer(denominator, '200', 1)])
    const store = aStore({ server })
    store.typeMany([
      [numerator, '300'],
      [denominator, '400'],
    ])
    await vi.advanceTimersByTimeAsync(0)
    expect(server.sent).toHaveLength(2)
    expect(store.get(numerator)).toMatchObject({ state: 'settled', text: '300' })
    expect(store.get(denominator)).toMatchObject({ state: 'settled', text: '400' })
  })

  test('because the return is not this person’s to change is locked, in the server’s words', async () => {
    const server = aServer()
    const store = aStore({ server })
    server.breakWith(
      new ProblemError({
        type: '',
        title: '',
        status: 403,
        code: 'not-allowed',
        detail: 'Not yours to change.',
      }),
    )
    store.type(value, '297')
    await quiet()
    expect(store.get(value)).toMatchObject({
      state: 'locked',
      sentence: 'Not yours to change.',
      unsaved: '297',
      text: '',
    })
    store.choose(value, 'theirs')
    expect(store.get(value)).toMatchObject({ state: 'settled', unsaved: null, text: '' })
  })
})

test('before a move everything is sent, and it is said whether that was possible', async () => {
  const server = aServer()
  const store = aStore({ server })
  store.type(value, '297')
  expect(await store.settle()).toBe(true)
  server.breakWith(offline)
  store.type(value, '298')
  expect(await store.settle()).toBe(false)
})
