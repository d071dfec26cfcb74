import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles as everyRole } from './permissions.ts'
import type { HeldRole } from './return-parts.ts'
import { partsIn, returnParts } from './return-parts.ts'

const partnershipId = 'waste'
const councilIds = ['cherwell', 'oxford']

function held(role: HeldRole['role'], place: { council?: string; partnership?: string }): HeldRole {
  return { role, councilId: place.council ?? null, partnershipId: place.partnership ?? null }
}

function parts(roles: HeldRole[], hasAssignment = false) {
  return partsIn({ roles, partnershipId, councilIds, hasAssignment })
}

describe('the parts in a return', () => {
  test('a lead may sign too', () => {
    expect(parts([held('partnership_lead', { partnership: 'waste' })])).toEqual(['lead', 'signatory'])
  })

  test('a signatory only signs', () => {
    expect(parts([held('signatory', { partnership: 'waste' })])).toEqual(['signatory'])
  })

  test('a contributor has a part only in what was handed to them', () => {
    const roles = [held('contributor', { partnership: 'waste' })]
    expect(parts(roles)).toEqual([])
    expect(parts(roles, true)).toEqual(['contributor'])
    expect(parts([held('partnership_lead', { partnership: 'transport' })], true)).toEqual([])
  })

  test('an officer has a part where their council has the partnership on its register', () => {
    expect(parts([held('performance_officer', { council: 'oxford' })])).toEqual(['officer'])
    expect(parts([held('performance_officer', { council: 'vale' })])).toEqual([])
  })

  test('the same role in another partnership gives none', () => {
    for (const role of ['partnership_lead', 'signatory', 'contributor'] as const) {
      expect(parts([held(role, { partnership: 'transport' })], true), role).toEqual([])
    }
  })

  test('administrators and members only read', () => {
    for (const role of [
      'executive_member',
      'portfolio_holder',
      'scrutiny_member',
      'administrator',
    ] as const) {
      expect(parts([held(role, { council: 'cherwell' })], true), role).toEqual([])
    }
  })

  test('another role never takes a part away, and each part is named once', () => {
    const anyRole = fc.record({
      role: fc.constantFrom(...everyRole),
      councilId: fc.constantFrom(null, 'cherwell', 'vale'),
      partnershipId: fc.constantFrom(null, 'waste', 'transport'),
    })
    fc.assert(
      fc.property(fc.array(anyRole), anyRole, fc.boolean(), (roles, another, hasAssignment) => {
        const before = parts(roles, hasAssignment)
        const after = parts([...roles, another], hasAssignment)
        expect(after).toEqual(expect.arrayContaining(before))
        expect(after).toEqual(returnParts.filter((part) => after.includes(part)))
      }),
    )
  })
})
