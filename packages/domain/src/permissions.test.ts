import { describe, expect, test } from 'vitest'
import type { Permission, Role } from './permissions.ts'
import { may, permissions, roleLabel, roles, rolesThatMay } from './permissions.ts'
import { exemptWithheld, markingOf, mayReadRecord, withheldSentence } from './record-access.ts'

describe('permissions', () => {
  test('are exactly those of this table, for every role', () => {
    const everyone = roles
    const council: Role[] = [
      'executive_member',
      'portfolio_holder',
      'scrutiny_member',
      'performance_officer',
      'administrator',
    ]
    const table: Record<Permission, readonly Role[]> = {
      'session:read': everyone,
      'councils:read': everyone,
      'quarters:read': everyone,
      'partnerships:read': everyone,
      'frameworks:read': everyone,
      'indicators:read': everyone,
      'measurements:read': everyone,
      'returns:read': everyone,
      'dashboards:read': [...council, 'partnership_lead', 'signatory'],
      'returns:edit': ['partnership_lead', 'contributor'],
      'returns:assign': ['partnership_lead'],
      'returns:sign-off': ['partnership_lead', 'signatory'],
      'returns:review': ['performance_officer'],
      'cycle:read': council,
      'cycle:manage': ['performance_officer'],
      'assessments:read': [...council, 'partnership_lead', 'signatory'],
      'assessments:edit': ['performance_officer'],
      'assessments:agree': ['executive_member', 'performance_officer'],
      'scrutiny:read': [...council, 'partnership_lead', 'signatory'],
      'scrutiny:manage': ['scrutiny_member', 'performance_officer'],
      'questions:ask': ['executive_member', 'portfolio_holder', 'scrutiny_member'],
      'recommendations:respond': ['executive_member', 'portfolio_holder'],
      'indicators:annotate': ['performance_officer', 'administrator', 'partnership_lead'],
      'indicators:recalculate': ['performance_officer', 'administrator'],
      'indicators:propose': ['performance_officer', 'administrator'],
      'indicators:approve': ['performance_officer', 'administrator'],
      'frameworks:manage': ['administrator'],
      'imports:manage': ['performance_officer', 'administrator'],
    }
    expect(permissions.toSorted()).toEqual(Object.keys(table).toSorted())
    for (const permission of permissions) {
      expect(rolesThatMay(permission), permission).toEqual(table[permission])
      for (const role of roles) {
        expect(may([role], permission), `${role} ${permission}`).toBe(table[permission].includes(role))
      }
    }
  })

  test('a signatory reads what a partnership lead reads, and enters nothing', () => {
    const readings = permissions.filter((permission) => permission.endsWith(':read'))
    for (const permission of readings) {
      expect(may(['signatory'], permission)).toBe(may(['partnership_lead'], permission))
    }
    expect(may(['signatory'], 'returns:edit')).toBe(false)
    expect(roleLabel('signatory')).toBe('Signatory')
  })

  test('a person may do what any of their roles may, and nothing without one', () => {
    expect(may(['contributor', 'partnership_lead'], 'dashboards:read')).toBe(true)
    for (const permission of permissions) expect(may([], permission)).toBe(false)
  })

  test('the roles named to someone refused are those that may', () => {
    expect(rolesThatMay('dashboards:read').map(roleLabel)).toEqual([
      'Executive member',
      'Portfolio holder',
      'Scrutiny member',
      'Performance officer',
      'Administrator',
      'Partnership lead',
      'Signatory',
    ])
    expect(rolesThatMay('indicators:read').map(roleLabel)).toContain('Contributor')
  })
})

describe('records', () => {
  const readers = (access: Parameters<typeof mayReadRecord>[0]) =>
    roles.filter((role) => mayReadRecord(access, [role]))

  test('public ones are for anyone, internal ones for anyone with a role', () => {
    expect(mayReadRecord('public', [])).toBe(true)
    expect(mayReadRecord('internal', [])).toBe(false)
    expect(readers('internal')).toEqual(roles)
  })

  test('exempt and confidential ones are for fewer, and a second role can only add', () => {
    expect(readers('exempt')).toEqual([
      'executive_member',
      'portfolio_holder',
      'scrutiny_member',
      'performance_officer',
      'administrator',
    ])
    expect(readers('confidential')).toEqual(['executive_member', 'performance_officer', 'administrator'])
    expect(mayReadRecord('confidential', ['contributor', 'administrator'])).toBe(true)
    expect(mayReadRecord('exempt', [])).toBe(false)
  })

  test('what is withheld is said to be withheld', () => {
    expect(withheldSentence({ count: 1, noun: 'risk', access: 'exempt', paragraph: 3 })).toBe(
      '1 risk withheld: exempt, paragraph 3.',
    )
    expect(withheldSentence({ count: 2, noun: 'risk', access: 'confidential' })).toBe(
      '2 risks withheld: confidential.',
    )
    expect(withheldSentence({ count: 2, noun: 'action', access: 'exempt' })).toBe(
      '2 actions withheld: exempt.',
    )
  })
})

test('a record that not everyone may read carries its marking, and no other does', () => {
  expect(markingOf({ access: 'exempt', paragraph: 3 })).toBe('Exempt, paragraph 3')
  expect(markingOf({ access: 'exempt', paragraph: null })).toBe('Exempt')
  expect(markingOf({ access: 'confidential', paragraph: null })).toBe('Confidential')
  expect(markingOf({ access: 'internal', paragraph: null })).toBeNull()
  expect(markingOf({ access: 'public', paragraph: null })).toBeNull()
})

test('what is exempt is said by paragraph, and what is confidential is neither said nor counted', () => {
  const record = (access: 'exempt' | 'confidential', paragraph: number | null) => ({ access, paragraph })
  const words = { noun: 'item of evidence', nouns: 'items of evidence' }
  expect(
    exemptWithheld(
      [record('exempt', 3), record('exempt', 3), record('exempt', 1), record('confidential', null)],
      words,
    ),
  ).toBe(
    '2 items of evidence withheld: exempt, paragraph 3. 1 item of evidence withheld: exempt, paragraph 1.',
  )
  expect(exemptWithheld([record('confidential', null)], words)).toBeNull()
})
