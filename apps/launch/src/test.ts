import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStep } from '../steps.mjs'
import { root } from '../toolchain.mjs'
import { findBrowser, NO_BROWSER } from './browser.ts'
import { buildWeb, generateClient } from './build.ts'

type Counts = { passed: number; failed: number; skipped: number }

type Check = {
  title: string
  folder?: string
  command: string[]
  environment?: Record<string, string>
  /** Reads the counts of a runner’s report; a check without one counts as one test. */
  report?: (text: string) => Counts
}

const results = mkdtempSync(join(tmpdir(), 'accord-tests-'))
const typed = [
  'apps/api',
  'apps/bench',
  'apps/launch',
  'apps/web',
  'e2e',
  'packages/api-client',
  'packages/domain',
  'prisma',
]

function vitestCounts(text: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(text)
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites),
    skipped: numPendingTests,
  }
}

function playwrightCounts(text: string): Counts {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

function vitest(title: string, folder: string): Check {
  const file = join(results, `${folder.replaceAll('/', '-')}.json`)
  return {
    title,
    folder,
    command: [
      'node_modules/.bin/vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    report: () => vitestCounts(readFileSync(file, 'utf8')),
  }
}

function journeys(browser: string): Check {
  const file = join(results, 'journeys.json')
  return {
    title: 'End to end',
    folder: 'e2e',
    command: ['node_modules/.bin/playwright', 'test', '--reporter=list,json'],
    environment: { ACCORD_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    report: () => playwrightCounts(readFileSync(file, 'utf8')),
  }
}

const checks: Check[] = [
  { title: 'Format and lint', command: ['node_modules/.bin/biome', 'check', '.'] },
  ...typed.map((folder) => ({ title: `Types, ${folder}`, command: ['node_modules/.bin/tsc', '-p', folder] })),
  { title: 'Who imports whom', command: [process.execPath, 'apps/launch/src/check-walls.ts'] },
  { title: 'Contract and client', command: [process.execPath, 'apps/launch/src/check-drift.ts'] },
  { title: 'Schema and migrations', command: [process.execPath, 'prisma/check-drift.ts'] },
  vitest('Rules', 'packages/domain'),
  vitest('Database', 'prisma'),
  vitest('API', 'apps/api'),
  vitest('Starting', 'apps/launch'),
  vitest('Screens', 'apps/web'),
]

function runCheck({ title, folder = '.', command, environment = {}, report }: Check): Counts {
  const end = startStep(title)
  const [program = '', ...args] = command
  const cwd = join(root, folder)
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  const counts = readCounts(report, stdout)
  const failed = status === 0 ? counts.failed : Math.max(1, counts.failed)
  end(failed === 0 ? (report === undefined ? 'ok' : `${counts.passed} passed`) : `${failed} FAILED`)
  if (failed > 0) process.stdout.write(`${stdout}${stderr}\n`)
  return { ...counts, failed }
}

function readCounts(report: Check['report'], stdout: string): Counts {
  try {
    return report?.(stdout) ?? { passed: 1, failed: 0, skipped: 0 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function run(): number {
  generateClient()
  buildWeb()
  const browser = findBrowser()
  const all = browser === null ? checks : [...checks, journeys(browser)]
  const counts = all.map(runCheck)
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0)
  if (browser === null) process.stdout.write(`${NO_BROWSER}\n`)
  const failed = sum('failed') + (browser === null ? 1 : 0)
  process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`)
  return failed === 0 ? 0 : 1
}

const endWithLauncher = () => process.exit(1)
process.on('disconnect', endWithLauncher)
process.on('SIGTERM', () => process.exit(1))
try {
  process.exitCode = run()
} catch (error) {
  process.stdout.write(`\n${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`)
  process.exitCode = 1
} finally {
  rmSync(results, { recursive: true, force: true })
  process.off('disconnect', endWithLauncher)
  process.disconnect?.()
}
