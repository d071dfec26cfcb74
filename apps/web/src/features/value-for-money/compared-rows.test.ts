import type { ComparedPartnership } from '@accord/api-client'
import { expect, test } from 'vitest'
import { rowsAsked } from './compared-rows.ts'

const asked = { rating: null, criterion: null, sort: null }

function row(id: string, more: Partial<ComparedPartnership>): ComparedPartnership {
  const delivery = {
    total: 0,
    rated: 0,
    offTarget: 0,
    nearTarget: 0,
    onTarget: 0,
    notRated: 0,
    notRatedReasons: [],
  }
  return {
    ...{ id, name: id, shortName: id, leadOfficer: null, isSignificant: true, rating: null, before: null },
    ...{
      direction: null,
      criteria: [],
      cost: null,
      saving: null,
      perPound: null,
      delivery,
      overdueActions: 0,
      state: null,
    },
    ...more,
  }
}

const fair = row('b', {
  rating: { rating: 2, word: 'Weak' },
  cost: 3,
  criteria: [{ criterion: 'economy', rating: 2 }],
})
const good = row('a', {
  rating: { rating: 3, word: 'Good' },
  cost: 1,
  criteria: [{ criterion: 'economy', rating: 3 }],
})
const none = row('c', {})
const ids = (rows: readonly ComparedPartnership[]) => rows.map(({ id }) => id).join('')

test('the register’s order stands until another is asked for', () => {
  expect(ids(rowsAsked([fair, good, none], asked))).toBe('bac')
})

test('what is not known comes last both ways', () => {
  expect(ids(rowsAsked([none, fair, good], { ...asked, sort: 'cost' }))).toBe('abc')
  expect(ids(rowsAsked([none, fair, good], { ...asked, sort: '-cost' }))).toBe('bac')
})

test('a rating is found by its place on the scale, whatever the council calls it', () => {
  expect(ids(rowsAsked([fair, good, none], { ...asked, rating: 'fair' }))).toBe('b')
  expect(ids(rowsAsked([fair, good, none], { ...asked, rating: 'not_assessed' }))).toBe('c')
})

test('a criterion keeps those rated poor or fair on it', () => {
  expect(ids(rowsAsked([fair, good, none], { ...asked, criterion: 'economy' }))).toBe('b')
})
