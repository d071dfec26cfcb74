import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { dataFolder, type Product, start, stop } from './testing/product.ts'

/** How often server or database are killed; the promise is fifty. */
const KILLS = 50
const LONGEST_WORK = 120
const LONGEST_TEST = 600_000

type Change = { changeId: string; cell: string; value: string; version: number }
type Script = {
  versions: Map<string, number>
  acknowledged: Change[]
  unanswered: Change | null
  said: number
}

const CELLS = ['narrative/whatHappened', 'narrative/why', 'narrative/whatWeAreDoing', 'narrative/whatWeNeed']

async function signIn({ address }: Product): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'lead@waste.example', password: 'demonstration' }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function read<Body>({ address }: Product, cookie: string, path: string): Promise<Body> {
  const response = await fetch(`${address}/api/v1${path}`, { headers: { cookie } })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`)
  return (await response.json()) as Body
}

async function send(product: Product, { cookie, id }: { cookie: string; id: string }, change: Change) {
  const response = await fetch(`${product.address}/api/v1/returns/${id}/cells`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'screen', changes: [change] }),
  })
  if (!response.ok) throw new Error(`A save was answered with ${response.status}.`)
  const { results } = (await response.json()) as { results: { outcome: string; now: { version: number } }[] }
  const [result] = results
  if (result?.outcome !== 'saved') throw new Error(`A save was ${result?.outcome}.`)
  return result.now.version
}

/** Types one answer after another, as a screen does, until the service is gone. */
async function typeUntilKilled(product: Product, reader: { cookie: string; id: string }, script: Script) {
  for (;;) {
    const cell = CELLS[script.said % CELLS.length] ?? ''
    const change = {
      ...{ changeId: randomUUID(), cell, value: `Said ${script.said}.` },
      version: script.versions.get(cell) ?? 0,
    }
    script.said += 1
    script.unanswered = change
    try {
      script.versions.set(cell, await send(product, reader, change))
    } catch {
      return
    }
    script.acknowledged.push(change)
    script.unanswered = null
  }
}

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

function databasePid(folder: string): number | undefined {
  const file = ['postgres', 'database', '.']
    .map((name) => join(folder, name, 'postmaster.pid'))
    .find((path) => existsSync(path))
  return file === undefined ? undefined : Number(readFileSync(file, 'utf8').split('\n')[0])
}

/** The server, the database, or both at once; what is left of the product ends with it. */
async function strike(product: Product, folder: string, round: number): Promise<void> {
  if (round % 3 !== 0) kill(databasePid(folder))
  if (round % 3 !== 1) kill(product.process.pid)
  else await wait(randomInt(40))
  kill(product.process.pid)
  await product.ended
}

type History = { changes: { to: string; version: number }[] }

test(
  `killed ${KILLS} times in the middle of a return, server and database keep every acknowledged answer, each once`,
  async () => {
    const folder = dataFolder()
    const settings = { ACCORD_DATA_DIR: folder.path }
    let product = await start(settings)
    try {
      const cookie = await signIn(product)
      const { items } = await read<{ items: { id: string }[] }>(
        product,
        cookie,
        '/returns?quarter=2009-10-q2&partnership=waste-partnership',
      )
      const reader = { cookie, id: items[0]?.id ?? '' }
      const { cells } = await read<{ cells: { cell: string; version: number }[] }>(
        product,
        cookie,
        `/returns/${reader.id}`,
      )
      const script: Script = {
        versions: new Map(cells.map(({ cell, version }) => [cell, version])),
        acknowledged: [],
        unanswered: null,
        said: 0,
      }
      for (let round = 0; round < KILLS; round++) {
        const typing = typeUntilKilled(product, reader, script)
        await wait(randomInt(LONGEST_WORK))
        await strike(product, folder.path, round)
        await typing
        product = await start(settings)
        // What was on its way is sent again, as the screen does: it may have been kept already.
        const { unanswered } = script
        if (unanswered !== null) {
          script.versions.set(unanswered.cell, await send(product, reader, unanswered))
          script.acknowledged.push(unanswered)
          script.unanswered = null
        }
      }
      expect(script.acknowledged.length).toBeGreaterThan(KILLS)
      for (const cell of CELLS) {
        const { changes } = await read<History>(product, cookie, `/returns/${reader.id}/history?cell=${cell}`)
        const said = changes.filter(({ to }) => to?.startsWith('Said ')).map(({ to }) => to)
        const promised = script.acknowledged
          .filter((change) => change.cell === cell)
          .map(({ value }) => value)
        expect(said.toReversed()).toEqual(promised)
        expect(changes.map(({ version }) => version)).toEqual(
          changes.map((_, place) => changes.length - place),
        )
      }
    } finally {
      await stop(product)
      folder.remove()
    }
  },
  LONGEST_TEST,
)
