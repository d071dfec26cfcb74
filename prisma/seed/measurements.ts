import { MissingReason, type Prisma } from '../client/generated/client.ts'
import {
  CURRENT_QUARTER,
  dateOf,
  londonInstant,
  quarterAt,
  quarterIndexOf,
  quarterIndexOfLabel,
} from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { indicatorId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { DESIGNATED, STRETCH } from './indicators.ts'
import { organisationId } from './organisations.ts'
import { personIdNamed } from './people.ts'
import { reportedInstant } from './return-times.ts'
import { actualsOf, FIRST_QUARTER } from './series.ts'

type MeasurementRow = Prisma.MeasurementCreateManyInput
type Period = { code: string; quarterIndex: number; organisation?: string }

/** The figures that the mock marks as provisional in the current quarter. */
const PROVISIONAL = ['NI 16', 'NI 20', 'NI 39', 'NI 53', 'NI 117', 'NI 152', 'NI 175', 'NI 191', 'NI 192']

/** The figures that were corrected after they were final. */
const REVISED = [
  { code: 'NI 192', quarterIndex: quarterIndexOf(2008, 2) },
  { code: 'NI 20', quarterIndex: quarterIndexOf(2009, 1) },
]

const TONNES = new Map(
  readDataFile('tonnes.csv').map((row) => [
    `${cell(row, 'code')} ${quarterIndexOfLabel(cell(row, 'quarter'))}`,
    row,
  ]),
)

// What an annual or survey figure is about, by indicator and the quarter in which it came.
const PERIOD_LABELS: Record<string, string> = {
  [`NI 163 ${quarterIndexOf(2006, 4)}`]: '2006',
  [`NI 163 ${quarterIndexOf(2007, 4)}`]: '2007',
  [`NI 163 ${quarterIndexOf(2008, 4)}`]: '2008',
  [`NI 1 ${quarterIndexOf(2008, 3)}`]: '2008/09',
  [`NI 7 ${quarterIndexOf(2008, 3)}`]: '2008/09',
  [`NI 186 ${quarterIndexOf(2007, 4)}`]: '2006',
  [`NI 186 ${quarterIndexOf(2008, 4)}`]: '2007',
}

const NOTES: Record<string, string> = {
  [`NI 192 ${CURRENT_QUARTER}`]: 'West Oxfordshire’s September is estimated from weighbridge counts.',
  [`NI 175 ${CURRENT_QUARTER}`]: 'Bus survey of September 2009, not yet checked by the operators.',
}

// Figures that came after the papers had closed.
const LATE: Record<string, string> = {
  [`NI 181 ${quarterIndexOf(2008, 3)}`]: '2009-02-20',
  [`NI 40 ${quarterIndexOf(2008, 4)}`]: '2009-05-29',
  [`NI 39 ${quarterIndexOf(2007, 4)}`]: '2008-06-06',
  [`NI 53 ${quarterIndexOf(2008, 1)}`]: '2008-09-12',
}

export function measurementId(period: Period): string {
  return idFor('measurement', period.code, String(period.quarterIndex), period.organisation ?? '')
}

function stateOf(code: string, quarterIndex: number): 'provisional' | 'final' | 'revised' {
  if (quarterIndex === CURRENT_QUARTER && PROVISIONAL.includes(code)) return 'provisional'
  return REVISED.some((figure) => figure.code === code && figure.quarterIndex === quarterIndex)
    ? 'revised'
    : 'final'
}

function reportedAtOf(owner: string, code: string, quarterIndex: number): Date {
  const late = LATE[`${code} ${quarterIndex}`]
  return late ? londonInstant(dateOf(late), '11:30') : reportedInstant(owner, quarterIndex)
}

function baseRow(owner: string, code: string, quarterIndex: number): MeasurementRow {
  return {
    id: measurementId({ code, quarterIndex }),
    indicatorId: indicatorId(code),
    quarterIndex,
    reportedAt: reportedAtOf(owner, code, quarterIndex),
  }
}

function figureRow(base: MeasurementRow, code: string, value: string): MeasurementRow {
  const key = `${code} ${base.quarterIndex}`
  const tonnes = TONNES.get(key)
  return {
    ...base,
    value,
    numerator: tonnes ? cell(tonnes, 'numerator') : null,
    denominator: tonnes ? cell(tonnes, 'denominator') : null,
    state: stateOf(code, base.quarterIndex),
    note: NOTES[key] ?? null,
    periodLabel: PERIOD_LABELS[key] ?? null,
  }
}

function missingReasonOf(text: string): MissingReason | undefined {
  return Object.values(MissingReason).find((reason) => reason === text)
}

// Between its figures an annual indicator is not due; from the current year on, the file says what is the matter.
function expectedGap(row: DataRow, quarterIndex: number): MissingReason | undefined {
  const given = cell(row, 'not_rated_because')
  if (given === 'no target' || given === '') return undefined
  if (quarterIndex < quarterIndexOf(2007, 3)) return undefined
  return given === 'awaiting data' && quarterIndex >= quarterIndexOf(2009, 1) ? 'awaiting_data' : 'not_due'
}

function designatedFigure(row: DataRow, quarterIndex: number): MeasurementRow[] {
  const code = cell(row, 'code')
  const base = baseRow(cell(row, 'owner'), code, quarterIndex)
  const text = actualsOf(code).get(quarterIndex)
  const missingReason = text === undefined ? expectedGap(row, quarterIndex) : missingReasonOf(text)
  if (missingReason) return [{ ...base, missingReason }]
  return text === undefined ? [] : [figureRow(base, code, text)]
}

function quartersToNow(): number[] {
  return Array.from({ length: CURRENT_QUARTER - FIRST_QUARTER + 1 }, (_, place) => FIRST_QUARTER + place)
}

// A small fixed wave, so that the first agreement’s series do not run as straight lines.
const WAVE = [0.2, -0.3, 0.4, -0.1, -0.4, 0.3, 0.1, -0.2, 0.35, -0.35, 0.15, 0]

function stretchFigures(row: DataRow): MeasurementRow[] {
  const code = cell(row, 'code')
  const decimals = Number(cell(row, 'decimals'))
  const [start, actual] = [Number(cell(row, 'start')), Number(cell(row, 'actual'))]
  const step = (actual - start) / 12
  return WAVE.map((wave, place) => {
    const quarterIndex = FIRST_QUARTER + place
    const base = baseRow(cell(row, 'owner'), code, quarterIndex)
    const inAudit = place === WAVE.length - 1 && cell(row, 'audit') === 'in_audit'
    const value = (start + step * (place + 1 + wave)).toFixed(decimals)
    return { ...figureRow(base, code, value), state: inAudit ? 'provisional' : 'final' }
  })
}

function collectingBodyFigures(): MeasurementRow[] {
  return readDataFile('collecting-bodies.csv').map((row) => {
    const quarterIndex = quarterIndexOfLabel(cell(row, 'quarter'))
    const organisation = cell(row, 'organisation')
    return {
      ...baseRow('Waste Partnership', 'NI 192', quarterIndex),
      id: measurementId({ code: 'NI 192', quarterIndex, organisation }),
      organisationId: organisationId(organisation),
      value: cell(row, 'actual'),
      numerator: cell(row, 'recycled tonnes'),
      denominator: cell(row, 'collected tonnes'),
      state: quarterIndex === CURRENT_QUARTER ? 'provisional' : 'final',
    }
  })
}

/** An indicator of the national set that nobody has reported on since its partnership ended. */
function leftBehindFigures(): MeasurementRow[] {
  const quarterIndex = quarterIndexOf(2007, 4)
  const base = baseRow('Safer Communities Partnership', 'NI 38', quarterIndex)
  return [{ ...figureRow(base, 'NI 38', '1.12'), periodLabel: '2006/07' }]
}

// createMany writes the columns of all its rows: a row without a figure says so in each.
function complete(row: MeasurementRow): MeasurementRow {
  const empty = { value: null, numerator: null, denominator: null, state: null, missingReason: null }
  return { ...empty, organisationId: null, note: null, periodLabel: null, ...row }
}

export function measurementRows(): MeasurementRow[] {
  const designated = DESIGNATED.flatMap((row) =>
    quartersToNow().flatMap((quarter) => designatedFigure(row, quarter)),
  )
  const stretch = STRETCH.flatMap(stretchFigures)
  return [...designated, ...stretch, ...collectingBodyFigures(), ...leftBehindFigures()].map(complete)
}

export function revisionRows(): Prisma.MeasurementRevisionCreateManyInput[] {
  const recycling = { code: 'NI 192', quarterIndex: quarterIndexOf(2008, 2) }
  const assaults = { code: 'NI 20', quarterIndex: quarterIndexOf(2009, 1) }
  return [
    {
      id: idFor('revision', 'NI 192', '1'),
      measurementId: measurementId(recycling),
      oldValue: '43.2',
      newValue: '43.0',
      oldNumerator: '126550',
      newNumerator: '125970',
      oldDenominator: '292950',
      newDenominator: '292950',
      oldState: 'final',
      newState: 'revised',
      reason: 'Garden waste sent to a trial digester was counted twice',
      revisedAt: londonInstant(dateOf('2009-02-12'), '10:20'),
      revisedById: personIdNamed('Daniel Okafor'),
    },
    {
      id: idFor('revision', 'NI 20', '1'),
      measurementId: measurementId(assaults),
      oldValue: '6.0',
      newValue: '6.1',
      oldState: 'final',
      newState: 'revised',
      reason: 'Sixteen offences recorded late by the police',
      revisedAt: londonInstant(quarterAt(CURRENT_QUARTER).opensOn, '14:05'),
      revisedById: personIdNamed('Kate Ormerod'),
    },
  ]
}
