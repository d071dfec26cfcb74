import type { Cycle, ReturnSummary } from '@accord/api-client'
import { expect, test } from 'vitest'
import { cycleHeadline, holdUpWords, receiptWords, toldSentence } from './cycle-words.ts'

const summary = (more: Partial<ReturnSummary>) =>
  ({
    dueOn: '2009-10-16',
    state: 'in_progress',
    holdUps: { missing: 0, toConfirm: 0 },
    receipt: { kind: 'not_yet_due', receivedOn: null, daysLate: 0 },
    ...more,
  }) as ReturnSummary

const cycle = (received: number, openedAt: string | null = '2009-10-01T08:00:00.000Z') =>
  ({ quarter: { label: 'Quarter 2 2009/10' }, counts: { received, expected: 17 }, openedAt }) as Cycle

test('the headline is a finding, of all that are expected', () => {
  expect(cycleHeadline(cycle(14))).toBe('Quarter 2 2009/10: 14 of 17 returns are in')
  expect(cycleHeadline(cycle(17))).toBe('Quarter 2 2009/10: all 17 returns are in')
  expect(cycleHeadline(cycle(0, null))).toBe('Quarter 2 2009/10 has not been opened')
})

test('late is said with days, and what is not due with its day', () => {
  const late = { kind: 'late', receivedOn: '2009-10-19', daysLate: 3 } as const
  expect(receiptWords(summary({ receipt: late }))).toBe('In on 19 Oct, 3 days late')
  expect(receiptWords(summary({ receipt: { kind: 'missing', receivedOn: null, daysLate: 1 } }))).toBe(
    'Missing, 1 day late',
  )
  expect(receiptWords(summary({}))).toBe('Due 16 Oct')
})

test('what a return waits for is said in words, nothing included', () => {
  expect(holdUpWords(summary({ holdUps: { missing: 2, toConfirm: 1 } }))).toBe(
    '2 answers missing and 1 warning to confirm',
  )
  expect(holdUpWords(summary({}))).toBe('Nothing: it can be sent')
  expect(holdUpWords(summary({ state: 'awaiting_sign_off', holdUps: null }))).toBe('A signature')
})

test('whoever was reminded is named, and whoever could not be is not passed over', () => {
  expect(toldSentence(['Daniel Okafor', 'Leila Hart'], [])).toBe(
    'Daniel Okafor and Leila Hart were reminded.',
  )
  expect(toldSentence([], ['Daniel Okafor'])).toBe('Daniel Okafor had a reminder today already.')
  expect(toldSentence([], [])).toMatch(/^Nobody was reminded/)
})
