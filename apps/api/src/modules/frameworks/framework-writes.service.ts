import { slugFrom, whyCannotDesignate } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { frameworkDetail, knownFramework, refuseManaging } from './framework-detail.service.ts'
import {
  type FrameworkDetailRow,
  type FrameworkFields,
  insertFramework,
  isSlugTaken,
  keepPlace,
  moveVersion,
  readCouncilIds,
  setCouncils,
  setOutcomes,
  updateFramework,
} from './framework-writes.queries.ts'
import type {
  FrameworkDetail,
  frameworkBody,
  newFrameworkBody,
  outcomesBody,
  placeBody,
} from './framework-writes.schemas.ts'

/** Words that addresses below /frameworks are kept for. */
const keptSlugs: readonly string[] = ['new']

function invalid(field: string, detail: string): Problem {
  return new Problem('invalid-request', detail, { parts: [{ pointer: `#/body/${field}`, detail }] })
}

type Agreed = Pick<z.output<typeof frameworkBody>, 'councils' | 'accountableBody'>

async function bodiesOf(context: Context, { councils, accountableBody }: Agreed) {
  const named = await readCouncilIds(context, [
    ...councils,
    ...(accountableBody === null ? [] : [accountableBody]),
  ])
  const councilIds = councils.map((slug) => named.get(slug))
  if (councilIds.includes(undefined))
    throw invalid('councils', 'One of these is not a council here. Choose again.')
  const accountableBodyId = accountableBody === null ? null : (named.get(accountableBody) ?? null)
  if (accountableBody !== null && accountableBodyId === null) {
    throw invalid('accountableBody', 'The accountable body is a council. Choose one.')
  }
  return { councilIds: councilIds.filter((id) => id !== undefined), accountableBodyId }
}

const fieldsOf = (
  { title, shortTitle, startYear, endYear, onDashboard }: z.output<typeof frameworkBody>,
  accountableBodyId: string | null,
): FrameworkFields => ({ title, shortTitle, startYear, endYear, onDashboard, accountableBodyId })

export async function addFramework(
  context: Context,
  { body, asked }: { body: z.output<typeof newFrameworkBody>; asked: Idempotency | null },
): Promise<FrameworkDetail> {
  return answeredOnce(context, asked, async (client, inside) => {
    const { councilIds, accountableBodyId } = await bodiesOf(inside, body)
    refuseManaging(context, councilIds)
    const slug = slugFrom(body.title)
    if (slug === '' || keptSlugs.includes(slug)) throw invalid('title', 'Write a longer title.')
    if (await isSlugTaken(inside, slug)) {
      throw invalid('title', 'A framework has this title already. Open that one, or choose another title.')
    }
    const id = await insertFramework(client, { slug, kind: body.kind, ...fieldsOf(body, accountableBodyId) })
    await setCouncils(client, id, councilIds)
    const answer = await frameworkDetail(inside, slug)
    await writeAudit(client, context, {
      ...{ action: 'framework add', subjectType: 'framework', subjectId: slug },
      ...{ oldValue: null, newValue: body, reason: body.reason },
    })
    return answer
  })
}

type Change<Body> = { id: string; version: number; body: Body; asked: Idempotency | null }

/** One change of a framework, guarded by its version; `write` answers what was and is. */
async function changeFramework<Body extends { reason: string }>(
  context: Context,
  { id, version, body, asked }: Change<Body>,
  write: (
    client: PoolClient,
    inside: Context,
    row: FrameworkDetailRow,
  ) => Promise<{ action: string; oldValue: unknown; newValue: unknown }>,
): Promise<FrameworkDetail> {
  return answeredOnce(context, asked, async (client, inside) => {
    refuseManaging(context, (await knownFramework(inside, id)).councilIds)
    if (!(await moveVersion(client, { id, version }))) throw stale()
    const said = await write(client, inside, await knownFramework(inside, id))
    const answer = await frameworkDetail(inside, id)
    await writeAudit(client, context, {
      ...said,
      subjectType: 'framework',
      subjectId: id,
      reason: body.reason,
    })
    return answer
  })
}

