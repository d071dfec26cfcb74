import { describe, expect, test } from 'vitest'
import { sinceBaseline } from './baselines.ts'
import { staleSince, whyOrphaned, whyStale } from './catalogue-attention.ts'
import {
  changeActions,
  changeKinds,
  changeKindWord,
  changeStates,
  designatedPhrase,
  needsAgreement,
  whyCannotChange,
  whyCannotDesignate,
  whySettingLocked,
} from './indicator-changes.ts'
import { readSettingNumber, settingFaults, whyTargetUnfit } from './indicator-settings.ts'
import { roles } from './permissions.ts'
import { slugFrom } from './slugs.ts'

describe('a change of an indicator', () => {
  test('is decided by another person than its proposer, whatever they hold', () => {
    for (const action of ['approve', 'decline'] as const) {
      const own = whyCannotChange(action, { state: 'proposed', isProposer: true, held: roles })
      expect(own?.sentence).toBe('You proposed it: another person decides. Ask a colleague.')
      expect(whyCannotChange(action, { state: 'proposed', isProposer: false, held: roles })).toBeNull()
      const member = { state: 'proposed', isProposer: false, held: ['scrutiny_member'] } as const
      expect(whyCannotChange(action, member)?.code).toBe('not_yours')
    }
  })

  test('is withdrawn and proposed again by its proposer alone', () => {
    for (const action of ['withdraw', 'repropose'] as const) {
      expect(whyCannotChange(action, { state: 'proposed', isProposer: true, held: [] })).toBeNull()
      expect(whyCannotChange(action, { state: 'proposed', isProposer: false, held: roles })?.code).toBe(
        'not_yours',
      )
    }
  })

  test('once decided, stays as it is', () => {
    for (const state of changeStates.filter((one) => one !== 'proposed')) {
      for (const action of changeActions) {
        expect(whyCannotChange(action, { state, isProposer: false, held: roles })?.code).toBe('not_now')
      }
    }
  })

  test('says who agreed it where it is of targets or a baseline', () => {
    expect(changeKinds.filter(needsAgreement).map(changeKindWord)).toEqual(['Targets', 'Baseline'])
  })
})

describe('what figures lock', () => {
  test('is the unit, and nothing while there are none', () => {
    const change = { from: '%', to: 'number' }
    expect(whySettingLocked('unit', { ...change, figures: 12 })).toBe(
      'The unit cannot change: 12 figures would mean something else. Make a new indicator.',
    )
    expect(whySettingLocked('unit', { ...change, figures: 0 })).toBeNull()
    expect(whySettingLocked('unit', { from: '%', to: '%', figures: 12 })).toBeNull()
  })
})

describe('designated targets', () => {
  test('are at most thirty-five in a Local Area Agreement, and unbounded elsewhere', () => {
    expect(whyCannotDesignate('local area agreement', 34)).toBeNull()
    expect(whyCannotDesignate('local area agreement', 35)).toContain('at most 35')
    expect(whyCannotDesignate('corporate plan', 90)).toBeNull()
    expect(designatedPhrase('local area agreement', 34)).toBe('34 of 35 designated')
    expect(designatedPhrase('corporate plan', 90)).toBe('90 designated')
  })
})

describe('settings', () => {
  const tolerance = { kind: 'relative', green: '0', amber: '0.1' } as const

  test('have tolerances in order and limits in order', () => {
    expect(settingFaults({ tolerance, hardMin: null, hardMax: '100' })).toEqual([])
    const wrong = { tolerance: { ...tolerance, green: '0.2' }, hardMin: '5', hardMax: '4' }
    expect(settingFaults(wrong).map(({ setting }) => setting)).toEqual(['tolerance/amber', 'hardMax'])
    expect(
      settingFaults({ tolerance: { ...tolerance, green: '-0.1' }, hardMin: null, hardMax: null }),
    ).toHaveLength(1)
  })

  test('fit their targets: none of zero with a relative tolerance, and a range where it is kept within one', () => {
    const higher = { polarity: 'higher', tolerance } as const
    expect(whyTargetUnfit({ value: '0' }, higher)).toContain('A target of 0')
    expect(
      whyTargetUnfit({ value: '0' }, { polarity: 'higher', tolerance: { ...tolerance, kind: 'absolute' } }),
    ).toBeNull()
    expect(whyTargetUnfit({ low: '1', high: '2' }, higher)).toContain('a single target')
    const range = { polarity: 'range', tolerance } as const
    expect(whyTargetUnfit({ value: '1' }, range)).toContain('both its ends')
    expect(whyTargetUnfit({ low: '3', high: '2' }, range)).toContain('above the upper')
    expect(whyTargetUnfit({ low: '1', high: '2' }, range)).toBeNull()
    expect(whyTargetUnfit({ value: '0' }, { polarity: 'none', tolerance })).toBeNull()
  })
})

