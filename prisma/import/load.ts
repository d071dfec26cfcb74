import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import { quarterDates } from '../default-calendar.ts'
import type { KnownFramework } from './known.ts'
import { IMPORTED_SERIES, type ImportTarget } from './known.ts'
import type { OnProgress } from './staging.ts'
import type { ImportPlan } from './understand.ts'

/** The figures are not what they were when the import was checked: it has to be checked again. */
export class ChangedSinceCheck extends Error {}

export type LoadInput = {
  id: string
  target: ImportTarget
  plan: ImportPlan
  quarters: { first: number; last: number } | null
  /** Of each change, as its record says. */
  reason: string
  personId: string | null
  now: Date
  onProgress?: OnProgress
}

const LINES_AT_ONCE = 5000
// Where many figures change, their histories are proved a part at a time.
const STATEMENT_TIMEOUT = '120s'

/** Imports are loaded and undone one at a time: two of one file would both find the same things missing. */
export async function waitForTurn(client: ClientBase): Promise<void> {
  await client.query(`SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`)
  await client.query(`SET LOCAL lock_timeout = '${STATEMENT_TIMEOUT}'`)
  await client.query("SELECT pg_advisory_xact_lock(hashtext('import series'))")
}

const CHANGED_SINCE = `
  SELECT EXISTS (
    SELECT FROM series_import_figure f JOIN measurement m ON m.id = f.measurement_id
    WHERE f.import_id = $1 AND f.outcome <> 'added' AND (m.value, m.numerator, m.denominator, m.state, m.missing_reason)
      IS DISTINCT FROM (f.old_value, f.old_numerator, f.old_denominator, f.old_state, f.old_missing)
    UNION ALL
    SELECT FROM series_import_figure f JOIN measurement m ON m.indicator_id = f.indicator_id
      AND m.quarter_index = f.quarter_index AND m.organisation_id IS NOT DISTINCT FROM f.organisation_id
    WHERE f.import_id = $1 AND f.outcome = 'added'
    UNION ALL SELECT FROM organisation o WHERE o.slug = ANY ($2)
    UNION ALL SELECT FROM indicator i WHERE i.slug = ANY ($3)
    UNION ALL SELECT FROM organisation_alias a WHERE a.normalised = ANY ($4)
  ) AS changed`

async function assertUnchanged(client: ClientBase, { id, plan }: LoadInput): Promise<void> {
  const { rows } = await client.query<{ changed: boolean }>(CHANGED_SINCE, [
    id,
    plan.organisations.map(({ slug }) => slug),
    plan.indicators.map(({ slug }) => slug),
    plan.aliases.map(({ normalised }) => normalised),
  ])
  if (rows[0]?.changed !== false) throw new ChangedSinceCheck()
}

type Place = { frameworkId: string; outcomeId: string }

async function writeFramework(client: ClientBase, input: LoadInput): Promise<Place> {
  const { target, quarters, plan } = input
  const { rows } = await client.query<KnownFramework & { outcomeId: string }>(
    `SELECT f.id, f.start_year AS "startYear", f.end_year AS "endYear", f.kind = $2 AS "isImported",
       (SELECT o.id FROM outcome o WHERE o.framework_id = f.id ORDER BY o.position LIMIT 1) AS "outcomeId"
     FROM framework f WHERE f.slug = $1 FOR NO KEY UPDATE`,
    [target.slug, IMPORTED_SERIES],
  )
  const [found] = rows
  const first = Math.floor((quarters?.first ?? 0) / 4)
  const last = Math.floor((quarters?.last ?? 0) / 4)
  if (found?.id) {
    const isLonger = first < (found.startYear ?? first) || last > (found.endYear ?? last)
    if (found.isImported && quarters !== null && isLonger) {
      await client.query(
        'UPDATE framework SET start_year = least(start_year, $2), end_year = greatest(end_year, $3) WHERE id = $1',
        [found.id, first, last],
      )
    }
    return { frameworkId: found.id, outcomeId: found.outcomeId }
  }
  if (target.kind === 'known' || plan.indicators.length === 0) throw new ChangedSinceCheck()
  const place = { frameworkId: randomUUID(), outcomeId: randomUUID() }
  await client.query(
    `INSERT INTO framework (id, slug, title, short_title, kind, start_year, end_year) VALUES ($1, $2, $3, $3, $4, $5, $6)`,
    [place.frameworkId, target.slug, target.title, IMPORTED_SERIES, first, last],
  )
  await client.query(
    "INSERT INTO outcome (id, framework_id, slug, title, position) VALUES ($1, $2, 'series', 'Imported series', 1)",
    [place.outcomeId, place.frameworkId],
  )
  return place
}

