import type { LocalServer } from '@accord/database/server'
import { buildArea } from './area-database.ts'
import { councilSlug, readerToken } from './area-shape.ts'
import { ASSESSED_AREA, assessPartnerships } from './assessed-area.ts'
import { measure, quantile } from './load.ts'
import { startMeasured } from './measured-process.ts'

const READERS = 20
/** Someone else who looks at something small now and then, while a pack is made. */
const PAUSE_MILLISECONDS = 5
const COUNCILS = '/api/v1/councils'

export type ValueForMoneyFigures = {
  comparisons: number
  comparisonP50: number
  comparisonP99: number
  pages: number
  packMilliseconds: number
  quietP99: number
  meanwhileP99: number
}

const comparisonPath = (council: number) => `${COUNCILS}/${councilSlug(council)}/value-for-money?all=true`

async function ask(port: number, path: string): Promise<Response> {
  const headers = { cookie: `accord=${readerToken(1)}` }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
  return answer
}

/** Asks for something small again and again until the work is done: the p99 of its answers. */
async function whileWorking(port: number, work: Promise<unknown>): Promise<number> {
  const times: number[] = []
  let isDone = false
  const settled = work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const started = performance.now()
    await (await ask(port, COUNCILS)).arrayBuffer()
    times.push(performance.now() - started)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
  await settled
  return quantile(
    times.toSorted((a, b) => a - b),
    0.99,
  )
}

async function timePack(port: number): Promise<{ milliseconds: number; pages: number }> {
  const started = performance.now()
  const answer = await ask(port, `${COUNCILS}/${councilSlug(1)}/pack.pdf?rating=fair`)
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  return {
    milliseconds: performance.now() - started,
    pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  }
}

/** The comparison of 60 partnerships under 20 readers, and the pack of the 17 that are rated fair. */
export async function measureValueForMoney(
  server: LocalServer,
  seconds: number,
): Promise<ValueForMoneyFigures> {
  const { connectionString } = await buildArea(server, ASSESSED_AREA)
  await assessPartnerships(connectionString)
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  try {
    const { port } = product
    // Uncompressed, so that an answer says its length.
    const headers = { 'accept-encoding': 'identity' }
    const requests = [1, 2].map((council) => ({ path: comparisonPath(council), headers }))
    const load = { port, connections: READERS, requests, expectedStatus: 200 }
    await measure({ ...load, seconds: 1 })
    const { answers, p50, p99 } = await measure({ ...load, seconds })
    await timePack(port)
    const quietP99 = await whileWorking(port, new Promise((resolve) => setTimeout(resolve, 1000)))
    const packs: { milliseconds: number; pages: number }[] = []
    const meanwhileP99 = await whileWorking(
      port,
      (async () => {
        for (let made = 0; made < 5; made++) packs.push(await timePack(port))
      })(),
    )
    return {
      ...{ comparisons: answers, comparisonP50: p50, comparisonP99: p99 },
      pages: packs[0]?.pages ?? 0,
      packMilliseconds: Math.max(...packs.map(({ milliseconds }) => milliseconds)),
      ...{ quietP99, meanwhileP99 },
    }
  } finally {
    await product.stop()
  }
}
