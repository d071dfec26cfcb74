import type { Prisma, TimeKind } from '../client/generated/client.ts'
import { dateOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'

const FROM_YEAR = 2006

/** The seven criteria of the domain notes, in their order. */
export const CRITERIA: readonly DataRow[] = readDataFile('vfm-criteria.csv')

const schemeId = idFor('vfm scheme', 'cherwell', String(FROM_YEAR))

export function criterionId(slug: string): string {
  return idFor('vfm criterion', schemeId, slug)
}

export function schemeRows(): Prisma.VfmSchemeCreateManyInput[] {
  return [
    {
      id: schemeId,
      councilId: organisationId('cherwell'),
      fromYear: FROM_YEAR,
      words: ['Poor', 'Fair', 'Good', 'Excellent'],
    },
  ]
}

export function criterionRows(): Prisma.VfmCriterionCreateManyInput[] {
  return CRITERIA.map((row, place) => ({
    id: criterionId(cell(row, 'slug')),
    schemeId,
    slug: cell(row, 'slug'),
    title: cell(row, 'title'),
    question: cell(row, 'question'),
    position: place + 1,
  }))
}

const RATES: { from: string; member: number; officer: number }[] = [
  { from: '2006-04-01', member: 1740, officer: 2690 },
  { from: '2007-04-01', member: 1790, officer: 2770 },
  { from: '2008-04-01', member: 1840, officer: 2860 },
  { from: '2009-04-01', member: 1880, officer: 2920 },
]

function rateRow(kind: TimeKind, from: string, pence: number): Prisma.HourlyRateCreateManyInput {
  return {
    id: idFor('hourly rate', 'cherwell', kind, from),
    councilId: organisationId('cherwell'),
    kind,
    fromOn: dateOf(from),
    pence,
    setBy: 'Finance',
  }
}

export function hourlyRateRows(): Prisma.HourlyRateCreateManyInput[] {
  return RATES.flatMap(({ from, member, officer }) => [
    rateRow('member_time', from, member),
    rateRow('officer_time', from, officer),
  ])
}
