import {
  CheckRefused,
  type ColumnMapping,
  checkApart,
  headerSignature,
  type ImportAnswers,
  type ImportTarget,
  mappingFaults,
  NO_ANSWERS,
  nameSlug,
} from '@accord/database/import'
import type { ImportState } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { stale } from '#plugins/versions.ts'
import { councilsOf, type ImportRow, moveImport, rememberMapping, writeProgress } from './imports.queries.ts'
import type { Import } from './imports.schemas.ts'
import { knownImport, showImport } from './imports.service.ts'
import { whyNot } from './to-import.ts'

const invalid = (pointer: string, detail: string) =>
  new Problem('invalid-request', detail, { parts: [{ pointer, detail }] })

/** A council’s own framework takes figures from its own officers; an imported series is nobody’s. */
export async function assertMayLoadInto(context: Context, framework: string): Promise<void> {
  const councils = await councilsOf(context.database.pool, framework)
  if (councils === null || councils.length === 0) return
  if (councils.some((council) => mayIn(context.actor, 'imports:manage', council))) return
  throw new Problem(
    'not-allowed',
    'Figures of this framework are loaded by the performance officers of its councils. Choose another framework.',
  )
}

async function targetOf(
  { database }: Context,
  { framework, frameworkTitle }: { framework: string | null; frameworkTitle: string | null },
): Promise<ImportTarget> {
  if (framework !== null) {
    if ((await councilsOf(database.pool, framework)) !== null) return { kind: 'known', slug: framework }
    throw invalid('#/body/framework', `There is no framework ${framework} here. Choose one from the list.`)
  }
  const title = frameworkTitle ?? ''
  const slug = nameSlug(title)
  if (slug === '')
    throw invalid('#/body/frameworkTitle', 'Give the new framework a title with letters or digits.')
  if ((await councilsOf(database.pool, slug)) !== null) {
    throw invalid(
      '#/body/frameworkTitle',
      `There is a framework ‘${title}’ already. Choose it, or give another title.`,
    )
  }
  return { kind: 'new', slug, title }
}

type Step = { id: string; version: number }

function refuse(row: ImportRow, action: 'map' | 'answer'): void {
  const sentence = whyNot(row, action)
  if (sentence !== null) throw new Problem('not-possible', sentence)
}

/** Checks in a thread of its own, and keeps what was found; on failure the import is where it was before. */
async function check(
  context: Context,
  { id, version }: Step,
  {
    row,
    mapping,
    target,
    answers,
  }: { row: ImportRow; mapping: ColumnMapping; target: ImportTarget; answers: ImportAnswers },
): Promise<Import> {
  const { pool } = context.database
  const started: readonly ImportState[] = ['mapping', 'ready', 'checking']
  const set = {
    mapping: JSON.stringify(mapping),
    target: JSON.stringify(target),
    answers: JSON.stringify(answers),
  }
  await inTransaction(context.database, async (client) => {
    if (!(await moveImport(client, { id, version, from: started, to: 'checking' }, set))) throw stale()
    await writeProgress(client, id, { stage: 'understanding', done: 0, total: row.rowCount })
  })
  const at = { id, version: version + 1, from: ['checking'] as const }
  try {
    const { options } = pool
    const checked = await checkApart(
      {
        id,
        header: row.header,
        mapping,
        answers,
        target,
        rows: row.rowCount,
        connectionString: options.connectionString ?? '',
      },
      (stage, done, total) => writeProgress(pool, id, { stage, done, total }),
    )
    const { questions, plan, summary } = checked
    const found = {
      questions: JSON.stringify(questions),
      plan: JSON.stringify(plan),
      summary: JSON.stringify(summary),
    }
    if (!(await moveImport(pool, { ...at, to: 'ready' }, found))) throw stale()
    return await showImport(pool, id)
  } catch (error) {
    await moveImport(pool, { ...at, to: 'mapping' })
    throw error instanceof CheckRefused ? new Problem('not-possible', error.message) : error
  }
}

type MappingBody = { mapping: ColumnMapping; framework: string | null; frameworkTitle: string | null }

/** Says which column is what and where the figures go; it is remembered for the next file with these headings. */
export async function mapImport(context: Context, step: Step, body: MappingBody): Promise<Import> {
  const { pool } = context.database
  const row = await knownImport(pool, step.id)
  if (row.version !== step.version) throw stale()
  refuse(row, 'map')
  const { mapping } = body
  const faults = mappingFaults(mapping, row.header)
  if (faults.length > 0) {
    const parts = faults.map(({ field, reason }) => ({
      pointer: `#/body/mapping/columns/${field}`,
      detail: reason,
    }))
    throw new Problem('invalid-request', parts.map(({ detail }) => detail).join(' '), { parts })
  }
  const target = await targetOf(context, body)
  await assertMayLoadInto(context, target.slug)
  await rememberMapping(pool, context, { signature: headerSignature(row.header), mapping })
  return check(context, step, { row, mapping, target, answers: row.answers ?? NO_ANSWERS })
}

/** Answers questions: what was answered before stays unless it is answered again. */
export async function answerImport(context: Context, step: Step, body: ImportAnswers): Promise<Import> {
  const row = await knownImport(context.database.pool, step.id)
  if (row.version !== step.version) throw stale()
  refuse(row, 'answer')
  const { mapping, target, answers } = row
  if (mapping === null || target === null) throw stale()
  await assertMayLoadInto(context, target.slug)
  return check(context, step, {
    ...{ row, mapping, target },
    answers: {
      choices: { ...answers?.choices, ...body.choices },
      indicators: { ...answers?.indicators, ...body.indicators },
    },
  })
}
