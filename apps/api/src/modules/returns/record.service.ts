import { cellKey, cellText, enteredFigures, figureOf, indicatorCell } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import {
  recordAction,
  recordAnswer,
  recordEntry,
  recordFigure,
  recordRiskReview,
  recordTexts,
} from './record.queries.ts'
import type { ReadReturn } from './return-standing.ts'
import type { OwedIndicator } from './return-under-check.ts'

type Cells = ReadonlyMap<string, string>

/** What was typed of one indicator becomes its figure and what is said of it. */
async function recordIndicator(
  client: PoolClient,
  { row, checked }: OwedIndicator,
  { read, context, at }: { read: ReadReturn; context: Context; at: Date },
): Promise<void> {
  const { cells } = read.underCheck
  const text = (field: Parameters<typeof indicatorCell>[1]) => cellText(cells, indicatorCell(row.id, field))
  const value = figureOf(checked, cells)
  const missing = text('missing')
  const { numerator, denominator } = enteredFigures(checked, cells)
  if (value !== null || missing !== null) {
    await recordFigure(
      client,
      {
        indicatorId: row.indicatorId,
        value,
        numerator: value === null ? null : numerator,
        denominator: value === null ? null : denominator,
        missing: value === null ? missing : null,
      },
      {
        quarterIndex: read.row.quarter.index,
        personId: context.actor.personId,
        at,
        reason: 'Signed off again after it was sent back',
      },
    )
  }
  await recordEntry(client, read.row.id, {
    placeId: row.placeId,
    commentary: text('commentary'),
    cause: text('cause'),
    action: text('action'),
    owner: text('owner'),
    due: text('due'),
    forecast: text('forecast'),
    forecastReason: text('forecastReason'),
  })
}

const narrative = (cells: Cells, field: 'whatHappened' | 'why' | 'whatWeAreDoing' | 'whatWeNeed') =>
  cellText(cells, cellKey({ section: 'narrative', field }))

const resource = (cells: Cells, field: 'memberHours' | 'officerHours' | 'funding') =>
  cellText(cells, cellKey({ section: 'resources', field }))

async function recordRisks(client: PoolClient, read: ReadReturn, context: Context): Promise<void> {
  const { cells } = read.underCheck
  for (const { id: riskId, likelihood, impact } of read.row.risks) {
    const text = (field: 'likelihood' | 'impact' | 'review') =>
      cellText(cells, cellKey({ section: 'risks', id: riskId, field }))
    const typed = { likelihood: text('likelihood'), impact: text('impact'), note: text('review') }
    if (typed.likelihood === null && typed.impact === null && typed.note === null) continue
    await recordRiskReview(client, {
      returnId: read.row.id,
      riskId,
      likelihood: Number(typed.likelihood ?? likelihood),
      impact: Number(typed.impact ?? impact),
      note: typed.note,
      on: context.today,
      personId: context.actor.personId,
    })
  }
}

/** The draft becomes the record, in the transaction that signs it off. */
export async function recordReturn(
  client: PoolClient,
  read: ReadReturn,
  { context, at }: { context: Context; at: Date },
): Promise<void> {
  const { cells } = read.underCheck
  for (const indicator of read.owed) await recordIndicator(client, indicator, { read, context, at })
  await recordTexts(client, read.row.id, {
    whatHappened: narrative(cells, 'whatHappened'),
    why: narrative(cells, 'why'),
    whatWeAreDoing: narrative(cells, 'whatWeAreDoing'),
    whatWeNeed: narrative(cells, 'whatWeNeed'),
    memberHours: resource(cells, 'memberHours'),
    officerHours: resource(cells, 'officerHours'),
    funding: resource(cells, 'funding'),
  })
  for (const { id } of read.row.actions) {
    const text = (field: 'progress' | 'completed') =>
      cellText(cells, cellKey({ section: 'actions', id, field }))
    await recordAction(client, { id, progress: text('progress'), completed: text('completed') })
  }
  await recordRisks(client, read, context)
  for (const { id } of read.row.questions) {
    const answer = cellText(cells, cellKey({ section: 'questions', id, field: 'answer' }))
    if (answer !== null) await recordAnswer(client, { id, answer, on: context.today })
  }
}
