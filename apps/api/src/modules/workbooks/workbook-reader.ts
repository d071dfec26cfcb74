import { Worker } from 'node:worker_threads'
import { Problem } from '#api/problem.ts'
import type { WorkbookReading } from './workbook-reading.ts'
import { TOO_MUCH } from './workbook-refusals.ts'

const MOST_AT_ONCE = 2
/** Each holds its file in memory until its turn. */
const MOST_WAITING = 20
const LONGEST = 10_000
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }

const busy = () =>
  new Problem('too-many-attempts', 'Many workbooks are being read just now. Try again in half a minute.', {
    retryAfterSeconds: 30,
  })

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function readApart(file: Buffer): Promise<WorkbookReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: file,
      resourceLimits: MEMORY,
      // It needs nothing of ours to read a file, and gets nothing.
      env: {},
      execArgv: [],
    })
    const tooMuch = () => resolve({ ok: false, reason: TOO_MUCH })
    const timer = setTimeout(() => {
      tooMuch()
      void worker.terminate()
    }, LONGEST)
    worker.once('message', resolve)
    worker.once('error', (error: Error) => (isOutOfMemory(error) ? tooMuch() : reject(error)))
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The reader of workbooks ended with ${code}, without an answer.`))
    })
  })
}

/**
 * Reads uploaded files in a thread of their own, a few at a time: a large or hostile one neither holds up those who
 * are saving answers, nor takes the memory of the process.
 */
export function createWorkbookReader() {
  const waiting: (() => void)[] = []
  let running = 0

  async function turn(): Promise<void> {
    if (waiting.length >= MOST_WAITING) throw busy()
    if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
  }

  function next(): void {
    const first = waiting.shift()
    if (first === undefined) running--
    else first()
  }

  return async (file: Buffer): Promise<WorkbookReading> => {
    await turn()
    try {
      return await readApart(file)
    } finally {
      next()
    }
  }
}

export type WorkbookReader = ReturnType<typeof createWorkbookReader>
