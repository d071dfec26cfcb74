import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { LocalServer } from '@accord/database/server'
import pg from 'pg'
import { buildArea } from './area-database.ts'
import type { Area } from './area-shape.ts'
import { quantile } from './load.ts'
import { type MeasuredProcess, startMeasured } from './measured-process.ts'

/** Times in milliseconds; growths of what the process holds in memory, in bytes. */
export type ImportFigures = {
  rows: number
  sent: number
  checked: number
  loaded: number
  changed: number
  undone: number
  importGrowth: number
  quietP99: number
  meanwhileP99: number
  hugeGrowth: number
  hugeRefusal: string | null
  hugeMeanwhileP99: number
}

const AREA: Area = { name: 'imports', databaseName: 'bench_imports', councils: 2 }
const OFFICER_TOKEN = 'bench-officer'
const HUGE_BYTES = 1024 * 1024 * 1024
const PAUSE_MILLISECONDS = 5
const SMALL_ANSWER = '/api/v1/health'
const ORGANISATIONS = 100
const QUARTERS = 40
const INDICATORS = 25
const ROWS = ORGANISATIONS * QUARTERS * INDICATORS

async function addOfficer(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(
      `WITH person AS (INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), 'officer@bench.example', 'Officer') RETURNING id),
         role AS (INSERT INTO person_role (id, person_id, role, council_id)
           SELECT gen_random_uuid(), p.id, 'performance_officer', o.id FROM person p, organisation o WHERE o.slug = 'council-1')
       INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
       SELECT gen_random_uuid(), $1, id, now(), now(), now() + interval '1 hour' FROM person`,
      [Buffer.from(hash('sha256', OFFICER_TOKEN, 'hex'), 'hex')],
    )
  } finally {
    await client.end()
  }
}

/** Every figure of the file; `shift` makes another of each. */
function fileOf(shift: number, indicators = INDICATORS): string {
  const lines = ['indicator,organisation,quarter,numerator,denominator,value']
  for (let indicator = 0; indicator < indicators; indicator++) {
    for (let place = 0; place < ORGANISATIONS; place++) {
      for (let quarter = 0; quarter < QUARTERS; quarter++) {
        const whole = 1000
        const part = 400 + ((indicator * 7 + place * 3 + quarter + shift) % 200)
        const year = 1999 + Math.floor(quarter / 4)
        lines.push(
          `B${indicator},Northtown${place},${year}/${String((year + 1) % 100).padStart(2, '0')} Q${(quarter % 4) + 1},${part},${whole},${part / 10}`,
        )
      }
    }
  }
  return `${lines.join('\n')}\n`
}

type Known = {
  id: string
  version: number
  proposedMapping: object
  questions: { group: string; proposal: string | null }[]
  newIndicators: { code: string; settings: object }[]
  summary: { added: number; changed: number } | null
  failure: string | null
}

async function ask(
  port: number,
  method: string,
  path: string,
  { body, version }: { body?: object | string | Readable; version?: number },
) {
  const isFile = typeof body === 'string' || body instanceof Readable
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: {
      cookie: `accord=${OFFICER_TOKEN}`,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(body === undefined
        ? {}
        : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined
      ? {}
      : { body: isFile ? (body as BodyInit) : JSON.stringify(body), duplex: 'half' }),
  } as RequestInit)
  return { status: answer.status, found: (await answer.json()) as Known & { detail?: string } }
}

async function done(
  port: number,
  method: string,
  path: string,
  sent: { body?: object | string; version?: number },
): Promise<Known> {
  const { status, found } = await ask(port, method, path, sent)
  if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}: ${found.detail}`)
  return found
}

/** Asks for something small until the work is done: the p99 of its answers, and how much more memory is held. */
async function whileWorking<Result>(product: MeasuredProcess, work: () => Promise<Result>) {
  const before = (await product.report()).residentBytes
  const times: number[] = []
  let most = before
  let isDone = false
  const working = work().finally(() => {
    isDone = true
  })
  while (!isDone) {
    const started = performance.now()
    await (await fetch(`http://127.0.0.1:${product.port}${SMALL_ANSWER}`)).arrayBuffer()
    times.push(performance.now() - started)
    if (times.length % 10 === 0) most = Math.max(most, (await product.report()).residentBytes)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
  const result = await working
  const sorted = times.toSorted((a, b) => a - b)
  return { result, p99: quantile(sorted, 0.99), growth: most - before }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const started = performance.now()
  const result = await work()
  return { result, milliseconds: performance.now() - started }
}

