import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './workbook-reading.ts'

parentPort?.postMessage(await readWorkbook(Buffer.from(workerData)))
