import {
  actionBetween,
  allowedActions,
  isEditable,
  lastDayOf,
  londonDate,
  markingOf,
  quarterKey,
  quarterLabel,
  type ReturnAction,
  returnActionLabel,
  returnActions,
  returnMoves,
  returnStateWord,
  returnTimeliness,
  sectionStates,
  signOffStep,
  whyCannot,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { toSeriesColumns } from '#modules/indicators/drawn-series.service.ts'
import { QUARTERS_READ } from '#modules/indicators/series.service.ts'
import { toQuarter } from '#wire/to-quarter.ts'
import type { ReadReturn } from './return-standing.ts'
import { type OwedIndicator, readableRisks } from './return-under-check.ts'
import type { ReturnRow } from './returns.queries.ts'
import type { QuarterlyReturn, ReturnSummary } from './returns.schemas.ts'

type Reader = Pick<Context, 'actor' | 'today'>

function receiptOf({ submittedAt: at, dueOn }: ReturnRow, today: string) {
  const submittedAt = at === null ? null : new Date(at)
  return {
    ...returnTimeliness({ submittedAt, dueOn, today }),
    receivedOn: submittedAt === null ? null : londonDate(submittedAt),
  }
}

const named = (row: ReturnRow, role: string) =>
  row.people.filter((person) => person.role === role).map(({ name }) => name)

/** Who has the return now: whoever must act next. */
function holdersOf(row: ReturnRow): string[] {
  if (row.state === 'awaiting_sign_off') return named(row, 'signatory')
  if (isEditable(row.state)) {
    return [...new Set([...named(row, 'partnership_lead'), ...row.assignments.map(({ to }) => to)])]
  }
  return row.state === 'submitted' || row.state === 'accepted' ? ['Performance officer'] : []
}

function newestChange({ cells }: ReturnRow): string | null {
  return cells.reduce<string | null>(
    (newest, { changedAt }) => (newest === null || changedAt > newest ? changedAt : newest),
    null,
  )
}

export function toSummary({ row, standing }: ReadReturn, { today }: Reader): ReturnSummary {
  return {
    id: row.id,
    partnership: row.partnership,
    quarter: quarterKey(row.quarter.index),
    state: row.state,
    stateWord: returnStateWord(row.state),
    version: row.version,
    dueOn: row.dueOn,
    closesOn: lastDayOf({ closesOn: row.quarter.closesOn, extendedTo: row.extendedTo }),
    extendedTo: row.extendedTo,
    receipt: receiptOf(row, today),
    lead: named(row, 'partnership_lead')[0] ?? null,
    signatories: named(row, 'signatory'),
    with: holdersOf(row),
    holdUps: isEditable(row.state)
      ? { missing: standing.presenceGaps, toConfirm: standing.unconfirmedWarnings }
      : null,
    changedAt: newestChange(row),
    allowedActions: allowedActions(standing),
  }
}

function recordedAt({ pointAt }: OwedIndicator['series'], quarterIndex: number) {
  const point = pointAt(quarterIndex)
  return point === undefined ? null : { value: point.value, state: point.state }
}

function toIndicatorRow({ row, series, checked }: OwedIndicator, quarterIndex: number) {
  const { id, code, title, unit, decimals, polarity, measure, isRatio, roundedCounts, isDataOnly } = row
  return {
    ...{ id, code, title, unit, decimals, polarity, measure, isRatio, roundedCounts, isDataOnly },
    tolerance: series.rule.tolerance,
    numeratorLabel: row.numeratorLabel,
    denominatorLabel: row.denominatorLabel,
    isDue: checked.isDue,
    hardMin: row.hardMin,
    hardMax: row.hardMax,
    target: checked.target,
    yearTarget: series.yearTargetAt(quarterIndex),
    yearAgo: series.pointAt(quarterIndex - 4)?.value ?? null,
    lastQuarter: series.pointAt(quarterIndex - 1)?.value ?? null,
    recorded: recordedAt(series, quarterIndex),
    series: toSeriesColumns(series, { from: quarterIndex - QUARTERS_READ, to: quarterIndex - 1 }),
    before: row.before,
  }
}

/** The moves that this person could be expected to make from here, and what stands in the way of each. */
function blockedMoves({ row, parts, standing }: ReadReturn) {
  const mine = (action: ReturnAction) =>
    returnMoves.some(
      (move) =>
        move.action === action &&
        move.by.some((part) => parts.includes(part)) &&
        isNear(row.state, move.from),
    )
  return returnActions.filter(mine).flatMap((action) => {
    const obstacles = whyCannot({ ...standing, action, reason: 'given' })
    return obstacles.length === 0 ? [] : [{ action, obstacles }]
  })
}

/** A lead is shown what sending needs before the first figure is typed; an officer, that restating comes later. */
function isNear(state: ReturnRow['state'], from: readonly ReturnRow['state'][]): boolean {
  return (
    from.includes(state) ||
    (isEditable(state) && from.includes('in_progress')) ||
    (state === 'accepted' && from.includes('published'))
  )
}

function toEvents({ events }: ReturnRow) {
  return events.map(({ from, to, by, at, reason }) => {
    const action = actionBetween(from, to)
    return { label: action === null ? returnStateWord(to) : returnActionLabel(action), to, by, at, reason }
  })
}

function toRisks({ row, parts }: ReadReturn, { actor }: Reader) {
  const roles = actor.roles.map(({ role }) => role)
  return readableRisks(row, roles, parts.length > 0).map(({ access, paragraph, ...risk }) => ({
    ...risk,
    marking: markingOf({ access, paragraph }),
  }))
}

/**
 * Whether a reader may see an answer: one about a risk only with the risk. Closed to a risk that the return no longer
 * lists, whose marking is not known here.
 */
export function mayReadCell(read: ReadReturn, reader: Reader): (cell: string) => boolean {
  const readable = toRisks(read, reader).map(({ id }) => `risks/${id}/`)
  return (cell) =>
    read.parts.length > 0 || !cell.startsWith('risks/') || readable.some((key) => cell.startsWith(key))
}

/** Those that are exempt: a confidential one is not counted for whoever may not read it. */
function withheldOf({ row }: ReadReturn, readable: QuarterlyReturn['risks']) {
  const shown = new Set(readable.map(({ id }) => id))
  return row.risks.filter(({ id, access }) => access === 'exempt' && !shown.has(id))
}

/** The return without the risks of which its reader may not even know. */
function knownOf(read: ReadReturn, readable: QuarterlyReturn['risks']): ReadReturn['underCheck'] {
  const known = new Set([...readable, ...withheldOf(read, readable)].map(({ id }) => id))
  return { ...read.underCheck, risks: read.underCheck.risks.filter(({ id }) => known.has(id)) }
}

function openedOn({ quarter }: ReturnRow): string {
  return quarter.opensOn
}

export function toQuarterlyReturn(read: ReadReturn, reader: Reader): QuarterlyReturn {
  const { row, owed, checks, parts, lock, editable } = read
  const { index } = row.quarter
  const { quarter: _, holdUps: __, ...summary } = toSummary(read, reader)
  const risks = toRisks(read, reader)
  const sections = sectionStates(knownOf(read, risks), { checks, opensOn: openedOn(row) })
  const isReadable = mayReadCell(read, reader)
  return {
    ...summary,
    quarter: toQuarter(row.quarter, reader.today),
    before: { key: quarterKey(index - 1), label: quarterLabel(index - 1) },
    today: reader.today,
    publicationDone: row.publicationDone,
    executiveOn: row.executiveOn,
    ...{ parts, lock, editable, sections, risks },
    checks: checks.filter(({ cell }) => isReadable(cell)),
    cells: row.cells.filter(({ cell }) => isReadable(cell)),
    indicators: owed.map((indicator) => toIndicatorRow(indicator, index)),
    actions: row.actions,
    withheldRisks: withheldOf(read, risks).length,
    questions: row.questions,
    lastNarrative: row.lastNarrative,
    lastResources: row.lastResources,
    signOff: signOffStep(row.state, sections),
    blockedBecause: blockedMoves(read),
    assignments: row.assignments.map(({ id, section, cells, to, personId, expiresOn, redeemedAt }) => ({
      ...{ id, section, cells, to, expiresOn },
      isInvitation: personId === null,
      isUsed: redeemedAt !== null,
    })),
    colleagues: row.people.filter(({ role }) => role === 'contributor').map(({ id, name }) => ({ id, name })),
    events: toEvents(row),
  }
}
