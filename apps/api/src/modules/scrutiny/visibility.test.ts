import { mayReadRecord, type RecordAccess, type Role, roles } from '@accord/domain'
import { describe, expect, test } from 'vitest'
import { call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'

const stage = demonstrationStage({ forEach: 'test' })

const levels: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']
const RURAL = 'cherwell-rural-transport-partnership'
const addresses = ['/councils/cherwell/scrutiny', `/councils/cherwell/partnerships/${RURAL}/scrutiny`]

/** One record of each kind at each level, its words naming it so that any answer that leaks can be told. */
async function plant(): Promise<Record<RecordAccess, { item: string; recommendation: string }>> {
  const { prisma } = stage.database
  const find = (slug: string) => prisma.partnership.findUniqueOrThrow({ where: { slug } })
  const [partnership, council, person] = [
    await find(RURAL),
    await prisma.organisation.findUniqueOrThrow({ where: { slug: 'cherwell' } }),
    await prisma.person.findUniqueOrThrow({ where: { email: 'performance@cherwell.example' } }),
  ]
  const planted: [RecordAccess, { item: string; recommendation: string }][] = []
  for (const [place, access] of levels.entries()) {
    const marked = { access, exemptParagraph: access === 'exempt' ? 3 : null }
    const own = { councilId: council.id, partnershipId: partnership.id, ...marked }
    const on = new Date('2009-10-01T00:00:00Z')
    const item = await prisma.workItem.create({
      data: {
        ...own,
        kind: 'review',
        title: `Item of ${access} kind`,
        purpose: 'x',
        plannedOn: on,
        createdById: person.id,
      },
    })
    const recommendation = await prisma.recommendation.create({
      data: {
        ...own,
        number: access === 'confidential' ? 1001 : 10 + place,
        text: `Recommendation of ${access} kind`,
        madeById: person.id,
        madeOn: on,
        workItemId: item.id,
      },
    })
    await prisma.interviewNote.create({
      data: {
        ...own,
        withWhom: 'Somebody',
        heldOn: on,
        text: `Note of ${access} kind`,
        recordedById: person.id,
        recordedAt: on,
      },
    })
    planted.push([access, { item: item.id, recommendation: recommendation.id }])
  }
  return Object.fromEntries(planted) as Record<RecordAccess, { item: string; recommendation: string }>
}

const noPlace: readonly Role[] = ['partnership_lead', 'signatory', 'contributor']

const mayRead = (role: Role, access: RecordAccess) =>
  access === 'public' || access === 'internal'
    ? true
    : !noPlace.includes(role) && mayReadRecord(access, [role])

describe('what each role is shown', () => {
  test.each(roles.filter((role) => role !== 'contributor'))('%s: by level, in every answer', async (role) => {
    await plant()
    const who = await stage.api.signedInWith(role)
    for (const url of addresses) {
      const { status, text } = await stage.api.get(url, who)
      expect(status).toBe(200)
      for (const access of levels) {
        expect(text.includes(`of ${access} kind`), `${url} ${access}`).toBe(mayRead(role, access))
      }
    }
  })

  test('an officer of another council reads what is open, and neither exempt nor confidential records', async () => {
    await plant()
    const who = await stage.api.signedInAs('performance@oxford.example')
    for (const url of addresses) {
      const { status, text } = await stage.api.get(url, who)
      expect(status).toBe(200)
      expect(levels.filter((access) => text.includes(`of ${access} kind`))).toEqual(['public', 'internal'])
      expect(text).toContain('withheld: exempt, paragraph 3')
      expect(text).not.toMatch(/confidential/i)
    }
  })

  test('what is confidential is not said, not counted and leaves no gap', async () => {
    const who = await stage.api.signedInAs('scrutiny@cherwell.example')
    const read = async () =>
      (await stage.api.get(addresses[0] ?? '', who)).body as { counts: object; withheld: [] }
    const before = await read()
    const { prisma } = stage.database
    const one = await prisma.recommendation.findFirstOrThrow({ where: { number: 3 } })
    await prisma.recommendation.create({
      data: { ...one, id: '0199d2c4-0000-7000-8000-000000000001', number: 1001, access: 'confidential' },
    })
    const after = await read()
    expect(after.counts).toEqual(before.counts)
    expect(after.withheld).toEqual(before.withheld)
  })
})

describe('what may not be known', () => {
  const writes = [
    {
      of: 'recommendation' as const,
      url: (id: string) => `/recommendations/${id}/close`,
      body: { outcome: 'x' },
    },
    { of: 'item' as const, url: (id: string) => `/work-items/${id}/move`, body: { to: 'under_way' } },
  ]

  test.each(writes)('a confidential $of is answered as nothing is', async ({ of, url, body }) => {
    const planted = await plant()
    const who = await stage.api.signedInAs('scrutiny@cherwell.example')
    const ask = async (id: string) =>
      call(stage.api.app, 'POST', url(id), { as: who, body, headers: { 'if-match': '"1"' } })
    const hidden = await ask(planted.confidential[of])
    const nothing = await ask('00000000-0000-4000-8000-000000000000')
    expect(hidden.status).toBe(404)
    expect(hidden.body).toEqual(nothing.body)
  })

  test('an exempt record of another council is answered as nothing is', async () => {
    const { exempt } = await plant()
    const who = await stage.api.signedInAs('performance@oxford.example')
    const ask = async (id: string) =>
      call(stage.api.app, 'POST', `/recommendations/${id}/close`, {
        ...{ as: who, body: { outcome: 'x' }, headers: { 'if-match': '"1"' } },
      })
    const hidden = await ask(exempt.recommendation)
    expect(hidden.status).toBe(404)
    expect(hidden.body).toEqual((await ask('00000000-0000-4000-8000-000000000000')).body)
  })

  test('a recommendation does not name the confidential item it came from', async () => {
    const planted = await plant()
    await stage.database.prisma.recommendation.update({
      where: { id: planted.internal.recommendation },
      data: { workItemId: planted.confidential.item },
    })
    const { text } = await stage.api.get(
      addresses[1] ?? '',
      await stage.api.signedInAs('scrutiny@cherwell.example'),
    )
    expect(text).not.toContain('of confidential kind')
    expect(text).not.toContain(planted.confidential.item)
  })
})

describe('the trace of reading', () => {
  const read = async (email: string) => {
    await stage.api.get(addresses[1] ?? '', await stage.api.signedInAs(email))
    const { rows } = await stage.database.pool.query(
      "SELECT action, actor_name, new_value FROM audit_event WHERE action LIKE 'read %' ORDER BY sequence",
    )
    return rows
  }

  test('names the exempt and confidential records that were shown', async () => {
    const planted = await plant()
    const rows = await read('executive@cherwell.example')
    expect(rows.map(({ action }) => action)).toEqual(['read exempt', 'read confidential'])
    expect(rows[0].new_value.records).toContain(planted.exempt.item)
    expect(rows[1].new_value.records).toContain(planted.confidential.recommendation)
    expect(rows[0].actor_name).toBe('Cllr Helen Marsden')
  })

  test('is not left by someone who was shown none', async () => {
    await plant()
    expect(await read('performance@oxford.example')).toEqual([])
  })
})
