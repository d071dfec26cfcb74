import { financialYearKey, financialYearLabel, financialYearOf, parseFinancialYearKey } from '@accord/domain'
import type { PoolClient } from 'pg'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import { firstAnswer, type Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import type { LoadedAssessment } from './assessments.queries.ts'
import {
  keepBenefits,
  keepInvestments,
  keepJudgements,
  keepOutcomes,
  keepSavings,
} from './draft-parts.queries.ts'
import type { ChangedAssessment, SaveBody } from './drafts.schemas.ts'
import { changed, openDraft } from './open-assessment.service.ts'
import { saveOverall } from './overall.queries.ts'
import { beginAssessment, readPlace } from './starts.queries.ts'

type Start = { council: string; partnership: string; year: string; asked: Idempotency | null }

function mustHaveBegun(context: Context, startYear: number): void {
  if (startYear <= financialYearOf(context.today)) return
  throw new Problem('not-possible', `${financialYearLabel(startYear)} has not begun. Assess a year that has.`)
}

/** A draft for a year, with the outcomes of the assessment before it, or those of its indicators. */
export async function startAssessment(
  context: Context,
  { council, partnership, year, asked }: Start,
): Promise<ChangedAssessment> {
  const startYear = parseFinancialYearKey(year) ?? 0
  const place = await readPlace(context, { council, partnership, startYear })
  if (place === undefined) {
    throw notFound(
      '#/path/partnership',
      `There is no partnership called ${partnership} on a register of ${council}.`,
    )
  }
  if (!mayIn(context.actor, 'assessments:edit', place.councilId)) {
    throw new Problem('not-allowed', 'Its own performance officers assess a council’s partnerships.')
  }
  mustHaveBegun(context, startYear)
  const { schemeId } = place
  if (schemeId === null) {
    throw new Problem('not-possible', 'The council has no criteria for this year. Set them first.')
  }
  return answeredOnce(context, asked, async (client) => {
    const id = await beginAssessment(client, context, { ...place, schemeId, startYear })
    if (id === null) {
      const label = financialYearLabel(startYear)
      throw new Problem('not-possible', `There is an assessment for ${label} already. Open it.`)
    }
    await writeAudit(client, context, {
      ...{
        action: 'start assessment',
        subjectType: 'assessment',
        subjectId: id,
        oldValue: null,
        reason: null,
      },
      newValue: { partnership, year: financialYearKey(startYear) },
    })
    return changed({ id, startYear, state: 'draft', version: 1 })
  })
}

async function keepParts(client: PoolClient, draft: LoadedAssessment, body: SaveBody): Promise<void> {
  const { id } = draft
  if (body.criteria) await keepJudgements(client, draft, body.criteria)
  if (body.investments) await keepInvestments(client, id, body.investments)
  if (body.savings) await keepSavings(client, id, body.savings)
  if (body.benefits) await keepBenefits(client, id, body.benefits)
  if (body.outcomes) await keepOutcomes(client, draft, body.outcomes)
}

/** What the parts that are saved held before, for the audit trail. */
function before({ content }: LoadedAssessment, body: SaveBody): unknown {
  const parts: Record<string, unknown> = { ...content, criteria: content.judgements }
  return Object.fromEntries(Object.keys(body).map((part) => [part, parts[part] ?? null]))
}

type Save = { id: string; version: number; body: SaveBody; asked: Idempotency | null }

/** Saves the parts that are sent and leaves the rest. Whoever saves has judged: another moderates. */
export async function saveDraft(
  context: Context,
  { id, version, body, asked }: Save,
): Promise<ChangedAssessment> {
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedAssessment
  const draft = await openDraft(context, { id, version })
  return answeredOnce(context, asked, async (client) => {
    if (!(await saveOverall(client, context, { id, version, body }))) throw stale()
    await keepParts(client, draft, body)
    await writeAudit(client, context, {
      ...{ action: 'save assessment', subjectType: 'assessment', subjectId: id, reason: null },
      oldValue: before(draft, body),
      newValue: body,
    })
    return changed({ ...draft, version: version + 1 })
  })
}
