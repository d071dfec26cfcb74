import { describeDrift } from './engine/drift.ts'
import { migrate } from './migrate.ts'
import { startTestServer } from './testing/index.ts'

// The command behind `pnpm --filter @accord/database check-drift`: migrations into an empty database of its own,
// then that against the schema files.
const server = await startTestServer()
try {
  const address = server.connectionString('postgres')
  await migrate(address)
  const drift = await describeDrift(address)
  if (drift === null) {
    process.stdout.write('The migrations and the schema files make the same database.\n')
  } else {
    process.stderr.write(`The migrations and the schema files differ:\n${drift}\n`)
    process.exitCode = 1
  }
} finally {
  await server.stop()
}