test.each([
  ['1,234.5', '1234.5'],
  ['10%', '10'],
])('a setting typed as %s is %s', (typed, value) => {
  expect(readSettingNumber(typed)).toEqual({ ok: true, value })
})

test.each([
  ['', 'Enter a number.'],
  ['many', 'Use numbers only, for example 12.5.'],
])('a setting typed as ‘%s’ is refused: %s', (typed, sentence) => {
  expect(readSettingNumber(typed)).toEqual({ ok: false, sentence })
})

describe('what needs attention', () => {
  const owner = { name: 'Waste', endedOn: null }
  const leadOfficer = { name: 'Daniel Okafor', isDisabled: false }
  const owned = { kind: 'corporate plan', isOver: false, owner, leadOfficer }

  test.each([
    ['an owner and a lead officer', owned, null],
    ['no owner', { ...owned, owner: null, leadOfficer: null }, 'No partnership owns it.'],
    ['no owner in a published list', { ...owned, kind: 'national indicator set', owner: null }, null],
    ['an owner that has ended', { ...owned, owner: { ...owner, endedOn: '2009-01-31' } }, 'has ended.'],
    ['no lead officer', { ...owned, leadOfficer: null }, 'has no lead officer.'],
    ['a lead officer who left', { ...owned, leadOfficer: { ...leadOfficer, isDisabled: true } }, 'has left.'],
    ['a framework that is over', { ...owned, owner: null, isOver: true }, null],
  ])('with %s', (_what, ownership, why) => {
    const said = whyOrphaned(ownership, '2009-10-19')
    if (why === null) expect(said).toBeNull()
    else expect(said).toContain(why)
  })

  test.each([
    ['snapshot', null, 1, false],
    ['snapshot', null, 2, true],
    ['snapshot', 12, 2, true],
    ['cumulative', 13, 2, false],
    ['annual', null, 4, false],
    ['annual', null, 5, true],
    ['biennial', 26, 10, false],
    ['biennial', 26, 11, true],
  ] as const)(
    'a %s indicator with a lag of %s weeks, %i quarters after its newest figure: stale %s',
    (measure, lagWeeks, after, isStale) => {
      const at = { measure, lagWeeks, newest: 8000, quarterIndex: 8000 + after, isOver: false }
      expect(staleSince(at) !== null).toBe(isStale)
      expect(staleSince({ ...at, isOver: true })).toBeNull()
      expect(staleSince({ ...at, newest: null })).toBeNull()
    },
  )

  test('says since when it is stale', () => {
    const at = {
      measure: 'snapshot',
      lagWeeks: null,
      newest: 8033,
      quarterIndex: 8037,
      isOver: false,
    } as const
    expect(whyStale(at)).toBe(
      'No new figure since quarter 2 2008/09; the next was due for quarter 3 2008/09.',
    )
  })
})

describe('since the baseline', () => {
  const format = { unit: '%', decimals: 1 }

  test.each([
    ['46.1', 'higher', '7.0 points better than the baseline'],
    ['46.1', 'lower', '7.0 points worse than the baseline'],
    ['39.10', 'higher', 'The same as the baseline'],
    ['38.1', 'range', '1.0 points below the baseline'],
  ] as const)('%s where %s is good', (actual, polarity, sentence) => {
    expect(sinceBaseline({ actual, baseline: '39.1', polarity, format })?.sentence).toBe(sentence)
  })

  test('says nothing without a figure', () => {
    expect(sinceBaseline({ actual: null, baseline: '39.1', polarity: 'higher', format })).toBeNull()
  })
})

test('a title becomes an address of plain words', () => {
  expect(slugFrom('Oxfordshire’s plan, 2008: Cafés & more')).toBe('oxfordshires-plan-2008-cafes-more')
  expect(slugFrom('…')).toBe('')
})
