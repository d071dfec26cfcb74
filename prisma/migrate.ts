import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { errorText, plainReason, StartError } from './start-error.ts'

type Migration = { name: string; sql: string; checksum: string }
type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null }

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

// Any fixed number: two processes that start at once must ask for the same lock.
const LOCK_KEY = 20_091_019

// Prisma's own table, so that its tools read this database's history as theirs.
const HISTORY_TABLE = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

export function readMigrations(folder: string = FOLDER): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return names.map((name) => {
    const sql = readFileSync(`${folder}/${name}/migration.sql`, 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function readHistory(client: pg.Client): Promise<Map<string, AppliedMigration>> {
  const { rows } = await client.query<AppliedMigration>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

function refuseForeignHistory(migrations: Migration[], history: Map<string, AppliedMigration>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of history.values()) {
    const migration = known.get(row.migration_name)
    if (!migration) {
      throw new StartError(
        `This database was changed by a newer version of Accord (${row.migration_name}): start that version.`,
      )
    }
    if (row.finished_at === null) {
      throw new StartError(
        `The change ${row.migration_name} was left unfinished in this database: restore a copy.`,
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new StartError(
        `The change ${row.migration_name} was edited after it was applied to this database: put it back as it was and add a new one.`,
      )
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new StartError(
      `The change ${migration.name} could not be applied to the database: ${errorText(error)}`,
    )
  }
}

// A role that does not own the database may not do this. The connections ask for UTC in any case.
async function setDatabaseToUtc(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      execute format('alter database %I set timezone = %L', current_database(), 'UTC');
    exception when insufficient_privilege then null;
    end $$`)
}

async function connect(connectionString: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\//.test(connectionString)) {
    throw new StartError(
      'The database’s address is not one: write it as postgresql://user:password@host:5432/name.',
    )
  }
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC -c client_min_messages=warning',
    application_name: 'accord-migrate',
  })
  // A lost connection also fails the statement in flight, which says so.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new StartError(`The database cannot be reached: ${plainReason(error)}.`)
  }
}

/**
 * Applies the pending migrations in order, each in a transaction of its own, and answers with their names.
 * Only one process does so at a time. Throws StartError, with everything before the failing one applied.
 */
export async function migrate(connectionString: string, folder: string = FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = await connect(connectionString)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY])
    await client.query(HISTORY_TABLE)
    const history = await readHistory(client)
    refuseForeignHistory(migrations, history)
    const pending = migrations.filter((migration) => !history.has(migration.name))
    for (const migration of pending) await apply(client, migration)
    if (pending.length > 0) await setDatabaseToUtc(client)
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
