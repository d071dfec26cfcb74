import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReturnCell } from './return-cells.ts'
import {
  actionFields,
  cellKey,
  cellText,
  indicatorFields,
  isFigureCell,
  itemKey,
  narrativeFields,
  parseCellKey,
  questionFields,
  resourceFields,
  returnSections,
  riskFields,
  sectionOf,
  sectionTitle,
} from './return-cells.ts'

const id = '0199d2c4-7a1b-7c3d-8e4f-0123456789ab'

const anyCell: fc.Arbitrary<ReturnCell> = fc.oneof(
  fc.record({
    section: fc.constant('indicators' as const),
    slug: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/),
    field: fc.constantFrom(...indicatorFields),
  }),
  fc.record({
    section: fc.constant('actions' as const),
    id: fc.uuid(),
    field: fc.constantFrom(...actionFields),
  }),
  fc.record({ section: fc.constant('risks' as const), id: fc.uuid(), field: fc.constantFrom(...riskFields) }),
  fc.record({ section: fc.constant('resources' as const), field: fc.constantFrom(...resourceFields) }),
  fc.record({ section: fc.constant('narrative' as const), field: fc.constantFrom(...narrativeFields) }),
  fc.record({
    section: fc.constant('questions' as const),
    id: fc.uuid(),
    field: fc.constantFrom(...questionFields),
  }),
)

describe('a cell’s key', () => {
  test('is read back as what it was made from', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(parseCellKey(cellKey(cell))).toEqual(cell)
        expect(sectionOf(cellKey(cell))).toBe(cell.section)
        expect(cellKey(cell).startsWith(itemKey(cell))).toBe(true)
      }),
    )
  })

  test('is written as the contract writes it', () => {
    expect(parseCellKey('indicators/ni-192/forecastReason')).toEqual({
      section: 'indicators',
      slug: 'ni-192',
      field: 'forecastReason',
    })
    expect(parseCellKey(`actions/${id}/completed`)).toEqual({ section: 'actions', id, field: 'completed' })
    expect(parseCellKey(`risks/${id}/likelihood`)).toEqual({ section: 'risks', id, field: 'likelihood' })
    expect(parseCellKey('resources/funding')).toEqual({ section: 'resources', field: 'funding' })
    expect(parseCellKey('narrative/whatWeNeed')).toEqual({ section: 'narrative', field: 'whatWeNeed' })
    expect(parseCellKey(`questions/${id}/answer`)).toEqual({ section: 'questions', id, field: 'answer' })
  })

  test('has one spelling: no other text is read', () => {
    const texts = [
      '',
      'indicators',
      'indicators/ni-192',
      'indicators/ni-192/values',
      'indicators/NI-192/value',
      'indicators/ni--192/value',
      'indicators//value',
      'indicators/ni-192/value/',
      ' narrative/why',
      'narrative/why/',
      'narrative/toString',
      'resources/hours',
      'actions/1/progress',
      `actions/${id.toUpperCase()}/progress`,
      `actions/${id}/answer`,
      `questions/${id}/progress`,
      `people/${id}/name`,
      'constructor/why',
    ]
    for (const text of texts) {
      expect(parseCellKey(text), text).toBeNull()
      expect(sectionOf(text), text).toBeNull()
    }
  })

  test('read at all is written the same', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = parseCellKey(text)
        if (cell !== null) expect(cellKey(cell)).toBe(text)
      }),
    )
  })
})

test('sections are in the order in which they are filled in', () => {
  expect(returnSections.map(({ section }) => sectionTitle(section))).toEqual([
    'Indicators',
    'Actions',
    'Risks',
    'Resources',
    'Narrative',
    'Members’ questions',
  ])
})

test('only value, numerator and denominator make a person one who entered figures', () => {
  const figures = indicatorFields.filter((field) => isFigureCell(`indicators/ni-192/${field}`))
  expect(figures).toEqual(['value', 'numerator', 'denominator'])
  for (const key of ['resources/memberHours', `risks/${id}/impact`, 'narrative/why', 'nothing']) {
    expect(isFigureCell(key), key).toBe(false)
  }
})

test('what is completed together has one item: an indicator, an action; elsewhere each cell is its own', () => {
  const item = (key: string) => {
    const cell = parseCellKey(key)
    return cell === null ? null : itemKey(cell)
  }
  expect(item('indicators/ni-192/cause')).toBe('indicators/ni-192')
  expect(item(`risks/${id}/review`)).toBe(`risks/${id}`)
  expect(item('narrative/why')).toBe('narrative/why')
})

test('a blank cell reads null, and a text without its white space', () => {
  const cells = new Map([
    ['narrative/why', ' \n'],
    ['narrative/whatWeNeed', ' Money '],
  ])
  expect(cellText(cells, 'narrative/why')).toBeNull()
  expect(cellText(cells, 'narrative/whatHappened')).toBeNull()
  expect(cellText(cells, 'narrative/whatWeNeed')).toBe('Money')
})
