import {
  askingSentence,
  compareQuestions,
  compareRecommendations,
  isWorkOpen,
  quarterLabel,
  quarterToAnswerIn,
  type ScrutinyObstacle,
  scrutinyHeadline,
  whyCannotAsk,
  whyCannotKeepScrutiny,
} from '@accord/domain'
import { recordClosedReadings } from '#api/closed-readings.ts'
import type { Context } from '#api/context.ts'
import { rolesIn } from '#api/council-roles.ts'
import { notFound } from '#api/problem.ts'
import { readableScrutiny } from './readable-scrutiny.ts'
import { levelsFor, ruled } from './record-life.ts'
import type { ScrutinyState } from './scrutiny.bodies.ts'
import { readScrutiny, type ScrutinyRow } from './scrutiny.queries.ts'
import type {
  CouncilScrutiny,
  PartnershipScrutiny,
  Question,
  Recommendation,
  WorkItem,
} from './scrutiny.schemas.ts'
import { toInterviewNote, toQuestion, toRecommendation, toWorkItem } from './scrutiny-records.ts'

export type LoadedScrutiny = ScrutinyRow & { council: NonNullable<ScrutinyRow['council']> }

/** Throws where there is no such council, or its register has no such partnership. */
export async function loadScrutiny(
  context: Context,
  { council: slug, partnership }: { council: string; partnership: string | null },
  where: 'path' | 'query' | 'body' = 'path',
): Promise<LoadedScrutiny> {
  const row = await readScrutiny(context, { council: slug, partnership })
  const { council } = row
  if (council === null) {
    throw notFound(
      '#/path/council',
      `No council called ${slug} keeps a register here. Choose one from /api/v1/councils.`,
    )
  }
  if (partnership !== null && row.partnership === null) {
    throw notFound(
      `#/${where}/partnership`,
      `The register of ${council.name} has no partnership called ${partnership}. Choose one from /api/v1/partnerships.`,
    )
  }
  return { ...row, council }
}

/** Why no question can be asked of a partnership now; null where one can. */
export function whyNotAsked(row: LoadedScrutiny, { actor, today }: Context): ScrutinyObstacle | null {
  const barred = whyCannotAsk(rolesIn(actor, row.council.recordId))
  const { partnership } = row
  if (barred !== null || partnership === null) return barred
  if (partnership.endedOn !== null && partnership.endedOn <= today) {
    return { code: 'wrong_state', sentence: `${partnership.name} has ended. It sends no more returns.` }
  }
  if (quarterToAnswerIn(row.quarters, today) !== null) return null
  return {
    code: 'wrong_state',
    sentence: 'The calendar holds no later quarter. Ask your performance officer.',
  }
}

const questionIs: Readonly<Record<ScrutinyState, (question: Question) => boolean>> = {
  open: ({ state }) => state === 'open' || state === 'late',
  answered: ({ state }) => state === 'answered',
  overdue: ({ state }) => state === 'late',
  closed: ({ state }) => state === 'closed',
}

const recommendationIs: Readonly<Record<ScrutinyState, (recommendation: Recommendation) => boolean>> = {
  open: ({ state }) => state !== 'closed',
  answered: ({ state, response }) => state !== 'closed' && response !== null,
  overdue: ({ overdueSince }) => overdueSince !== null,
  closed: ({ state }) => state === 'closed',
}

const itemIs: Readonly<Record<ScrutinyState, (item: WorkItem) => boolean>> = {
  open: ({ state }) => isWorkOpen(state),
  answered: ({ state }) => state === 'reported',
  overdue: (item) => item.isOverdue,
  closed: ({ state }) => !isWorkOpen(state),
}

