import { quarterKey } from '@accord/domain'
import pg from 'pg'
import type { BuiltArea } from './area-database.ts'
import { councilSlug, FIRST_QUARTER, READERS, SHAPE } from './area-shape.ts'
import { fetchAsSent } from './as-sent.ts'
import type { LoadRequest } from './load.ts'
import { startMeasured } from './measured-process.ts'
import type { Start, StoredAnswer } from './process-messages.ts'

/** The product’s own pool size. */
const POOL_SIZE = 10

const NEWEST = quarterKey(SHAPE.lastQuarter)

type Pair = { council: string; quarter: string }

const productPath = ({ council, quarter }: Pair) => `/api/v1/councils/${council}/dashboards/${quarter}`

/** Every council and quarter of the area, in an order that asks for no council twice running. */
function pairsOf(councils: number): Pair[] {
  return Array.from({ length: SHAPE.quarters }, (_, back) =>
    Array.from({ length: councils }, (_, number) => ({
      council: councilSlug(number + 1),
      quarter: quarterKey(FIRST_QUARTER + ((back * 7 + number) % SHAPE.quarters)),
    })),
  ).flat()
}

/**
 * Walks all pairs without end. Twice in every walk each council’s version is moved, as a write moves it, so
 * that no dashboard asked for is still in memory: a pair comes round again only after a whole move.
 */
function coldWalk(pairs: readonly Pair[], moveVersions: () => void): () => Pair {
  let asked = 0
  const every = Math.floor(pairs.length / 2)
  return () => {
    if (asked % every === 0) moveVersions()
    const pair = pairs[asked % pairs.length]
    asked += 1
    if (pair === undefined) throw new Error('An area without councils has no dashboards.')
    return pair
  }
}

/** The two processes of an area, and what to ask of them. */
export async function startArea(area: BuiltArea) {
  const start: Start = { connectionString: area.connectionString, poolSize: POOL_SIZE }
  const [product, bare] = await Promise.all([
    startMeasured('product-process.ts', start),
    startMeasured('bare-process.ts', start),
  ])
  const writer = new pg.Pool({ connectionString: area.connectionString, max: 1 })
  writer.on('error', () => undefined)

  const newest = Array.from({ length: area.councils }, (_, number) => ({
    council: councilSlug(number + 1),
    quarter: NEWEST,
  }))
  const answers: (StoredAnswer & { pair: Pair; etag: string })[] = []
  for (const pair of newest) {
    const { etag, headers, body } = await fetchAsSent(product.port, productPath(pair))
    answers.push({
      pair,
      etag,
      path: `/bytes/${pair.council}/${pair.quarter}`,
      headers,
      bodyBase64: body.toString('base64'),
    })
  }
  await bare.store(answers.map(({ path, headers, bodyBase64 }) => ({ path, headers, bodyBase64 })))

  const plain = (path: string): LoadRequest => ({ path, headers: {} })
  const known = (path: string, etag: string): LoadRequest => ({ path, headers: { 'if-none-match': etag } })
  const moveVersions = async () => {
    await writer.query('UPDATE figures_version SET version = version + 1')
  }
  const pairs = pairsOf(area.councils)
  const productWalk = coldWalk(pairs, () => void moveVersions().catch(() => undefined))
  const bareWalk = coldWalk(pairs, () => void moveVersions().catch(() => undefined))
  return {
    area,
    product,
    bare,
    readers: READERS,
    dashboardBytes: Buffer.from(answers[0]?.bodyBase64 ?? '', 'base64').length,
    asks: {
      cold: () => plain(productPath(productWalk())),
      cached: answers.map(({ pair }) => plain(productPath(pair))),
      unchanged: answers.map(({ pair, etag }) => known(productPath(pair), etag)),
      statement: () => {
        const { council, quarter } = bareWalk()
        return plain(`/statement/${council}/${quarter}`)
      },
      bytes: answers.map(({ path }) => plain(path)),
      notModified: answers.map(({ pair, etag }) =>
        known(`/not-modified/${pair.council}/${pair.quarter}`, etag),
      ),
    },
    /** So that a cold round finds nothing in memory, whatever was asked before it. */
    moveVersions,
    /** So that a round of cached answers finds all of them in memory. */
    warm: async (): Promise<void> => {
      for (const { pair } of answers) await fetchAsSent(product.port, productPath(pair))
    },
    stop: async (): Promise<void> => {
      await writer.end()
      await Promise.all([product.stop(), bare.stop()])
    },
  }
}

export type AreaUnderTest = Awaited<ReturnType<typeof startArea>>
