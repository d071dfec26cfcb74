import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmationText } from './confirmations.ts'
import { parseCellKey, returnSections } from './return-cells.ts'
import { asKept, checkIndicator, checkReturn, otherHalfOf, whatHoldsUp } from './return-checks.ts'
import type { ReturnUnderCheck } from './return-figures.ts'
import { allowedActions } from './return-obstacles.ts'
import { aReturn, completeCells } from './return-under-check.fixture.ts'

function codes(input: ReturnUnderCheck) {
  return checkReturn(input).map(({ tier, code, cell }) => `${tier} ${code} ${cell}`)
}

function complete(changes: Record<string, string>, more: Partial<ReturnUnderCheck> = {}) {
  const { cells: _, ...rest } = more
  return aReturn({ ...rest, cells: { ...completeCells, ...changes } })
}

describe('a complete return', () => {
  test('has nothing that stops it, and its confirmed warning keeps the word that was given', () => {
    expect(checkReturn(aReturn({ cells: completeCells }))).toEqual([
      {
        tier: 'soft',
        code: 'change_from_last_year',
        section: 'indicators',
        cell: 'indicators/ni-193/numerator',
        sentence: '47.9% is 6 points below the same quarter last year. The change limit is 5 points.',
        suggestion: null,
        isBlocking: false,
        confirmation: 'Two districts began weekly food waste rounds.',
      },
    ])
    expect(whatHoldsUp(checkReturn(aReturn({ cells: completeCells })))).toEqual({
      presenceGaps: 0,
      unconfirmedWarnings: 0,
    })
  })

  test('may be sent, and may not when any one of its answers is taken out', () => {
    const sending = (cells: ReadonlyMap<string, string>) =>
      allowedActions({
        state: 'in_progress',
        parts: ['lead'],
        enteredFigures: true,
        ...whatHoldsUp(checkReturn({ ...aReturn(), cells })),
      })
    const all = new Map(Object.entries(completeCells))
    expect(sending(all)).toEqual(['send_for_sign_off'])
    for (const key of all.keys()) {
      const without = new Map([...all].filter(([other]) => other !== key))
      expect(sending(without), key).toEqual([])
    }
  })
})

describe('a blank return', () => {
  test('lists its gaps in the order of its sections, each once', () => {
    const checks = checkReturn(aReturn())
    expect(codes(aReturn())).toEqual([
      'presence figure_missing indicators/ni-191/value',
      'presence figure_missing indicators/ni-193/numerator',
      'presence figure_missing indicators/ni-157/value',
      expect.stringContaining('presence progress_missing actions/'),
      expect.stringContaining('presence risk_not_reviewed risks/'),
      'presence resource_missing resources/memberHours',
      'presence resource_missing resources/officerHours',
      'presence resource_missing resources/funding',
      'presence narrative_missing narrative/whatHappened',
      'presence narrative_missing narrative/whatWeAreDoing',
      expect.stringContaining('presence answer_missing questions/'),
    ])
    expect(whatHoldsUp(checks)).toEqual({ presenceGaps: 11, unconfirmedWarnings: 0 })
  })

  test('of a partnership that owes nothing asks for resources and narrative only', () => {
    const input = aReturn({ indicators: [], actions: [], risks: [], questions: [] })
    expect(new Set(checkReturn(input).map(({ section }) => section))).toEqual(
      new Set(['resources', 'narrative']),
    )
  })
})

describe('a cell that cannot be kept', () => {
  test('is said once, and nothing more of its figure', () => {
    expect(codes(complete({ 'indicators/ni-191/value': '400kg' }))).toEqual([
      'validity not_a_number indicators/ni-191/value',
      'soft change_from_last_year indicators/ni-193/numerator',
    ])
    expect(codes(complete({ 'indicators/ni-157/value': '120' }))[1]).toBe(
      'validity above_limit indicators/ni-157/value',
    )
  })

  test('of two halves that do not go together is the numerator', () => {
    const changes = { 'indicators/ni-193/numerator': '400,000' }
    expect(codes(complete(changes))).toEqual([
      'validity numerator_over_denominator indicators/ni-193/numerator',
    ])
  })

  test('stops the return from being sent', () => {
    const found = checkReturn(complete({ 'resources/memberHours': 'ten' }))
    expect(whatHoldsUp(found)).toEqual({ presenceGaps: 1, unconfirmedWarnings: 0 })
  })
})

describe('what is typed and not yet saved', () => {
  test('is read as it would be kept', () => {
    const typed = complete({ 'indicators/ni-193/numerator': '153,800', 'indicators/ni-157/value': ' 61.5 %' })
    expect(checkReturn(typed)).toEqual(checkReturn(complete({})))
    expect(asKept(typed).cells.get('indicators/ni-193/numerator')).toBe('153800')
    expect(asKept(complete({ 'resources/funding': 'some' })).cells.get('resources/funding')).toBe('some')
  })
})

