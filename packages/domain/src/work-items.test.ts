import { describe, expect, test } from 'vitest'
import {
  isWorkOpen,
  nextWorkStates,
  type WorkState,
  whyCannotMoveWork,
  workMoveNeedsFindings,
  workStates,
} from './work-items.ts'

describe('an item of the work programme', () => {
  test('goes from planned to under way to reported, or is dropped, and no other way', () => {
    const table = Object.fromEntries(workStates.map((state) => [state, nextWorkStates(state)]))
    expect(table).toEqual({
      planned: ['under_way', 'dropped'],
      under_way: ['reported', 'dropped'],
      reported: [],
      dropped: [],
    })
    for (const from of workStates) {
      for (const to of workStates) {
        const why = whyCannotMoveWork({ from, to }, ['scrutiny_member'])
        expect(why === null, `${from} to ${to}`).toBe(nextWorkStates(from).includes(to))
      }
    }
  })

  test('is moved by scrutiny and nobody else', () => {
    expect(whyCannotMoveWork({ from: 'planned', to: 'under_way' }, ['executive_member'])).toMatchObject({
      code: 'not_yours',
    })
  })

  test('says what it can become, in a sentence', () => {
    const sentence = (from: WorkState) => whyCannotMoveWork({ from, to: from }, ['scrutiny_member'])?.sentence
    expect(sentence('planned')).toBe('The item is planned. From here it can become under way or dropped.')
    expect(sentence('reported')).toBe('The item is reported. It is over.')
  })

  test('needs words where it ends, and may be changed until then', () => {
    expect(workStates.filter(workMoveNeedsFindings)).toEqual(['reported', 'dropped'])
    expect(workStates.filter(isWorkOpen)).toEqual(['under_way', 'planned'])
  })
})
