import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { StartError } from '../start-error.ts'
import type { Fault, ImportAnswers, IndicatorSettings } from './answers.ts'
import { type Checked, checkImport } from './check.ts'
import type { ColumnMapping } from './columns.ts'
import type { ImportTarget } from './known.ts'
import { loadImport, waitForTurn } from './load.ts'
import { asBadFile, openFile } from './open-file.ts'
import type { ImportOptions } from './options.ts'
import { BadFile, type Problem } from './problem.ts'
import { stageRows } from './staging.ts'

export type ChangedFigure = {
  name: string
  quarterIndex: number
  before: string | null
  after: string | null
}
export type AbsentFigure = { name: string; quarterIndex: number; code: string }

/** What the command found and did. `changed` and `absent` are the first few of them. */
export type FileImport = Checked & {
  target: ImportTarget
  isNewFramework: boolean
  rows: number
  faults: Fault[]
  changed: ChangedFigure[]
  absent: AbsentFigure[]
  absentCount: number
}

const FEW = 11

function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function begin(client: PoolClient, options: ImportOptions, now: Date) {
  const opened = await openFile(options)
  const id = randomUUID()
  await client.query(
    `INSERT INTO series_import (id, state, file_name, file_size, header, created_at)
     VALUES ($1, 'mapping', $2, 0, $3, $4)`,
    [id, basename(options.file), opened.table.header.cells, now],
  )
  try {
    const rows = await stageRows(client, id, { table: opened.table })
    await client.query(
      'UPDATE series_import SET file_size = $2, file_sha256 = $3, row_count = $4 WHERE id = $1',
      [...[id, opened.size(), opened.sha256(), rows]],
    )
    return { id, rows, header: opened.table.header.cells, mapping: opened.mapping }
  } catch (error) {
    throw asBadFile(error)
  }
}

/** A figure’s unit or polarity never changes under figures already loaded. */
async function refuseContradiction(client: PoolClient, id: string, given: Partial<IndicatorSettings>) {
  const { title: _, ...compared } = given
  const { rows } = await client.query<IndicatorSettings>(
    `SELECT i.unit, i.decimals, i.polarity, i.measure, i.rounded_counts AS "roundedCounts" FROM indicator i
     WHERE i.id IN (SELECT indicator_id FROM series_import_figure WHERE import_id = $1)`,
    [id],
  )
  for (const known of rows) {
    for (const [name, value] of Object.entries(compared)) {
      const is = known[name as keyof typeof compared]
      if (is === value) continue
      const option = name === 'roundedCounts' ? 'rounded-counts' : name
      throw new StartError(`The indicator is already loaded with --${option} ${is}: leave the option out.`)
    }
  }
}

const CHANGED = `
  SELECT coalesce(o.name, 'The whole area') AS name, f.quarter_index AS "quarterIndex",
    trim_scale(f.old_value)::text AS before, trim_scale(f.new_value)::text AS after
  FROM series_import_figure f LEFT JOIN organisation o ON o.id = f.organisation_id
  WHERE f.import_id = $1 AND f.outcome = 'changed' ORDER BY f.line LIMIT ${FEW}`

const ABSENT = `
  WITH f AS (SELECT indicator_id, organisation_id, quarter_index FROM series_import_figure WHERE import_id = $1),
  gap AS (
    SELECT s.indicator_id, s.organisation_id, q.quarter_index
    FROM (SELECT DISTINCT indicator_id, organisation_id FROM f) s CROSS JOIN (SELECT DISTINCT quarter_index FROM f) q
    EXCEPT SELECT * FROM f)
  SELECT organisation_id AS organisation, indicator_id AS indicator, quarter_index AS "quarterIndex",
    count(*) OVER ()::int AS count
  FROM gap ORDER BY 1, 3 LIMIT ${FEW}`

type Gap = { organisation: string | null; indicator: string; quarterIndex: number; count: number }

async function absentIn(client: PoolClient, id: string, { plan }: Checked) {
  const { rows } = await client.query<Gap>(ABSENT, [id])
  const { rows: names } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisation UNION ALL SELECT id, code FROM indicator',
  )
  const added = [
    ...plan.organisations,
    ...plan.indicators.map(({ id: key, code }) => ({ id: key, name: code })),
  ]
  const nameOf = new Map([...names, ...added].map((each) => [each.id, each.name]))
  return {
    absentCount: rows[0]?.count ?? 0,
    absent: rows.map(({ organisation, indicator, quarterIndex }) => ({
      name: nameOf.get(organisation ?? '') ?? 'The whole area',
      code: nameOf.get(indicator) ?? '',
      quarterIndex,
    })),
  }
}

async function faultsOf(client: PoolClient, id: string): Promise<Fault[]> {
  const { rows } = await client.query<Fault>(
    `SELECT line, "column", cell, kind, code, group_key AS group, reason FROM series_import_fault
     WHERE import_id = $1 ORDER BY position`,
    [id],
  )
  return rows
}

