import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Checked, CheckInput } from './check.ts'
import type { ImportStage, OnProgress } from './staging.ts'
import { createTurns } from './turns.ts'

/** What a check in a thread of its own is given: all but what cannot be sent there. */
export type CheckOrder = Omit<CheckInput, 'onProgress'> & { connectionString: string }

export type CheckMessage =
  | { kind: 'progress'; stage: ImportStage; done: number; total: number }
  | { kind: 'checked'; checked: Checked }
  | { kind: 'refused'; sentence: string }
  | { kind: 'failed'; message: string; code: string | null }

/** What somebody asked for is not there. */
export class CheckRefused extends Error {}

/** One at a time: each may hold a quarter of a million rows. */
const turn = createTurns()
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 }

async function answerOf(worker: Worker, onProgress: OnProgress | undefined): Promise<Checked> {
  for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[CheckMessage]>) {
    if (message.kind === 'checked') return message.checked
    if (message.kind === 'refused') throw new CheckRefused(message.sentence)
    if (message.kind === 'failed') throw Object.assign(new Error(message.message), { code: message.code })
    const { stage, done, total } = message
    await onProgress?.(stage, done, total)
  }
  throw new Error('The check of an import ended without an answer.')
}

/**
 * As checkImport, in a thread and on a connection of its own, and in one transaction: those who use the product
 * meanwhile notice nothing. Throws CheckRefused.
 */
export async function checkApart(order: CheckOrder, onProgress?: OnProgress): Promise<Checked> {
  const release = await turn()
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: MEMORY,
    env: {},
    execArgv: [],
  })
  worker.on('error', () => undefined)
  try {
    return await answerOf(worker, onProgress)
  } finally {
    await worker.terminate()
    release()
  }
}