async function writeOrganisations(client: ClientBase, { plan, personId, now }: LoadInput): Promise<void> {
  const { organisations, aliases } = plan
  await client.query(
    `INSERT INTO organisation (id, slug, name, short_name, sector, is_council)
     SELECT id, slug, name, name, 'statutory', true FROM unnest($1::uuid[], $2::text[], $3::text[]) AS o (id, slug, name)`,
    [
      organisations.map(({ id }) => id),
      organisations.map(({ slug }) => slug),
      organisations.map(({ name }) => name),
    ],
  )
  await client.query(
    `INSERT INTO organisation_alias (id, organisation_id, alias, normalised, added_by_id, added_at)
     SELECT gen_random_uuid(), organisation_id, alias, normalised, $4, $5
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS a (organisation_id, alias, normalised)
     ON CONFLICT (normalised) DO NOTHING`,
    [
      aliases.map(({ organisationId }) => organisationId),
      aliases.map(({ alias }) => alias),
      aliases.map(({ normalised }) => normalised),
      ...[personId, now],
    ],
  )
}

async function writeIndicators(client: ClientBase, { indicators }: ImportPlan, place: Place): Promise<void> {
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(position), 0)::int AS last FROM framework_indicator WHERE framework_id = $1',
    [place.frameworkId],
  )
  const column = <Value>(of: (indicator: ImportPlan['indicators'][number]) => Value) => indicators.map(of)
  await client.query(
    `INSERT INTO indicator (id, slug, code, title, short_title, unit, decimals, polarity, measure, is_ratio, rounded_counts)
     SELECT id, slug, code, title, title, unit, decimals, polarity, measure, is_ratio, rounded
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::polarity[], $8::measure[],
       $9::boolean[], $10::boolean[])
       AS i (id, slug, code, title, unit, decimals, polarity, measure, is_ratio, rounded)`,
    [
      column(({ id }) => id),
      column(({ slug }) => slug),
      column(({ code }) => code),
      column(({ settings }) => settings.title),
      column(({ settings }) => settings.unit),
      column(({ settings }) => settings.decimals),
      column(({ settings }) => settings.polarity),
      column(({ settings }) => settings.measure),
      column(({ isRatio }) => isRatio),
      column(({ settings }) => settings.roundedCounts),
    ],
  )
  await client.query(
    `INSERT INTO framework_indicator (id, framework_id, outcome_id, indicator_id, position)
     SELECT gen_random_uuid(), $1, $2, id, $3 + place FROM unnest($4::uuid[]) WITH ORDINALITY AS i (id, place)`,
    [place.frameworkId, place.outcomeId, rows[0]?.last ?? 0, column(({ id }) => id)],
  )
}

async function writeQuarters(client: ClientBase, { quarters }: ImportPlan): Promise<void> {
  // On every dashboard a new quarter shows: where there is none to add, none of them is touched.
  if (quarters.length === 0) return
  const dates = quarters.map((index) => quarterDates(Math.floor(index / 4), (index % 4) + 1))
  const column = <Value>(of: (each: (typeof dates)[number]) => Value) => dates.map(of)
  await client.query(
    `INSERT INTO quarter (index, start_year, number, opens_on, due_on, closes_on)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::date[], $5::date[], $6::date[])
     ON CONFLICT DO NOTHING`,
    [
      column(({ index }) => index),
      column(({ startYear }) => startYear),
      column(({ number }) => number),
      column(({ opensOn }) => opensOn.toISOString()),
      column(({ dueOn }) => dueOn.toISOString()),
      column(({ closesOn }) => closesOn.toISOString()),
    ],
  )
}

