import type { PoolClient } from 'pg'
import { notFound } from '#api/problem.ts'
import { type LoadedAssessment, placeOfIndicator } from './assessments.queries.ts'
import type { SaveBody } from './drafts.schemas.ts'

type Rows<Part extends keyof SaveBody> = NonNullable<SaveBody[Part]>

export async function keepJudgements(
  client: PoolClient,
  { id, criteria }: LoadedAssessment,
  rows: Rows<'criteria'>,
): Promise<void> {
  for (const { criterion, rating, judgement } of rows) {
    const found = criteria.find((one) => one.id === criterion)
    if (found === undefined)
      throw notFound('#/body/criteria', `There is no criterion called ${criterion} in this year.`)
    await client.query(
      `INSERT INTO vfm_judgement (id, assessment_id, criterion_id, rating, judgement)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)
       ON CONFLICT (assessment_id, criterion_id) DO UPDATE SET rating = $3, judgement = $4`,
      [id, found.recordId, rating, judgement],
    )
  }
}

export async function keepInvestments(
  client: PoolClient,
  id: string,
  rows: Rows<'investments'>,
): Promise<void> {
  await client.query('DELETE FROM vfm_investment WHERE assessment_id = $1', [id])
  for (const [place, row] of rows.entries()) {
    const [hours, pence] = 'hours' in row ? [row.hours, null] : [null, row.pence]
    await client.query(
      `INSERT INTO vfm_investment (id, assessment_id, kind, title, hours, pence, position)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
      [id, row.kind, row.title, hours, pence, place + 1],
    )
  }
}

export async function keepSavings(client: PoolClient, id: string, rows: Rows<'savings'>): Promise<void> {
  await client.query('DELETE FROM vfm_saving WHERE assessment_id = $1', [id])
  for (const [place, row] of rows.entries()) {
    await client.query(
      `INSERT INTO vfm_saving (id, assessment_id, kind, title, pence, signed_by, signed_on, position)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
      [id, row.kind, row.title, row.pence, row.signedBy, row.signedOn, place + 1],
    )
  }
}

export async function keepBenefits(client: PoolClient, id: string, rows: Rows<'benefits'>): Promise<void> {
  for (const { kind, rating, evidence } of rows) {
    await client.query(
      `INSERT INTO vfm_benefit (id, assessment_id, kind, rating, evidence) VALUES (gen_random_uuid(), $1, $2, $3, $4)
       ON CONFLICT (assessment_id, kind) DO UPDATE SET rating = $3, evidence = $4`,
      [id, kind, rating, evidence],
    )
  }
}

async function placeFor(client: PoolClient, indicator: string, partnershipId: string): Promise<string> {
  const place = await placeOfIndicator(client, { indicator, partnershipId })
  if (place === null) throw notFound('#/body/outcomes', `There is no indicator called ${indicator} here.`)
  return place
}

export async function keepOutcomes(
  client: PoolClient,
  { id, partnershipId }: LoadedAssessment,
  rows: Rows<'outcomes'>,
): Promise<void> {
  await client.query('DELETE FROM vfm_outcome WHERE assessment_id = $1', [id])
  for (const [place, row] of rows.entries()) {
    const figures =
      'indicator' in row
        ? [await placeFor(client, row.indicator, partnershipId), null, null, null, null, null]
        : [null, row.actual, row.target, row.unit, row.decimals, row.polarity]
    await client.query(
      `INSERT INTO vfm_outcome (id, assessment_id, title, position, framework_indicator_id, actual, target, unit, decimals, polarity)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, row.title, place + 1, ...figures],
    )
  }
}
