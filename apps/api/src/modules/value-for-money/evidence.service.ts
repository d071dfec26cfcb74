import type { PoolClient } from 'pg'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { mayReadOf } from '#api/council-roles.ts'
import { notFound } from '#api/problem.ts'
import { firstAnswer, type Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { type LoadedAssessment, placeOfIndicator, touchDraft } from './assessments.queries.ts'
import type { ChangedAssessment, EvidenceBody } from './drafts.schemas.ts'
import { insertEvidence, withdraw } from './evidence.queries.ts'
import { readFileMarking } from './files.queries.ts'
import { changed, openDraft } from './open-assessment.service.ts'

type Seen = { id: string; version: number; asked: Idempotency | null }

async function fileIn(
  context: Context,
  { councilId }: LoadedAssessment,
  file: string | undefined,
): Promise<string | null> {
  if (file === undefined) return null
  const found = await readFileMarking(context, file)
  if (found?.councilId === councilId && mayReadOf(context.actor, found.access, councilId)) return file
  throw notFound('#/body/file', 'There is no such file here. Upload it first.')
}

async function placeIn(
  client: PoolClient,
  { partnershipId }: LoadedAssessment,
  indicator: string | undefined,
): Promise<string | null> {
  if (indicator === undefined) return null
  const place = await placeOfIndicator(client, { indicator, partnershipId })
  if (place !== null) return place
  throw notFound('#/body/indicator', `There is no indicator called ${indicator} here.`)
}

function criterionIn({ criteria }: LoadedAssessment, slug: string): string {
  const found = criteria.find(({ id }) => id === slug)
  if (found !== undefined) return found.recordId
  throw notFound('#/body/criterion', `There is no criterion called ${slug} in this year.`)
}

/** One more thing that a judgement rests on. */
export async function addEvidence(
  context: Context,
  { id, version, body, asked }: Seen & { body: EvidenceBody },
): Promise<ChangedAssessment> {
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedAssessment
  const draft = await openDraft(context, { id, version })
  const criterionId = criterionIn(draft, body.criterion)
  const fileId = await fileIn(context, draft, body.file)
  return answeredOnce(context, asked, async (client) => {
    if (!(await touchDraft(client, { id, version }))) throw stale()
    const placeId = await placeIn(client, draft, body.indicator)
    const evidenceId = await insertEvidence(client, context, {
      assessmentId: id,
      criterionId,
      fileId,
      placeId,
      body,
    })
    // What it says stays in its record: the trail of a closed record is read by others than the record is.
    const { criterion, title, access, paragraph } = body
    const isOpen = access === 'public' || access === 'internal'
    await writeAudit(client, context, {
      ...{
        action: 'add evidence',
        subjectType: 'evidence',
        subjectId: evidenceId,
        oldValue: null,
        reason: null,
      },
      newValue: { assessment: id, criterion, access, paragraph, ...(isOpen ? { title } : {}) },
    })
    return changed({ ...draft, version: version + 1 })
  })
}

/** Withdrawn, never removed: what was relied on stays in the record. */
export async function withdrawEvidence(
  context: Context,
  { id, version, evidenceId, asked }: Seen & { evidenceId: string },
): Promise<ChangedAssessment> {
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedAssessment
  const draft = await openDraft(context, { id, version })
  const found = draft.content.evidence.find((evidence) => evidence.id === evidenceId)
  if (found === undefined || !mayReadOf(context.actor, found.access, draft.councilId)) {
    throw notFound('#/path/evidence', 'There is no such evidence in this assessment.')
  }
  return answeredOnce(context, asked, async (client) => {
    if (!(await touchDraft(client, { id, version }))) throw stale()
    await withdraw(client, { evidenceId, today: context.today })
    await writeAudit(client, context, {
      ...{ action: 'withdraw evidence', subjectType: 'evidence', subjectId: evidenceId, reason: null },
      oldValue: { assessment: id, withdrawn: false },
      newValue: { withdrawn: true },
    })
    return changed({ ...draft, version: version + 1 })
  })
}