describe('a warning', () => {
  const figures = { value: null, numerator: '135800', denominator: '321080' }
  const swapped = { 'indicators/ni-193/numerator': '135800' }

  test('stops the return until it is confirmed, and the correction is offered', () => {
    const checks = checkReturn(complete(swapped))
    expect(checks).toMatchObject([
      {
        tier: 'soft',
        code: 'digits_swapped',
        cell: 'indicators/ni-193/numerator',
        suggestion: { field: 'numerator', value: '153800' },
        isBlocking: true,
        confirmation: null,
      },
    ])
    expect(whatHoldsUp(checks)).toEqual({ presenceGaps: 0, unconfirmedWarnings: 1 })
  })

  test('is confirmed by a word for these figures, and asked again when a figure changes', () => {
    const confirmed = {
      ...swapped,
      'indicators/ni-193/confirmation': confirmationText(figures, 'Two weighbridges closed.'),
    }
    expect(checkReturn(complete(confirmed))[0]).toMatchObject({
      isBlocking: false,
      confirmation: 'Two weighbridges closed.',
    })
    const changed = { ...confirmed, 'indicators/ni-193/numerator': '135900' }
    expect(checkReturn(complete(changed))[0]).toMatchObject({ isBlocking: true, confirmation: null })
  })
})

test('a figure short of target asks for its explanation and for the narrative’s why', () => {
  expect(codes(complete({ 'indicators/ni-157/value': '40' }))).toEqual([
    'soft change_from_last_year indicators/ni-193/numerator',
    'cross_field cause_missing indicators/ni-157/cause',
    'cross_field action_missing indicators/ni-157/action',
    'cross_field owner_missing indicators/ni-157/owner',
    'cross_field due_missing indicators/ni-157/due',
    'presence narrative_missing narrative/why',
  ])
})

test('a date that has passed since it was typed does not make a waiting return invalid', () => {
  const explained = {
    'indicators/ni-157/value': '40',
    'indicators/ni-157/cause': 'Two officers left.',
    'indicators/ni-157/action': 'Recruit.',
    'indicators/ni-157/owner': 'Paul Denholm',
    'indicators/ni-157/due': '2009-10-15',
    'narrative/why': 'Two officers left.',
  }
  expect(whatHoldsUp(checkReturn(complete(explained, { today: '2009-10-20' })))).toEqual({
    presenceGaps: 0,
    unconfirmedWarnings: 0,
  })
})

test('cells of what the return no longer has, or that are no cells, are nobody’s error', () => {
  const strange = { 'indicators/ni-999/value': 'x', 'nothing/at/all': 'x', 'narrative/whatWeNeed': ' ' }
  expect(checkReturn(complete(strange))).toEqual(checkReturn(complete({})))
})

test('a row is checked alone as it is in its return', () => {
  const input = complete({ 'indicators/ni-157/value': '40', 'indicators/ni-191/value': '3kg' })
  for (const indicator of input.indicators) {
    const prefix = `indicators/${indicator.slug}/`
    expect(checkIndicator(indicator, input)).toEqual(
      checkReturn(input).filter(({ cell }) => cell.startsWith(prefix)),
    )
  }
})

test('the other half is that of the same ratio', () => {
  const cells = new Map([
    ['indicators/ni-193/numerator', '5'],
    ['indicators/ni-193/denominator', '6'],
  ])
  const half = (key: string) => {
    const cell = parseCellKey(key)
    return cell === null ? 'no cell' : otherHalfOf(cell, cells)
  }
  expect(half('indicators/ni-193/numerator')).toBe('6')
  expect(half('indicators/ni-193/denominator')).toBe('5')
  expect(half('indicators/ni-192/denominator')).toBeNull()
  expect(half('indicators/ni-193/value')).toBeNull()
  expect(half('resources/funding')).toBeNull()
})

test('whatever is typed, checking never fails, keeps the order of the sections, and points at cells', () => {
  const order = returnSections.map(({ section }) => section)
  const keys = [
    ...Object.keys(completeCells),
    'indicators/ni-157/due',
    'indicators/ni-191/forecast',
    'narrative/why',
  ]
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[−-]?[\d,.]{1,10} ?%?$/),
    fc.constantFrom('0', '297', '45.2', '153800', 'awaiting_data', '2009-12-31'),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), text), (cells) => {
      const checks = checkReturn(aReturn({ cells }))
      const places = checks.map(({ section }) => order.indexOf(section))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      const blanks = checks.filter(({ tier }) => tier === 'presence')
      expect(new Set(blanks.map(({ cell }) => cell)).size).toBe(blanks.length)
      for (const { cell, section, sentence } of checks) {
        expect(parseCellKey(cell)?.section).toBe(section)
        expect(sentence).toMatch(/[.’]$/)
      }
    }),
    { numRuns: 300 },
  )
})
