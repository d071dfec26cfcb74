import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contractOf } from './plugins/openapi.ts'
import { buildUnconnectedApp } from './testing/unconnected-app.ts'

// Writes the public contract from the routes, where it is committed or to the file named.
const committed = fileURLToPath(new URL('../../../packages/api-client/openapi.json', import.meta.url))
const app = await buildUnconnectedApp()
await app.ready()
writeFileSync(process.argv[2] ?? committed, `${JSON.stringify(contractOf(app), null, 2)}\n`)
await app.close()
