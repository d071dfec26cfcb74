import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createDatabase, DEMONSTRATION_PASSWORD, loadDemonstration, migrate } from '@accord/database'
import type { LocalServer } from '@accord/database/server'
import { chromium } from 'playwright'
import { TODAY } from './area-shape.ts'
import { browserArguments, findBrowser } from './browser.ts'
import { quantile } from './load.ts'
import { startMeasured } from './measured-process.ts'
import { loadPage, type PageFigures } from './page-load.ts'

export type { PageFigures } from './page-load.ts'

const DATABASE = 'bench_demonstration'
const VISIT = {
  path: '/councils/cherwell/quarters/2009-10-q2',
  person: { email: 'executive@cherwell.example', password: DEMONSTRATION_PASSWORD },
}

const web = fileURLToPath(new URL('../../web/', import.meta.url))

/** Why the page cannot be measured here; null when it can. Builds the app where it is not built. */
function whatIsMissing(): string | null {
  if (findBrowser() === null)
    return 'no Chromium or Chrome was found: install one, or set ACCORD_BROWSER to it'
  if (existsSync(`${web}dist/index.html`)) return null
  const { status } = spawnSync('pnpm', ['run', 'build'], { cwd: web, stdio: 'ignore' })
  return status === 0 ? null : 'the app is not built, and building it failed: run pnpm build in apps/web'
}

async function loadDatabase(server: LocalServer): Promise<string> {
  await server.ensureDatabase(DATABASE)
  const connectionString = server.connectionString(DATABASE)
  await migrate(connectionString)
  const database = createDatabase({ connectionString, poolSize: 1, statementTimeoutMilliseconds: 60_000 })
  await loadDemonstration(database, { today: TODAY })
  await database.close()
  return connectionString
}

function medianOf(visits: readonly PageFigures[]): PageFigures {
  const of = (pick: (visit: PageFigures) => number) =>
    quantile(
      visits.map(pick).toSorted((a, b) => a - b),
      0.5,
    )
  return {
    scriptBytes: of((visit) => visit.scriptBytes),
    scripts: of((visit) => visit.scripts),
    lcpMilliseconds: of((visit) => visit.lcpMilliseconds),
    cls: of((visit) => visit.cls),
  }
}

/** The Executive’s dashboard on the demonstration data, as a first visit: the median of several. */
export async function measurePage(
  server: LocalServer,
  visits: number,
): Promise<PageFigures | { missing: string }> {
  const missing = whatIsMissing()
  if (missing !== null) return { missing }
  const connectionString = await loadDatabase(server)
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments })
  try {
    const origin = `http://localhost:${product.port}`
    const seen: PageFigures[] = []
    for (let visit = 0; visit < visits; visit++) seen.push(await loadPage(browser, { origin, ...VISIT }))
    return medianOf(seen)
  } finally {
    await browser.close()
    await product.stop()
  }
}
