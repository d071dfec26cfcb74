import { mayReadRecord, type RecordAccess, type Role, type ScrutinyObstacle } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayReadOf, rolesIn } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import { stale } from '#plugins/versions.ts'

const levels: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']

/** How somebody may mark a new record: nobody makes what they could not read. */
export function levelsFor(held: readonly Role[]): RecordAccess[] {
  return levels.filter((level) => mayReadRecord(level, held))
}

export function refuseUnreadable(context: Context, councilId: string, access: RecordAccess): void {
  if (levelsFor(rolesIn(context.actor, councilId)).includes(access)) return
  const detail = `You could not read a record that is ${access} yourself. Ask an officer to record it.`
  throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/access', detail }] })
}

export function refuse(obstacle: ScrutinyObstacle | null): void {
  if (obstacle === null) return
  throw new Problem(obstacle.code === 'not_yours' ? 'not-allowed' : 'not-possible', obstacle.sentence)
}

export function invalid(field: string, detail: string): Problem {
  return new Problem('invalid-request', detail, { parts: [{ pointer: `#/body/${field}`, detail }] })
}

type Kept = { councilId: string; version: number; access?: RecordAccess }

/** The record, if there is one that the reader may know of: the answer is the same where there is none. */
export function known<Row extends Omit<Kept, 'version'>>(
  context: Context,
  row: Row | undefined,
  noun: string,
): Row {
  if (row === undefined || !mayReadOf(context.actor, row.access ?? 'internal', row.councilId)) {
    throw notFound('#/path/id', `There is no such ${noun}. Choose one from the council’s scrutiny.`)
  }
  return row
}

/** That, at the version its reader saw. */
export function knownAt<Row extends Kept>(
  context: Context,
  row: Row | undefined,
  { noun, version }: { noun: string; version: number },
): Row {
  const found = known(context, row, noun)
  if (found.version !== version) throw stale()
  return found
}

type Ruling<Action extends string> = { action: Action; obstacle: ScrutinyObstacle | null }

/** The rulings as the wire has them. */
export function ruled<Action extends string>(rulings: readonly Ruling<Action>[]) {
  return {
    allowedActions: rulings.flatMap(({ action, obstacle }) => (obstacle === null ? [action] : [])),
    blockedBecause: rulings.flatMap(({ action, obstacle }) =>
      obstacle === null ? [] : [{ action, sentence: obstacle.sentence }],
    ),
  }
}
