import type { Database } from '@accord/database'
import { inTransaction } from '#api/transaction.ts'
import {
  enqueueMail,
  markMailed,
  readForgotten,
  readWaitingMail,
  type WaitingMail,
} from './notifications.queries.ts'

export { markMailed, readWaitingMail, type WaitingMail }

/** Asks for a mail to everyone for whom something waits and nothing is under way. */
export async function enqueueForgotten(database: Database): Promise<number> {
  return inTransaction(database, async (client) => {
    const people = await readForgotten(client)
    await enqueueMail(client, people)
    return people.length
  })
}
