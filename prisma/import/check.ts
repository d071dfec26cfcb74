import type { ClientBase } from 'pg'
import type { FaultCounts } from './answering.ts'
import type { Fault, ImportAnswers, ImportQuestions, IndicatorSettings } from './answers.ts'
import type { ColumnMapping } from './columns.ts'
import type { PlannedFigure } from './judged-indicator.ts'
import { type ImportTarget, readKnown } from './known.ts'
import { type OnProgress, stagedRows } from './staging.ts'
import { type ImportPlan, type Understood, understand } from './understand.ts'

const AT_ONCE = 10_000

/** What an import would do, or did, in numbers. */
export type ImportSummary = {
  rows: number
  added: number
  changed: number
  same: number
  faults: FaultCounts
  indicators: number
  organisations: number
  quarters: { first: number; last: number } | null
  quarterCount: number
  ignoredColumns: string[]
  /** Figures that are loaded already and not in this file: left as they are. */
  others: number
  /** Changes to quarters that a council has published: its publication stays as it was. */
  published: number
}

export type Checked = { summary: ImportSummary; questions: ImportQuestions; plan: ImportPlan }

const NO_BODY = "'00000000-0000-0000-0000-000000000000'::uuid"

const INSERT_FIGURES = `
  INSERT INTO series_import_figure (import_id, line, outcome, measurement_id, indicator_id, organisation_id, quarter_index,
    old_value, old_numerator, old_denominator, old_state, old_missing,
    new_value, new_numerator, new_denominator, new_state, new_missing, note, period_label)
  SELECT $1, f.line,
    CASE WHEN m.id IS NULL THEN 'added'
      WHEN (m.value, m.numerator, m.denominator, m.state, m.missing_reason)
        IS DISTINCT FROM (f.value, n.numerator, n.denominator, n.state, f.missing) THEN 'changed' ELSE 'same' END::import_outcome,
    coalesce(m.id, gen_random_uuid()), f.indicator_id, f.organisation_id, f.quarter_index,
    m.value, m.numerator, m.denominator, m.state, m.missing_reason,
    f.value, n.numerator, n.denominator, n.state, f.missing, f.note, f.period
  FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::int[], $6::numeric[], $7::numeric[], $8::numeric[],
      $9::measurement_state[], $10::missing_reason[], $11::text[], $12::text[])
    AS f (line, indicator_id, organisation_id, quarter_index, value, numerator, denominator, state, missing, note, period)
  LEFT JOIN measurement m ON m.indicator_id = f.indicator_id AND m.quarter_index = f.quarter_index
    AND coalesce(m.organisation_id, ${NO_BODY}) = coalesce(f.organisation_id, ${NO_BODY})
  CROSS JOIN LATERAL (
    -- A file without counts says nothing of them.
    SELECT CASE WHEN $13 OR m.value IS DISTINCT FROM f.value THEN f.numerator ELSE m.numerator END AS numerator,
      CASE WHEN $13 OR m.value IS DISTINCT FROM f.value THEN f.denominator ELSE m.denominator END AS denominator
  ) c
  CROSS JOIN LATERAL (
    SELECT c.numerator, c.denominator, CASE
      WHEN f.value IS NULL THEN NULL
      WHEN m.value IS NULL THEN coalesce(f.state, 'final')
      WHEN (m.value, m.numerator, m.denominator) IS NOT DISTINCT FROM (f.value, c.numerator, c.denominator)
        THEN coalesce(f.state, m.state)
      WHEN f.state = 'provisional' THEN 'provisional' ELSE 'revised' END AS state
  ) n`

async function insertFigures(
  client: ClientBase,
  { id, figures, hasCounts }: { id: string; figures: readonly PlannedFigure[]; hasCounts: boolean },
): Promise<void> {
  const column = <Value>(of: (figure: PlannedFigure) => Value) => figures.map(of)
  await client.query(INSERT_FIGURES, [
    id,
    column(({ line }) => line),
    column(({ indicatorId }) => indicatorId),
    column(({ organisationId }) => organisationId),
    column(({ quarterIndex }) => quarterIndex),
    column(({ value }) => value),
    column(({ numerator }) => numerator),
    column(({ denominator }) => denominator),
    column(({ state }) => state),
    column(({ missing }) => missing),
    column(({ note }) => note),
    column(({ period }) => period),
    hasCounts,
  ])
}

async function insertFaults(client: ClientBase, id: string, faults: readonly Fault[]): Promise<void> {
  for (let from = 0; from < faults.length; from += AT_ONCE) {
    const part = faults.slice(from, from + AT_ONCE)
    const column = <Value>(of: (fault: Fault) => Value) => part.map(of)
    await client.query(
      `INSERT INTO series_import_fault (import_id, position, line, "column", cell, kind, code, group_key, reason)
       SELECT $1, $2 + row_number() OVER (), * FROM unnest($3::int[], $4::text[], $5::text[],
         $6::import_fault_kind[], $7::text[], $8::text[], $9::text[])`,
      [
        ...[id, from],
        column(({ line }) => line),
        column((fault) => fault.column),
        column(({ cell }) => cell),
        column(({ kind }) => kind),
        column(({ code }) => code),
        column(({ group }) => group),
        column(({ reason }) => reason),
      ],
    )
  }
}

