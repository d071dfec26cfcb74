import { finding, needsAttention, rollUp } from '@accord/domain'
import { asAtOf } from '#modules/quarters/quarters.service.ts'
import type { Reference } from '#wire/primitives.ts'
import { toQuarter } from '#wire/to-quarter.ts'
import { toDashboardChanges } from './dashboard-changes.ts'
import { type Reading, readIndicator, toDashboardIndicator } from './dashboard-indicators.ts'
import { readPartnerships, toDashboardPartnerships, toDashboardReturns } from './dashboard-partnerships.ts'
import { toDashboardReward } from './dashboard-reward.ts'
import { changeBetween, toYearEnd, withoutFlag } from './dashboard-year-end.ts'
import type { DashboardRow } from './dashboards.queries.ts'
import type { Dashboard } from './dashboards.schemas.ts'

export type DashboardParts = {
  row: DashboardRow
  council: Reference
  framework: DashboardRow['frameworks'][number] | null
  quarterIndex: number
  today: string
}

const idsOf = (readings: readonly { reading: Reading }[]) => readings.map(({ reading }) => reading.row.id)

function toAttention(readings: readonly Reading[]) {
  const { offNow, nearButForecastOff, onButForecastOff, notReported } = needsAttention(
    readings.map((reading) => ({
      reading,
      now: reading.now,
      yearEnd: reading.yearEnd.rating,
      gapShare: reading.gapShare,
      yearEndGapShare: reading.yearEnd.gap?.share ?? null,
    })),
  )
  return {
    offNow: idsOf(offNow),
    forecastOff: idsOf([...nearButForecastOff, ...onButForecastOff]),
    notReported: idsOf(notReported),
  }
}

function toFinding(readings: readonly Reading[]) {
  const { headline, movements, denominator } = finding(
    readings.map(({ row, now, before, gapShare }) => ({
      now,
      before,
      gapShare,
      phrase: row.phrase ?? row.title,
    })),
  )
  return { headline, summary: movements.join(' '), denominator }
}

function toNow(readings: readonly Reading[]) {
  const now = rollUp(readings.map((reading) => reading.now))
  const before = rollUp(readings.map((reading) => reading.before))
  return { ...withoutFlag(now), change: before.rated === 0 ? null : changeBetween(now, before) }
}

function toOutcomes(row: DashboardRow, readings: readonly Reading[], quarterIndex: number) {
  const byOutcome = Map.groupBy(readings, (reading) => reading.row.outcome)
  return row.outcomes.flatMap(({ id, title }) => {
    const inOutcome = byOutcome.get(id) ?? []
    if (inOutcome.length === 0) return []
    return [
      {
        id,
        title,
        tally: withoutFlag(rollUp(inOutcome.map(({ now }) => now))),
        indicators: inOutcome.map((reading) => toDashboardIndicator(reading, quarterIndex)),
      },
    ]
  })
}

/** The Executive’s view of a quarter, from what one statement read, by the rules of the domain. */
export function toDashboard({
  row,
  council,
  framework,
  quarterIndex,
  today,
}: DashboardParts): Dashboard | null {
  const at = (index: number) => row.quarters.find((quarter) => quarter.index === index)
  const quarterAt = (index: number) => {
    const found = at(index)
    return found === undefined ? null : toQuarter(found, today)
  }
  const dates = at(quarterIndex)
  const quarter = quarterAt(quarterIndex)
  if (dates === undefined || quarter === null) return null
  const readings = row.indicators.map((indicator) => readIndicator(indicator, quarterIndex))
  const now = toNow(readings)
  const returnDates = { dueOn: dates.dueOn, closesOn: dates.closesOn, today, quarterIndex }
  const partnerships = readPartnerships(row.partnerships, returnDates)
  const meeting = (body: 'executive' | 'scrutiny') => row.meetings.find((item) => item.body === body) ?? null
  return {
    council,
    quarter,
    previousQuarter: quarterAt(quarterIndex - 1),
    nextQuarter: quarterAt(quarterIndex + 1),
    framework: framework === null ? null : toFramework(framework),
    frameworks: row.frameworks.map(({ id, name, shortName }) => ({ id, name, shortName })),
    portfolio: row.portfolio,
    asAt: asAtOf(dates, today),
    publishedOn: row.publishedOn,
    executiveOn: meeting('executive')?.heldOn ?? null,
    provisionalCount: readings.filter(({ series }) => series.pointAt(quarterIndex)?.state === 'provisional')
      .length,
    ...toFinding(readings),
    now,
    yearEnd: toYearEnd(readings, { ...now, holdsOffTarget: now.offTarget > 0 }),
    reward: toDashboardReward(row.reward),
    returns: toDashboardReturns(partnerships, returnDates),
    attention: toAttention(readings),
    changes: toDashboardChanges(row, readings, quarterIndex),
    partnerships: toDashboardPartnerships(partnerships, readings, returnDates),
    register: {
      registered: row.registered,
      significant: row.partnerships.length,
      scrutinyOn: meeting('scrutiny')?.heldOn ?? null,
      scrutinyPurpose: meeting('scrutiny')?.purpose ?? null,
    },
    outcomes: toOutcomes(row, readings, quarterIndex),
  }
}

function toFramework({ id, name, shortName, startYear, endYear }: DashboardRow['frameworks'][number]) {
  return { id, name, shortName, years: `${startYear} to ${endYear + 1}` }
}
