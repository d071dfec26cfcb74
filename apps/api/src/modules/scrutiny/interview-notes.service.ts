import { whyCannotKeepScrutiny } from '@accord/domain'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { rolesIn } from '#api/council-roles.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { insertInterviewNote } from './programme.queries.ts'
import { invalid, known, refuse, refuseUnreadable } from './record-life.ts'
import type { interviewNoteBody } from './scrutiny.bodies.ts'
import { readInterviewNote } from './scrutiny.queries.ts'
import type { InterviewNote } from './scrutiny.schemas.ts'
import { loadScrutiny } from './scrutiny.service.ts'
import { toInterviewNote } from './scrutiny-records.ts'

/** A note is what was heard: it is added, and never changed. */
export async function addInterviewNote(
  context: Context,
  place: { council: string; partnership: string },
  { body, asked }: { body: z.output<typeof interviewNoteBody>; asked: Idempotency | null },
): Promise<InterviewNote> {
  const { actor, now, today } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const { council, partnership } = await loadScrutiny(inside, place)
    if (partnership === null) throw new Error('A partnership that was asked for is there.')
    const councilId = council.recordId
    refuse(whyCannotKeepScrutiny(rolesIn(actor, councilId)))
    refuseUnreadable(context, councilId, body.access)
    if (body.heldOn > today)
      throw invalid('heldOn', 'The interview is in the future. Enter the day it was held.')
    const id = await insertInterviewNote(client, {
      ...{ ...body, councilId, partnershipId: partnership.recordId, personId: actor.personId, at: now },
    })
    const { text: _, ...about } = body
    await writeAudit(client, context, {
      ...{ action: 'interview note add', subjectType: 'interview note', subjectId: id, oldValue: null },
      newValue: { partnership: place.partnership, ...about },
      reason: null,
    })
    return toInterviewNote(known(context, await readInterviewNote(client, id), 'interview note'))
  })
}
