import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// Writes the client from the schema files. Prisma's command wants a schema engine, which it would download, and
// does not use it to generate: any program that exists will do.
const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
const command = join(dirname(manifest), 'build', 'index.js')
const { status, stderr } = spawnSync(process.execPath, [command, 'generate', '--no-hints'], {
  cwd: import.meta.dirname,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  encoding: 'utf8',
})
if (status !== 0) {
  process.stderr.write(`The database client could not be generated:\n${stderr}\n`)
  process.exitCode = 1
}
