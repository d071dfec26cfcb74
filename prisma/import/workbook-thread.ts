import { parentPort, workerData } from 'node:worker_threads'
import { reasonOf, type WorkbookMessage, workbookRows } from './workbook-rows.ts'

// Sends what it reads only as fast as it is taken: each 'next' asks for one message more.
const { file, sheet } = workerData as { file: Uint8Array; sheet: string | null }
const messages = workbookRows(Buffer.from(file.buffer, file.byteOffset, file.byteLength), sheet)

async function next(): Promise<WorkbookMessage | null> {
  try {
    const { value, done } = await messages.next()
    return done === true ? null : value
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}

parentPort?.on('message', async () => parentPort?.postMessage(await next()))
