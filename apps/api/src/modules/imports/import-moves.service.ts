import {
  ChangedSinceCheck,
  loadImport,
  type OnProgress,
  undoImport,
  waitForTurn,
} from '@accord/database/import'
import type { PoolClient } from 'pg'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { assertMayLoadInto } from './import-check.service.ts'
import { type ImportRow, moveImport, removeWork, writeProgress } from './imports.queries.ts'
import type { Import } from './imports.schemas.ts'
import { knownImport, showImport } from './imports.service.ts'
import { NO_PLAN, whyNot } from './to-import.ts'

type Step = { id: string; version: number; asked: Idempotency | null }

const LOCK_NOT_AVAILABLE = '55P03'

const busy = () =>
  new Problem(
    'not-possible',
    'Another import is being loaded or undone just now. Wait a minute, then try again.',
  )

async function takeTurn(client: PoolClient): Promise<void> {
  try {
    await waitForTurn(client)
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
    throw isBusy ? busy() : error
  }
}

async function rowFor(
  client: PoolClient,
  { id, version }: Step,
  action: 'load' | 'undo' | 'abandon',
): Promise<ImportRow> {
  const row = await knownImport(client, id)
  if (row.version !== version) throw stale()
  const sentence = whyNot(row, action)
  if (sentence !== null) throw new Problem('not-possible', sentence)
  return row
}

// On a connection of its own: those who wait see it before the transaction is over.
const progressOf = ({ database }: Context, id: string): OnProgress => {
  return (stage, done, total) => writeProgress(database.pool, id, { stage, done, total })
}

/** Loads what was checked, all of it or nothing. */
export async function applyImport(context: Context, step: Step): Promise<Import> {
  const { id } = step
  const { target } = await knownImport(context.database.pool, id)
  if (target !== null) await assertMayLoadInto(context, target.slug)
  return answeredOnce(context, step.asked, async (client) => {
    await takeTurn(client)
    const row = await rowFor(client, step, 'load')
    const { summary, fileName } = row
    const plan = row.plan ?? NO_PLAN
    if (row.target === null || summary === null) throw stale()
    const frameworkId = await loadImport(client, {
      ...{ id, plan, target: row.target, quarters: summary.quarters, now: context.now },
      ...{ reason: `Imported from ${fileName}`, personId: context.actor.personId },
      onProgress: progressOf(context, id),
    }).catch((error: unknown) => {
      if (!(error instanceof ChangedSinceCheck)) throw error
      throw new Problem(
        'not-possible',
        'Figures have changed since the file was checked. Check it again, look at what is different, then load it.',
      )
    })
    const set = { applied_at: context.now, applied_by_id: context.actor.personId, framework_id: frameworkId }
    if (!(await moveImport(client, { ...step, from: ['ready'], to: 'applied' }, set))) throw stale()
    await writeAudit(client, context, {
      ...{ action: 'load import', subjectType: 'import', subjectId: id, oldValue: null, reason: null },
      newValue: {
        ...{
          file: fileName,
          framework: row.target.slug,
          newFigures: summary.added,
          changedFigures: summary.changed,
        },
        newOrganisations: plan.organisations.map(({ slug }) => slug),
        newIndicators: plan.indicators.map(({ slug }) => slug),
        aliases: plan.aliases.map(({ alias }) => alias),
      },
    })
    return showImport(client, id)
  })
}

/** Takes a loaded import back by restatement: nothing is deleted, and what was changed since is left. */
export async function takeBackImport(context: Context, step: Step, reason: string): Promise<Import> {
  const { id } = step
  const { target } = await knownImport(context.database.pool, id)
  if (target !== null) await assertMayLoadInto(context, target.slug)
  return answeredOnce(context, step.asked, async (client) => {
    await takeTurn(client)
    const { fileName } = await rowFor(client, step, 'undo')
    const undone = await undoImport(client, {
      ...{
        id,
        reason: `Import of ${fileName} undone: ${reason}`,
        personId: context.actor.personId,
        now: context.now,
      },
      onProgress: progressOf(context, id),
    })
    const set = { undone_at: context.now, undone_by_id: context.actor.personId, undo_reason: reason }
    if (!(await moveImport(client, { ...step, from: ['applied'], to: 'undone' }, set))) throw stale()
    await writeAudit(client, context, {
      ...{
        action: 'undo import',
        subjectType: 'import',
        subjectId: id,
        oldValue: null,
        newValue: undone,
        reason,
      },
    })
    return showImport(client, id)
  })
}

/** Gives up an import that is not loaded; its rows are forgotten. */
export async function abandonImport(context: Context, step: Step): Promise<Import> {
  const { id } = step
  return answeredOnce(context, step.asked, async (client) => {
    const row = await rowFor(client, step, 'abandon')
    const from = ['reading', 'mapping', 'checking', 'ready'] as const
    if (!(await moveImport(client, { ...step, from, to: 'abandoned' }))) throw stale()
    await removeWork(client, id)
    await writeAudit(client, context, {
      ...{ action: 'abandon import', subjectType: 'import', subjectId: id, reason: null },
      ...{ oldValue: { state: row.state }, newValue: { state: 'abandoned' } },
    })
    return showImport(client, id)
  })
}
