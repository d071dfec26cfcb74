import type { Context } from '#api/context.ts'
import { many, reference } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'
import type { CatalogueQuery } from './catalogue.schemas.ts'
import { isOrphaned, isStale, SHORTFALL, STANDING } from './catalogue-sql.ts'
import { FRAMEWORK, type PlacedIndicatorRow } from './indicators.queries.ts'
import { POINTS, SERIES_COLUMNS, TARGETS } from './series.service.ts'

export type CatalogueRow = PlacedIndicatorRow & {
  kind: string
  endYear: number
  endedOn: string | null
  leadOfficer: { name: string; isDisabled: boolean } | null
  lagWeeks: number | null
  newest: number | null
}

type Asked = {
  query: CatalogueQuery
  quarterIndex: number
  today: string
  /** Null for all of them. */
  page: { size: number; number: number } | null
}

const mostWords = 8

/** Values of a statement, each by the number it is written under. */
function parameters() {
  const values: unknown[] = []
  return { values, as: (value: unknown) => `$${values.push(value)}` }
}

type As = ReturnType<typeof parameters>['as']

const wordsOf = (search: string | undefined) =>
  (search ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)

/** A word of the search, anywhere in what is known of an indicator’s place: `at` is where it stands in its text. */
function found(as: As, word: string, at: string): string {
  const folded = `folded(${as(word)})`
  return `(${at} > 0
    OR fi.outcome_id IN (SELECT id FROM outcome WHERE strpos(search_text, ${folded}) > 0)
    OR fi.owner_id IN (SELECT id FROM partnership WHERE strpos(search_text, ${folded}) > 0))`
}

const measuresOf = {
  quarterly: `i.measure NOT IN ('annual', 'biennial')`,
  annual: `i.measure = 'annual'`,
  biennial: `i.measure = 'biennial'`,
} as const

const unrated = `('data_only', 'suppressed', 'not_due', 'awaiting_data', 'no_target')`

function conditionsOf({ query, quarterIndex, today }: Asked, as: As): string[] {
  const { framework, outcome, owner, officer, status, polarity, frequency, attention, search } = query
  const optional: (string | null)[] = [
    framework === undefined ? null : `f.slug = ${as(framework)}`,
    outcome === undefined ? null : `o.slug = ${as(outcome)}`,
    owner === undefined ? null : `p.slug = ${as(owner)}`,
    officer === undefined ? null : `p.lead_officer_id = ${as(officer)}::uuid`,
    polarity === undefined ? null : `i.polarity = ${as(polarity)}::polarity`,
    frequency === undefined ? null : measuresOf[frequency],
    status === undefined
      ? null
      : status === 'not_rated'
        ? `(${STANDING}) IN ${unrated}`
        : `(${STANDING}) = ${as(status)}`,
    attention === 'orphaned' || attention === 'stale' ? `${as(quarterIndex)}::int / 4 <= f.end_year` : null,
    attention === 'orphaned' ? isOrphaned(`${as(today)}::date`) : null,
    attention === 'stale' ? isStale(`${as(quarterIndex)}::int`) : null,
    attention === 'no-target' ? `(${STANDING}) = 'no_target'` : null,
    attention === 'awaiting' ? `(${STANDING}) = 'awaiting_data'` : null,
    ...wordsOf(search).map((word, place) => found(as, word, `i.at${place}`)),
  ]
  return optional.filter((condition) => condition !== null)
}

const standingPlace = `CASE (${STANDING}) WHEN 'off_target' THEN 0 WHEN 'near_target' THEN 1 WHEN 'on_target' THEN 2 ELSE 3 END`

const PLACE = ['NOT f.on_dashboard', '-f.start_year', 'f.slug', 'o.position', 'fi.position']

const sortKeys: Readonly<Record<string, readonly string[]>> = {
  position: PLACE,
  code: ['i.code_order'],
  title: ['lower(i.short_title)'],
  owner: ['lower(p.name)'],
  outcome: ['lower(o.title)'],
  status: [standingPlace],
}

/**
 * Codes that begin with what is looked for first, then those that do without their spaces, then titles that do,
 * then the rest: in this order they stand in the text that is searched.
 */
const RANK = `CASE WHEN i.at = 1 THEN 0 WHEN i.at = i.code_length + 2 THEN 1
    WHEN i.at BETWEEN 2 AND 2 * i.code_length + 3 THEN 2 WHEN i.at > 0 THEN 3 ELSE 4 END`

function orderOf({ query }: Asked): { keys: readonly string[]; isDown: boolean } {
  const { search, sort } = query
  const isDown = sort?.startsWith('-') === true
  const field = sort?.replace(/^-/, '')
  if (field !== undefined) return { keys: [...(sortKeys[field] ?? []), 'i.code_order', 'f.slug'], isDown }
  if (wordsOf(search).length === 0) return { keys: PLACE, isDown: false }
  return { keys: [RANK, 'i.code_order', 'NOT f.on_dashboard', '-f.start_year'], isDown: false }
}

/**
 * What of an indicator is filtered and sorted by, with where the words and the whole search stand in its text. The
 * texts are long: they are read through here once, and carried no further (OFFSET keeps it so).
 */
function searched(as: As, search: string | undefined): string {
  const words = wordsOf(search)
  const whole = words.length === 0 ? [] : [{ text: words.join(' '), name: 'at' }]
  const places = [...whole, ...words.map((text, place) => ({ text, name: `at${place}` }))].map(
    ({ text, name }) => `, strpos(search_text, folded(${as(text)})) AS ${name}`,
  )
  return `(SELECT id, code_order, short_title, length(code) AS code_length, polarity, measure, lag_weeks, tolerance_kind,
      green_tolerance, amber_tolerance${places.join('')} FROM indicator OFFSET 0) i`
}

