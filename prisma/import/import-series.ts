import type { PrismaClient } from '../client/generated/client.ts'
import { applyPlan } from './apply.ts'
import type { ImportOptions } from './options.ts'
import { changesNothing, type Plan, planImport } from './plan.ts'
import { readSeries, type Series } from './series.ts'

const TEN_MINUTES_MILLISECONDS = 600_000

/**
 * Reads the file, compares it with the database and, with `commit`, loads it: all in one transaction, so that the
 * whole of it is loaded or nothing. Throws BadFile or StartError.
 */
export async function importSeries(
  prisma: PrismaClient,
  options: ImportOptions,
  now: Date,
): Promise<{ series: Series; plan: Plan }> {
  return prisma.$transaction(
    async (tx) => {
      // Two imports at once would both find the same things missing.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('import series'))`
      const series = await readSeries(tx, options)
      const plan = await planImport(tx, series, options)
      if (options.commit && !changesNothing(plan)) await applyPlan(tx, plan, options, now)
      return { series, plan }
    },
    { timeout: TEN_MINUTES_MILLISECONDS, maxWait: 10_000 },
  )
}