async function importFile(
  port: number,
  file: string,
  { framework = null as string | null, title = 'Bench' } = {},
) {
  const begun = await done(port, 'POST', '/imports', {
    body: { fileName: 'bench.csv', fileSize: file.length },
  })
  const at = `/imports/${begun.id}`
  const sent = await timed(() => done(port, 'PUT', `${at}/file`, { body: file, version: begun.version }))
  const checked = await timed(async () => {
    const mapping = sent.result.proposedMapping
    const body = { mapping, framework, frameworkTitle: framework === null ? title : null }
    return done(port, 'PUT', `${at}/mapping`, { body, version: sent.result.version })
  })
  const choices = checked.result.questions.flatMap(({ group, proposal }) =>
    proposal === null ? [] : [[group, proposal]],
  )
  const indicators = checked.result.newIndicators.map(({ code, settings }) => [code, settings])
  const ready =
    choices.length + indicators.length === 0
      ? checked.result
      : await done(port, 'PUT', `${at}/answers`, {
          body: { choices: Object.fromEntries(choices), indicators: Object.fromEntries(indicators) },
          version: checked.result.version,
        })
  const loaded = await timed(() => done(port, 'POST', `${at}/load`, { version: ready.version }))
  return { at, sent, checked, loaded, found: loaded.result }
}

function* hugeFile(): Generator<string> {
  const part = 'B1,Body 1,2009/10 Q1,1,2,50\n'.repeat(4000)
  yield 'indicator,organisation,quarter,numerator,denominator,value\n'
  for (let size = 0; size < HUGE_BYTES; size += part.length) yield part
}

/** What the record of the import says afterwards: the sender may be cut off before any answer arrives. */
async function sendHuge(port: number): Promise<string | null> {
  const begun = await done(port, 'POST', '/imports', { body: { fileName: 'huge.csv', fileSize: 1 } })
  const body = Readable.from(hugeFile())
  const sent = ask(port, 'PUT', `/imports/${begun.id}/file`, { body, version: begun.version })
  await sent.catch(() => undefined)
  return (await done(port, 'GET', `/imports/${begun.id}`, {})).failure
}

/** 100,000 rows in, changed and taken back, and a file of 1 GB, each while somebody else asks for something small. */
export async function measureImports(server: LocalServer): Promise<ImportFigures> {
  const { connectionString } = await buildArea(server, AREA)
  await addOfficer(connectionString)
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  try {
    const { port } = product
    // Once before anything is measured: code that never ran takes memory of its own.
    await importFile(port, fileOf(0, 2), { title: 'Warm' })
    const quiet = await whileWorking(product, () => new Promise((resolve) => setTimeout(resolve, 1000)))
    const huge = await whileWorking(product, () => sendHuge(port))
    const meanwhile = await whileWorking(product, () => importFile(port, fileOf(0)))
    const { sent, checked, loaded } = meanwhile.result
    const second = await importFile(port, fileOf(1), { framework: 'bench' })
    const undone = await timed(() =>
      done(port, 'POST', `${second.at}/undo`, {
        body: { reason: 'Measured' },
        version: second.found.version,
      }),
    )
    return {
      rows: ROWS,
      ...{ sent: sent.milliseconds, checked: checked.milliseconds, loaded: loaded.milliseconds },
      ...{ changed: second.loaded.milliseconds, undone: undone.milliseconds },
      ...{ importGrowth: meanwhile.growth, quietP99: quiet.p99, meanwhileP99: meanwhile.p99 },
      ...{ hugeGrowth: huge.growth, hugeMeanwhileP99: huge.p99, hugeRefusal: huge.result },
    }
  } finally {
    await product.stop()
  }
}
