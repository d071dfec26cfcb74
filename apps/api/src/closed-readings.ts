import type { RecordAccess } from '@accord/domain'
import { writeAudit } from './audit.ts'
import type { Context } from './context.ts'
import { inTransaction } from './transaction.ts'

const CLOSED = ['exempt', 'confidential'] as const

/**
 * Reading what is exempt or confidential leaves a trace, one for each level, before the answer goes out. Takes all
 * that the reader is shown; what is open leaves none.
 */
export async function recordClosedReadings(
  context: Context,
  shown: readonly { id: string; access: RecordAccess }[],
  subject: { type: string; id: string },
): Promise<void> {
  const readings = CLOSED.map((level) => ({
    level,
    records: shown.filter(({ access }) => access === level).map(({ id }) => id),
  })).filter(({ records }) => records.length > 0)
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
