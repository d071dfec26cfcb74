import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalServer, startLocalServer } from '@accord/database/server'
import { buildArea } from './area-database.ts'
import { LARGE, READERS, SMALL } from './area-shape.ts'
import { type AreaUnderTest, startArea } from './area-under-test.ts'
import {
  budgetLines,
  catalogueBudgets,
  deadlineBudgets,
  importBudgets,
  indicatorPageBudgets,
  missed,
  pageBudgets,
  speedBudgets,
  valueForMoneyBudgets,
} from './budgets.ts'
import { INDICATORS, measureCatalogue } from './catalogue.ts'
import { measureDeadline } from './deadline.ts'
import { LEADS } from './deadline-area.ts'
import { measureImports } from './imports.ts'
import { measureIndicatorPage } from './indicator-page.ts'
import { measurePage } from './page.ts'
import { measureRounds } from './rounds.ts'
import { type Measurement, speedTable } from './speed-report.ts'
import { kilobytes } from './table.ts'
import { measureValueForMoney } from './value-for-money.ts'

const isQuick = process.argv.includes('--quick')
const EFFORT = isQuick
  ? {
      rounds: 3,
      seconds: 0.4,
      warmUpSeconds: 0.3,
      visits: 2,
      deadlineSeconds: 3,
      comparisonSeconds: 2,
      searchSeconds: 1,
    }
  : {
      rounds: 5,
      seconds: 3,
      warmUpSeconds: 2,
      visits: 5,
      deadlineSeconds: 15,
      comparisonSeconds: 5,
      searchSeconds: 3,
    }

const say = (line: string) => process.stdout.write(`${line}\n`)

async function measureSpeed(server: LocalServer): Promise<[Measurement, Measurement]> {
  const running: AreaUnderTest[] = []
  try {
    for (const area of [SMALL, LARGE]) {
      const built = await buildArea(server, area)
      say(
        `${area.name}: ${built.measurements.toLocaleString('en-GB')} measurements made in ${built.seconds.toFixed(0)} s`,
      )
      running.push(await startArea(built))
    }
    const bytes = running.map(({ dashboardBytes }) => kilobytes(dashboardBytes)).join(' and ')
    say(
      `A dashboard is ${bytes} as sent. ${READERS} readers at a time; medians of ${EFFORT.rounds} rounds of ${EFFORT.seconds} s.\n`,
    )
    const [small, large] = await measureRounds(running, EFFORT)
    if (small === undefined || large === undefined) throw new Error('An area was not measured.')
    return [
      { areaName: SMALL.name, results: small },
      { areaName: LARGE.name, results: large },
    ]
  } finally {
    await Promise.all(running.map((area) => area.stop()))
  }
}

async function deadline() {
  const figures = await withServer({ durable: true }, (durable) =>
    measureDeadline(durable, EFFORT.deadlineSeconds),
  )
  const { saves, p50, p99 } = figures
  say(`${LEADS} leads at the deadline: ${saves} saves, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms.`)
  return figures
}

async function valueForMoney(server: LocalServer) {
  const figures = await measureValueForMoney(server, EFFORT.comparisonSeconds)
  const { comparisons, comparisonP50, comparisonP99 } = figures
  say(
    `Value for money: ${comparisons} comparisons, p50 ${comparisonP50.toFixed(1)} ms, p99 ${comparisonP99.toFixed(1)} ms.`,
  )
  return figures
}

async function indicatorPage(server: LocalServer) {
  const figures = await measureIndicatorPage(server, EFFORT.comparisonSeconds)
  const { answers, p50, p99, writing, severalP99 } = figures
  say(
    `An indicator of 100 bodies: ${answers} answers to 20 readers, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; while somebody writes all the time ${writing.answers}, p50 ${writing.p50.toFixed(1)} ms, p99 ${writing.p99.toFixed(1)} ms, of four such at once p99 ${severalP99.toFixed(1)} ms.`,
  )
  return figures
}

async function catalogue(server: LocalServer) {
  const figures = await measureCatalogue(server, EFFORT.searchSeconds)
  say(`Searches of ${INDICATORS.toLocaleString('en-GB')} indicators:`)
  for (const { name, answers, p50, p99 } of figures) {
    say(`  ${name}: ${answers} answers, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`)
  }
  return figures
}

async function bench(server: LocalServer): Promise<string[]> {
  const [small, large] = await measureSpeed(server)
  say(speedTable([small, large]))
  const page = await measurePage(server, EFFORT.visits)
  const budgets = speedBudgets(small, large)
  say('')
  budgets.push(...deadlineBudgets(await deadline()))
  budgets.push(...valueForMoneyBudgets(await valueForMoney(server)))
  budgets.push(...indicatorPageBudgets(await indicatorPage(server)))
  budgets.push(...catalogueBudgets(await catalogue(server)))
  budgets.push(...importBudgets(await measureImports(server)))
  if ('missing' in page) {
    say(`The page was not measured: ${page.missing}.\n`)
  } else {
    budgets.push(...pageBudgets(page))
    say(
      `First load of the dashboard: ${page.scripts} scripts, ${kilobytes(page.scriptBytes)}; LCP ${(page.lcpMilliseconds / 1000).toFixed(2)} s, CLS ${page.cls.toFixed(3)}.\n`,
    )
  }
  for (const line of budgetLines(budgets)) say(line)
  return [
    ...missed(budgets).map(({ name }) => name),
    ...('missing' in page ? ['the page was not measured'] : []),
  ]
}

const opened: (() => Promise<void>)[] = []

/** A server of its own in a folder of its own, gone afterwards. */
async function withServer<Result>(
  { durable }: { durable: boolean },
  work: (server: LocalServer) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  // Open to the account that runs the server when root starts it.
  chmodSync(folder, 0o711)
  const server = await startLocalServer({ dataDirectory: folder, durable })
  const remove = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  opened.push(remove)
  try {
    return await work(server)
  } finally {
    opened.splice(opened.indexOf(remove), 1)
    await remove()
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.allSettled(opened.map((remove) => remove())).finally(() => process.exit(130))
  })
}
const names = await withServer({ durable: false }, bench)
if (names.length > 0) say(`\nMissed: ${names.join('; ')}.`)
process.exitCode = names.length === 0 ? 0 : 1
