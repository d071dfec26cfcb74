import { Measure, type Polarity, type Prisma } from '../client/generated/client.ts'
import { cell, type DataRow, displayed, readCatalogue, readDataFile } from './data-file.ts'
import {
  CATALOGUE,
  chapterOf,
  frameworkId,
  indicatorId,
  LAA1,
  LAA2,
  outcomeId,
  placeId,
  REWARD_PENCE,
} from './frameworks.ts'
import { idFor, slugOf } from './identity.ts'
import { partnershipId } from './partnership-names.ts'

export const DESIGNATED: readonly DataRow[] = readDataFile('indicators.csv')
export const STRETCH: readonly DataRow[] = readDataFile('stretch-targets.csv')

const CATALOGUE_ROWS = readCatalogue()
const MORE_BY_CODE = new Map(readDataFile('designated-indicators.csv').map((row) => [cell(row, 'code'), row]))
const DESIGNATED_BY_CODE = new Map(DESIGNATED.map((row) => [cell(row, 'code'), row]))

type IndicatorRow = Prisma.IndicatorCreateManyInput

export function measureOf(text: string): Measure {
  const measure = Object.values(Measure).find((value) => value === text.replace(' ', '_'))
  if (!measure) throw new Error(`Not a measure: ${text}`)
  return measure
}

export function polarityOf(text: string): Polarity {
  return text === 'lower' ? 'lower' : text === 'none' ? 'none' : 'higher'
}

const MEASURE_BY_FREQUENCY: Record<string, Measure> = {
  annual: 'annual',
  biennial: 'biennial',
  quarterly: 'discrete_quarter',
  'three a year': 'discrete_quarter',
}

// The catalogue gives no decimals: percentages and rates are read to one, counts to none.
function decimalsFor(unit: string): number {
  return /^(no\.|number|days|£000|kg)/.test(unit) ? 0 : 1
}

function catalogueRow(row: DataRow): IndicatorRow {
  const code = cell(row, 'code')
  const title = displayed(cell(row, 'title'))
  return {
    id: indicatorId(code),
    slug: slugOf(code),
    code,
    title,
    shortTitle: title,
    unit: cell(row, 'unit'),
    decimals: decimalsFor(cell(row, 'unit')),
    polarity: polarityOf(cell(row, 'polarity')),
    measure: MEASURE_BY_FREQUENCY[cell(row, 'frequency')] ?? 'annual',
    reportedBy: cell(row, 'reported_by'),
    titleCheckedInSource: cell(row, 'title_seen_in_a_source') === 'yes',
  }
}

const SOURCES: Record<string, { definition: string; source: string }> = {
  'NI 192': {
    definition:
      'Tonnes of household waste reused, recycled, composted or digested ÷ tonnes of household waste collected',
    source: 'Council weighbridge returns to the national waste data system, about 10 weeks after the quarter',
  },
  'NI 193': {
    definition: 'Tonnes of municipal waste land filled ÷ tonnes of municipal waste collected',
    source: 'Council weighbridge returns to the national waste data system, about 10 weeks after the quarter',
  },
}

// What a figure can be at all, where the usual limits do not say it.
function hardLimits(row: DataRow): Pick<IndicatorRow, 'hardMin' | 'hardMax'> {
  // Emissions may rise: then their reduction is below nothing.
  if (cell(row, 'code') === 'NI 186') return { hardMin: '-100', hardMax: '100' }
  return cell(row, 'unit').startsWith('per ') ? { hardMin: '0' } : {}
}

function designatedFields(row: DataRow): Partial<IndicatorRow> {
  const code = cell(row, 'code')
  const more = MORE_BY_CODE.get(code) ?? {}
  const numeratorLabel = cell(more, 'numerator label')
  return {
    shortTitle: cell(row, 'short_title'),
    phrase: cell(more, 'phrase'),
    unit: cell(row, 'unit'),
    decimals: Number(cell(row, 'decimals')),
    polarity: polarityOf(cell(row, 'polarity')),
    measure: measureOf(cell(row, 'measure')),
    lagWeeks: Number(cell(more, 'lag weeks')),
    isRatio: numeratorLabel !== '',
    numeratorLabel: numeratorLabel || null,
    denominatorLabel: cell(more, 'denominator label') || null,
    ...hardLimits(row),
    ...SOURCES[code],
  }
}

