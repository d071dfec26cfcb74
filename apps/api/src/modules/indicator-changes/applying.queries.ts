import type { TargetValue } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { BaselineValue, NewIndicator, Placement, Settings, YearTargets } from './changes.bodies.ts'

/** Held to the end of the transaction: two changes of one indicator are applied one after the other. */
export async function lockIndicator(client: PoolClient, slug: string): Promise<void> {
  await client.query('SELECT FROM indicator WHERE slug = $1 FOR NO KEY UPDATE', [slug])
}

/** Held likewise, so that two that each designate the thirty-fifth target do not both count thirty-four. */
export async function lockFramework(client: PoolClient, id: string): Promise<void> {
  await client.query('SELECT FROM framework WHERE id = $1 FOR NO KEY UPDATE', [id])
}

const settingValues = (settings: Settings) => [
  ...[settings.title, settings.shortTitle, settings.definition, settings.unit, settings.decimals],
  ...[settings.polarity, settings.measure, settings.tolerance.kind, settings.tolerance.green],
  ...[settings.tolerance.amber, settings.hardMin, settings.hardMax, settings.source, settings.reportedBy],
  ...[settings.lagWeeks, settings.roundedCounts],
]

export async function applySettings(client: PoolClient, id: string, settings: Settings): Promise<void> {
  await client.query(
    `UPDATE indicator SET title = $2, short_title = $3, definition = $4, unit = $5, decimals = $6, polarity = $7::polarity,
       measure = $8::measure, tolerance_kind = $9::tolerance_kind, green_tolerance = $10, amber_tolerance = $11,
       hard_min = $12, hard_max = $13, source = $14, reported_by = $15, lag_weeks = $16, rounded_counts = $17
     WHERE id = $1`,
    [id, ...settingValues(settings)],
  )
}

export async function insertIndicator(
  client: PoolClient,
  { slug, indicator }: { slug: string; indicator: NewIndicator },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO indicator (id, slug, code, title, short_title, definition, unit, decimals, polarity, measure, tolerance_kind,
       green_tolerance, amber_tolerance, hard_min, hard_max, source, reported_by, lag_weeks, rounded_counts)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8::polarity, $9::measure, $10::tolerance_kind, $11, $12, $13, $14,
       $15, $16, $17, $18) RETURNING id`,
    [slug, indicator.code, ...settingValues(indicator)],
  )
  const [row] = rows
  if (row === undefined) throw new Error('An insert answers with the row it made.')
  return row.id
}

type Place = { frameworkId: string; indicatorId: string; placement: Placement }

export async function insertPlace(
  client: PoolClient,
  { frameworkId, indicatorId, placement }: Place,
): Promise<void> {
  const { outcome, owner, isDesignated, isDataOnly } = placement
  await client.query(
    `INSERT INTO framework_indicator (id, framework_id, outcome_id, indicator_id, owner_id, position, is_designated, is_data_only)
     SELECT gen_random_uuid(), o.framework_id, o.id, $2, (SELECT id FROM partnership WHERE slug = $4),
       (SELECT coalesce(max(position), 0) + 1 FROM framework_indicator WHERE framework_id = $1), $5, $6
     FROM outcome o WHERE o.framework_id = $1 AND o.slug = $3`,
    [frameworkId, indicatorId, outcome, owner, isDesignated, isDataOnly],
  )
}

export async function applyPlacement(
  client: PoolClient,
  placeId: string,
  { outcome, owner, isDesignated, isDataOnly }: Placement,
): Promise<void> {
  await client.query(
    `UPDATE framework_indicator fi SET outcome_id = o.id, owner_id = (SELECT id FROM partnership WHERE slug = $3),
       is_designated = $4, is_data_only = $5
     FROM outcome o WHERE fi.id = $1 AND o.framework_id = fi.framework_id AND o.slug = $2`,
    [placeId, outcome, owner, isDesignated, isDataOnly],
  )
}

type Agreement = { agreedBy: string; agreedOn: string; reason: string; personId: string }

type TargetPlace = { placeId: string; organisationId: string | null; startYear: number }

const partsOf = (target: TargetValue | null) => ({
  value: target !== null && 'value' in target ? target.value : null,
  low: target !== null && 'low' in target ? target.low : null,
  high: target !== null && 'high' in target ? target.high : null,
})

/** One target set or changed, with its line in the register: who agreed it, when and why. */
async function applyTarget(
  client: PoolClient,
  { placeId, organisationId, startYear }: TargetPlace,
  change: { number: number | null; before: TargetValue | null; after: TargetValue },
  { agreedBy, agreedOn, reason, personId }: Agreement,
): Promise<void> {
  const [before, after] = [partsOf(change.before), partsOf(change.after)]
  await client.query(
    `WITH kept AS (
       INSERT INTO target (id, framework_indicator_id, organisation_id, start_year, quarter_number, value, range_low, range_high)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (framework_indicator_id, organisation_id, start_year, quarter_number)
       DO UPDATE SET value = excluded.value, range_low = excluded.range_low, range_high = excluded.range_high
       RETURNING id)
     INSERT INTO target_change (id, target_id, old_value, old_range_low, old_range_high, new_value, new_range_low, new_range_high,
       agreed_by, agreed_on, reason, changed_by_id)
     SELECT gen_random_uuid(), kept.id, $8, $9, $10, $5, $6, $7, $11, $12::date, $13, $14 FROM kept`,
    [
      ...[placeId, organisationId, startYear, change.number, after.value, after.low, after.high],
      ...[before.value, before.low, before.high, agreedBy, agreedOn, reason, personId],
    ],
  )
}

const quarterNumbers = [null, 1, 2, 3, 4] as const

export async function applyTargets(
  client: PoolClient,
  place: TargetPlace,
  { before, after }: { before: YearTargets; after: YearTargets },
  agreement: Agreement,
): Promise<void> {
  const at = (targets: YearTargets, number: number | null) =>
    number === null ? targets.year : (targets.quarters[number - 1] ?? null)
  for (const number of quarterNumbers) {
    const [old, next] = [at(before, number), at(after, number)]
    if (next === null || JSON.stringify(partsOf(old)) === JSON.stringify(partsOf(next))) continue
    await applyTarget(client, place, { number, before: old, after: next }, agreement)
  }
}

export async function applyBaseline(
  client: PoolClient,
  { placeId, organisationId }: Omit<TargetPlace, 'startYear'>,
  { before, after }: { before: BaselineValue | null; after: BaselineValue },
  { agreedBy, agreedOn, reason, personId }: Agreement,
): Promise<void> {
  await client.query(
    `WITH kept AS (
       INSERT INTO baseline (id, framework_indicator_id, organisation_id, period_label, value)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)
       ON CONFLICT (framework_indicator_id, organisation_id)
       DO UPDATE SET period_label = excluded.period_label, value = excluded.value RETURNING id)
     INSERT INTO baseline_change (id, baseline_id, old_period_label, old_value, new_period_label, new_value, agreed_by, agreed_on,
       reason, changed_by_id)
     SELECT gen_random_uuid(), kept.id, $5, $6, $3, $4, $7, $8::date, $9, $10 FROM kept`,
    [
      ...[placeId, organisationId, after.period, after.value, before?.period ?? null, before?.value ?? null],
      ...[agreedBy, agreedOn, reason, personId],
    ],
  )
}