const ADD = `
  INSERT INTO measurement (id, indicator_id, quarter_index, organisation_id, value, numerator, denominator, state,
    missing_reason, note, period_label, reported_at)
  SELECT measurement_id, indicator_id, quarter_index, organisation_id, new_value, new_numerator, new_denominator,
    new_state, new_missing, note, period_label, $4
  FROM series_import_figure WHERE import_id = $1 AND outcome = 'added' AND line > $2 AND line <= $3`

const RECORD = `
  INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_numerator, new_numerator,
    old_denominator, new_denominator, old_state, new_state, reason, revised_at, revised_by_id)
  SELECT gen_random_uuid(), measurement_id, old_value, new_value, old_numerator, new_numerator, old_denominator,
    new_denominator, old_state, new_state, $4, $5, $6
  FROM series_import_figure
  WHERE import_id = $1 AND outcome = 'changed' AND line > $2 AND line <= $3
    -- Another reason for the same absence is no change of a figure.
    AND (old_value, old_numerator, old_denominator, old_state)
      IS DISTINCT FROM (new_value, new_numerator, new_denominator, new_state)`

const CHANGE = `
  UPDATE measurement m SET value = f.new_value, numerator = f.new_numerator, denominator = f.new_denominator,
    state = f.new_state, missing_reason = f.new_missing, note = coalesce(f.note, m.note),
    period_label = coalesce(f.period_label, m.period_label)
  FROM series_import_figure f
  WHERE f.import_id = $1 AND f.outcome = 'changed' AND f.line > $2 AND f.line <= $3 AND m.id = f.measurement_id`

/** Runs `work` over the lines of an import, some thousands at a time. */
export async function byLines(
  client: ClientBase,
  id: string,
  work: (after: number, upTo: number, last: number) => Promise<void>,
): Promise<void> {
  // What was counted before these lines came makes every part search all of them.
  await client.query('ANALYZE series_import_figure')
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(line), 0)::int AS last FROM series_import_figure WHERE import_id = $1',
    [id],
  )
  const last = rows[0]?.last ?? 0
  for (let after = 0; after < last; after += LINES_AT_ONCE) await work(after, after + LINES_AT_ONCE, last)
}

/** The histories of what was changed so far are proved now, rather than all of them at the end. */
export async function proveSoFar(client: ClientBase): Promise<void> {
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await client.query('SET CONSTRAINTS ALL DEFERRED')
}

/**
 * Loads what a check found, inside the transaction of the caller, who holds the turn. Returns the framework’s id.
 * Throws ChangedSinceCheck where the database is not any more what the check saw.
 */
export async function loadImport(client: ClientBase, input: LoadInput): Promise<string> {
  const { id, plan, reason, personId, now, onProgress } = input
  await assertUnchanged(client, input)
  const place = await writeFramework(client, input)
  await writeOrganisations(client, input)
  if (plan.indicators.length > 0) await writeIndicators(client, plan, place)
  await writeQuarters(client, plan)
  await byLines(client, id, async (after, upTo, last) => {
    await client.query(ADD, [id, after, upTo, now])
    const { rowCount } = await client.query(CHANGE, [id, after, upTo])
    if ((rowCount ?? 0) > 0) {
      await client.query(RECORD, [id, after, upTo, reason, now, personId])
      await proveSoFar(client)
    }
    await onProgress?.('adding', Math.min(upTo, last), last)
  })
  await client.query("DELETE FROM series_import_figure WHERE import_id = $1 AND outcome = 'same'", [id])
  await client.query('DELETE FROM series_import_row WHERE import_id = $1', [id])
  await client.query("DELETE FROM series_import_fault WHERE import_id = $1 AND kind = 'question'", [id])
  return place.frameworkId
}
