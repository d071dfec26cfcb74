import type { Prisma, ReturnState } from '../client/generated/client.ts'
import { CURRENT_QUARTER, daysAfter, londonInstant, QUARTERS, quarterAt, quarterIndexOf } from './calendar.ts'
import { cell, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { partnershipId } from './partnership-names.ts'
import { OTHERS, SIGNIFICANT } from './partnerships.ts'
import { significantNames } from './register.ts'
import { NO_RESOURCES, resourcesOf } from './resources.ts'
import { submittedInstant } from './return-times.ts'
import { isSentBackNow } from './second-tries.ts'
import { FIRST_QUARTER } from './series.ts'
import type { Told } from './told.ts'

type ReturnRow = Prisma.QuarterlyReturnCreateManyInput

const NARRATIVES = new Map(readDataFile('narratives.csv').map((row) => [cell(row, 'partnership'), row]))
const STARTED = new Map(
  [...SIGNIFICANT, ...OTHERS].map((row) => [row.partnership ?? cell(row, 'name'), cell(row, 'started')]),
)

export function returnId(told: Told): string {
  return idFor('return', told.partnership, String(told.quarterIndex))
}

// Its figure of the first quarter was corrected after publication.
function isRestated({ partnership, quarterIndex }: Told): boolean {
  return partnership === 'Cherwell Safer Communities Partnership' && quarterIndex === quarterIndexOf(2009, 1)
}

function stateOf(told: Told): ReturnState {
  if (told.quarterIndex < CURRENT_QUARTER) return isRestated(told) ? 'restated' : 'published'
  if (isSentBackNow(told)) return 'changes_requested'
  if (submittedInstant(told.partnership, told.quarterIndex)) return 'submitted'
  return told.partnership === 'Environment Forum' ? 'in_progress' : 'not_started'
}

type Times = { submittedAt: Date | null; acceptedAt: Date | null; publishedAt: Date | null }

// Accepted on the day papers close, and published a month later with the Executive’s decision.
export function timesOf(told: Told): Times {
  const submittedAt = submittedInstant(told.partnership, told.quarterIndex)
  if (told.quarterIndex >= CURRENT_QUARTER) return { submittedAt, acceptedAt: null, publishedAt: null }
  const { closesOn } = quarterAt(told.quarterIndex)
  return {
    submittedAt,
    acceptedAt: londonInstant(closesOn, '15:00'),
    publishedAt: londonInstant(daysAfter(closesOn, 31), '09:00'),
  }
}

export function narrativeOf(told: Told) {
  const row = told.quarterIndex === CURRENT_QUARTER ? NARRATIVES.get(told.partnership) : undefined
  if (!row) return { whatHappened: null, why: null, whatWeAreDoing: null, whatWeNeed: null }
  const said = (column: string) => cell(row, column).replace('38000', '38,000').replace('6200', '6,200')
  return {
    whatHappened: said('what happened'),
    why: said('why'),
    whatWeAreDoing: said('what we are doing'),
    whatWeNeed: said('what we need'),
  }
}

function returnRow(told: Told): ReturnRow {
  const times = timesOf(told)
  return {
    id: returnId(told),
    partnershipId: partnershipId(told.partnership),
    quarterIndex: told.quarterIndex,
    state: stateOf(told),
    version: isRestated(told) ? 2 : 1,
    dueOn: quarterAt(told.quarterIndex).dueOn,
    ...times,
    ...narrativeOf(told),
    ...(times.submittedAt ? resourcesOf(told.partnership, told.quarterIndex) : NO_RESOURCES),
  }
}

function reports(partnership: string, opensOn: Date): boolean {
  return new Date(STARTED.get(partnership) ?? '') < opensOn
}

/** One for each quarter to now that a significant partnership lived to see the end of. */
export function returnsTold(): Told[] {
  const past = QUARTERS.filter(({ index }) => index >= FIRST_QUARTER && index <= CURRENT_QUARTER)
  return significantNames().flatMap((partnership) =>
    past
      .filter(({ opensOn }) => reports(partnership, opensOn))
      .map(({ index }) => ({ partnership, quarterIndex: index })),
  )
}

export function returnRows(): ReturnRow[] {
  return returnsTold().map(returnRow)
}

export { isRestated, stateOf as returnStateOf }
