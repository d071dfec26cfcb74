import { recordClosedReadings } from '#api/closed-readings.ts'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound } from '#api/problem.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { AssessmentContent } from './assessment-content.ts'
import {
  type Comparison,
  type Comparisons,
  loadComparison,
  seesState,
  yearsToAsk,
} from './comparison.service.ts'
import { type AssessmentRow, readDetail, readOutcomeSeries } from './detail.queries.ts'
import { toDetail } from './detail.ts'
import { readableEvidence, readingsOf } from './readable-evidence.ts'
import { actionsWith, actionsWithout, standingOf } from './standing.ts'

export type DetailAsked = { council: string; partnership: string; year: string | undefined }

/** With the partnerships that were significant, or with all where this one was not. */
async function comparisonWith(
  context: Context,
  asked: DetailAsked,
  comparisons: Comparisons,
): Promise<Comparison> {
  const significant = await loadComparison(context, { ...asked, all: false }, comparisons)
  const isIn = significant.compared.partnerships.some(({ id }) => id === asked.partnership)
  return isIn ? significant : loadComparison(context, { ...asked, all: true }, comparisons)
}

/** What was agreed last, without evidence that has been withdrawn since. */
function lastAgreedOf({ content, lastAgreed }: AssessmentRow): AssessmentContent | null {
  if (lastAgreed === null) return null
  const standing = new Set(content.evidence.map(({ id }) => id))
  return { ...lastAgreed, evidence: lastAgreed.evidence.filter(({ id }) => standing.has(id)) }
}

function seenOf(context: Context, assessment: AssessmentRow | null, councilId: string) {
  if (assessment === null) return { content: null, isLive: false }
  const isLive = seesState(context, councilId)(assessment.state)
  return { content: isLive ? assessment.content : lastAgreedOf(assessment), isLive }
}

function toAssessment(
  assessment: AssessmentRow,
  content: AssessmentContent,
  isLive: boolean,
): ValueForMoneyDetail['assessment'] {
  const {
    ratingReason,
    answer,
    answerReason,
    assessedBy,
    assessedOn,
    moderatedBy,
    moderatedOn,
    agreedBy,
    agreedOn,
  } = content
  return {
    id: assessment.id,
    version: isLive ? assessment.version : 0,
    // Who may not know of the draft is told of the assessment that it was made from.
    state: isLive ? assessment.state : 'agreed',
    ...{
      ratingReason,
      answer,
      answerReason,
      assessedBy,
      assessedOn,
      moderatedBy,
      moderatedOn,
      agreedBy,
      agreedOn,
    },
  }
}

export async function getValueForMoneyDetail(
  context: Context,
  asked: DetailAsked,
  comparisons: Comparisons,
): Promise<ValueForMoneyDetail> {
  const comparison = await comparisonWith(context, asked, comparisons)
  const { startYear, quarterIndex, council } = comparison
  const councilId = council.recordId
  const row = await readDetail(context, { councilId, partnership: asked.partnership, startYear })
  if (row === undefined) {
    throw notFound(
      '#/path/partnership',
      `${council.name} has no partnership called ${asked.partnership} on its register.`,
    )
  }
  const { content, isLive } = seenOf(context, row.assessment, councilId)
  const placeIds = (content?.outcomes ?? []).flatMap(({ placeId }) => (placeId === null ? [] : [placeId]))
  const series = await readOutcomeSeries(context, { placeIds, quarterIndex })
  const { readable } = readableEvidence(content?.evidence ?? [], context.actor, councilId)
  await recordClosedReadings(context, readingsOf(readable), {
    type: 'assessment',
    id: row.assessment?.id ?? row.id,
  })
  const standing =
    row.assessment !== null && isLive
      ? standingOf(context, { ...row.assessment, criteria: comparison.row.criteria, councilId })
      : null
  const isBegun = row.assessment !== null
  return {
    ...toDetail({ context, row, comparison, content, series }),
    years: yearsToAsk(context, comparison.row.firstYear),
    assessment:
      row.assessment === null || content === null ? null : toAssessment(row.assessment, content, isLive),
    owners: mayIn(context.actor, 'assessments:edit', councilId) ? row.owners : [],
    ...(standing !== null
      ? actionsWith(standing)
      : isBegun
        ? { allowedActions: [], blockedBecause: [] }
        : actionsWithout(context, { councilId, hasScheme: comparison.row.words !== null })),
  }
}
