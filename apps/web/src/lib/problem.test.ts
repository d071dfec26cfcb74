import { expect, test } from 'vitest'
import { isPassing, ProblemError, placeOf, problemOf } from './problem.ts'

const refusal = {
  type: '/problems/not-allowed',
  title: 'No',
  status: 403,
  code: 'not-allowed',
  detail: 'Not for you.',
}

test('the API’s own problem is kept as it was sent', () => {
  expect(problemOf(refusal)).toEqual(refusal)
  expect(problemOf(new ProblemError(refusal))).toEqual(refusal)
})

test('no answer at all is told from an answer that failed', () => {
  expect(problemOf(new TypeError('Failed to fetch')).code).toBe('offline')
  expect(problemOf(new Error('boom')).code).toBe('unexpected')
  expect(problemOf('<html>').detail).not.toContain('<html>')
})

test('each code has its place on the screen', () => {
  expect(placeOf(refusal)).toBe('not-allowed')
  expect(placeOf({ ...refusal, code: 'not-signed-in' })).toBe('sign-in')
  expect(placeOf({ ...refusal, code: 'something-new' })).toBe('page')
})

test('only what may pass is tried again', () => {
  expect(isPassing(problemOf(new TypeError('Failed to fetch')))).toBe(true)
  expect(isPassing(refusal)).toBe(false)
})
