export * from './client/generated/client.ts'
export { assertDatabaseUsable, createDatabase, type Database, type DatabaseOptions } from './client/index.ts'
export { migrate } from './migrate.ts'
export { StartError } from './start-error.ts'
