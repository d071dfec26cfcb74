import { withCommandDatabase } from '../command-database.ts'
import { loadDemonstration } from './load.ts'

// The command behind `pnpm data:seed`. The demonstration lives on the day before its papers close.
const today = process.env.ACCORD_TODAY || '2009-10-19'

await withCommandDatabase(async (database) => {
  const { sentence } = await loadDemonstration(database, { today })
  process.stdout.write(`${sentence}\n`)
})
