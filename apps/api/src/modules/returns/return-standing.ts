import {
  checkReturn,
  partsIn,
  type ReturnCheck,
  type ReturnPart,
  type ReturnStanding,
  type ReturnUnderCheck,
  returnSections,
  whatHoldsUp,
  whyClosed,
  whyLocked,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { type OwedIndicator, toOwedIndicator, toUnderCheck } from './return-under-check.ts'
import type { ReturnRow } from './returns.queries.ts'

/** A return as one reader stands to it: all that says what they may do with it. */
export type ReadReturn = {
  row: ReturnRow
  owed: OwedIndicator[]
  underCheck: ReturnUnderCheck
  checks: ReturnCheck[]
  parts: ReturnPart[]
  standing: ReturnStanding
  lock: { code: string; sentence: string } | null
  editable: string[]
}

export type PeriodRow = Pick<ReturnRow, 'quarter' | 'extendedTo' | 'endedOn' | 'publicationDone'>

export function periodOf({ quarter, extendedTo, endedOn, publicationDone }: PeriodRow, today: string) {
  const { opensOn, closesOn } = quarter
  return {
    ...{ opensOn, closesOn, extendedTo, today, publicationDone },
    isPartnershipOpen: endedOn === null || endedOn > today,
  }
}

export type HandedOver = { section: string; cells: string[] | null }

/** The beginnings of the keys of the cells that a person may change while the return is open to them. */
export function keysFor(parts: readonly ReturnPart[], handedOver: readonly HandedOver[]): string[] {
  if (parts.includes('lead')) return returnSections.map(({ section }) => `${section}/`)
  if (!parts.includes('contributor')) return []
  return handedOver.flatMap(({ section, cells }) => cells ?? [`${section}/`])
}

export function mayChange(editable: readonly string[], cell: string): boolean {
  return editable.some((key) => (key.endsWith('/') ? cell.startsWith(key) : cell === key))
}

/** What was handed to this person: by name, or by the link that they came by, while it holds. */
function isOwn(
  { id, personId, expiresOn }: ReturnRow['assignments'][number],
  { personId: me, assignmentId = null }: Context['actor'],
  today: string,
): boolean {
  if (expiresOn !== null && expiresOn < today) return false
  return assignmentId === null ? personId === me : id === assignmentId
}

export function readStanding(row: ReturnRow, { actor, today }: Pick<Context, 'actor' | 'today'>): ReadReturn {
  const own = row.assignments.filter((assignment) => isOwn(assignment, actor, today))
  const parts = partsIn({
    roles: actor.roles,
    partnershipId: row.partnershipId,
    councilIds: row.councilIds,
    hasAssignment: own.length > 0,
  })
  const owed = row.indicators.map((indicator) => toOwedIndicator(indicator, row.quarter.index))
  const underCheck = toUnderCheck(row, { today, owed })
  const checks = checkReturn(underCheck)
  const period = periodOf(row, today)
  const keys = keysFor(parts, own)
  const lock = whyLocked({ ...period, state: row.state, mayEdit: keys.length > 0 })
  return {
    ...{ row, owed, underCheck, checks, parts, lock },
    standing: {
      state: row.state,
      parts,
      enteredFigures: row.enteredFigures,
      ...whatHoldsUp(checks),
      closedBecause: whyClosed(period)?.sentence ?? null,
    },
    editable: lock === null ? keys : [],
  }
}
