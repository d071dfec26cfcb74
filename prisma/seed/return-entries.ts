import type { Prisma } from '../client/generated/client.ts'
import { CURRENT_QUARTER, dateOfWords, quarterIndexOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { LAA2, placeId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { codesOwnedBy, DESIGNATED } from './indicators.ts'
import { personIdNamed } from './people.ts'
import { returnId, returnsTold } from './returns.ts'
import { actualsOf } from './series.ts'
import type { Told } from './told.ts'

type EntryRow = Prisma.ReturnEntryCreateManyInput

const OFF_OR_NEAR = new Map<string, DataRow>([
  ...attentionOf(CURRENT_QUARTER, 'attention.csv'),
  ...attentionOf(quarterIndexOf(2009, 1), 'earlier-entries.csv'),
])

const DESIGNATED_BY_CODE = new Map(DESIGNATED.map((row) => [cell(row, 'code'), row]))

function attentionOf(quarterIndex: number, file: string): [string, DataRow][] {
  return readDataFile(file).map((row) => [`${cell(row, 'indicator')} ${quarterIndex}`, row])
}

function written(code: string, text: string): string {
  const row = DESIGNATED_BY_CODE.get(code) ?? {}
  const figure = Number(text).toFixed(Number(cell(row, 'decimals')))
  return cell(row, 'unit') === '%' ? `${figure}%` : figure
}

function isFigure(text: string | undefined): text is string {
  return text !== undefined && /^[\d.]+$/.test(text)
}

// What the movement was, in the words a lead would use when there is nothing more to say.
function commentaryOf(code: string, quarterIndex: number): string | null {
  const now = actualsOf(code).get(quarterIndex)
  const before = actualsOf(code).get(quarterIndex - 1)
  if (!isFigure(now)) return null
  if (!isFigure(before)) return `${written(code, now)} for the quarter.`
  if (Number(now) === Number(before)) return `Unchanged at ${written(code, now)}.`
  return `${Number(now) > Number(before) ? 'Up' : 'Down'} from ${written(code, before)} to ${written(code, now)}.`
}

const OWN_COMMENTARY: Record<string, string> = {
  [`NI 192 ${CURRENT_QUARTER}`]:
    'Recycling rose for the eleventh quarter running and is short of target by what South Oxfordshire’s late start cost.',
}

// What the lead expects for the year, beside what is computed.
const FORECASTS: Record<string, { forecast: string; forecastReason: string }> = {
  [`NI 192 ${quarterIndexOf(2009, 1)}`]: {
    forecast: '48',
    forecastReason: 'South Oxfordshire’s new contract counts in full from July.',
  },
  [`NI 192 ${CURRENT_QUARTER}`]: {
    forecast: '47.5',
    forecastReason: 'The contract adds half a point a quarter; Oxford’s flats begin only in November.',
  },
}

function entryRow(told: Told, code: string): EntryRow | null {
  const key = `${code} ${told.quarterIndex}`
  const attention = OFF_OR_NEAR.get(key)
  const commentary = OWN_COMMENTARY[key] ?? commentaryOf(code, told.quarterIndex)
  if (!attention && commentary === null) return null
  return {
    id: idFor('return entry', returnId(told), code),
    returnId: returnId(told),
    frameworkIndicatorId: placeId(LAA2, code),
    commentary,
    cause: attention ? cell(attention, 'cause') : null,
    action: attention ? cell(attention, 'action') : null,
    ownerId: attention ? personIdNamed(cell(attention, 'owner')) : null,
    dueOn: attention ? dateOfWords(cell(attention, 'by')) : null,
    forecast: null,
    forecastReason: null,
    ...FORECASTS[key],
  }
}

export function returnEntryRows(): EntryRow[] {
  return returnsTold().flatMap((told) =>
    codesOwnedBy(told.partnership)
      .map((code) => entryRow(told, code))
      .filter((row) => row !== null),
  )
}
