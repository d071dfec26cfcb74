import { frequencyOf, may, quarterFromIndex, quarterKey, whyOrphaned, whyStale } from '@accord/domain'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { type CatalogueRow, readCatalogue, readCatalogueChoices } from './catalogue.queries.ts'
import type { CatalogueChoices, CatalogueIndicator, CatalogueQuery } from './catalogue.schemas.ts'
import { wireRatingAt } from './readings.service.ts'
import { toSeries } from './series.service.ts'

type At = { quarterIndex: number; today: string }

function toCatalogueIndicator(row: CatalogueRow, { quarterIndex, today }: At): CatalogueIndicator {
  const series = toSeries(row)
  const point = series.pointAt(quarterIndex)
  const { id, code, title, unit, decimals, polarity, measure, framework, outcome, owner, isDesignated } = row
  const { kind, leadOfficer, lagWeeks, newest, endedOn } = row
  const isOver = quarterFromIndex(quarterIndex).startYear > row.endYear
  const owned = owner === null ? null : { name: owner.name, endedOn }
  return {
    ...{ id, code, title, unit, decimals, polarity, measure, framework, outcome, owner, isDesignated },
    quarter: quarterKey(quarterIndex),
    value: point?.value ?? null,
    state: point?.state ?? null,
    target: series.targetAt(quarterIndex),
    now: wireRatingAt(series, quarterIndex),
    leadOfficer: leadOfficer?.name ?? null,
    frequency: frequencyOf(measure),
    orphaned: whyOrphaned({ kind, isOver, owner: owned, leadOfficer }, today),
    stale: whyStale({ measure, lagWeeks, newest, quarterIndex, isOver }),
  }
}

/** A page of the catalogue; `page` null for all of it. */
export async function listCatalogue(
  context: Context,
  query: CatalogueQuery,
  page: { size: number; number: number } | null,
): Promise<{ total: number; items: CatalogueIndicator[] }> {
  const { index: quarterIndex } = await quarterInContext(context, query.quarter)
  const { today } = context
  const { total, rows } = await readCatalogue(context, { query, quarterIndex, today, page })
  return { total, items: rows.map((row) => toCatalogueIndicator(row, { quarterIndex, today })) }
}

export async function catalogueChoices(context: Context): Promise<z.output<typeof CatalogueChoices>> {
  const held = context.actor.roles.map(({ role }) => role)
  return {
    ...(await readCatalogueChoices(context)),
    mayPropose: may(held, 'indicators:propose'),
    mayManageFrameworks: may(held, 'frameworks:manage'),
  }
}
