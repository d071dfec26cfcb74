import {
  closingNeedsOutcome,
  isBlankText,
  nextRecommendationNumber,
  recommendationState,
  type ScrutinyObstacle,
  whyCannotCloseRecommendation,
  whyCannotKeepScrutiny,
  whyCannotRespond,
} from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { mayReadOf, rolesIn } from '#api/council-roles.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { invalid, known, knownAt, refuse, refuseUnreadable } from './record-life.ts'
import { openAction, type Response, refuseResponse } from './response.ts'
import type { closingBody, recommendationBody } from './scrutiny.bodies.ts'
import { type RecommendationRow, readRecommendation, readWorkItem } from './scrutiny.queries.ts'
import type { Recommendation } from './scrutiny.schemas.ts'
import { loadScrutiny } from './scrutiny.service.ts'
import { toRecommendation } from './scrutiny-records.ts'
import { closeRecommendationRow, insertRecommendation, lockNumbers, respondRow } from './writes.queries.ts'

const noun = 'recommendation'

type Change<Body> = { id: string; version: number; body: Body; asked: Idempotency | null }

async function refuseItemElsewhere(
  client: PoolClient,
  context: Context,
  { workItemId, councilId }: { workItemId: string | null; councilId: string },
): Promise<void> {
  if (workItemId === null) return
  const item = await readWorkItem(client, workItemId)
  const isKnown = item?.councilId === councilId && mayReadOf(context.actor, item.access, councilId)
  if (!isKnown) throw invalid('workItemId', 'The work programme has no such item. Choose one from it.')
}

/** Scrutiny recommends something to the Executive about a partnership. */
export async function makeRecommendation(
  context: Context,
  place: { council: string; partnership: string },
  { body, asked }: { body: z.output<typeof recommendationBody>; asked: Idempotency | null },
): Promise<Recommendation> {
  const { actor, today } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const { council, partnership } = await loadScrutiny(inside, place)
    if (partnership === null) throw new Error('A partnership that was asked for is there.')
    const at = { councilId: council.recordId, partnershipId: partnership.recordId }
    refuse(whyCannotKeepScrutiny(rolesIn(actor, at.councilId)))
    refuseUnreadable(context, at.councilId, body.access)
    if (body.followUpOn !== null && body.followUpOn < today) {
      throw invalid('followUpOn', 'The follow-up is in the past. Choose a later day.')
    }
    await refuseItemElsewhere(client, context, { workItemId: body.workItemId, councilId: at.councilId })
    const number = nextRecommendationNumber(
      await lockNumbers(client, { ...at, of: 'recommendation' }),
      body.access === 'confidential',
    )
    const id = await insertRecommendation(client, {
      ...{ ...at, ...body, number, personId: actor.personId, on: today },
    })
    await writeAudit(client, context, {
      ...{ action: 'recommendation make', subjectType: noun, subjectId: id, oldValue: null, reason: null },
      newValue: { partnership: place.partnership, number, ...body },
    })
    return toRecommendation(known(context, await readRecommendation(client, id), noun), context)
  })
}

/** One change of a recommendation: guarded by the rules, by its version and by what it was when it was seen. */
async function changeRecommendation(
  context: Context,
  { id, version, asked }: Omit<Change<unknown>, 'body'>,
  {
    why,
    write,
  }: {
    why: (row: RecommendationRow) => ScrutinyObstacle | null
    write: (client: PoolClient, row: RecommendationRow) => Promise<{ action: string; newValue: object }>
  },
): Promise<Recommendation> {
  return answeredOnce(context, asked, async (client) => {
    const row = known(context, await readRecommendation(client, id), noun)
    const obstacle = why(row)
    if (obstacle?.code === 'not_yours') refuse(obstacle)
    knownAt(context, row, { noun, version })
    refuse(obstacle)
    const { action, newValue } = await write(client, row)
    const { response, followUpOn, outcome, closedOn } = row
    await writeAudit(client, context, {
      ...{ action, subjectType: noun, subjectId: id, newValue, reason: null },
      oldValue: { response, followUpOn, outcome, closedOn },
    })
    return toRecommendation(known(context, await readRecommendation(client, id), noun), context)
  })
}

const emptyAsNull = (text: string | null) => (isBlankText(text) ? null : text)

/** The Executive accepts, accepts in part or rejects; what is accepted may open an action in the same breath. */
export async function respondToRecommendation(
  context: Context,
  change: Change<Response>,
): Promise<Recommendation> {
  const { actor, today } = context
  const { id, version, body } = change
  return changeRecommendation(context, change, {
    why: (row) => whyCannotRespond({ state: recommendationState(row) }, rolesIn(actor, row.councilId)),
    write: async (client, row) => {
      refuseResponse(body, row, today)
      const { response, followUpOn } = body
      const reason = emptyAsNull(body.reason)
      const actionId = await openAction(client, { id, action: body.action, on: today })
      const given = { response, reason, followUpOn, actionId }
      const isWritten = await respondRow(client, {
        id,
        version,
        on: today,
        personId: actor.personId,
        ...given,
      })
      if (!isWritten) throw stale()
      return { action: 'recommendation respond', newValue: { ...given, action: body.action } }
    },
  })
}

/** Scrutiny records what came of it, and closes it. */
export async function closeRecommendation(
  context: Context,
  change: Change<z.output<typeof closingBody>>,
): Promise<Recommendation> {
  const { actor, today } = context
  const { id, version, body } = change
  return changeRecommendation(context, change, {
    why: (row) =>
      whyCannotCloseRecommendation({ state: recommendationState(row) }, rolesIn(actor, row.councilId)),
    write: async (client, row) => {
      const outcome = emptyAsNull(body.outcome)
      if (outcome === null && closingNeedsOutcome(row.response)) {
        throw invalid('outcome', 'Say what came of it, for example “One board meets since January”.')
      }
      const isWritten = await closeRecommendationRow(client, {
        ...{ id, version, outcome, on: today, personId: actor.personId },
      })
      if (!isWritten) throw stale()
      return { action: 'recommendation close', newValue: { outcome, closedOn: today } }
    },
  })
}