const ABOUT_ROWS: readonly string[] = ['over_by_rounding', 'moved_point', 'falling']

/** What is loaded already was decided then: nobody is asked again. */
async function withoutSettled(client: ClientBase, id: string, { questions, indicators }: ImportQuestions) {
  await client.query(
    `DELETE FROM series_import_fault q USING series_import_figure f
     WHERE q.import_id = $1 AND f.import_id = $1 AND f.line = q.line AND f.outcome = 'same'
       AND q.kind = 'question' AND q.code = ANY ($2)`,
    [id, ABOUT_ROWS],
  )
  const { rows } = await client.query<{ group: string; rows: number }>(
    `SELECT group_key AS group, count(*)::int AS rows FROM series_import_fault
     WHERE import_id = $1 AND kind = 'question' GROUP BY 1`,
    [id],
  )
  const left = new Map(rows.map(({ group, rows: count }) => [group, count]))
  const open = questions.flatMap((question) => {
    if (!ABOUT_ROWS.includes(question.code)) return [question]
    const count = left.get(question.group)
    return count === undefined ? [] : [{ ...question, rows: count }]
  })
  return { questions: open, indicators }
}

const COUNTS = `
  SELECT count(*) FILTER (WHERE f.outcome = 'added')::int AS added,
    count(*) FILTER (WHERE f.outcome = 'changed')::int AS changed,
    count(*) FILTER (WHERE f.outcome = 'same')::int AS same,
    (SELECT count(*)::int FROM measurement m WHERE m.indicator_id IN
      (SELECT DISTINCT o.indicator_id FROM series_import_figure o WHERE o.import_id = $1)) AS before,
    (SELECT count(*)::int FROM series_import_figure c WHERE c.import_id = $1 AND c.outcome = 'changed' AND EXISTS (
      SELECT FROM framework_indicator i JOIN framework_council fc ON fc.framework_id = i.framework_id
        JOIN publication p ON p.council_id = fc.council_id AND p.quarter_index = c.quarter_index
      WHERE i.indicator_id = c.indicator_id)) AS published
  FROM series_import_figure f WHERE f.import_id = $1`

async function summarise(client: ClientBase, id: string, understood: Understood): Promise<ImportSummary> {
  const { rows } = await client.query<Record<'added' | 'changed' | 'same' | 'before' | 'published', number>>(
    COUNTS,
    [id],
  )
  const { added = 0, changed = 0, same = 0, before = 0, published = 0 } = rows[0] ?? {}
  const { indicators, organisations, quarters, quarterCount, ignoredColumns, faultCounts } = understood
  return {
    ...{ rows: understood.rows, added, changed, same, faults: faultCounts },
    ...{ indicators, organisations, quarters, quarterCount, ignoredColumns, published },
    others: before - changed - same,
  }
}

export type CheckInput = {
  id: string
  header: readonly string[]
  mapping: ColumnMapping
  answers: ImportAnswers
  target: ImportTarget
  rows: number
  given?: Partial<IndicatorSettings>
  onProgress?: OnProgress
}

/**
 * Understands the rows put aside and compares them with the figures that are there; keeps what it found beside the
 * import. Changes no figure. Call it inside a transaction. Throws StartError for a framework that is not there.
 */
export async function checkImport(client: ClientBase, input: CheckInput): Promise<Checked> {
  const { id, header, mapping, answers, target, rows, given = {}, onProgress } = input
  await client.query('DELETE FROM series_import_fault WHERE import_id = $1', [id])
  await client.query('DELETE FROM series_import_figure WHERE import_id = $1', [id])
  const known = await readKnown(client, target)
  const understood = await understand(stagedRows(client, id), {
    ...{ header, mapping, answers, known, given },
    onProgress: (done) => onProgress?.('understanding', done, rows),
  })
  const { figures, faults } = understood
  const hasCounts = mapping.columns.numerator !== undefined
  for (let from = 0; from < figures.length; from += AT_ONCE) {
    await onProgress?.('comparing', from, figures.length)
    await insertFigures(client, { id, figures: figures.slice(from, from + AT_ONCE), hasCounts })
  }
  await insertFaults(client, id, faults)
  const questions = await withoutSettled(client, id, understood.asked)
  return { summary: await summarise(client, id, understood), questions, plan: understood.plan }
}

/** What has to be decided before the import can be loaded. */
export function openQuestions({ questions, indicators }: ImportQuestions): number {
  return (
    questions.filter(({ answer }) => answer === null).length +
    indicators.filter(({ isAnswered }) => !isAnswered).length
  )
}
