import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataFolder, type Product, run, start, stop } from './testing/product.ts'

let folder: ReturnType<typeof dataFolder>
let products: Product[] = []

beforeEach(() => {
  folder = dataFolder()
})

afterEach(async () => {
  await Promise.all(products.map(stop))
  products = []
  folder.remove()
})

async function startHere(environment: Record<string, string> = {}): Promise<Product> {
  const product = await start({ ACCORD_DATA_DIR: folder.path, ...environment })
  products.push(product)
  return product
}

async function signIn({ address }: Product): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'executive@cherwell.example', password: 'demonstration' }),
  })
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const read = async ({ address }: Product, cookie: string) =>
  fetch(`${address}/api/v1/councils/cherwell/dashboards/2009-10-q2`, { headers: { cookie } })

describe('starting', () => {
  test('what was acknowledged before a kill -9 is there after the next start, which recovers by itself', async () => {
    const killed = await startHere()
    const cookie = await signIn(killed)
    killed.process.kill('SIGKILL')
    await killed.ended
    const next = await startHere()
    expect(next.said()).toContain('taken over from an earlier run')
    expect((await read(next, cookie)).status).toBe(200)
    expect(await stop(next)).toBe(0)
  })

  test('SIGTERM stops server and database, and the next start finds everything', async () => {
    const first = await startHere()
    const cookie = await signIn(first)
    expect(await stop(first)).toBe(0)
    expect(first.said()).toMatch(/stopped\.\n$/)
    const second = await startHere()
    expect(second.said()).toContain('already there')
    expect(second.said()).not.toContain('taken over')
    expect((await read(second, cookie)).status).toBe(200)
  })

  test('the pages are served with the app, whatever their address', async () => {
    const { address } = await startHere()
    const page = await fetch(`${address}/councils/cherwell/quarters/2009-10-q2`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('<title>')
  })

  test('in live mode there is no demonstration: no people, no banner, no password', async () => {
    const product = await startHere({ ACCORD_MODE: 'live' })
    const deployment = await (await fetch(`${product.address}/api/v1/deployment`)).json()
    expect(deployment).toMatchObject({ mode: 'live', people: [] })
    expect(product.said()).toContain('Create the first administrator')
    expect(product.said()).not.toContain('demonstration')
  })

  test('live mode refuses a database that holds the demonstration', async () => {
    await stop(await startHere())
    const refused = run({ ACCORD_DATA_DIR: folder.path, ACCORD_MODE: 'live' })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain('This database holds demonstration data.')
  })
})

describe('what keeps it from starting is one sentence and a failure, without a stack trace', () => {
  async function refusal(environment: Record<string, string>): Promise<string> {
    const refused = run({ ACCORD_DATA_DIR: folder.path, ...environment })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).not.toMatch(/\n\s+at |node:internal|Error:/)
    return refused.said().trim().split('\n').at(-1) ?? ''
  }

  test('a port in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is in use.`)
    taken.close()
  })

  test('a folder that cannot be written', async () => {
    expect(await refusal({ ACCORD_DATA_DIR: '/proc/accord' })).toContain('cannot be written')
  })

  test('a database that cannot be reached', async () => {
    expect(await refusal({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })).toContain(
      'The database cannot be reached',
    )
  })

  test('a setting that is wrong', async () => {
    expect(await refusal({ PORT: 'eighty' })).toContain('PORT must be a number')
  })
})
