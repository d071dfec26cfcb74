import { countOf, joinWithAnd, quarterKey, quarterLabel } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import { makeDashboard } from '#modules/dashboards/dashboards.service.ts'
import { asAtOf, type QuarterInContext, quarterInContext } from '#modules/quarters/quarters.service.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { type ExpectedReturn, readCycle } from './cycle.queries.ts'
import { indexOf, notAccepted } from './cycle.service.ts'
import {
  type Dashboard,
  isPublished,
  lockCouncil,
  publishReturns,
  readPublication,
  writePublication,
} from './publications.queries.ts'
import type { Publication, Published, publicationBody } from './publications.schemas.ts'

type Body = z.output<typeof publicationBody>

const wholeDashboard = (council: string, quarterIndex: number) => ({
  ...{ council, quarterIndex, framework: null, portfolio: null },
})

function refuseOthers({ actor }: Context, council: { id: string; name: string }): void {
  const isOfficer = actor.roles.some(
    ({ role, councilId }) => role === 'performance_officer' && councilId === council.id,
  )
  if (isOfficer) return
  throw new Problem('not-allowed', `Only a performance officer of ${council.name} publishes its quarter.`)
}

/** A quarter is published once it has closed or everything is in; earlier only with a reason. */
function refuseTooEarly(
  missing: readonly ExpectedReturn[],
  {
    evenWithout,
    reason,
    closesOn,
    today,
  }: Pick<Body, 'evenWithout' | 'reason'> & { closesOn: string; today: string },
): void {
  if (missing.length === 0 || closesOn < today) return
  if (!evenWithout) {
    const names = joinWithAnd(missing.map(({ partnership }) => partnership.shortName))
    throw new Problem(
      'not-possible',
      `${countOf(missing.length, 'return')} not accepted yet: ${names}. Wait until the quarter has closed, or publish without them and say why.`,
      {
        parts: missing.map(({ partnership, state }) => ({
          pointer: `#/return/${partnership.id}`,
          detail: `${partnership.name}: ${state.replaceAll('_', ' ')}`,
        })),
      },
    )
  }
  if (reason === null || reason === '') {
    const detail = 'Say why the quarter is published without them: the reason is kept with it.'
    throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/reason', detail }] })
  }
}

type Publishing = {
  /** Reads within the transaction. */
  context: Context
  council: { id: string; slug: string }
  about: QuarterInContext
  returns: readonly ExpectedReturn[]
  reason: string | null
}

async function freeze(client: PoolClient, publishing: Publishing): Promise<Published> {
  const { context, council, about, returns, reason } = publishing
  const { actor, now } = context
  const asked = { councilId: council.id, quarterIndex: about.index }
  const isAddition = await isPublished(client, asked)
  const count = await publishReturns(client, {
    returnIds: returns.map(({ id }) => id),
    personId: actor.personId,
    now,
  })
  if (isAddition && count === 0) {
    throw new Problem(
      'not-possible',
      `${quarterLabel(about.index)} is published, and nothing was accepted since.`,
    )
  }
  if (!isAddition) {
    const { dashboard } = await makeDashboard(context, wholeDashboard(council.slug, about.index))
    await writePublication(client, { ...asked, personId: actor.personId, now, dashboard })
  }
  const leftOut = notAccepted(returns).map(({ partnership }) => partnership)
  await writeAudit(client, context, {
    action: isAddition ? 'quarter publication addition' : 'quarter publish',
    subjectType: 'publication',
    subjectId: `${council.slug} ${quarterKey(about.index)}`,
    oldValue: null,
    newValue: { returns: count, leftOut: leftOut.map(({ id }) => id) },
    reason,
  })
  return {
    council: council.slug,
    quarter: quarterKey(about.index),
    publishedAt: now.toISOString(),
    returns: count,
    isAddition,
    leftOut,
  }
}

/**
 * Publishes a council’s quarter: its accepted returns become published and its dashboard is copied as it is at
 * that moment, all in one transaction. A return accepted later is added without touching the copy.
 */
export async function publishQuarter(
  context: Context,
  slug: string,
  { body, asked }: { body: Body; asked: Idempotency | null },
): Promise<Published> {
  const { today } = context
  const about = await quarterInContext(context, body.quarter, '#/body/quarter')
  return answeredOnce(context, asked, async (client, inside) => {
    const council = await lockCouncil(client, slug)
    if (council === undefined) throw unknownCouncil(slug)
    refuseOthers(context, council)
    const asAt = asAtOf(about.dates, today)
    const cycle = await readCycle(client, { quarterIndex: about.index, council: slug, asAt })
    if (cycle === undefined || cycle.openedAt === null) {
      throw new Problem('not-possible', `${quarterLabel(about.index)} has not been opened.`)
    }
    const { returns } = cycle
    refuseTooEarly(notAccepted(returns), { ...body, closesOn: about.dates.closesOn, today })
    return freeze(client, {
      context: inside,
      council: { id: council.id, slug },
      about,
      returns,
      reason: body.reason,
    })
  })
}

function unknownCouncil(slug: string) {
  return notFound(
    '#/path/council',
    `No council called ${slug} keeps a register here. Choose one from /api/v1/councils.`,
  )
}

type Indicator = Dashboard['outcomes'][number]['indicators'][number]

const indicatorsOf = ({ outcomes }: Dashboard) => outcomes.flatMap(({ indicators }) => indicators)

const toFigure = ({ value, state, now }: Indicator) => ({ value, state, status: now.status })

/** “As reported” beside “as now”, where they differ. */
function differencesOf(published: Dashboard, now: Dashboard): Publication['differences'] {
  const present = new Map(indicatorsOf(now).map((indicator) => [indicator.id, indicator]))
  return indicatorsOf(published).flatMap((indicator) => {
    const { id, code, title, unit, decimals } = indicator
    const current = present.get(id)
    const asReported = toFigure(indicator)
    const asNow = current === undefined ? null : toFigure(current)
    const isSame = asNow !== null && asNow.value === asReported.value && asNow.status === asReported.status
    return isSame ? [] : [{ id, code, title, unit, decimals, asReported, asNow }]
  })
}

export async function getPublication(
  context: Context,
  { council, quarter }: { council: string; quarter: string },
): Promise<Publication> {
  const quarterIndex = indexOf(quarter)
  const row = await readPublication(context.database, { council, quarterIndex })
  if (row === undefined) {
    throw notFound('#/path/quarter', `${quarterLabel(quarterIndex)} has not been published for this council.`)
  }
  const { dashboard: now } = await makeDashboard(context, {
    ...wholeDashboard(council, quarterIndex),
    framework: row.dashboard.framework?.id ?? null,
  })
  const { publishedAt, publishedBy, dashboard } = row
  return {
    council: row.council,
    quarter,
    ...{ publishedAt, publishedBy, dashboard },
    differences: differencesOf(dashboard, now),
  }
}
