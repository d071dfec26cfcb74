import { findContractDrift } from './drift.ts'

const drifted = findContractDrift()
for (const file of drifted) process.stderr.write(`packages/api-client: ${file} is not what the routes say.\n`)
if (drifted.length > 0) process.stderr.write('Write it again with pnpm contract, and review what changed.\n')
process.exitCode = drifted.length === 0 ? 0 : 1
