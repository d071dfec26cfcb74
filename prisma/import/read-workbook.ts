import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { LIMITS, type TableRow, tooLarge, UnreadableTable } from './table.ts'
import { createTurns } from './turns.ts'
import { TOO_MUCH, type WorkbookMessage } from './workbook-rows.ts'

const LONGEST = 60_000
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 }

/** One at a time: each holds a whole workbook. */
const turn = createTurns()

async function wholeOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > LIMITS.workbookBytes) throw tooLarge('workbook')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

async function answerOf(worker: Worker): Promise<WorkbookMessage | null> {
  worker.postMessage('next')
  const [message] = (await once(worker, 'message')) as [WorkbookMessage | null]
  return message
}

/**
 * The rows of a workbook, read in a thread of its own: a hostile one takes neither the memory of the process nor its
 * time. Throws UnreadableTable. `onSheet` learns which sheet was read.
 */
export async function* readWorkbookRows(
  bytes: AsyncIterable<Buffer>,
  { sheet, onSheet }: { sheet: string | null; onSheet: (name: string) => void },
): AsyncGenerator<TableRow> {
  const release = await turn()
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  try {
    worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
      workerData: { file: await wholeOf(bytes), sheet },
      resourceLimits: MEMORY,
      // It needs nothing of ours to read a file, and gets nothing.
      env: {},
      execArgv: [],
    })
    const running = worker
    // What fails while nobody waits for an answer fails the next one.
    running.on('error', () => undefined)
    timer = setTimeout(() => running.emit('error', new UnreadableTable(TOO_MUCH)), LONGEST)
    for (;;) {
      const message = await answerOf(worker)
      if (message === null) return
      if (message.kind === 'unreadable') throw new UnreadableTable(message.reason)
      if (message.kind === 'end') onSheet(message.sheet)
      else yield* message.rows
    }
  } catch (error) {
    throw isOutOfMemory(error) ? new UnreadableTable(TOO_MUCH, { isTooLarge: true }) : error
  } finally {
    if (timer !== null) clearTimeout(timer)
    await worker?.terminate()
    release()
  }
}
