import { quarterKey, redFrom } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import type { StoredAnswer } from '#api/stored-answer.ts'
import { toDashboard } from './dashboard.ts'
import type { DashboardCache } from './dashboard-cache.ts'
import { type DashboardAsked, type DashboardRow, readDashboard } from './dashboards.queries.ts'
import type { Dashboard } from './dashboards.schemas.ts'
import { storeDashboard } from './stored-dashboard.ts'

type Reader = Pick<Context, 'database' | 'today'>

function frameworkAsked(row: DashboardRow, slug: string | null) {
  const [first] = row.frameworks
  if (slug === null) return first ?? null
  const found = row.frameworks.find(({ id }) => id === slug)
  if (found === undefined) {
    throw notFound('#/query/framework', `No framework called ${slug} runs for this council in this quarter.`)
  }
  return found
}

export async function makeDashboard(
  reader: Reader,
  asked: DashboardAsked,
): Promise<{ version: string; dashboard: Dashboard }> {
  const row = await readDashboard(reader, asked, redFrom)
  if (row === undefined || row.council === null) throw unknownCouncil(asked.council)
  if (asked.portfolio !== null && row.portfolio === null) {
    throw notFound('#/query/portfolio', `This council has no portfolio called ${asked.portfolio}.`)
  }
  const dashboard = toDashboard({
    row,
    council: row.council,
    framework: frameworkAsked(row, asked.framework),
    quarterIndex: asked.quarterIndex,
    today: reader.today,
  })
  if (dashboard === null) {
    throw notFound(
      '#/path/quarter',
      `There is no quarter ${quarterKey(asked.quarterIndex)} here. Choose one from /api/v1/quarters.`,
    )
  }
  return { version: row.version, dashboard }
}

function unknownCouncil(slug: string) {
  return notFound(
    '#/path/council',
    `No council called ${slug} keeps a register here. Choose one from /api/v1/councils.`,
  )
}

/** The bytes of a dashboard, kept in memory for the readers of this version of the figures. */
export async function makeStoredDashboard(
  reader: Reader,
  input: { asked: DashboardAsked; key: string; version: string | null; cache: DashboardCache },
): Promise<StoredAnswer> {
  const { asked, key, version, cache } = input
  if (version === null) throw unknownCouncil(asked.council)
  const made = makeDashboard(reader, asked)
  const stored = made.then(({ dashboard }) => storeDashboard(dashboard))
  // Readers of this version who arrive meanwhile share the work.
  cache.put(key, version, stored)
  // The figures may have moved on since the look-up: then the copy is of the newer version.
  const { version: madeFrom } = await made
  if (madeFrom !== version) cache.put(key, madeFrom, stored)
  return stored
}
