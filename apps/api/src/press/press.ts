import { Worker } from 'node:worker_threads'
import { Problem } from '#api/problem.ts'

export type Sheet = { template: string; data: unknown }

export type Press = {
  /** A tagged PDF/UA-1 of a Typst template, which reads what it is given as /data.json. */
  print: (sheet: Sheet) => Promise<Buffer>
  close: () => Promise<void>
}

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }

export type PressAnswer = { number: number } & ({ pdf: Uint8Array } | { fault: string })

const MOST_WAITING = 8

const tooMany = () =>
  new Problem('too-many-attempts', 'Several packs are being printed. Try again in a few seconds.', {
    retryAfterSeconds: 5,
  })

/**
 * Prints in a thread of its own, one sheet after another, so that nothing else waits for paper. The thread is
 * started by the first sheet, and anew after it fell.
 */
export function createPress(): Press {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function fall(fallen: Worker, error: Error): void {
    if (worker !== fallen) return
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function settle(answer: PressAnswer): void {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('pdf' in answer) asked?.resolve(Buffer.from(answer.pdf))
    else asked?.reject(new Error(answer.fault))
    if (waiting.size === 0) worker?.unref()
  }

  function start(): Worker {
    const started = new Worker(new URL('./press-thread.ts', import.meta.url))
    started.on('message', settle)
    started.on('error', (error: Error) => fall(started, error))
    started.on('exit', () => fall(started, new Error('The press stopped.')))
    return started
  }

  return {
    print: ({ template, data }) => {
      if (waiting.size >= MOST_WAITING) return Promise.reject(tooMany())
      worker ??= start()
      worker.ref()
      last += 1
      const number = last
      const printed = new Promise<Buffer>((resolve, reject) => waiting.set(number, { resolve, reject }))
      worker.postMessage({ number, template, data: JSON.stringify(data) })
      return printed
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}
