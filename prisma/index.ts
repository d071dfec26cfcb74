export * from './client/generated/client.ts'
export { assertDatabaseUsable, createDatabase, type Database, type DatabaseOptions } from './client/index.ts'
export { createOwnConnection } from './client/own-connection.ts'
export {
  type CommandDatabase,
  DEFAULT_DATA_DIRECTORY,
  LOCAL_DATABASE_NAME,
  withCommandDatabase,
} from './command-database.ts'
export { migrate } from './migrate.ts'
export { hashPassword, verifyPassword } from './password.ts'
export { type LoadResult, loadDemonstration } from './seed/load.ts'
export { DEMONSTRATION_PASSWORD } from './seed/people.ts'
export { StartError } from './start-error.ts'
