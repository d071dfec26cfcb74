import { quarterToAnswerIn, questionState, whyCannotCloseQuestion } from '@accord/domain'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { rolesIn } from '#api/council-roles.ts'
import { Problem } from '#api/problem.ts'
import { notifyOfQuestion } from '#modules/notifications/notifications.service.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { known, knownAt, refuse } from './record-life.ts'
import type { questionBody } from './scrutiny.bodies.ts'
import { readQuestion } from './scrutiny.queries.ts'
import type { Question } from './scrutiny.schemas.ts'
import { loadScrutiny, whyNotAsked } from './scrutiny.service.ts'
import { toQuestion } from './scrutiny-records.ts'
import { closeQuestionRow, insertQuestion, lockNumbers } from './writes.queries.ts'

const noun = 'question'

type Place = { council: string; partnership: string }

/** A member’s question becomes a required answer in the partnership’s next return, and its lead is told. */
export async function askQuestion(
  context: Context,
  place: Place,
  { body: { text }, asked }: { body: z.output<typeof questionBody>; asked: Idempotency | null },
): Promise<Question> {
  const { actor, today } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const row = await loadScrutiny(inside, place)
    refuse(whyNotAsked(row, context))
    const lands = quarterToAnswerIn(row.quarters, today)
    if (lands === null || row.partnership === null) throw new Problem('not-possible', 'Nobody can be asked.')
    const partnershipId = row.partnership.recordId
    const at = { councilId: row.council.recordId, partnershipId }
    const taken = await lockNumbers(client, { ...at, of: 'question' })
    const id = await insertQuestion(client, {
      ...{ ...at, number: Math.max(0, ...taken) + 1, personId: actor.personId, on: today, text },
      // Asked about the quarter before the return that answers it.
      ...{ quarterIndex: lands.index - 1, answerDueOn: lands.dueOn },
    })
    const { index: quarterIndex, dueOn } = lands
    await notifyOfQuestion(client, { context, partnershipId, quarterIndex, dueOn, text })
    await writeAudit(client, context, {
      ...{ action: 'question ask', subjectType: noun, subjectId: id, oldValue: null, reason: null },
      newValue: { partnership: place.partnership, text, answerDueOn: dueOn },
    })
    return toQuestion(known(context, await readQuestion(client, id), noun), context)
  })
}

export async function closeQuestion(
  context: Context,
  { id, version, asked }: { id: string; version: number; asked: Idempotency | null },
): Promise<Question> {
  const { actor, today } = context
  return answeredOnce(context, asked, async (client) => {
    const row = known(context, await readQuestion(client, id), noun)
    const state = questionState(row, today)
    const isAsker = row.askedById === actor.personId
    const held = rolesIn(actor, row.councilId)
    const obstacle = whyCannotCloseQuestion({ state, isAsker, held })
    if (obstacle?.code === 'not_yours') refuse(obstacle)
    knownAt(context, row, { noun, version })
    refuse(obstacle)
    if (!(await closeQuestionRow(client, { id, version, on: today, personId: actor.personId }))) throw stale()
    await writeAudit(client, context, {
      ...{ action: 'question close', subjectType: noun, subjectId: id, reason: null },
      oldValue: { closedOn: null },
      newValue: { closedOn: today },
    })
    return toQuestion(known(context, await readQuestion(client, id), noun), context)
  })
}
