import { type ChangeAction, type ChangeState, slugFrom, whyCannotChange } from '@accord/domain'
import type { PoolClient } from 'pg'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import {
  applyBaseline,
  applyPlacement,
  applySettings,
  applyTargets,
  insertIndicator,
  insertPlace,
  lockFramework,
  lockIndicator,
} from './applying.queries.ts'
import { standingOf } from './change-content.ts'
import { faultsOf, faultsOfNew, rolesFor } from './change-rules.ts'
import { type ChangeRow, decideChange, lockChange, readChange, reproposeChange } from './changes.queries.ts'
import type { IndicatorChangeDetail } from './changes.schemas.ts'
import { changedSince, contentOf, detailOf, known, subjectOfChange } from './changes.service.ts'
import { isCodeTaken, readFrameworkRow, readOwners, type SubjectRow } from './subject.queries.ts'

type Asked = { id: string; version: number; note: string | null; asked: Idempotency | null }

/** What the database refuses that no rule above foresaw, in its own sentence. */
function asRefusal(error: unknown): unknown {
  const isRefused = error instanceof Error && 'code' in error && error.code === '23514'
  return isRefused ? new Problem('not-possible', error.message) : error
}

/** One step of a change’s life, guarded by its version, with its line in the audit trail. */
async function step(
  context: Context,
  { id, version, asked }: Asked,
  action: ChangeAction,
  take: (client: PoolClient, inside: Context, row: ChangeRow) => Promise<void>,
): Promise<IndicatorChangeDetail> {
  return answeredOnce(context, asked, async (client, inside) => {
    await lockChange(client, id)
    const row = known(await readChange(inside, id))
    const isProposer = row.proposedById === context.actor.personId
    const held = rolesFor(context, row.councilIds)
    const obstacle = whyCannotChange(action, { state: row.state, isProposer, held })
    if (obstacle !== null) {
      throw new Problem(obstacle.code === 'not_yours' ? 'not-allowed' : 'not-possible', obstacle.sentence)
    }
    if (row.version !== version) throw stale()
    await take(client, inside, row)
    const after = known(await readChange(inside, id))
    const answer = await detailOf(inside, after)
    await writeAudit(client, context, {
      ...{ action: `indicator change ${action}`, subjectType: 'indicator change', subjectId: id },
      ...{
        oldValue: { state: row.state, before: row.before },
        newValue: { state: after.state, after: row.after },
      },
      reason: after.decisionNote ?? after.reason,
    })
    return answer
  }).catch((error: unknown) => {
    throw asRefusal(error)
  })
}

async function decide(
  client: PoolClient,
  context: Context,
  change: Pick<Asked, 'id' | 'version' | 'note'> & {
    to: Exclude<ChangeState, 'proposed'>
    indicatorId?: string | null
  },
): Promise<void> {
  const { actor, now } = context
  const decided = { ...change, personId: actor.personId, now, indicatorId: change.indicatorId ?? null }
  if (!(await decideChange(client, decided))) throw stale()
}

function notPossible(sentences: readonly string[]): Problem {
  return new Problem('not-possible', sentences.join(' '))
}

/** Refuses what somebody else changed since it was proposed: the proposer looks at it again and proposes it again. */
function refuseMoved(row: ChangeRow, subject: SubjectRow | null): void {
  const moved = changedSince(row, subject)
  if (moved.length === 0) return
  const said = moved.map(
    ({ name, from, to }) => `${name} was ${from ?? 'not set'} and is ${to ?? 'not set'} now`,
  )
  throw new Problem(
    'not-possible',
    `It changed after this was proposed: ${said.join('; ')}. Whoever proposed it must propose it again.`,
    { parts: moved.map(({ name }, place) => ({ pointer: '#/path/id', detail: said[place] ?? name })) },
  )
}

type Applied = { indicatorId: string | null }

async function addIndicator(client: PoolClient, context: Context, row: ChangeRow): Promise<Applied> {
  const content = contentOf(row)
  if (content.kind !== 'new_indicator') throw new Error('It is not a new indicator.')
  await lockFramework(client, row.frameworkRecordId)
  const framework = await readFrameworkRow(context, row.framework.id)
  if (framework === undefined) throw new Error('A proposed change keeps its framework.')
  const slug = slugFrom(content.after.code)
  const owners = new Map((await readOwners(context, context.today)).map(({ id, name }) => [id, name]))
  const isTaken = await isCodeTaken(context, slug)
  const faults = faultsOfNew(content, { framework, owners, slug, isTaken })
  if (faults.length > 0) throw notPossible(faults.map(({ detail }) => detail))
  const indicatorId = await insertIndicator(client, { slug, indicator: content.after })
  await insertPlace(client, { frameworkId: row.frameworkRecordId, indicatorId, placement: content.after })
  return { indicatorId }
}

async function applyTo(
  client: PoolClient,
  context: Context,
  { row, subject }: { row: ChangeRow; subject: SubjectRow },
): Promise<Applied> {
  const content = contentOf(row)
  const owners = new Map((await readOwners(context, context.today)).map(({ id, name }) => [id, name]))
  const faults = faultsOf(content, { subject, owners })
  if (faults.length > 0) throw notPossible(faults.map(({ detail }) => detail))
  const { placeId, organisationRecordId: organisationId } = subject
  const agreement = {
    ...{ agreedBy: row.agreedBy ?? '', agreedOn: row.agreedOn ?? context.today },
    ...{ reason: row.reason, personId: row.proposedById },
  }
  if (content.kind === 'indicator') await applySettings(client, subject.recordId, content.after)
  if (content.kind === 'placement') await applyPlacement(client, placeId, content.after)
  if (content.kind === 'targets') {
    await applyTargets(client, { placeId, organisationId, startYear: content.startYear }, content, agreement)
  }
  if (content.kind === 'baseline')
    await applyBaseline(client, { placeId, organisationId }, content, agreement)
  return { indicatorId: null }
}

/** The change is put in force, whole, by somebody other than its proposer. */
export async function approve(context: Context, change: Asked): Promise<IndicatorChangeDetail> {
  return step(context, change, 'approve', async (client, inside, row) => {
    if (row.indicator !== null) await lockIndicator(client, row.indicator.id)
    if (row.kind === 'placement') await lockFramework(client, row.frameworkRecordId)
    const subject = await subjectOfChange(inside, row)
    refuseMoved(row, subject)
    const { indicatorId } =
      subject === null
        ? await addIndicator(client, inside, row)
        : await applyTo(client, inside, { row, subject })
    await decide(client, context, { ...change, to: 'approved', indicatorId })
  })
}

export async function decline(context: Context, change: Asked): Promise<IndicatorChangeDetail> {
  return step(context, change, 'decline', (client) => decide(client, context, { ...change, to: 'declined' }))
}

export async function withdraw(context: Context, change: Asked): Promise<IndicatorChangeDetail> {
  return step(context, change, 'withdraw', (client) =>
    decide(client, context, { ...change, to: 'withdrawn' }),
  )
}

/** The same change, held against what stands now. */
export async function repropose(context: Context, change: Asked): Promise<IndicatorChangeDetail> {
  return step(context, change, 'repropose', async (client, inside, row) => {
    const subject = await subjectOfChange(inside, row)
    const content = contentOf(row)
    const before =
      subject === null || content.kind === 'new_indicator'
        ? null
        : standingOf(subject, { kind: content.kind, startYear: row.startYear })
    const { id, version } = change
    if (!(await reproposeChange(client, { id, version, before, now: context.now }))) throw stale()
  })
}
