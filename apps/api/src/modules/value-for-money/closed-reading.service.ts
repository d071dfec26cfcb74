import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { inTransaction } from '#api/transaction.ts'
import type { Reading } from './readable-evidence.ts'

/** Reading what is exempt or confidential leaves a trace, one for each level, before the answer goes out. */
export async function recordReadings(
  context: Context,
  readings: readonly Reading[],
  subject: { type: string; id: string },
): Promise<void> {
  if (readings.length === 0) return
  await inTransaction(context.database, async (client) => {
    for (const { level, records } of readings) {
      await writeAudit(client, context, {
        action: `read ${level}`,
        subjectType: subject.type,
        subjectId: subject.id,
        oldValue: null,
        newValue: { records },
        reason: null,
      })
    }
  })
}
