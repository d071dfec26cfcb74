import pg from 'pg'
import { startLocalServer } from './index.ts'

// Started by a test as a process of its own, to be killed: starts the server, writes rows one by one and says the
// number of each one that the server has acknowledged.
const dataDirectory = process.argv[2] ?? ''
const server = await startLocalServer({ dataDirectory })
await server.ensureDatabase('accord')
const client = new pg.Client({ connectionString: server.connectionString('accord') })
await client.connect()
await client.query('create table if not exists written (number integer primary key)')
for (let number = 1; ; number += 1) {
  await client.query('insert into written values ($1)', [number])
  process.stdout.write(`${number}\n`)
}
