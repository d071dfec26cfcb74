import { designatedPhrase, may, roleLabel, rolesThatMay, whyCannotDesignate } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import { type FrameworkDetailRow, readFrameworkDetail } from './framework-writes.queries.ts'
import type { FrameworkDetail } from './framework-writes.schemas.ts'

/** Why somebody may not set a framework of these councils; null where they may. Without councils: in any. */
export function whyCannotManage(context: Context, councilIds: readonly string[]): string | null {
  const { actor } = context
  const isAllowed =
    councilIds.length === 0
      ? may(
          actor.roles.map(({ role }) => role),
          'frameworks:manage',
        )
      : councilIds.some((council) => mayIn(actor, 'frameworks:manage', council))
  if (isAllowed) return null
  const roles = rolesThatMay('frameworks:manage').map((role) => roleLabel(role).toLowerCase())
  return `Frameworks are set by an ${roles.join(' or ')} of one of their councils.`
}

export async function knownFramework(context: Context, id: string): Promise<FrameworkDetailRow> {
  const row = await readFrameworkDetail(context, id)
  if (row === undefined) {
    throw notFound(
      '#/path/id',
      `There is no framework called ${id} here. Choose one from /api/v1/frameworks.`,
    )
  }
  return row
}

export function refuseManaging(context: Context, councilIds: readonly string[]): void {
  const obstacle = whyCannotManage(context, councilIds)
  if (obstacle !== null) throw new Problem('not-allowed', obstacle)
}

export async function frameworkDetail(context: Context, id: string): Promise<FrameworkDetail> {
  const { recordId: _, councilIds, ...row } = await knownFramework(context, id)
  const obstacle = whyCannotManage(context, councilIds)
  return {
    ...row,
    designated: designatedPhrase(row.kind, row.designatedCount),
    whyNoMore: whyCannotDesignate(row.kind, row.designatedCount),
    mayManage: obstacle === null,
    blockedBecause: obstacle,
  }
}
