import type { Prisma } from '../client/generated/client.ts'
import { dateOf, quarterIndexOf, quarterIndexOfLabel } from './calendar.ts'
import { cell, readDataFile } from './data-file.ts'
import { LAA1, LAA2, placeId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { DESIGNATED, STRETCH } from './indicators.ts'
import { organisationId } from './organisations.ts'
import { personIdNamed } from './people.ts'
import { targetsOf } from './series.ts'

type TargetRow = Prisma.TargetCreateManyInput
type Period = { startYear: number; quarterNumber: number | null }

function targetId(place: string, period: Period, organisation = ''): string {
  return idFor('target', place, String(period.startYear), String(period.quarterNumber), organisation)
}

function target(place: string, period: Period, value: string): TargetRow {
  return { id: targetId(place, period), frameworkIndicatorId: place, ...period, value }
}

function periodOf(index: number): { startYear: number; quarterNumber: number } {
  return { startYear: Math.floor(index / 4), quarterNumber: (index % 4) + 1 }
}

// The profile of the last quarter is the year's target.
function designatedTargets(code: string): TargetRow[] {
  const place = placeId(LAA2, code)
  return [...targetsOf(code)].flatMap(([index, value]) => {
    const period = periodOf(index)
    const ofQuarter = target(place, period, value)
    return period.quarterNumber === 4
      ? [ofQuarter, target(place, { startYear: period.startYear, quarterNumber: null }, value)]
      : [ofQuarter]
  })
}

/** The way from the start to the stretch, in twelve even steps at the indicator’s precision. */
function stretchProfile(code: string): TargetRow[] {
  const row = STRETCH.find((candidate) => cell(candidate, 'code') === code) ?? {}
  const [start, stretch] = [Number(cell(row, 'start')), Number(cell(row, 'stretch'))]
  const place = placeId(LAA1, code)
  return Array.from({ length: 12 }, (_, step) => {
    const value = (start + ((stretch - start) * (step + 1)) / 12).toFixed(Number(cell(row, 'decimals')))
    const period = periodOf(quarterIndexOf(2006, 1) + step)
    const ofQuarter = target(place, period, value)
    return period.quarterNumber === 4
      ? [ofQuarter, target(place, { ...period, quarterNumber: null }, value)]
      : [ofQuarter]
  }).flat()
}

const BODIES_YEAR_END: Record<string, string> = {
  oxford: '43.0',
  'vale-of-white-horse': '39.0',
  'west-oxfordshire': '47.0',
  cherwell: '51.0',
  'south-oxfordshire': '52.0',
  'county-recycling-centres': '60.5',
}

function collectingBodyTargets(): TargetRow[] {
  const place = placeId(LAA2, 'NI 192')
  const own = (slug: string, period: Period, value: string) => ({
    ...target(place, period, value),
    id: targetId(place, period, slug),
    organisationId: organisationId(slug),
  })
  const profiles = readDataFile('collecting-bodies.csv').map((row) =>
    own(cell(row, 'organisation'), periodOf(quarterIndexOfLabel(cell(row, 'quarter'))), cell(row, 'target')),
  )
  const yearEnds = Object.entries(BODIES_YEAR_END).map(([slug, value]) =>
    own(slug, { startYear: 2009, quarterNumber: null }, value),
  )
  return [...profiles, ...yearEnds]
}

export function targetRows(): TargetRow[] {
  return [
    ...DESIGNATED.flatMap((row) => designatedTargets(cell(row, 'code'))),
    ...STRETCH.flatMap((row) => stretchProfile(cell(row, 'code'))),
    ...collectingBodyTargets(),
  ]
}

type Change = {
  code: string
  period: Period
  oldValue: string
  newValue: string
  agreedBy: string
  agreedOn: string
  reason: string
}

const PUBLIC_SERVICE_BOARD = 'Public Service Board'

// The new values are those of the data files.
const CHANGES: Change[] = [
  {
    code: 'NI 192',
    period: { startYear: 2009, quarterNumber: null },
    oldValue: '50.0',
    newValue: '49.0',
    agreedBy: PUBLIC_SERVICE_BOARD,
    agreedOn: '2009-07-06',
    reason: 'South Oxfordshire’s contract began in June, not April',
  },
  {
    code: 'NI 192',
    period: { startYear: 2009, quarterNumber: 2 },
    oldValue: '48.5',
    newValue: '48.0',
    agreedBy: PUBLIC_SERVICE_BOARD,
    agreedOn: '2009-07-06',
    reason: 'Follows the year-end change',
  },
  {
    code: 'NI 192',
    period: { startYear: 2008, quarterNumber: null },
    oldValue: '43.0',
    newValue: '44.0',
    agreedBy: 'Waste Partnership',
    agreedOn: '2008-07-11',
    reason: 'Agreed with Government in the Local Area Agreement',
  },
  {
    code: 'NI 39',
    period: { startYear: 2008, quarterNumber: null },
    oldValue: '1220',
    newValue: '1240',
    agreedBy: PUBLIC_SERVICE_BOARD,
    agreedOn: '2008-07-11',
    reason: 'The national method of counting admissions was widened',
  },
  {
    code: 'NI 155',
    period: { startYear: 2008, quarterNumber: null },
    oldValue: '205',
    newValue: '190',
    agreedBy: PUBLIC_SERVICE_BOARD,
    agreedOn: '2008-12-08',
    reason: 'Two sites stopped when lending dried up',
  },
  {
    code: 'NI 109',
    period: { startYear: 2008, quarterNumber: null },
    oldValue: '82',
    newValue: '84',
    agreedBy: 'Children and Young People’s Partnership',
    agreedOn: '2009-01-16',
    reason: 'One centre opened a quarter early',
  },
]

export function targetChangeRows(): Prisma.TargetChangeCreateManyInput[] {
  return CHANGES.map(({ code, period, agreedOn, ...change }) => {
    const id = targetId(placeId(LAA2, code), period)
    return {
      id: idFor('target change', id, agreedOn),
      targetId: id,
      ...change,
      agreedOn: dateOf(agreedOn),
      changedById: personIdNamed('Ann Whitcombe'),
    }
  })
}
