import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { PartnershipDetail } from './partnerships.schemas.ts'

const stage = demonstrationStage()

async function detail(id: string, email = 'executive@cherwell.example'): Promise<PartnershipDetail> {
  const { body } = await stage.api.get(
    `/partnerships/${id}?council=cherwell&quarter=2009-10-q2`,
    await stage.api.signedInAs(email),
  )
  return body as PartnershipDetail
}

describe('one partnership', () => {
  test('keeps to its contract, for each of the 62', async () => {
    const reader = await stage.api.signedInAs('executive@cherwell.example')
    const { body } = await stage.api.get('/partnerships?council=cherwell', reader)
    for (const { id } of (body as { items: { id: string }[] }).items) {
      expect(PartnershipDetail.strict().safeParse(await detail(id)).error, id).toBeUndefined()
    }
  })

  test('shows what it answers for, its members, priorities and rating', async () => {
    const waste = await detail('waste-partnership')
    expect(waste.indicators.map(({ code }) => code)).toEqual(['NI 191', 'NI 192', 'NI 193'])
    expect(waste.members.length).toBeGreaterThan(3)
    expect(waste.register).toMatchObject({
      isSignificant: true,
      priorities: expect.arrayContaining([expect.any(String)]),
    })
    expect(waste.valueForMoney[0]).toMatchObject({ word: 'excellent', year: '2008/09' })
    expect(waste.valueForMoney[0]?.changes[0]).toMatchObject({
      from: 'good',
      to: 'excellent',
      changedOn: '2009-09-14',
    })
  })

  test('says nothing of a return that is still being written', async () => {
    const forum = await detail('environment-forum')
    expect(forum.return).toMatchObject({ kind: 'missing', daysLate: 3, receivedOn: null })
    expect(forum.narrative).toBeNull()
  })

  test('withholds an exempt risk from a partnership lead, and says that it does', async () => {
    const { rows } = await stage.database.pool.query<{ slug: string }>(
      "SELECT p.slug FROM risk k JOIN partnership p ON p.id = k.partnership_id WHERE k.access = 'exempt' AND k.closed_on IS NULL LIMIT 1",
    )
    const slug = rows[0]?.slug ?? ''
    const forMember = await detail(slug)
    const forLead = await detail(slug, 'lead@waste.example')
    expect(forMember.risks.withheld).toBeNull()
    expect(forMember.risks.items).toContainEqual(
      expect.objectContaining({ marking: expect.stringMatching(/^Exempt, paragraph \d$/) }),
    )
    expect(forLead.risks.withheld).toMatch(/withheld: exempt, paragraph \d/)
    expect(forLead.risks.items.length).toBeLessThan(forMember.risks.items.length)
    expect(forLead.risks.open).toBe(forMember.risks.open)
  })
})
