import { parseArgs } from 'node:util'
import { withCommandDatabase } from '../command-database.ts'
import { chainSentences, isWhole, verifyChain } from './verify-chain.ts'

// The command behind `pnpm audit:verify`.
const { values } = parseArgs({ options: { noted: { type: 'string' } } })
await withCommandDatabase(async ({ pool }) => {
  const report = await verifyChain(pool, { noted: values.noted ?? null })
  const write = isWhole(report) ? process.stdout : process.stderr
  for (const sentence of chainSentences(report)) write.write(`${sentence}\n`)
  if (!isWhole(report)) process.exitCode = 1
})
