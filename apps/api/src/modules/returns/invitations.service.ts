import { randomBytes } from 'node:crypto'
import { addDays, formatDate } from '@accord/domain'
import type { z } from 'zod'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { hashToken } from '#plugins/freshness.ts'
import { insertInvitation, type Redeemed, redeemInvitation } from './invitations.queries.ts'
import type { Invited, invitationBody } from './returns.schemas.ts'
import { loadReturn, refuseOthers } from './returns.service.ts'

const LONGEST_DAYS = 90

function refuseDate(expiresOn: string, today: string): void {
  const last = addDays(today, LONGEST_DAYS)
  if (expiresOn >= today && expiresOn <= last) return
  const detail = `Choose a day from today to ${formatDate(last)}: a link that stays open longer is forgotten.`
  throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/expiresOn', detail }] })
}

/** A link for a partner outside. It is told once, here: only its hash is kept. */
export async function inviteToReturn(
  context: Context,
  id: string,
  body: z.output<typeof invitationBody>,
): Promise<Invited> {
  refuseOthers(await loadReturn(context, id))
  refuseDate(body.expiresOn, context.today)
  const token = randomBytes(32).toString('base64url')
  const assignment = await inTransaction(context.database, async (client) => {
    const made = await insertInvitation(client, context, {
      ...body,
      returnId: id,
      email: body.email.toLowerCase(),
      tokenHash: hashToken(token),
    })
    await writeAudit(client, context, {
      action: 'invite to return',
      subjectType: 'return',
      subjectId: id,
      oldValue: null,
      newValue: { section: body.section, cells: body.cells, name: body.name, expiresOn: body.expiresOn },
      reason: null,
    })
    return made
  })
  return { assignment, path: `/invitations/${token}`, expiresOn: body.expiresOn }
}

export async function openInvitation(
  context: Pick<Context, 'database' | 'today' | 'now'>,
  token: string,
): Promise<Redeemed> {
  const { database, today, now: at } = context
  const redeemed = await redeemInvitation(database, { tokenHash: hashToken(token), today, at })
  if (redeemed === null) {
    throw notFound(
      '#/path/token',
      'This link has been used, has ended or was taken back. Ask whoever sent it for a new one.',
    )
  }
  return redeemed
}
