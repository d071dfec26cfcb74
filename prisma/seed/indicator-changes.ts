import type { Prisma } from '../client/generated/client.ts'
import { dateOf, londonInstant } from './calendar.ts'
import { cell } from './data-file.ts'
import { frameworkId, indicatorId, LAA1, LAA2, placeId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { indicatorRows, STRETCH } from './indicators.ts'
import { personIdNamed } from './people.ts'

/** The year before the first agreement, from which its stretch was counted. */
const BASELINE_PERIOD = '2005/06'
const FIRST_AGREED = '2006-03-20'

const baselineId = (code: string) => idFor('baseline', code)

export function baselineRows(): Prisma.BaselineCreateManyInput[] {
  return STRETCH.map((row) => ({
    id: baselineId(cell(row, 'code')),
    frameworkIndicatorId: placeId(LAA1, cell(row, 'code')),
    periodLabel: BASELINE_PERIOD,
    value: cell(row, 'start'),
  }))
}

/** One of them was counted again in the first year, and agreed anew. */
const RENEGOTIATED = { code: 'LAA1-01', first: '12.9', on: '2006-11-13' }

export function baselineChangeRows(): Prisma.BaselineChangeCreateManyInput[] {
  const agreedBy = 'Public Service Board'
  const firsts = STRETCH.map((row) => {
    const code = cell(row, 'code')
    return {
      id: idFor('baseline change', code, '1'),
      baselineId: baselineId(code),
      newPeriodLabel: BASELINE_PERIOD,
      newValue: code === RENEGOTIATED.code ? RENEGOTIATED.first : cell(row, 'start'),
      agreedBy,
      agreedOn: dateOf(FIRST_AGREED),
      reason: 'Agreed with the first agreement.',
    }
  })
  const again = STRETCH.filter((row) => cell(row, 'code') === RENEGOTIATED.code).map((row) => ({
    id: idFor('baseline change', RENEGOTIATED.code, '2'),
    baselineId: baselineId(RENEGOTIATED.code),
    oldPeriodLabel: BASELINE_PERIOD,
    oldValue: RENEGOTIATED.first,
    newPeriodLabel: BASELINE_PERIOD,
    newValue: cell(row, 'start'),
    agreedBy,
    agreedOn: dateOf(RENEGOTIATED.on),
    reason: 'The police recount took out attempts that had been recorded twice.',
    changedById: personIdNamed('Philippa Dane'),
  }))
  return [...firsts, ...again]
}

/** An indicator’s settings as a change of them keeps them. */
function settingsOf(code: string) {
  const row = indicatorRows().find((indicator) => indicator.code === code)
  if (row === undefined) throw new Error(`There is no indicator ${code}`)
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value))
  return {
    title: row.title,
    shortTitle: row.shortTitle,
    definition: row.definition ?? null,
    unit: row.unit,
    decimals: row.decimals,
    polarity: row.polarity,
    measure: row.measure,
    tolerance: { kind: 'relative', green: '0', amber: '0.1' },
    hardMin: text(row.hardMin),
    hardMax: text(row.hardMax),
    source: row.source ?? null,
    reportedBy: row.reportedBy ?? null,
    lagWeeks: row.lagWeeks ?? null,
    roundedCounts: row.roundedCounts ?? false,
  }
}

function waiting(): Prisma.IndicatorChangeCreateManyInput {
  const before = settingsOf('NI 192')
  return {
    id: idFor('indicator change', 'NI 192', 'tolerance'),
    kind: 'indicator',
    indicatorId: indicatorId('NI 192'),
    frameworkId: frameworkId(LAA2),
    before,
    after: { ...before, tolerance: { ...before.tolerance, amber: '0.03' } },
    reason: 'A tenth of the target is two years’ progress. Councillors asked in July for a closer warning.',
    proposedById: personIdNamed('Tom Ashdown'),
    proposedAt: londonInstant(dateOf('2009-10-12'), '10:20'),
  }
}

function approved(): Prisma.IndicatorChangeCreateManyInput {
  const after = settingsOf('NI 193')
  return {
    id: idFor('indicator change', 'NI 193', 'definition'),
    kind: 'indicator',
    indicatorId: indicatorId('NI 193'),
    frameworkId: frameworkId(LAA2),
    before: { ...after, definition: 'Tonnes of municipal waste land filled' },
    after,
    reason: 'It did not say what the tonnes are a share of.',
    proposedById: personIdNamed('Tom Ashdown'),
    proposedAt: londonInstant(dateOf('2009-06-11'), '14:05'),
    state: 'approved',
    decidedById: personIdNamed('Philippa Dane'),
    decidedAt: londonInstant(dateOf('2009-06-15'), '09:30'),
    version: 2,
  }
}

export function indicatorChangeRows(): Prisma.IndicatorChangeCreateManyInput[] {
  return [waiting(), approved()]
}
