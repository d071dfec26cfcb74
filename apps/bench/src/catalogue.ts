import type { LocalServer } from '@accord/database/server'
import pg from 'pg'
import { buildArea } from './area-database.ts'
import { type Area, SHAPE } from './area-shape.ts'
import { measure } from './load.ts'
import { startMeasured } from './measured-process.ts'

/** A hundred councils of two hundred indicators each: the catalogue of a country. */
export const CATALOGUE_AREA: Area = { name: 'catalogue', databaseName: 'bench_catalogue', councils: 100 }

export const INDICATORS = CATALOGUE_AREA.councils * SHAPE.indicators

/** People who search at the same moment: as many as the machine has cores. */
const READERS = 2

const PATH = '/api/v1/indicators?pageSize=20'

/** What is asked, in the words of the report. */
const SEARCHES: readonly { name: string; query: string }[] = [
  { name: 'the first page', query: '' },
  { name: 'a code', query: '&search=cp%2017' },
  { name: 'two words', query: '&search=satisfied%20199' },
  { name: 'a word that all have', query: '&search=residents' },
  { name: 'a partnership’s name', query: '&search=partnership%207%20of%20council%2042' },
  { name: 'nothing found', query: '&search=zinnia' },
  { name: 'a status', query: '&status=off_target' },
  { name: 'a status and a word', query: '&status=near_target&search=satisfied' },
  { name: 'sorted by status', query: '&sort=status' },
  { name: 'orphaned', query: '&attention=orphaned' },
  { name: 'stale', query: '&attention=stale' },
  { name: 'no target', query: '&attention=no-target' },
  { name: 'polarity and frequency', query: '&polarity=lower&frequency=quarterly' },
]

export type CatalogueFigures = { name: string; answers: number; p50: number; p99: number }[]

/** Definitions, as a real catalogue has them: what is read through has their length. */
const DEFINITIONS = `UPDATE indicator SET definition = 'Share of those asked who say that they are very or fairly satisfied, '
  || 'of all who answered the question in the survey of the year, weighted by age and ward; number ' || code`

/** Each search by itself, of all 20,000 indicators with forty quarters of figures. */
export async function measureCatalogue(server: LocalServer, seconds: number): Promise<CatalogueFigures> {
  const { connectionString } = await buildArea(server, CATALOGUE_AREA)
  const writer = new pg.Client({ connectionString })
  await writer.connect()
  for (const statement of [DEFINITIONS, 'VACUUM ANALYZE']) await writer.query(statement)
  await writer.end()
  const product = await startMeasured('product-process.ts', { connectionString, poolSize: 10 })
  try {
    const figures: CatalogueFigures = []
    for (const { name, query } of SEARCHES) {
      // Uncompressed, so that an answer says its length.
      const requests = [{ path: `${PATH}${query}`, headers: { 'accept-encoding': 'identity' } }]
      const load = { port: product.port, connections: READERS, requests, expectedStatus: 200 }
      await measure({ ...load, seconds: 0.5 })
      const { answers, p50, p99 } = await measure({ ...load, seconds })
      figures.push({ name, answers, p50, p99 })
    }
    return figures
  } finally {
    await product.stop()
  }
}
