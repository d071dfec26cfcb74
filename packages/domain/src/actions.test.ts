import { expect, test } from 'vitest'
import { isOverdue } from './actions.ts'

test('an action is overdue from the day after it was due until it is done', () => {
  const open = { dueOn: '2009-10-30', completedOn: null }
  expect(isOverdue(open, '2009-10-30')).toBe(false)
  expect(isOverdue(open, '2009-10-31')).toBe(true)
  expect(isOverdue({ ...open, completedOn: '2009-11-20' }, '2009-12-01')).toBe(false)
  expect(isOverdue({ dueOn: null, completedOn: null }, '2009-12-01')).toBe(false)
})
