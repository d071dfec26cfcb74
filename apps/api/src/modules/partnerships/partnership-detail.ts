import {
  capitalise,
  exemptWithheld,
  financialYearLabel,
  isOverdue,
  isRed,
  londonDate,
  markingOf,
  mayReadRecord,
  type Rating,
  type Role,
  returnTimeliness,
  riskScore,
  rollUp,
  shortCounts,
  vfmWord,
} from '@accord/domain'
import type { QuarterInContext } from '#modules/quarters/quarters.service.ts'
import type { PartnershipDetailRow } from './partnerships.queries.ts'
import type { PartnershipDetail } from './partnerships.schemas.ts'

export type OwnedIndicator = PartnershipDetail['indicators'][number]

type Input = {
  row: PartnershipDetailRow
  indicators: OwnedIndicator[]
  ratings: Rating[]
  context: QuarterInContext
  today: string
  roles: readonly Role[]
}

/** 'Waste: 1 near, 2 on; rated excellent for value for money in 2008/09'. */
function headlineOf({ row, ratings }: Input): string {
  const standing =
    ratings.length === 0
      ? 'answers for no designated indicator'
      : shortCounts(rollUp(ratings)).replace(/, (?=\d+ on$)/, ' and ')
  const [latest] = row.ratings
  const value =
    latest === undefined
      ? 'not yet assessed for value for money'
      : `rated ${vfmWord(latest.rating)} for value for money in ${financialYearLabel(latest.startYear)}`
  return `${capitalise(row.shortName)}: ${standing}, ${value}`
}

function toReturn({ row, context, today }: Input): PartnershipDetail['return'] {
  const submittedAt =
    row.return?.submittedAt === null || row.return === null ? null : new Date(row.return.submittedAt)
  return {
    ...returnTimeliness({ submittedAt, dueOn: row.return?.dueOn ?? context.dates.dueOn, today }),
    receivedOn: submittedAt === null ? null : londonDate(submittedAt),
  }
}

/** What a partnership is still writing is not yet what it says. */
function toNarrative({ row }: Input): PartnershipDetail['narrative'] {
  if (row.return === null || row.return.submittedAt === null) return null
  const { whatHappened, why, whatWeAreDoing, whatWeNeed } = row.return
  const isEmpty = [whatHappened, why, whatWeAreDoing, whatWeNeed].every((text) => text === null)
  return isEmpty ? null : { whatHappened, why, whatWeAreDoing, whatWeNeed }
}

function toRisks({ row, roles }: Input): PartnershipDetail['risks'] {
  const scored = row.risks.map((risk) => ({ risk, score: riskScore(risk.likelihood, risk.impact) }))
  const readable = scored.filter(({ risk }) => mayReadRecord(risk.access, roles))
  // A confidential one is not even counted for whoever may not read it; an exempt one is.
  const known = scored.filter(({ risk }) => risk.access === 'exempt' || mayReadRecord(risk.access, roles))
  return {
    open: known.length,
    red: known.filter(({ score }) => isRed(score)).length,
    withheld: exemptWithheld(
      row.risks.filter((risk) => !mayReadRecord(risk.access, roles)),
      { noun: 'risk' },
    ),
    items: readable.map(({ risk: { cause, effect, owner, access, paragraph }, score }) => ({
      cause,
      effect,
      owner,
      marking: markingOf({ access, paragraph }),
      score,
      isRed: isRed(score),
    })),
  }
}

function toActions({ row, context }: Input): PartnershipDetail['actions'] {
  const items = row.actions.map(({ action, measure, owner, dueOn, completedOn }) => ({
    action,
    measure,
    owner,
    dueOn,
    isOverdue: isOverdue({ dueOn, completedOn }, context.asAt),
  }))
  return { open: items.length, overdue: items.filter((item) => item.isOverdue).length, items }
}

function toRatings({ row }: Input): PartnershipDetail['valueForMoney'] {
  return row.ratings.map(({ startYear, rating, reason, ratedOn, changes }) => ({
    rating,
    word: vfmWord(rating),
    year: financialYearLabel(startYear),
    reason,
    ratedOn,
    changes: changes.map(({ from, to, ...change }) => ({
      ...change,
      from: from === null ? null : vfmWord(from),
      to: vfmWord(to),
    })),
  }))
}

function toIdentity(row: PartnershipDetailRow) {
  const { ratings: _ratings, return: _return, risks: _risks, actions: _actions, ...identity } = row
  return identity
}

export function toPartnershipDetail(input: Input): PartnershipDetail {
  const { row, context } = input
  const { holdsOffTarget: _, ...tally } = rollUp(input.ratings)
  return {
    ...toIdentity(row),
    headline: headlineOf(input),
    quarter: context.quarter,
    previousQuarter: context.previous,
    nextQuarter: context.next,
    asAt: context.asAt,
    tally,
    indicators: input.indicators,
    valueForMoney: toRatings(input),
    return: toReturn(input),
    narrative: toNarrative(input),
    risks: toRisks(input),
    actions: toActions(input),
  }
}
