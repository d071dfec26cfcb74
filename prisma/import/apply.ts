import { basename } from 'node:path'
import type { Prisma } from '../client/generated/client.ts'
import type { ImportOptions } from './options.ts'
import type { ChangedFigure, Plan } from './plan.ts'

type Transaction = Prisma.TransactionClient

const OUTCOME = { slug: 'series', title: 'Imported series', position: 1 }
const AT_ONCE = 5000

async function writeFramework(tx: Transaction, { framework }: Plan): Promise<string> {
  const { id, slug, title, startYear, endYear } = framework
  if (!framework.isNew) {
    if (framework.isLonger) await tx.framework.update({ where: { id }, data: { startYear, endYear } })
    const outcome = await tx.outcome.findFirstOrThrow({
      where: { frameworkId: id },
      orderBy: { position: 'asc' },
    })
    return outcome.id
  }
  await tx.framework.create({
    data: { id, slug, title, shortTitle: title, kind: 'imported series', startYear, endYear },
  })
  return (await tx.outcome.create({ data: { frameworkId: id, ...OUTCOME } })).id
}

async function writeCouncils(tx: Transaction, { councils }: Plan): Promise<void> {
  await tx.organisation.createMany({
    data: councils
      .filter(({ isNew }) => isNew)
      .map(({ id, slug, name }) => ({
        id,
        slug,
        name,
        shortName: name,
        sector: 'statutory',
        isCouncil: true,
      })),
  })
}

async function writeIndicators(tx: Transaction, plan: Plan, outcomeId: string): Promise<void> {
  const before = await tx.frameworkIndicator.count({ where: { frameworkId: plan.framework.id } })
  const added = plan.indicators.filter(({ isNew }) => isNew)
  await tx.indicator.createMany({
    data: added.map(({ id, slug, code, settled }) => ({
      id,
      slug,
      code,
      shortTitle: settled.settings.title,
      ...settled.settings,
    })),
  })
  await tx.frameworkIndicator.createMany({
    data: added.map(({ id }, place) => ({
      frameworkId: plan.framework.id,
      outcomeId,
      indicatorId: id,
      position: before + place + 1,
    })),
  })
}

async function writeNewFigures(tx: Transaction, { newFigures }: Plan, now: Date): Promise<void> {
  for (let from = 0; from < newFigures.length; from += AT_ONCE) {
    await tx.measurement.createMany({
      data: newFigures
        .slice(from, from + AT_ONCE)
        .map((figure) => ({ ...figure, state: 'final', reportedAt: now })),
    })
  }
}

async function revise(
  tx: Transaction,
  { before, after }: ChangedFigure,
  reason: string,
  now: Date,
): Promise<void> {
  const { value, numerator, denominator } = after
  await tx.measurementRevision.create({
    data: {
      measurementId: before.id,
      oldValue: before.value,
      newValue: value,
      oldNumerator: before.numerator,
      newNumerator: numerator,
      oldDenominator: before.denominator,
      newDenominator: denominator,
      oldState: before.state,
      newState: 'revised',
      reason,
      revisedAt: now,
    },
  })
  await tx.measurement.update({
    where: { id: before.id },
    data: { value, numerator, denominator, state: 'revised', missingReason: null },
  })
}

async function recordImport(tx: Transaction, plan: Plan, file: string, now: Date): Promise<void> {
  await tx.auditEvent.create({
    data: {
      happenedAt: now,
      actorName: 'Import command',
      source: 'import',
      action: 'import series',
      subjectType: 'framework',
      subjectId: plan.framework.id,
      newValue: {
        file,
        newCouncils: plan.councils.filter(({ isNew }) => isNew).length,
        newIndicators: plan.indicators.filter(({ isNew }) => isNew).length,
        newQuarters: plan.newQuarters.length,
        newFigures: plan.newFigures.length,
        changedFigures: plan.changedFigures.length,
      },
    },
  })
}

/** Writes the plan. Call it inside the transaction in which the plan was made. */
export async function applyPlan(
  tx: Transaction,
  plan: Plan,
  options: ImportOptions,
  now: Date,
): Promise<void> {
  const file = basename(options.file)
  const outcomeId = await writeFramework(tx, plan)
  await writeCouncils(tx, plan)
  await writeIndicators(tx, plan, outcomeId)
  await tx.quarter.createMany({ data: plan.newQuarters })
  await writeNewFigures(tx, plan, now)
  for (const changed of plan.changedFigures) await revise(tx, changed, `Imported from ${file}`, now)
  await recordImport(tx, plan, file, now)
}
