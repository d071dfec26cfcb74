import { isBlankText, mayHaveAction, responseNeedsReason } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { Problem } from '#api/problem.ts'
import { invalid } from './record-life.ts'
import type { responseBody } from './scrutiny.bodies.ts'
import type { RecommendationRow } from './scrutiny.queries.ts'
import { insertAction, type NewAction } from './writes.queries.ts'

export type Response = z.output<typeof responseBody>

/** Throws where a response lacks what it needs, or promises what it cannot. */
export function refuseResponse(
  { response, reason, followUpOn, action }: Response,
  row: RecommendationRow,
  today: string,
) {
  if (responseNeedsReason(response) && isBlankText(reason)) {
    throw invalid('reason', 'Say why it is not accepted as it stands. The reason is read by scrutiny.')
  }
  if (followUpOn !== null && followUpOn < today) {
    throw invalid('followUpOn', 'The follow-up is in the past. Choose a later day.')
  }
  if (action === null) return
  if (response === 'rejected') {
    throw invalid('action', 'What is rejected has no action. Leave it out, or accept in part.')
  }
  if (action.dueOn < today) {
    throw invalid('action/dueOn', 'The action would be due in the past. Choose a later day.')
  }
  if (!mayHaveAction(row.access)) {
    throw new Problem(
      'not-possible',
      `This recommendation is ${row.access}, and an action is read by all. Respond without one and set a follow-up date.`,
    )
  }
}

/** The id of the action that a response opens; null where it opens none. */
export async function openAction(
  client: PoolClient,
  { id, action, on }: { id: string; action: NewAction | null; on: string },
): Promise<string | null> {
  if (action === null) return null
  const actionId = await insertAction(client, id, { ...action, on })
  if (actionId !== null) return actionId
  throw invalid('action/ownerId', 'The owner has no part in this partnership. Choose one who has.')
}