function stretchRow(row: DataRow): IndicatorRow {
  const code = cell(row, 'code')
  return {
    id: indicatorId(code),
    slug: slugOf(code),
    code,
    title: cell(row, 'title'),
    shortTitle: cell(row, 'title'),
    phrase: cell(row, 'phrase'),
    unit: cell(row, 'unit'),
    decimals: Number(cell(row, 'decimals')),
    polarity: polarityOf(cell(row, 'polarity')),
    measure: measureOf(cell(row, 'measure')),
    lagWeeks: 6,
  }
}

export function indicatorRows(): IndicatorRow[] {
  const catalogue = CATALOGUE_ROWS.map((row) => {
    const designated = DESIGNATED_BY_CODE.get(cell(row, 'code'))
    return designated ? { ...catalogueRow(row), ...designatedFields(designated) } : catalogueRow(row)
  })
  return [...catalogue, ...STRETCH.map(stretchRow)]
}

type PlaceRow = Prisma.FrameworkIndicatorCreateManyInput

/** One indicator of the national set whose partnership is over: nobody answers for it any more. */
const LEFT_BEHIND = { code: 'NI 38', partnership: 'Oxfordshire Drug Action Team' }

function cataloguePlaces(): PlaceRow[] {
  return CATALOGUE_ROWS.map((row, place) => ({
    id: placeId(CATALOGUE, cell(row, 'code')),
    frameworkId: frameworkId(CATALOGUE),
    outcomeId: outcomeId(CATALOGUE, chapterOf(cell(row, 'code'))),
    indicatorId: indicatorId(cell(row, 'code')),
    ownerId: cell(row, 'code') === LEFT_BEHIND.code ? partnershipId(LEFT_BEHIND.partnership) : null,
    position: place + 1,
  }))
}

function agreementPlaces(framework: string, rows: readonly DataRow[], isDesignated: boolean): PlaceRow[] {
  return rows.map((row, place) => ({
    id: placeId(framework, cell(row, 'code')),
    frameworkId: frameworkId(framework),
    outcomeId: outcomeId(framework, cell(row, 'outcome')),
    indicatorId: indicatorId(cell(row, 'code')),
    ownerId: partnershipId(cell(row, 'owner')),
    position: place + 1,
    isDesignated,
  }))
}

export function placeRows(): PlaceRow[] {
  return [
    ...cataloguePlaces(),
    ...agreementPlaces(LAA2, DESIGNATED, true),
    ...agreementPlaces(LAA1, STRETCH, false),
  ]
}

/** The codes of the second agreement that a partnership answers for. */
export function codesOwnedBy(partnership: string): string[] {
  return DESIGNATED.filter((row) => cell(row, 'owner') === partnership).map((row) => cell(row, 'code'))
}

export function rewardRows(): Prisma.RewardTargetCreateManyInput[] {
  const count = BigInt(STRETCH.length)
  const total = REWARD_PENCE
  return STRETCH.map((row, place) => ({
    id: idFor('reward target', cell(row, 'code')),
    frameworkId: frameworkId(LAA1),
    frameworkIndicatorId: placeId(LAA1, cell(row, 'code')),
    withoutStretch: cell(row, 'without stretch'),
    stretch: cell(row, 'stretch'),
    actual: cell(row, 'actual'),
    // £16 million does not divide by twelve: the odd pence go to the first targets.
    sharePence: total / count + (BigInt(place) < total % count ? 1n : 0n),
    audit: cell(row, 'audit') === 'audited' ? 'audited' : 'in_audit',
    position: place + 1,
  }))
}