const FROM = (indicators: string) => `FROM framework_indicator fi JOIN ${indicators} ON i.id = fi.indicator_id
    JOIN framework f ON f.id = fi.framework_id JOIN outcome o ON o.id = fi.outcome_id
    LEFT JOIN partnership p ON p.id = fi.owner_id LEFT JOIN person officer ON officer.id = p.lead_officer_id`

/** The figure and the target of one quarter, one of each: read for all places only where a rating is asked about. */
const figuresAt = (quarter: string) => `
    LEFT JOIN measurement m ON m.indicator_id = i.id AND m.organisation_id IS NULL AND m.quarter_index = ${quarter}
    LEFT JOIN target t ON t.framework_indicator_id = fi.id AND t.organisation_id IS NULL
      AND t.start_year = ${quarter} / 4 AND t.quarter_number = ${quarter} % 4 + 1
    ${SHORTFALL}`

const DETAILS = (
  quarter: string,
) => `SELECT i.slug AS id, i.code, i.short_title AS title, ${FRAMEWORK} AS framework,
    f.kind, f.end_year AS "endYear", o.title AS outcome, o.slug AS "outcomeId",
    CASE WHEN p.id IS NULL THEN NULL ELSE ${reference('p')} END AS owner, p.ended_on::text AS "endedOn",
    CASE WHEN officer.id IS NULL THEN NULL
      ELSE json_build_object('name', officer.name, 'isDisabled', officer.disabled_at IS NOT NULL) END AS "leadOfficer",
    i.lag_weeks AS "lagWeeks", fi.is_designated AS "isDesignated", ${SERIES_COLUMNS},
    (SELECT max(x.quarter_index) FROM measurement x WHERE x.indicator_id = i.id AND x.organisation_id IS NULL
      AND x.value IS NOT NULL AND x.quarter_index <= ${quarter}) AS newest,
    (SELECT ${POINTS} FROM measurement m
      WHERE m.indicator_id = i.id AND m.organisation_id IS NULL AND m.quarter_index = ${quarter}) AS points,
    (SELECT ${TARGETS} FROM target t WHERE t.framework_indicator_id = fi.id AND t.organisation_id IS NULL
      AND t.start_year = ${quarter} / 4) AS targets`

function statementOf(asked: Asked) {
  const { values, as } = parameters()
  const quarter = `${as(asked.quarterIndex)}::int`
  const conditions = conditionsOf(asked, as)
  const { keys, isDown } = orderOf(asked)
  const needsRating = [...conditions, ...keys].some((piece) => piece.includes('miss.'))
  const named = keys.map((_, place) => `k${place}`)
  const order = named
    .map((key, place) => `${key}${place === 0 && isDown ? ' DESC' : ''} NULLS LAST`)
    .join(', ')
  const { page } = asked
  const limit = page === null ? '' : `LIMIT ${as(page.size)} OFFSET ${as((page.number - 1) * page.size)}`
  const text = `
    WITH matched AS MATERIALIZED (
      SELECT fi.id, ${keys.map((key, place) => `${key} AS k${place}`).join(', ')}
      ${FROM(searched(as, asked.query.search))}${needsRating ? figuresAt(quarter) : ''}
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join('\n        AND ')}`}),
    page AS MATERIALIZED (SELECT * FROM matched ORDER BY ${order}, id ${limit})
    SELECT (SELECT count(*)::int FROM matched) AS total,
      ${many(`${DETAILS(quarter)} FROM page JOIN framework_indicator fi ON fi.id = page.id
        JOIN indicator i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
        JOIN outcome o ON o.id = fi.outcome_id LEFT JOIN partnership p ON p.id = fi.owner_id
        LEFT JOIN person officer ON officer.id = p.lead_officer_id ORDER BY ${order}, page.id`)} AS rows`
  return { text, values }
}

/** One page of the catalogue, found and sorted where it is kept, with how many there are. */
export async function readCatalogue(
  { database }: Pick<Context, 'database'>,
  asked: Asked,
): Promise<{ total: number; rows: CatalogueRow[] }> {
  const { rows } = await database.pool.query<{ total: number; rows: CatalogueRow[] }>(statementOf(asked))
  return rows[0] ?? { total: 0, rows: [] }
}

export type ChoicesRow = {
  owners: Reference[]
  officers: { id: string; name: string }[]
  sources: string[]
  waiting: number
}

const OWNING = 'partnership p WHERE EXISTS (SELECT FROM framework_indicator fi WHERE fi.owner_id = p.id)'

const CHOICES = `
  SELECT ${many(`SELECT p.slug AS id, p.name, p.short_name AS "shortName" FROM ${OWNING} ORDER BY p.name`)} AS owners,
    ${many(`SELECT DISTINCT who.id, who.name FROM person who JOIN (SELECT p.lead_officer_id FROM ${OWNING}) led
      ON led.lead_officer_id = who.id ORDER BY who.name`)} AS officers,
    (SELECT coalesce(json_agg(source ORDER BY source), '[]') FROM (
      SELECT DISTINCT reported_by AS source FROM indicator WHERE reported_by IS NOT NULL ORDER BY 1 LIMIT 50) named) AS sources,
    (SELECT count(*)::int FROM indicator_change WHERE state = 'proposed') AS waiting`

export async function readCatalogueChoices({ database }: Pick<Context, 'database'>): Promise<ChoicesRow> {
  const { rows } = await database.pool.query<ChoicesRow>(CHOICES)
  return rows[0] ?? { owners: [], officers: [], sources: [], waiting: 0 }
}
