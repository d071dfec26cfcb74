import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalServer } from '../server/index.ts'

/** Where the test workers find the server that the run started. */
export const TEST_SERVER_VARIABLE = 'ACCORD_TEST_SERVER'

export type TestServer = {
  connectionString: (databaseName: string) => string
  stop: () => Promise<void>
}

/** A server that forgets everything when it stops: one for a whole test run. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-test-'))
  // Open to the account that runs the server when the tests run as root.
  chmodSync(folder, 0o711)
  const server = await startLocalServer({ dataDirectory: folder, durable: false })
  process.env[TEST_SERVER_VARIABLE] = server.connectionString('postgres')
  return {
    connectionString: server.connectionString,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** For vitest's `globalSetup`: starts the server before the first test and answers with its end. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  return server.stop
}
