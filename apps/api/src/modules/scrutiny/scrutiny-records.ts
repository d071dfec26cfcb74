import {
  followUpSentence,
  isOverdue,
  isWorkOpen,
  markingOf,
  nextWorkStates,
  overdueSince,
  quarterLabel,
  questionNote,
  questionState,
  questionStateWord,
  recommendationName,
  recommendationState,
  recommendationStateWord,
  type ScrutinyObstacle,
  whyCannotAsk,
  whyCannotCloseQuestion,
  whyCannotCloseRecommendation,
  whyCannotKeepScrutiny,
  whyCannotRespond,
  workKindWord,
  workStateWord,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayReadOf, rolesIn } from '#api/council-roles.ts'
import { ruled } from './record-life.ts'
import type { InterviewNoteRow, QuestionRow, RecommendationRow, WorkItemRow } from './scrutiny.queries.ts'
import type { InterviewNote, Question, Recommendation, WorkItem } from './scrutiny.schemas.ts'

type Reader = Pick<Context, 'actor' | 'today'>

export function toQuestion(
  { councilId, askedById, ...row }: QuestionRow,
  { actor, today }: Reader,
): Question {
  const state = questionState(row, today)
  const held = rolesIn(actor, councilId)
  const isAsker = askedById === actor.personId
  return {
    ...row,
    quarter: quarterLabel(row.quarterIndex + 1),
    state,
    stateWord: questionStateWord(state),
    note: questionNote(row, { state, quarterIndex: row.quarterIndex }),
    ...ruled([
      { action: 'close', obstacle: whyCannotCloseQuestion({ state, isAsker, held }) },
      { action: 'ask_again', obstacle: whyCannotAsk(held) },
    ]),
  }
}

function responseOf(row: RecommendationRow): Recommendation['response'] {
  const { response, responseReason: reason, respondedBy: by, respondedOn: on } = row
  if (response === null || by === null || on === null) return null
  return { response, word: recommendationStateWord(response), reason, by, on }
}

/** The item it came from, where the reader may know of that. */
function itemOf({ workItem }: RecommendationRow, { actor }: Reader): Recommendation['workItem'] {
  if (workItem === null || !mayReadOf(actor, workItem.access, workItem.councilId)) return null
  return { id: workItem.id, title: workItem.title }
}

export function toRecommendation(row: RecommendationRow, reader: Reader): Recommendation {
  const { actor, today } = reader
  const state = recommendationState(row)
  const held = rolesIn(actor, row.councilId)
  const { id, version, number, partnership, text, madeBy, madeOn, action } = row
  const { followUpOn, outcome, closedOn, closedBy, access, paragraph } = row
  return {
    ...{ id, version, number, partnership, text, madeBy, madeOn, followUpOn, outcome, closedOn, closedBy },
    name: recommendationName(number),
    workItem: itemOf(row, reader),
    state,
    stateWord: recommendationStateWord(state),
    response: responseOf(row),
    action: action === null ? null : { ...action, isOverdue: isOverdue(action, today) },
    overdueSince: overdueSince(row, today),
    followUp: followUpSentence(row, today),
    ...{ access, paragraph, marking: markingOf({ access, paragraph }) },
    ...ruled([
      { action: 'respond', obstacle: whyCannotRespond({ state }, held) },
      { action: 'close', obstacle: whyCannotCloseRecommendation({ state }, held) },
    ]),
  }
}

function whyNotChanged({ state, councilId }: WorkItemRow, { actor }: Reader): ScrutinyObstacle | null {
  const barred = whyCannotKeepScrutiny(rolesIn(actor, councilId))
  if (barred !== null || isWorkOpen(state)) return barred
  return { code: 'wrong_state', sentence: `The item is ${workStateWord(state).toLowerCase()}. It is over.` }
}

export function toWorkItem(row: WorkItemRow, reader: Reader): WorkItem {
  const { councilId: _, ...item } = row
  const { kind, state, access, paragraph, plannedOn } = row
  const obstacle = whyNotChanged(row, reader)
  return {
    ...item,
    kindWord: workKindWord(kind),
    stateWord: workStateWord(state),
    isOverdue: isWorkOpen(state) && plannedOn < reader.today,
    nextStates: obstacle === null ? [...nextWorkStates(state)] : [],
    marking: markingOf({ access, paragraph }),
    ...ruled([
      { action: 'move', obstacle },
      { action: 'change', obstacle },
    ]),
  }
}

export function toInterviewNote({ councilId: _, ...row }: InterviewNoteRow): InterviewNote {
  return { ...row, marking: markingOf(row) }
}
