import { defineConfig } from 'vitest/config'

// vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['./testing/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
