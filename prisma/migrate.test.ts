import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeDrift, SCHEMA_FOLDER } from './engine/drift.ts'
import { openSchemaEngine, readSchema } from './engine/schema-engine.ts'
import { migrate, readMigrations } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'

const MIGRATIONS = join(import.meta.dirname, 'migrations')

let database: TestDatabase
let scratch: string

beforeAll(async () => {
  database = await createTestDatabase()
  scratch = mkdtempSync(join(tmpdir(), 'accord-migrate-'))
})

afterAll(async () => {
  await database.drop()
  rmSync(scratch, { recursive: true, force: true })
})

function copyOfMigrations(name: string): string {
  const folder = join(scratch, name)
  cpSync(MIGRATIONS, folder, { recursive: true })
  return folder
}

function addMigration(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function emptied(): Promise<TestDatabase> {
  const own = await createTestDatabase()
  await own.pool.query('drop schema public cascade; create schema public')
  return own
}

test('a migrated database has nothing pending and stays as it is', async () => {
  expect(await migrate(database.connectionString)).toEqual([])
})

test('two processes that migrate at once apply each change once', async () => {
  const own = await emptied()
  const applied = await Promise.all([migrate(own.connectionString), migrate(own.connectionString)])
  expect(applied.flat().sort()).toEqual(readMigrations().map(({ name }) => name))
  await own.drop()
})

test('Prisma’s own tools read the history as theirs and whole', async () => {
  const migrationDirectories = readMigrations().map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  const { engine, close } = await openSchemaEngine(database.connectionString, readSchema(SCHEMA_FOLDER))
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: MIGRATIONS,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
      },
      migrationDirectories,
      shadowDbInitScript: '',
    },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  })
  await close()
  expect(diagnosis).toMatchObject({
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
    history: null,
  })
})

test('a change edited after it was applied is refused in a sentence', async () => {
  const folder = copyOfMigrations('edited')
  writeFileSync(join(folder, '0001_initial', 'migration.sql'), 'select 1')
  await expect(migrate(database.connectionString, folder)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('0001_initial was edited after it was applied'),
  })
})

test('a database of a newer version is refused in a sentence', async () => {
  const folder = copyOfMigrations('older')
  rmSync(join(folder, '0005_figures_version'), { recursive: true })
  await expect(migrate(database.connectionString, folder)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('newer version of Accord'),
  })
})

test('a change that fails leaves nothing of itself, and what came before it stays', async () => {
  const own = await createTestDatabase()
  const folder = copyOfMigrations('failing')
  addMigration(folder, '0101_works', 'create table works (id integer)')
  addMigration(folder, '0102_fails', 'create table fails (id integer); select 1 / 0')
  await expect(migrate(own.connectionString, folder)).rejects.toMatchObject({ name: 'StartError' })
  const { rows } = await own.pool.query(
    "select to_regclass('works') is not null as works, to_regclass('fails') is not null as fails",
  )
  expect(rows).toEqual([{ works: true, fails: false }])
  writeFileSync(join(folder, '0102_fails', 'migration.sql'), 'create table fails (id integer)')
  expect(await migrate(own.connectionString, folder)).toEqual(['0102_fails'])
  await own.drop()
})

test('a database that cannot be reached is one sentence', async () => {
  await expect(migrate('postgresql://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    name: 'StartError',
    message: 'The database cannot be reached: nothing answers at its address.',
  })
  await expect(migrate('nonsense')).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('is not one'),
  })
})

test('the migrations and the schema files make the same database', async () => {
  expect(await describeDrift(database.connectionString)).toBeNull()
})

test('the drift check fails when the schema files have a column more', async () => {
  const folder = join(scratch, 'schema')
  cpSync(SCHEMA_FOLDER, folder, { recursive: true })
  const file = join(folder, 'deployment.prisma')
  writeFileSync(file, readFileSync(file, 'utf8').replace('area ', 'extra Int\n  area '))
  expect(await describeDrift(database.connectionString, folder)).toContain('extra')
})

test('the drift check fails when the database has a column more', async () => {
  const own = await createTestDatabase()
  await own.pool.query('alter table partnership add column extra integer')
  expect(await describeDrift(own.connectionString)).toContain('extra')
  await own.drop()
})