export async function setFramework(
  context: Context,
  change: Change<z.output<typeof frameworkBody>>,
): Promise<FrameworkDetail> {
  const { body } = change
  return changeFramework(context, change, async (client, inside, row) => {
    const { councilIds, accountableBodyId } = await bodiesOf(inside, body)
    refuseManaging(context, councilIds)
    await updateFramework(client, row.recordId, fieldsOf(body, accountableBodyId))
    await setCouncils(client, row.recordId, councilIds)
    const { name, shortName, startYear, endYear, onDashboard, councils, accountableBody } = row
    return {
      action: 'framework change',
      oldValue: { name, shortName, startYear, endYear, onDashboard, councils, accountableBody },
      newValue: body,
    }
  })
}

/** A slug of its own for each outcome that is new; those that are there keep theirs. */
function withSlugs(
  asked: z.output<typeof outcomesBody>['outcomes'],
  { outcomes }: FrameworkDetailRow,
): { slug: string; title: string }[] {
  const taken = new Set(outcomes.map(({ id }) => id))
  return asked.map(({ id, title }, place) => {
    if (id !== null) {
      if (!taken.has(id)) throw invalid(`outcomes/${place}/id`, 'The framework has no such outcome.')
      return { slug: id, title }
    }
    const start = slugFrom(title) || 'outcome'
    let slug = start
    for (let number = 2; taken.has(slug); number++) slug = `${start}-${number}`
    taken.add(slug)
    return { slug, title }
  })
}

export async function setFrameworkOutcomes(
  context: Context,
  change: Change<z.output<typeof outcomesBody>>,
): Promise<FrameworkDetail> {
  const { body } = change
  return changeFramework(context, change, async (client, _inside, row) => {
    const kept = withSlugs(body.outcomes, row)
    if (new Set(kept.map(({ slug }) => slug)).size < kept.length) {
      throw invalid('outcomes', 'An outcome stands here twice. Take one of them out.')
    }
    const gone = row.outcomes.find(({ id }) => !kept.some(({ slug }) => slug === id))
    const held = row.outcomes.find(
      ({ id, indicators }) => indicators.length > 0 && !kept.some(({ slug }) => slug === id),
    )
    if (held !== undefined) {
      throw new Problem('not-possible', `‘${held.title}’ has indicators. Move them to another outcome first.`)
    }
    await setOutcomes(client, row.recordId, kept)
    return {
      action: gone === undefined ? 'framework outcomes change' : 'framework outcomes remove',
      oldValue: row.outcomes.map(({ id, title }) => ({ id, title })),
      newValue: kept,
    }
  })
}

export async function placeIndicator(
  context: Context,
  change: Change<z.output<typeof placeBody>> & { indicator: string },
): Promise<FrameworkDetail> {
  const { body, indicator } = change
  return changeFramework(context, change, async (client, _inside, row) => {
    const { outcome, owner, isDesignated, isDataOnly } = body
    if (!row.outcomes.some(({ id }) => id === outcome)) {
      throw invalid('outcome', 'The framework has no such outcome. Choose one of its own.')
    }
    const before = row.outcomes
      .flatMap(({ id: place, indicators }) => indicators.map((placed) => ({ ...placed, outcome: place })))
      .find(({ id }) => id === indicator)
    const isKnownOwner =
      owner === null || owner === before?.owner?.id || row.owners.some(({ id }) => id === owner)
    if (!isKnownOwner)
      throw invalid('owner', 'There is no such partnership, or it has ended. Choose another.')
    const why =
      isDesignated && before?.isDesignated !== true ? whyCannotDesignate(row.kind, row.designatedCount) : null
    if (why !== null) throw new Problem('not-possible', why)
    if (before !== undefined && before.isDataOnly !== isDataOnly) {
      throw new Problem(
        'not-possible',
        'Data only moves statuses: propose it as a change of the indicator’s place, for another person to approve.',
      )
    }
    const { recordId } = row
    if (!(await keepPlace(client, { recordId, indicator, outcome, owner, isDesignated, isDataOnly }))) {
      throw notFound(
        '#/path/indicator',
        `There is no indicator called ${indicator} here. Choose one from /api/v1/indicators.`,
      )
    }
    return {
      action: before === undefined ? 'framework indicator place' : 'framework indicator change',
      oldValue: before ?? null,
      newValue: { indicator, outcome, owner, isDesignated, isDataOnly },
    }
  })
}
