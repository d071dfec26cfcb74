import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import type { actionBody } from './drafts.schemas.ts'
import { insertAction } from './improvements.queries.ts'
import { openAssessment } from './open-assessment.service.ts'

type Body = z.output<typeof actionBody>

/** An area for improvement becomes an action with an owner and a date. */
export async function addImprovement(
  context: Context,
  { id, body, asked }: { id: string; body: Body; asked: Idempotency | null },
): Promise<{ id: string }> {
  const assessment = await openAssessment(context, id, 'assessments:edit')
  if (body.dueOn < context.today) {
    const detail = 'The date has passed. Give a day from today on.'
    throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/dueOn', detail }] })
  }
  return answeredOnce(context, asked, async (client) => {
    const { partnershipId } = assessment
    const actionId = await insertAction(client, {
      assessmentId: id,
      partnershipId,
      body,
      today: context.today,
    })
    if (actionId === null) throw notFound('#/body/owner', 'Choose an owner who works with this partnership.')
    await writeAudit(client, context, {
      ...{
        action: 'add improvement action',
        subjectType: 'action',
        subjectId: actionId,
        oldValue: null,
        reason: null,
      },
      newValue: { assessment: id, ...body },
    })
    return { id: actionId }
  })
}
