import { financialYearLabel, mayReadRecord, vfmWord } from '@accord/domain'
import type { z } from 'zod'
import { recordClosedReadings } from '#api/closed-readings.ts'
import type { Context } from '#api/context.ts'
import { matchesFlag, matchesSearch } from '#api/listing.ts'
import { notFound } from '#api/problem.ts'
import { ownedIndicators } from '#modules/indicators/owned-indicators.service.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { toPartnershipDetail } from './partnership-detail.ts'
import {
  councilKeepsRegister,
  type PartnershipListRow,
  readPartnershipDetail,
  readPartnerships,
} from './partnerships.queries.ts'
import type {
  PartnershipDetail,
  PartnershipSummary,
  partnershipQuery,
  partnershipsQuery,
} from './partnerships.schemas.ts'

function toSummary({ rating, ratingYear, ...row }: PartnershipListRow): PartnershipSummary {
  const valueForMoney =
    rating === null || ratingYear === null
      ? null
      : { rating, word: vfmWord(rating), year: financialYearLabel(ratingYear) }
  return { ...row, valueForMoney }
}

const hasEnded = ({ endedOn }: PartnershipListRow, today: string) => endedOn !== null && endedOn <= today

const ratingWord = ({ rating }: PartnershipListRow) => (rating === null ? 'not_assessed' : vfmWord(rating))

export async function listPartnerships(
  context: Context,
  query: z.output<typeof partnershipsQuery>,
): Promise<PartnershipSummary[]> {
  const council = query.council ?? null
  if (council !== null && !(await councilKeepsRegister(context, council))) {
    throw notFound('#/query/council', `No council called ${council} keeps a register here.`)
  }
  const rows = await readPartnerships(context, council)
  return rows
    .filter(
      (row) =>
        matchesFlag(query.significant, row.isSignificant === true) &&
        matchesFlag(query.ended, hasEnded(row, context.today)) &&
        (query.scope === undefined || row.scope === query.scope) &&
        (query.level === undefined || row.level === query.level) &&
        (query.rating === undefined || ratingWord(row) === query.rating) &&
        matchesSearch(query.search, row.name, row.theme, row.leadOfficer),
    )
    .map(toSummary)
}

export async function getPartnership(
  context: Context,
  id: string,
  query: z.output<typeof partnershipQuery>,
): Promise<PartnershipDetail> {
  const quarter = await quarterInContext(context, query.quarter)
  const [row, owned] = await Promise.all([
    readPartnershipDetail(context, {
      id,
      council: query.council ?? null,
      quarterIndex: quarter.index,
      asAt: quarter.asAt,
    }),
    ownedIndicators(context, { owner: id, quarterIndex: quarter.index }),
  ])
  if (row === undefined) {
    throw notFound(
      '#/path/id',
      `There is no partnership called ${id} here. Choose one from /api/v1/partnerships.`,
    )
  }
  if (query.council !== undefined && !(await councilKeepsRegister(context, query.council))) {
    throw notFound('#/query/council', `No council called ${query.council} keeps a register here.`)
  }
  const roles = context.actor.roles.map(({ role }) => role)
  const shown = row.risks.filter(({ access }) => mayReadRecord(access, roles))
  await recordClosedReadings(context, shown, { type: 'partnership', id })
  return toPartnershipDetail({
    row,
    indicators: owned.map(({ indicator }) => indicator),
    ratings: owned.map(({ rating }) => rating),
    context: quarter,
    today: context.today,
    roles,
  })
}
