export { createTestDatabase, type TestDatabase } from './test-database.ts'
export { setup, startTestServer, type TestServer } from './test-server.ts'
