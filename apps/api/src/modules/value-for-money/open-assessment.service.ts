import { financialYearKey, mayEditAssessment, type Permission } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import { stale } from '#plugins/versions.ts'
import { type LoadedAssessment, readAssessment } from './assessments.queries.ts'
import { seesState } from './comparison.service.ts'
import type { ChangedAssessment } from './drafts.schemas.ts'
import { standingOf } from './standing.ts'

export function noSuchAssessment(id: string) {
  return notFound('#/path/id', `There is no assessment ${id} here.`)
}

/** An assessment for someone who wants to do something with it: there for those who see it, open to those who may. */
export async function openAssessment(
  context: Context,
  id: string,
  permission: Permission,
): Promise<LoadedAssessment> {
  const found = await readAssessment(context, id)
  if (found === undefined) throw noSuchAssessment(id)
  const { councilId, state, hasLastAgreed } = found
  if (!seesState(context, councilId)(state) && !hasLastAgreed) throw noSuchAssessment(id)
  if (mayIn(context.actor, permission, councilId)) return found
  throw new Problem(
    'not-allowed',
    'This assessment is another council’s. Its own officers and members change it.',
  )
}

/** A draft at the version that was seen. */
export async function openDraft(
  context: Context,
  { id, version }: { id: string; version: number },
): Promise<LoadedAssessment> {
  const found = await openAssessment(context, id, 'assessments:edit')
  if (found.version !== version) throw stale()
  const standing = standingOf(context, found)
  if (mayEditAssessment(standing)) return found
  throw new Problem('not-possible', `The assessment is ${found.state}. Take it back to draft first.`)
}

export function changed({
  id,
  startYear,
  state,
  version,
}: Pick<LoadedAssessment, 'id' | 'startYear' | 'state' | 'version'>): ChangedAssessment {
  return { id, version, state, year: financialYearKey(startYear) }
}
