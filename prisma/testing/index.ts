export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts'
export { setup, startTestServer, type TestServer } from './test-server.ts'
