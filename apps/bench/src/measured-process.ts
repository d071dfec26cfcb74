import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order, Reply, Report, Start, StoredAnswer } from './process-messages.ts'

async function answer(child: ChildProcess, order: Order): Promise<Reply> {
  const waiting = new AbortController()
  const { signal } = waiting
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('A measured process ended before it answered.')
  })
  try {
    const message = once(child, 'message', { signal })
    child.send(order)
    const [replied] = await Promise.race([message, ended])
    return replied as Reply
  } finally {
    ended.catch(() => undefined)
    waiting.abort()
  }
}

/** A server in a process of its own, so that it and the client have a processor each. */
export async function startMeasured(program: 'product-process.ts' | 'bare-process.ts', start: Start) {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const listening = await answer(child, { kind: 'start', start })
  if (listening.kind !== 'listening') throw new Error(`${program} did not start.`)
  return {
    port: listening.port,
    store: async (answers: StoredAnswer[]): Promise<void> => {
      await answer(child, { kind: 'store', answers })
    },
    report: async (): Promise<Report> => {
      const replied = await answer(child, { kind: 'report' })
      if (replied.kind !== 'report') throw new Error(`${program} did not report.`)
      return replied
    },
    stop: async (): Promise<void> => {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

export type MeasuredProcess = Awaited<ReturnType<typeof startMeasured>>
