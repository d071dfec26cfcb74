import pg from 'pg'
import { prepareCluster, SERVER_USER } from './cluster.ts'
import { launch, stopServer } from './launch.ts'
import { ownedByAnother, releaseOwnership, takeOwnership } from './owner.ts'
import { serverPassword } from './password.ts'
import { settlePlace } from './place.ts'
import { onServer } from './postmaster.ts'

export type LocalServerOptions = {
  /** Made when it is not there. Holds the database, its password and its log. */
  dataDirectory: string
  /** Loopback port; a free one is found when it is left out. A reused server keeps the port it has. */
  port?: number
  /** False only for tests and measurements: faster, and a crash of the machine may lose everything. */
  durable?: boolean
  /** Told in one sentence of anything a person should know, such as files put elsewhere. */
  onMessage?: (sentence: string) => void
}

export type LocalServer = {
  port: number
  /** The server was already running and was taken over or joined, not started. */
  reused: boolean
  connectionString: (databaseName: string) => string
  /** Creates the database when it is not there. */
  ensureDatabase: (databaseName: string) => Promise<void>
  /**
   * Fast shutdown, waited for. Does nothing while another live process answers for the server;
   * with `unlessInUse`, nor while anyone else is connected.
   */
  stop: (options?: { unlessInUse?: boolean }) => Promise<void>
}

async function ensureDatabase(server: { port: number; password: string }, name: string): Promise<void> {
  await onServer(server, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
}

async function isInUse(server: { port: number; password: string }): Promise<boolean> {
  return onServer(server, async (client) => {
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    )
    return others.rowCount !== 0
  })
}

/**
 * Starts the bundled PostgreSQL on the loopback address, or joins the one that already runs in this folder:
 * after a kill of this process the server stays, and the next start takes it over. Throws StartError.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const place = await settlePlace({
    dataDirectory: options.dataDirectory,
    onMessage: options.onMessage ?? (() => undefined),
  })
  const password = serverPassword(place.dataDirectory)
  const durable = options.durable ?? true
  await prepareCluster({ place, password, durable })
  const { port, reused } = await launch({ place, password, port: options.port, durable })
  if (!ownedByAnother(place.dataDirectory)) takeOwnership(place.dataDirectory)
  return {
    port,
    reused,
    connectionString: (name) =>
      `postgresql://${SERVER_USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(name)}`,
    ensureDatabase: (name) => ensureDatabase({ port, password }, name),
    stop: async ({ unlessInUse = false } = {}) => {
      if (ownedByAnother(place.dataDirectory)) return
      if (unlessInUse && (await isInUse({ port, password }))) return
      await stopServer(place)
      releaseOwnership(place.dataDirectory)
    },
  }
}
