import { parseQuarterKey, quarterKey } from '@accord/domain'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { readIndicatorDetail } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import { toIndicatorDetail } from './indicator-detail.ts'
import { indicatorExists, readMeasurements } from './indicators.queries.ts'
import type { indicatorQuery, MeasurementRow, measurementsQuery } from './indicators.schemas.ts'

const LAST_INDEX = 9999 * 4

/** With the snapshot of the database that it was read in. */
export async function getIndicator(
  context: Pick<Context, 'database' | 'today'>,
  id: string,
  query: z.output<typeof indicatorQuery>,
): Promise<{ snapshot: string; detail: IndicatorDetail }> {
  const quarter = await quarterInContext(context, query.quarter)
  const row = await readIndicatorDetail(context, {
    id,
    framework: query.framework ?? null,
    organisation: query.organisation ?? null,
    quarterIndex: quarter.index,
  })
  if (row === undefined) {
    if (query.framework !== undefined && (await indicatorExists(context, id))) {
      throw notFound('#/query/framework', `This indicator is not in a framework called ${query.framework}.`)
    }
    throw unknownIndicator(id)
  }
  if (query.organisation !== undefined && row.organisation === null) {
    throw notFound('#/query/organisation', `There is no organisation called ${query.organisation} here.`)
  }
  return { snapshot: row.snapshot, detail: toIndicatorDetail(row, quarter) }
}

const unknownIndicator = (id: string) =>
  notFound('#/path/id', `There is no indicator called ${id} here. Choose one from /api/v1/indicators.`)

export async function listMeasurements(
  context: Context,
  id: string,
  query: z.output<typeof measurementsQuery>,
): Promise<MeasurementRow[]> {
  const organisation =
    query.organisation === undefined || query.organisation === 'all' ? null : query.organisation
  const rows = await readMeasurements(context, {
    id,
    organisation,
    from: query.from === undefined ? 0 : (parseQuarterKey(query.from) ?? 0),
    to: query.to === undefined ? LAST_INDEX : (parseQuarterKey(query.to) ?? LAST_INDEX),
  })
  if (rows.length === 0 && !(await indicatorExists(context, id))) throw unknownIndicator(id)
  return rows.map(({ quarterIndex, ...row }) => ({ quarter: quarterKey(quarterIndex), ...row }))
}
