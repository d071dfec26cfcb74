import { formatDate } from './dates.ts'
import type { Permission, Role } from './permissions.ts'
import { may } from './permissions.ts'
import { quarterLabel, quarterName } from './quarters.ts'
import type { ReturnState } from './returns.ts'

/** Where a member’s question stands. Late is open with its day past. */
export type QuestionState = 'open' | 'answered' | 'late' | 'closed'

/** Worst first, as lists of questions are sorted. */
export const questionStates: readonly QuestionState[] = ['late', 'answered', 'open', 'closed']

/** ISO dates; null where it has not happened. */
export type QuestionDates = { answerDueOn: string; answeredOn: string | null; closedOn: string | null }

/** Late from the day after its answer was due (the domain notes, Question). `today`: an ISO London date. */
export function questionState(
  { answerDueOn, answeredOn, closedOn }: QuestionDates,
  today: string,
): QuestionState {
  if (closedOn !== null) return 'closed'
  if (answeredOn !== null) return 'answered'
  // ISO dates sort as text.
  return answerDueOn < today ? 'late' : 'open'
}

const stateWords: Readonly<Record<QuestionState, string>> = {
  open: 'Open',
  answered: 'Answered',
  late: 'Late',
  closed: 'Closed',
}

/** 'Answered', as on a screen. */
export function questionStateWord(state: QuestionState): string {
  return stateWords[state]
}

/** What stands beside the state: the answer’s return, or when it was or is due. */
export function questionNote(
  { answerDueOn, closedOn }: QuestionDates,
  { state, quarterIndex }: { state: QuestionState; quarterIndex: number },
): string {
  const inReturn = `q${quarterName(quarterIndex + 1).slice(1)} return`
  if (state === 'late') return `Required answer missing from the ${inReturn}, due ${formatDate(answerDueOn)}`
  if (state === 'open') return `To be answered in the ${inReturn}, due ${formatDate(answerDueOn)}`
  return closedOn === null ? `Q${inReturn.slice(1)}` : `Q${inReturn.slice(1)}. Closed ${formatDate(closedOn)}`
}

/** Late first, then answered and waiting to be closed, then open; of one state, the earliest due first. */
export function compareQuestions(
  one: { state: QuestionState; answerDueOn: string; askedOn: string },
  other: { state: QuestionState; answerDueOn: string; askedOn: string },
): number {
  const byState = questionStates.indexOf(one.state) - questionStates.indexOf(other.state)
  if (byState !== 0) return byState
  return `${one.answerDueOn} ${one.askedOn}`.localeCompare(`${other.answerDueOn} ${other.askedOn}`)
}

/** Why something may not be done. `code`: 'not_yours' is a refusal of the person, 'wrong_state' of the moment. */
export type ScrutinyObstacle = { code: 'not_yours' | 'wrong_state'; sentence: string }

/** Whether a person holds the permission in the council that a record belongs to; the sentence says who does. */
export function whyNotYours(
  held: readonly Role[],
  permission: Permission,
  sentence: string,
): ScrutinyObstacle | null {
  return may(held, permission) ? null : { code: 'not_yours', sentence }
}

/** `held`: the roles the person has in the council that asks. */
export function whyCannotAsk(held: readonly Role[]): ScrutinyObstacle | null {
  return whyNotYours(held, 'questions:ask', 'Members of the council ask questions: Executive and scrutiny.')
}

/**
 * Closed by whoever asked it, or by any scrutiny member of the council, once it is answered. `held`: the roles the
 * person has in the council that asked. Null where nothing stands in the way.
 */
export function whyCannotCloseQuestion({
  state,
  isAsker,
  held,
}: {
  state: QuestionState
  isAsker: boolean
  held: readonly Role[]
}): ScrutinyObstacle | null {
  if (!may(held, 'questions:ask') || !(isAsker || held.includes('scrutiny_member'))) {
    return { code: 'not_yours', sentence: 'The member who asked it closes it, or a scrutiny member.' }
  }
  if (state === 'closed') return { code: 'wrong_state', sentence: 'The question is closed already.' }
  if (state === 'answered') return null
  return { code: 'wrong_state', sentence: 'The question has no answer yet. It stays open until it has.' }
}

/** A quarter of the calendar, with the partnership’s return where it has been made. Due dates are ISO. */
export type QuarterToAnswerIn = { index: number; dueOn: string; state: ReturnState | null }

const stillWritten: ReadonlySet<ReturnState> = new Set(['not_started', 'in_progress'])

/**
 * The quarter in whose return a question asked today is answered: the first that is not yet due and still with its
 * lead. A return that is being signed, or was signed, takes no new question: it would be refused for what nobody
 * had asked when it was written. Null where the calendar holds no such quarter.
 */
export function quarterToAnswerIn(
  quarters: readonly QuarterToAnswerIn[],
  today: string,
): { index: number; dueOn: string } | null {
  const [first] = quarters
    .filter(({ dueOn, state }) => dueOn >= today && (state === null || stillWritten.has(state)))
    .toSorted((one, other) => one.index - other.index)
  return first === undefined ? null : { index: first.index, dueOn: first.dueOn }
}

/** 'It becomes a required answer in quarter 3 2009/10, due 15 January 2010, and stays open until you close it.' */
export function askingSentence({ index, dueOn }: { index: number; dueOn: string }): string {
  const label = `q${quarterLabel(index).slice(1)}`
  return `It becomes a required answer in ${label}, due ${formatDate(dueOn)}, and stays open until you close it.`
}

/** A question put again names the one it follows, so that its reader need not look for it. */
export function askAgainText({ text, answer }: { text: string; answer: string | null }): string {
  const before = answer === null ? 'It was not answered.' : `The answer was: “${answer}”`
  return `Asked again: “${text}” ${before} `
}
