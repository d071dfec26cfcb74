import { financialYearLabel, financialYearOf, parseFinancialYearKey } from '@accord/domain'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { toYear, unknownCouncil } from './comparison.service.ts'
import { councilIdOf } from './council.queries.ts'
import { firstAssessedFrom, readScheme, type SchemeRow, writeScheme } from './scheme.queries.ts'
import type { SchemeBody, VfmScheme } from './scheme.schemas.ts'

const toScheme = ({ fromYear, ...scheme }: SchemeRow): VfmScheme => ({
  ...scheme,
  fromYear: toYear(fromYear),
})

/** The words and criteria of a year, or of the one that runs. */
export async function getScheme(
  context: Context,
  { council, year }: { council: string; year: string | undefined },
): Promise<VfmScheme> {
  const councilId = await councilIdOf(context, council)
  if (councilId === null) throw unknownCouncil(council)
  const asked = year === undefined ? null : parseFinancialYearKey(year)
  const startYear = asked ?? financialYearOf(context.today)
  const found = await readScheme(context, councilId, startYear)
  if (found === undefined) {
    throw notFound('#/query/year', `The council has no criteria for ${financialYearLabel(startYear)}.`)
  }
  return toScheme(found)
}

/** New words and criteria from a year on. A year that has been assessed keeps those it was assessed by. */
export async function setScheme(
  context: Context,
  { council, body }: { council: string; body: SchemeBody },
): Promise<VfmScheme> {
  const councilId = await councilIdOf(context, council)
  if (councilId === null) throw unknownCouncil(council)
  if (!mayIn(context.actor, 'assessments:edit', councilId)) {
    throw new Problem('not-allowed', 'Its own performance officers set a council’s criteria.')
  }
  const startYear = parseFinancialYearKey(body.fromYear) ?? 0
  const before = await readScheme(context, councilId, startYear)
  await inTransaction(context.database, async (client) => {
    const assessed = await firstAssessedFrom(client, { councilId, startYear })
    if (assessed !== null) {
      const year = financialYearLabel(assessed)
      throw new Problem(
        'not-possible',
        `${year} has been assessed by the criteria there are. Begin with a later year.`,
      )
    }
    await writeScheme(client, { councilId, startYear, body })
    await writeAudit(client, context, {
      ...{
        action: 'set value for money criteria',
        subjectType: 'council',
        subjectId: councilId,
        reason: null,
      },
      oldValue: before ?? null,
      newValue: body,
    })
  })
  return getScheme(context, { council, year: body.fromYear })
}
