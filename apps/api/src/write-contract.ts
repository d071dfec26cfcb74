import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contractOf } from './plugins/openapi.ts'
import { buildUnconnectedApp } from './testing/unconnected-app.ts'

/** Writes the public contract from the routes. It is committed, and reviewed like code. */
const app = await buildUnconnectedApp()
await app.ready()
const file = fileURLToPath(new URL('../../../packages/api-client/openapi.json', import.meta.url))
writeFileSync(file, `${JSON.stringify(contractOf(app), null, 2)}\n`)
await app.close()