/** What stands in the way: rows that cannot be loaded, and questions to which nothing suggests an answer. */
function problemsOf({ questions }: Checked, faults: readonly Fault[]): Problem[] {
  const isAnswered = (group: string | null) =>
    questions.questions.some(
      (question) => question.group === group && (question.answer ?? question.proposal) !== null,
    )
  const errors = isAnswered('errors') ? [] : faults.filter(({ kind }) => kind === 'error')
  const open = questions.questions.filter(
    ({ code, answer, proposal }) => code !== 'errors' && (answer ?? proposal) === null,
  )
  return [
    ...errors,
    ...open.map(({ group, sentence, choices }) => ({
      line: faults.find((fault) => fault.group === group)?.line ?? 1,
      column: null,
      reason: `${sentence} Say --answer '${group}=CHOICE', where CHOICE is one of: ${choices.map(({ value }) => value).join(', ')}.`,
    })),
  ].toSorted((a, b) => a.line - b.line)
}

async function check(
  client: PoolClient,
  {
    id,
    options,
    mapping,
    header,
    rows,
    target,
  }: {
    id: string
    options: ImportOptions
    mapping: ColumnMapping
    header: readonly string[]
    rows: number
    target: ImportTarget
  },
): Promise<Checked> {
  const answers: ImportAnswers = { choices: { ...options.choices }, indicators: {} }
  const input = { id, header, mapping, target, rows, given: options.settings }
  const checked = await checkImport(client, { ...input, answers })
  if (options.valueIs === null) return checked
  for (const { code, group, choices } of checked.questions.questions) {
    if (code !== 'fractions') continue
    const asFraction = choices.find(({ value }) => value !== 'percent')?.value ?? 'fraction'
    answers.choices[group] = options.valueIs === 'percent' ? 'percent' : asFraction
  }
  return checkImport(client, { ...input, answers })
}

async function commit(
  client: PoolClient,
  {
    id,
    options,
    found,
    target,
    now,
  }: {
    id: string
    options: ImportOptions
    found: Checked
    target: ImportTarget
    now: Date
  },
): Promise<void> {
  const { plan, summary } = found
  for (const state of ['checking', 'ready']) {
    await client.query('UPDATE series_import SET state = $2::import_state WHERE id = $1', [id, state])
  }
  const file = basename(options.file)
  const frameworkId = await loadImport(client, {
    ...{ id, target, plan, quarters: summary.quarters, now, personId: null },
    reason: `Imported from ${file}`,
  })
  await client.query(
    `UPDATE series_import SET state = 'applied', applied_at = $2, framework_id = $3, target = $4, summary = $5, plan = $6
     WHERE id = $1`,
    [id, now, frameworkId, JSON.stringify(target), JSON.stringify(summary), JSON.stringify(plan)],
  )
  await client.query(
    `INSERT INTO audit_event (happened_at, actor_name, source, action, subject_type, subject_id, new_value)
     VALUES ($1, 'Import command', 'import', 'import series', 'framework', $2, $3)`,
    [
      ...[now, frameworkId],
      JSON.stringify({
        file,
        import: id,
        newCouncils: plan.organisations.length,
        newIndicators: plan.indicators.length,
        newQuarters: plan.quarters.length,
        newFigures: summary.added,
        changedFigures: summary.changed,
      }),
    ],
  )
}

export function changesNothing({ summary, plan }: Checked): boolean {
  return (
    summary.added +
      summary.changed +
      plan.organisations.length +
      plan.indicators.length +
      plan.aliases.length ===
    0
  )
}

async function run(client: PoolClient, options: ImportOptions, now: Date): Promise<FileImport> {
  await waitForTurn(client)
  const begun = await begin(client, options, now)
  const { id, rows } = begun
  const title = options.frameworkTitle ?? titleFrom(options.framework)
  const target: ImportTarget = { kind: 'new', slug: options.framework, title }
  const { rows: frameworks } = await client.query('SELECT FROM framework WHERE slug = $1', [target.slug])
  const found = await check(client, { ...begun, options, target })
  await refuseContradiction(client, id, options.settings)
  const faults = await faultsOf(client, id)
  if (options.settings.title !== undefined && found.questions.indicators.length > 1) {
    throw new StartError(
      `The file has ${found.questions.indicators.length} indicators: --indicator-title is for a file with one.`,
    )
  }
  const problems = problemsOf(found, faults)
  if (problems.length > 0) throw new BadFile(problems)
  const { rows: changed } = await client.query<ChangedFigure>(CHANGED, [id])
  const absent = await absentIn(client, id, found)
  const isNewFramework = frameworks.length === 0
  if (options.commit && !changesNothing(found)) await commit(client, { id, options, found, target, now })
  return { ...found, target, isNewFramework, rows, faults, changed, ...absent }
}

/**
 * Reads the file, compares it with the database and, with `commit`, loads it: all in one transaction, so that the
 * whole of it is loaded or nothing. Throws BadFile or StartError.
 */
export async function importFile(pool: Pool, options: ImportOptions, now: Date): Promise<FileImport> {
  const client = await pool.connect()
  // A connection that is lost fails the statement it was busy with, and that says so.
  client.on('error', () => undefined)
  try {
    await client.query('BEGIN')
    const result = await run(client, options, now)
    await client.query(options.commit && !changesNothing(result) ? 'COMMIT' : 'ROLLBACK')
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}
