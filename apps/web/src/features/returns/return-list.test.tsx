import type { ReturnSummary } from '@accord/api-client'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { aReturnSummary } from '#testing/return-builders.ts'
import { ReturnList } from './return-list.tsx'
import { waitsFor } from './return-waits.ts'

const show = (returns: ReturnSummary[]) =>
  renderPage(<ReturnList caption="Returns" returns={returns} empty="No return is expected." />)

test('a return says where it is, when it is due, what it lacks and who has it', () => {
  show([aReturnSummary({ holdUps: { missing: 1, toConfirm: 2 }, with: ['Daniel Okafor', 'Leila Hart'] })])
  const cells = within(screen.getByRole('row', { name: /Waste/ })).getAllByRole('cell')
  expect(cells.map((cell) => cell.textContent)).toEqual([
    'In progress',
    'Not due yetDue 16 Oct 2009',
    '1 answer missing, 2 to confirm',
    'Daniel Okafor, Leila Hart',
  ])
})

test('late and missing are said with their days', () => {
  show([
    aReturnSummary({
      id: '1',
      receipt: { kind: 'late', receivedOn: '2009-10-19', daysLate: 3 },
      holdUps: null,
    }),
    aReturnSummary({ id: '2', receipt: { kind: 'missing', receivedOn: null, daysLate: 1 } }),
  ])
  expect(screen.getByText('In, 3 days late')).toBeDefined()
  expect(screen.getByText('Missing, 1 day overdue')).toBeDefined()
})

test('one that is filled in opens at its sections, one that was sent where it is signed and accepted', () => {
  show([aReturnSummary({ id: 'a' }), aReturnSummary({ id: 'b', state: 'submitted' })])
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/returns/a',
    '/returns/b/sign-off',
  ])
})

test('with none the table says so', () => {
  show([])
  expect(screen.getByText('No return is expected.')).toBeDefined()
})

test('a return waits for whoever fills it in, signs it or accepts it, and for nobody else', () => {
  const mine = new Set(['a'])
  const waits = (changes: Partial<ReturnSummary>) => waitsFor(aReturnSummary({ id: 'a', ...changes }), mine)
  expect(waits({})).toBe(true)
  expect(waits({ state: 'submitted' })).toBe(false)
  expect(waits({ id: 'b' })).toBe(false)
  expect(waits({ id: 'b', state: 'awaiting_sign_off', allowedActions: ['sign_off', 'decline'] })).toBe(true)
  expect(waits({ id: 'b', state: 'submitted', allowedActions: ['send_back', 'accept'] })).toBe(true)
  expect(waits({ id: 'b', state: 'accepted', allowedActions: ['reopen', 'publish'] })).toBe(false)
})
