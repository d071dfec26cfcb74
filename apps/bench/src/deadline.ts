import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { LocalServer } from '@accord/database/server'
import { quarterKey } from '@accord/domain'
import { buildArea } from './area-database.ts'
import { councilSlug, readerToken, SHAPE } from './area-shape.ts'
import {
  DEADLINE_AREA,
  LEADS,
  type Lead,
  leadToken,
  lengthenReturn,
  prepareLeads,
  readKept,
} from './deadline-area.ts'
import { quantile } from './load.ts'
import { startMeasured } from './measured-process.ts'
import { measureTyping, type TypingFigures } from './typing.ts'

/** A lead who types leaves a box about once a second. */
const PAUSE_MILLISECONDS = 1000
const DASHBOARD_READERS = 20
const PAUSE_BETWEEN_READS = 200
const WARM_UP_SAVES = 300

export type DeadlineFigures = {
  saves: number
  firstP99: number
  p50: number
  p99: number
  acknowledged: number
  kept: number
  disagreeing: number
  typing: TypingFigures | null
  quietDashboardP99: number
  busyDashboardP99: number
}

type Saved = { milliseconds: number; outcome: string; version: number }

const agent = new Agent({ keepAlive: true, maxSockets: LEADS + DASHBOARD_READERS })

type Asked = { method: 'GET' | 'PUT'; path: string; token: string; body?: string }

function ask(
  port: number,
  { method, path, token, body = '' }: Asked,
): Promise<{ status: number; text: string }> {
  const headers = {
    cookie: `accord=${token}`,
    'accept-encoding': 'zstd',
    ...(method === 'PUT'
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      : {}),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ port, agent, host: '127.0.0.1', method, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('latin1') }),
      )
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function save(port: number, lead: Lead, change: { cell: string; value: string; version: number }) {
  const started = performance.now()
  const body = JSON.stringify({ source: 'screen', changes: [{ changeId: randomUUID(), ...change }] })
  const path = `/api/v1/returns/${lead.returnId}/cells`
  const { status, text } = await ask(port, { method: 'PUT', path, token: leadToken(lead.number), body })
  if (status !== 200) throw new Error(`A save was answered with ${status}: ${text.slice(0, 200)}`)
  const [result] = JSON.parse(text).results
  const saved: Saved = {
    milliseconds: performance.now() - started,
    outcome: result.outcome,
    version: result.now?.version ?? 0,
  }
  if (saved.outcome !== 'saved') throw new Error(`A save was ${saved.outcome}: ${result.sentence}`)
  return saved
}

/** The first requests of a process are slow: it has not yet seen what to be fast at. */
async function warmUp(port: number, leads: readonly Lead[]): Promise<void> {
  await readDashboards(port, 1)
  const [lead] = leads
  if (lead === undefined) return
  for (let version = 0; version < WARM_UP_SAVES; version++) {
    await save(port, lead, { cell: 'narrative/why', value: `Said ${version} times.`, version })
  }
}

/** One lead goes from box to box until the time is up. */
async function fillIn(port: number, lead: Lead, { end, times }: { end: number; times: number[] }) {
  const versions = new Map<string, number>()
  let typed = 0
  while (performance.now() < end) {
    const slug = lead.slugs[typed % lead.slugs.length] ?? ''
    const cell = `indicators/${slug}/${typed % 3 === 2 ? 'commentary' : 'value'}`
    const value = typed % 3 === 2 ? `Said ${typed} times.` : String(20 + (typed % 60))
    const saved = await save(port, lead, { cell, value, version: versions.get(cell) ?? 0 })
    versions.set(cell, saved.version)
    times.push(saved.milliseconds)
    typed += 1
    await wait(PAUSE_MILLISECONDS * (0.5 + ((lead.number * 37 + typed * 61) % 100) / 100))
  }
}

/** Members who look at a dashboard now and then: each asks, reads a little, and asks again. */
async function readDashboards(port: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  const readers = Array.from({ length: DASHBOARD_READERS }, async (_, reader) => {
    for (let read = 0; performance.now() < end; read++) {
      const council = councilSlug(((reader + read) % DEADLINE_AREA.councils) + 1)
      const path = `/api/v1/councils/${council}/dashboards/${quarterKey(SHAPE.lastQuarter)}`
      const started = performance.now()
      const { status } = await ask(port, { method: 'GET', path, token: readerToken(reader + 1) })
      if (status !== 200) throw new Error(`A dashboard was answered with ${status}.`)
      times.push(performance.now() - started)
      await wait(PAUSE_BETWEEN_READS)
    }
  })
  await Promise.all(readers)
  return quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  )
}

async function measureLongReturn(
  connectionString: string,
  { port, leads }: { port: number; leads: readonly Lead[] },
): Promise<TypingFigures | null> {
  const [lead] = leads
  if (lead === undefined) return null
  await lengthenReturn(connectionString, lead)
  return measureTyping(`http://localhost:${port}`, lead.returnId)
}

/**
 * The last hour: all leads press at the same moment, then go on typing, while members read dashboards. The
 * database keeps what it acknowledges safely, as in service.
 */
export async function measureDeadline(server: LocalServer, seconds: number): Promise<DeadlineFigures> {
  const { connectionString } = await buildArea(server, DEADLINE_AREA)
  const leads = await prepareLeads(connectionString)
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  try {
    const { port } = product
    // A service at its deadline has been running for a while.
    await warmUp(port, leads)
    const quiet = await readDashboards(port, seconds)
    const times: number[] = []
    const end = performance.now() + seconds * 1000
    const first = leads.map(async (lead) => {
      const started = performance.now()
      await save(port, lead, { cell: 'narrative/whatHappened', value: 'Two rounds began.', version: 0 })
      return performance.now() - started
    })
    const together = (await Promise.all(first)).toSorted((a, b) => a - b)
    const [busy] = await Promise.all([
      readDashboards(port, seconds),
      ...leads.map((lead) => fillIn(port, lead, { end, times })),
    ])
    const { changes, disagreeing } = await readKept(connectionString)
    const typing = await measureLongReturn(connectionString, { port, leads })
    const sorted = times.toSorted((a, b) => a - b)
    return {
      saves: times.length,
      typing,
      firstP99: quantile(together, 0.99),
      p50: quantile(sorted, 0.5),
      p99: quantile(sorted, 0.99),
      acknowledged: times.length + together.length + WARM_UP_SAVES,
      kept: changes,
      disagreeing,
      quietDashboardP99: quiet,
      busyDashboardP99: busy,
    }
  } finally {
    agent.destroy()
    await product.stop()
  }
}
