import type { QuarterlyReturn } from '@accord/api-client'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { setUpApi } from '#lib/api.ts'
import { renderPage } from '#testing/render-page.tsx'
import { anOwedIndicator, aQuarterlyReturn, aRatio } from '#testing/return-builders.ts'
import { RestateView } from './restate-view.tsx'
import { ReturnRoom } from './return-room.tsx'

beforeEach(() => {
  setUpApi()
})

const final = { state: 'final' } as const

const published = (changes: Partial<QuarterlyReturn> = {}) =>
  aQuarterlyReturn({
    state: 'published',
    stateWord: 'Published',
    editable: [],
    allowedActions: ['restate'],
    indicators: [
      anOwedIndicator({ recorded: { value: '150', ...final } }),
      aRatio({ recorded: { value: '47.9', ...final } }),
    ],
    ...changes,
  })

type Asked = { path: string; ifMatch: string | null; body: unknown }

function show(quarterlyReturn: QuarterlyReturn, answer: { status: number; body: object }): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname
    if (path.endsWith('/restate')) {
      asked.push({ path, ifMatch: request.headers.get('if-match'), body: await request.clone().json() })
    }
    const headers = { 'content-type': 'application/json' }
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
  })
  renderPage(
    <ReturnRoom quarterlyReturn={quarterlyReturn} personId="me">
      <RestateView />
    </ReturnRoom>,
  )
  return asked
}

const restate = () => userEvent.click(screen.getByRole('button', { name: 'Restate' }))
const summary = () => screen.getByRole('group', { name: 'There is a problem' })

test('nothing is sent without a figure and a reason, and each is asked for at its box', async () => {
  const asked = show(published(), { status: 200, body: {} })
  await restate()
  expect(document.activeElement).toBe(summary())
  expect(summary().textContent).toContain('Enter the figure that is to change')
  expect(summary().textContent).toContain('Say why the figure changes')
  expect(asked).toEqual([])
})

test('a figure that is none, and half of a ratio, are refused before anything is sent', async () => {
  const asked = show(published(), { status: 200, body: {} })
  await userEvent.type(screen.getByLabelText(/^Corrected figure \(NI 191\)/), '6kg')
  await userEvent.type(screen.getByLabelText(/^Land filled, tonnes/), '153800')
  await userEvent.type(screen.getByLabelText('Why the figure changes'), 'Late tickets.')
  await restate()
  expect(summary().textContent).toContain('NI 191: Use numbers only. Take out ‘kg’')
  expect(summary().textContent).toContain('NI 193: enter both counts')
  expect(asked).toEqual([])
})

test('only what was filled in is sent, with the version that was seen', async () => {
  const asked = show(published({ version: 7 }), { status: 200, body: {} })
  await userEvent.type(screen.getByLabelText(/^Corrected figure \(NI 191\)/), '149.5')
  await userEvent.type(screen.getByLabelText('Why the figure changes'), 'Late tickets.')
  await restate()
  expect(await screen.findByRole('heading', { name: '1 figure restated' })).toBe(document.activeElement)
  expect(asked).toMatchObject([
    {
      ifMatch: '"7"',
      body: { reason: 'Late tickets.', figures: [{ indicator: 'ni-191', value: '149.5' }] },
    },
  ])
})

test('what the service refuses stands at its box, or at the reason where it is about no box', async () => {
  const errors = [{ pointer: '#/body/figures/ni-191/value', detail: 'Use one decimal at most.' }]
  show(published(), { status: 422, body: { code: 'invalid-request', title: 'No', detail: 'No', errors } })
  await userEvent.type(screen.getByLabelText(/^Corrected figure \(NI 191\)/), '149.5')
  await userEvent.type(screen.getByLabelText('Why the figure changes'), 'Late tickets.')
  await restate()
  const link = await within(await screen.findByRole('group', { name: 'There is a problem' })).findByText(
    'Use one decimal at most.',
  )
  expect(link.getAttribute('href')).toBe('#indicators/ni-191/value')
})

test('who may not restate is told why, and finds no form', () => {
  const sentence = 'This return has been accepted. A performance officer may re-open it or publish it.'
  const obstacles = [{ code: 'wrong_state', sentence, pointer: null }]
  show(published({ allowedActions: ['reopen'], blockedBecause: [{ action: 'restate', obstacles }] }), {
    status: 200,
    body: {},
  })
  expect(screen.getByText(`Only published figures are restated. ${sentence}`)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Restate' })).toBeNull()
})
