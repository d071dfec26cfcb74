import { dateOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { ratingRows } from './value-for-money.ts'

export const RURAL_TRANSPORT = 'Cherwell Rural Transport Partnership'

export const LATEST_YEAR = 2008

/** The words of the latest year; the year before is thinner. */
const YEARS = [2007, LATEST_YEAR]

/** One partnership’s assessment by Cherwell for one year, agreed with the rating it led to. */
export type SeededAssessment = {
  id: string
  partnership: string
  startYear: number
  row: DataRow
  rating: number
  reason: string
  agreedOn: string
  /** By criterion, in the order of the scheme. */
  ratings: readonly number[]
}

export function assessmentId(partnership: string, startYear: number): string {
  return idFor('assessment', 'cherwell', partnership, String(startYear))
}

const RATED = new Map(
  ratingRows()
    .filter(({ councilId }) => councilId === organisationId('cherwell'))
    .map((rating) => [`${rating.partnershipId} ${rating.startYear}`, rating]),
)

const within = (rating: number) => Math.min(4, Math.max(1, rating))

function assessmentOf(row: DataRow, startYear: number): SeededAssessment[] {
  const partnership = cell(row, 'partnership')
  const rated = (year: number) => RATED.get(`${partnershipId(partnership)} ${year}`)
  const own = rated(startYear)
  if (own === undefined) return []
  // In an earlier year the criteria stood as much higher or lower as the rating did.
  const moved = own.rating - (rated(LATEST_YEAR)?.rating ?? own.rating)
  return [
    {
      id: assessmentId(partnership, startYear),
      partnership,
      startYear,
      row,
      rating: own.rating,
      reason: own.reason,
      agreedOn: new Date(own.ratedOn).toISOString().slice(0, 10),
      ratings: [...cell(row, 'ratings')].map((digit) => within(Number(digit) + moved)),
    },
  ]
}

export const ASSESSMENTS: readonly SeededAssessment[] = readDataFile('assessments.csv').flatMap((row) =>
  YEARS.flatMap((year) => assessmentOf(row, year)),
)

export function daysBefore(date: string, days: number): Date {
  return new Date(dateOf(date).getTime() - days * 86_400_000)
}

/** The one with everything the drill-down can show. */
export function isTold({ partnership, startYear }: SeededAssessment): boolean {
  return partnership === RURAL_TRANSPORT && startYear === LATEST_YEAR
}

/** The assessment whose improvement an action is; null for the rest. */
export function assessmentOfAction(row: DataRow): string | null {
  const partnership = cell(row, 'partnership')
  const isImprovement = cell(row, 'source') === 'vfm_improvement' || partnership === RURAL_TRANSPORT
  return isImprovement ? assessmentId(partnership, LATEST_YEAR) : null
}
