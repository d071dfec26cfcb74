import { defineConfig } from '@playwright/test'

const browser = process.env.ACCORD_BROWSER ?? '/usr/bin/chromium'

const MEASURED = /\.measured\.spec\.ts$/

// Playwright reads its configuration from the default export.
export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  globalSetup: './fixtures/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'journeys', testIgnore: MEASURED },
    // Nothing else runs beside what is measured, another measurement neither.
    { name: 'measured', testMatch: MEASURED, dependencies: ['journeys'], workers: 1 },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 1000 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
