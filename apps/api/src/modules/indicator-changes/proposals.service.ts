import { parseFinancialYearKey, slugFrom } from '@accord/domain'
import type { PoolClient } from 'pg'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { type ChangeContent, standingOf } from './change-content.ts'
import { toPreview } from './change-preview.ts'
import { faultsOf, faultsOfNew, refuseFaults, whyCannotPropose } from './change-rules.ts'
import type { PreviewAsked, Proposal } from './changes.bodies.ts'
import { insertChange, readChange } from './changes.queries.ts'
import type { ChangePreview, IndicatorChangeDetail } from './changes.schemas.ts'
import { detailOf, known } from './changes.service.ts'
import { isCodeTaken, readFrameworkRow, readOwners } from './subject.queries.ts'
import { knownSubject } from './subject.service.ts'

type OfIndicator = Exclude<Proposal, { kind: 'new_indicator' }>

function refuseOthers(context: Context, councilIds: readonly string[]): void {
  const obstacle = whyCannotPropose(context, councilIds)
  if (obstacle !== null) throw new Problem('not-allowed', obstacle)
}

async function ownerNames(context: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await readOwners(context, context.today)).map(({ id, name }) => [id, name]))
}

type Asked = Pick<OfIndicator, 'kind' | 'framework' | 'after'> & {
  indicator: string
  organisation: string | null
  year: string | null
}

const askedOf = (body: (OfIndicator | PreviewAsked) & { indicator: string }): Asked => ({
  ...{ kind: body.kind, framework: body.framework, after: body.after, indicator: body.indicator },
  organisation: 'organisation' in body ? body.organisation : null,
  year: 'year' in body ? body.year : null,
})

/** A change held against its indicator as it stands, with everything that is wrong with it refused. */
async function checked(context: Context, asked: Asked) {
  const { subject, newest } = await knownSubject(context, asked)
  refuseOthers(context, subject.councilIds)
  const startYear = asked.year === null ? null : parseFinancialYearKey(asked.year)
  const before = standingOf(subject, { kind: asked.kind, startYear })
  const content = { kind: asked.kind, before, after: asked.after, startYear } as ChangeContent
  return {
    subject,
    newest,
    content,
    startYear,
    faults: faultsOf(content, { subject, owners: await ownerNames(context) }),
  }
}

/** What a change would do to past statuses, before it is sent. Nothing is kept. */
export async function previewOf(
  context: Context,
  indicator: string,
  body: PreviewAsked,
): Promise<ChangePreview> {
  const { subject, newest, content, faults } = await checked(context, askedOf({ ...body, indicator }))
  refuseFaults(faults.filter(({ pointer }) => pointer !== '#/body/after'))
  if (content.kind === 'new_indicator' || content.kind === 'baseline') throw new Error('It moves no status.')
  return toPreview(content, subject, newest)
}

async function keepNew(
  client: PoolClient,
  context: Context,
  body: Extract<Proposal, { kind: 'new_indicator' }>,
): Promise<string> {
  const framework = await readFrameworkRow(context, body.framework)
  if (framework === undefined) {
    throw notFound(
      '#/body/framework',
      `There is no framework called ${body.framework}. Choose one from /api/v1/frameworks.`,
    )
  }
  refuseOthers(context, framework.councilIds)
  const slug = slugFrom(body.after.code)
  refuseFaults(
    faultsOfNew(
      { kind: 'new_indicator', before: null, after: body.after },
      { framework, slug, owners: await ownerNames(context), isTaken: await isCodeTaken(context, slug) },
    ),
  )
  return insertChange(client, {
    ...{ kind: body.kind, indicatorId: null, frameworkId: framework.recordId, organisationId: null },
    ...{ startYear: null, before: null, after: body.after, reason: body.reason },
    ...{ agreedBy: null, agreedOn: null, personId: context.actor.personId, now: context.now },
  })
}

async function keepChange(client: PoolClient, context: Context, body: OfIndicator): Promise<string> {
  const { subject, content, faults, startYear } = await checked(context, askedOf(body))
  refuseFaults(faults)
  const agreement = 'agreedBy' in body ? body : { agreedBy: null, agreedOn: null }
  if (agreement.agreedOn !== null && agreement.agreedOn > context.today) {
    const detail = 'It cannot have been agreed on a day to come. Enter the day it was agreed.'
    throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/agreedOn', detail }] })
  }
  return insertChange(client, {
    ...{ kind: body.kind, indicatorId: subject.recordId, frameworkId: subject.frameworkRecordId },
    ...{ organisationId: subject.organisationRecordId, startYear, reason: body.reason },
    ...{ before: content.before, after: content.after },
    ...{ agreedBy: agreement.agreedBy, agreedOn: agreement.agreedOn },
    ...{ personId: context.actor.personId, now: context.now },
  })
}

/** A change put forward with its reason: nothing of it is in force until another person approves it. */
export async function propose(
  context: Context,
  { body, asked }: { body: Proposal; asked: Idempotency | null },
): Promise<IndicatorChangeDetail> {
  return answeredOnce(context, asked, async (client, inside) => {
    const id =
      body.kind === 'new_indicator'
        ? await keepNew(client, inside, body)
        : await keepChange(client, inside, body)
    const row = known(await readChange(inside, id))
    const answer = await detailOf(inside, row)
    await writeAudit(client, context, {
      ...{ action: 'indicator change propose', subjectType: 'indicator change', subjectId: id },
      ...{ oldValue: row.before, newValue: row.after, reason: row.reason },
    })
    return answer
  })
}
