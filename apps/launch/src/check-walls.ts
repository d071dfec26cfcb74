import { findBreaches } from './walls.ts'

const breaches = findBreaches()
for (const breach of breaches) process.stderr.write(`${breach}\n`)
process.exitCode = breaches.length === 0 ? 0 : 1
