import {
  financialYearLabel,
  londonDate,
  quarterFromIndex,
  type ReturnTimeliness,
  returnTimeliness,
  rollUp,
  summariseReturns,
  vfmWord,
} from '@accord/domain'
import type { z } from 'zod'
import type { Reading } from './dashboard-indicators.ts'
import type { PartnershipRow } from './dashboards.queries.ts'
import type { DashboardPartnership, DashboardReturns } from './dashboards.schemas.ts'

type Dates = { dueOn: string; closesOn: string; today: string; quarterIndex: number }

function timelinessOf(row: PartnershipRow, { dueOn, today }: Dates): ReturnTimeliness {
  const submittedAt = row.submittedAt === null ? null : new Date(row.submittedAt)
  return returnTimeliness({ submittedAt, dueOn: row.dueOn ?? dueOn, today })
}

export type PartnershipReading = { row: PartnershipRow; timeliness: ReturnTimeliness }

export function readPartnerships(rows: readonly PartnershipRow[], dates: Dates): PartnershipReading[] {
  return rows.map((row) => ({ row, timeliness: timelinessOf(row, dates) }))
}

function toVfm(rating: PartnershipRow['rating'], quarterIndex: number) {
  if (rating === null) return null
  return {
    rating,
    word: vfmWord(rating),
    year: financialYearLabel(quarterFromIndex(quarterIndex).startYear - 1),
  }
}

/** The body that answers for the agreement as a whole oversees every indicator in it. */
const overseesAll = (row: PartnershipRow) => row.level === 'public_service_board'

export function toDashboardPartnerships(
  partnerships: readonly PartnershipReading[],
  readings: readonly Reading[],
  dates: Dates,
): z.output<typeof DashboardPartnership>[] {
  const byOwner = Map.groupBy(readings, ({ row }) => row.owner?.id ?? null)
  return partnerships.map(({ row, timeliness }) => ({
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    scope: row.scope,
    tally: rollUp((byOwner.get(row.id) ?? []).map(({ now }) => now)),
    oversees: overseesAll(row) ? readings.length : null,
    return: {
      ...timeliness,
      receivedOn: row.submittedAt === null ? null : londonDate(new Date(row.submittedAt)),
    },
    valueForMoney: toVfm(row.rating, dates.quarterIndex),
    redRisks: row.redRisks,
    overdueActions: row.overdueActions,
    leadOfficer: row.leadOfficer,
  }))
}

export function toDashboardReturns(
  each: readonly PartnershipReading[],
  dates: Dates,
): z.output<typeof DashboardReturns> {
  const counts = summariseReturns(each.map(({ timeliness }) => timeliness))
  return {
    expected: counts.expected,
    onTime: counts.onTime,
    late: counts.late,
    missing: counts.missing,
    notYetDue: counts.notYetDue,
    onTimePercent: counts.onTimePercent,
    dueOn: dates.dueOn,
    closesOn: dates.closesOn,
    lateDays: each.flatMap(({ timeliness }) => (timeliness.kind === 'late' ? [timeliness.daysLate] : [])),
    overdueDays: counts.mostDaysMissing,
    missingFrom: each.flatMap(({ row: { id, name, shortName }, timeliness }) =>
      timeliness.kind === 'missing' ? [{ id, name, shortName }] : [],
    ),
  }
}
