import type { NamedOrganisation } from '@accord/domain'
import type { ClientBase } from 'pg'
import { StartError } from '../start-error.ts'
import type { IndicatorSettings } from './answers.ts'

/** Where the figures go: a framework that is there, or one of imported series to be made. */
export type ImportTarget = { kind: 'known'; slug: string } | { kind: 'new'; slug: string; title: string }

export type KnownIndicator = IndicatorSettings & {
  id: string
  slug: string
  code: string
  hardMin: string | null
  hardMax: string | null
}

export type KnownFramework = {
  id: string | null
  slug: string
  title: string
  isImported: boolean
  startYear: number | null
  endYear: number | null
}

/** What the values of a series that is there lie between. Decimal texts. */
export type SeriesRange = { least: string; most: string; others: number }

export type Known = {
  framework: KnownFramework
  indicators: KnownIndicator[]
  /** Of indicators anywhere whose slug begins as those of this framework do. */
  indicatorSlugs: string[]
  organisations: (NamedOrganisation & { slug: string })[]
  quarters: ReadonlySet<number>
  /** By indicator and organisation, as seriesKey makes it. */
  ranges: ReadonlyMap<string, SeriesRange>
}

export const seriesKey = (indicator: string, organisation: string | null) =>
  `${indicator} ${organisation ?? ''}`

export const IMPORTED_SERIES = 'imported series'

/** For a file that meets no database. */
export function nothingKnown(target: { slug: string; title: string }): Known {
  return {
    framework: { id: null, ...target, isImported: true, startYear: null, endYear: null },
    indicators: [],
    indicatorSlugs: [],
    organisations: [],
    quarters: new Set(),
    ranges: new Map(),
  }
}

async function readFramework(client: ClientBase, target: ImportTarget): Promise<KnownFramework> {
  const { rows } = await client.query<KnownFramework>(
    `SELECT id, slug, title, kind = $2 AS "isImported", start_year AS "startYear", end_year AS "endYear"
     FROM framework WHERE slug = $1`,
    [target.slug, IMPORTED_SERIES],
  )
  const [found] = rows
  if (found !== undefined) return found
  if (target.kind === 'known') throw new StartError(`There is no framework ${target.slug}.`)
  const { slug, title } = target
  return { id: null, slug, title, isImported: true, startYear: null, endYear: null }
}

const INDICATORS = `
  SELECT i.id, i.slug, i.code, i.title, i.unit, i.decimals, i.polarity, i.measure,
    i.rounded_counts AS "roundedCounts", trim_scale(i.hard_min)::text AS "hardMin", trim_scale(i.hard_max)::text AS "hardMax"
  FROM framework_indicator f JOIN indicator i ON i.id = f.indicator_id WHERE f.framework_id = $1`

const ORGANISATIONS = `
  SELECT o.id, o.slug, o.name,
    array_remove(ARRAY[nullif(o.short_name, o.name), o.slug]
      || array(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id), NULL) AS aliases
  FROM organisation o ORDER BY o.name`

const RANGES = `
  SELECT m.indicator_id AS indicator, m.organisation_id AS organisation, trim_scale(min(m.value))::text AS least,
    trim_scale(max(m.value))::text AS most, count(*)::int AS others
  FROM measurement m WHERE m.indicator_id = ANY ($1) AND m.value IS NOT NULL GROUP BY 1, 2`

/** All of the database that understanding a file needs. Throws StartError for a framework that is not there. */
export async function readKnown(client: ClientBase, target: ImportTarget): Promise<Known> {
  const framework = await readFramework(client, target)
  const { rows: indicators } = await client.query<KnownIndicator>(INDICATORS, [framework.id])
  const { rows: slugs } = await client.query<{ slug: string }>(
    'SELECT slug FROM indicator WHERE starts_with(slug, $1)',
    [`${framework.slug}-`],
  )
  const { rows: organisations } = await client.query<Known['organisations'][number]>(ORGANISATIONS)
  const { rows: quarters } = await client.query<{ index: number }>('SELECT index FROM quarter')
  const { rows: ranges } = await client.query<
    SeriesRange & { indicator: string; organisation: string | null }
  >(RANGES, [indicators.map(({ id }) => id)])
  return {
    framework,
    indicators,
    indicatorSlugs: slugs.map(({ slug }) => slug),
    organisations,
    quarters: new Set(quarters.map(({ index }) => index)),
    ranges: new Map(ranges.map((range) => [seriesKey(range.indicator, range.organisation), range])),
  }
}