function countsOf(questions: Question[], recommendations: Recommendation[]): CouncilScrutiny['counts'] {
  const asked = (state: Question['state']) => questions.filter((one) => one.state === state).length
  const awaitingResponse = recommendations.filter(({ state }) => state === 'awaiting_response').length
  const closed = recommendations.filter(({ state }) => state === 'closed').length
  return {
    questions: {
      open: asked('open'),
      late: asked('late'),
      answered: asked('answered'),
      closed: asked('closed'),
    },
    recommendations: {
      total: recommendations.length,
      overdue: recommendations.filter(({ overdueSince }) => overdueSince !== null).length,
      awaitingResponse,
      open: recommendations.length - awaitingResponse - closed,
      closed,
    },
  }
}

const toReference = ({ id, name, shortName }: { id: string; name: string; shortName: string }) => ({
  ...{ id, name, shortName },
})

export async function getCouncilScrutiny(
  context: Context,
  asked: { council: string; partnership: string | null; state: ScrutinyState | null },
): Promise<CouncilScrutiny> {
  const row = await loadScrutiny(context, asked, 'query')
  const readable = readableScrutiny(row, context)
  const questions = row.questions.map((question) => toQuestion(question, context))
  const recommendations = readable.recommendations.map((one) => toRecommendation(one, context))
  const held = rolesIn(context.actor, row.council.recordId)
  const { state } = asked
  const counts = countsOf(questions, recommendations)
  const { total, overdue } = counts.recommendations
  const questionsOpen = counts.questions.open + counts.questions.late
  const items = readable.workItems.map((item) => toWorkItem(item, context))
  const shown = recommendations.filter((one) => state === null || recommendationIs[state](one))
  const shownItems = items.filter((item) => state === null || itemIs[state](item))
  await recordClosedReadings(context, [...shownItems, ...shown], {
    ...{ type: 'council scrutiny', id: asked.council },
  })
  return {
    council: toReference(row.council),
    today: context.today,
    headline: scrutinyHeadline({ recommendations: total, overdue, questionsOpen }),
    counts,
    workItems: shownItems,
    questions: questions
      .filter((question) => state === null || questionIs[state](question))
      .toSorted(compareQuestions),
    recommendations: shown.toSorted(compareRecommendations),
    withheld: [readable.withheld.workItems, readable.withheld.recommendations].filter(
      (said) => said !== null,
    ),
    meetings: row.meetings,
    partnerships: row.partnerships,
    accessLevels: levelsFor(held),
    ...ruled([{ action: 'add_work_item', obstacle: whyCannotKeepScrutiny(held) }]),
  }
}

export async function getPartnershipScrutiny(
  context: Context,
  asked: { council: string; partnership: string },
): Promise<PartnershipScrutiny> {
  const row = await loadScrutiny(context, asked)
  const { partnership } = row
  if (partnership === null) throw new Error('A partnership that was asked for is there.')
  const { workItems, recommendations, interviewNotes, withheld } = readableScrutiny(row, context)
  await recordClosedReadings(context, [...workItems, ...recommendations, ...interviewNotes], {
    ...{ type: 'partnership scrutiny', id: `${asked.council}/${asked.partnership}` },
  })
  const held = rolesIn(context.actor, row.council.recordId)
  const next = quarterToAnswerIn(row.quarters, context.today)
  const keeping = whyCannotKeepScrutiny(held)
  return {
    council: toReference(row.council),
    partnership: toReference(partnership),
    today: context.today,
    asking:
      next === null
        ? null
        : { quarter: quarterLabel(next.index), dueOn: next.dueOn, sentence: askingSentence(next) },
    questions: row.questions.map((question) => toQuestion(question, context)),
    recommendations: recommendations.map((one) => toRecommendation(one, context)),
    interviewNotes: interviewNotes.map(toInterviewNote),
    workItems: workItems.map((item) => toWorkItem(item, context)),
    withheld,
    owners: row.owners,
    accessLevels: levelsFor(held),
    ...ruled([
      { action: 'ask', obstacle: whyNotAsked(row, context) },
      { action: 'recommend', obstacle: keeping },
      { action: 'add_interview_note', obstacle: keeping },
    ]),
  }
}
