import type { QuarterlyReturn } from '@accord/api-client'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { setUpApi } from '#lib/api.ts'
import { returnQuery } from '#lib/queries.ts'
import { renderPage } from '#testing/render-page.tsx'
import { anAnswer, anOwedIndicator, aQuarterlyReturn, aRatio } from '#testing/return-builders.ts'
import { CheckView } from './check-view.tsx'
import { PrintView } from './print-view.tsx'
import { ReturnRoom } from './return-room.tsx'
import { SignOffView } from './sign-off-view.tsx'

beforeEach(() => {
  setUpApi()
})

/** Answers every request with what is given for the end of its path, and keeps what was asked. */
function answerWith(answers: Record<string, { status: number; body: unknown }>) {
  const asked: { path: string; ifMatch: string | null; body: string }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname
    asked.push({ path, ifMatch: request.headers.get('if-match'), body: await request.clone().text() })
    const found = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1]
    const headers = { 'content-type': 'application/json' }
    return new Response(JSON.stringify(found?.body ?? {}), { status: found?.status ?? 404, headers })
  })
  return asked
}

function show(quarterlyReturn: QuarterlyReturn, view: ReactElement) {
  const shown = renderPage(
    <ReturnRoom quarterlyReturn={quarterlyReturn} personId="me">
      {view}
    </ReturnRoom>,
  )
  shown.queries.setQueryData(returnQuery(quarterlyReturn.id).queryKey, quarterlyReturn)
  return shown
}

const swapped = [
  anAnswer('indicators/ni-193/numerator', '135800'),
  anAnswer('indicators/ni-193/denominator', '321080'),
  anAnswer('indicators/ni-193/commentary', 'A steady fall.'),
]

test('everything that is missing is listed first, each with the way to its box', () => {
  answerWith({})
  const { id } = aQuarterlyReturn()
  show(aQuarterlyReturn({ blockedBecause: [] }), <CheckView />)
  const missing = screen.getByRole('group', { name: 'Seven answers are still missing' })
  const link = within(missing).getByRole('link', { name: /Enter the figure for NI 191/ })
  expect(link.getAttribute('href')).toBe(`/returns/${id}/indicators#indicators/ni-191/value`)
})

test('figures out of the ordinary are confirmed on a part of their own', () => {
  answerWith({})
  show(aQuarterlyReturn({ indicators: [aRatio()], cells: swapped }), <CheckView />)
  const part = screen.getByRole('region', { name: 'One figure to confirm' })
  expect(part.textContent).toContain('42.3% is 6.5 points below last quarter.')
  expect(within(part).getByRole('button', { name: 'Change it to 153,800 (NI 193)' })).toBeDefined()
})

test('the answers are shown beside last quarter’s, with what changed', () => {
  answerWith({})
  show(aQuarterlyReturn({ indicators: [aRatio()], cells: swapped }), <CheckView />)
  const row = screen.getByRole('row', { name: /Municipal waste land filled/ })
  const texts = within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
  expect(texts).toEqual(['48.8%', '42.3%135,800 of 321,080', '−6.5', '48.5%', 'On target'])
  expect(screen.getByText('A steady fall.')).toBeDefined()
})

test('a return that cannot be sent says why beside the button', () => {
  answerWith({})
  const obstacle = { code: 'answers_missing', sentence: '7 answers are still missing.', pointer: null }
  const blockedBecause = [{ action: 'send_for_sign_off' as const, obstacles: [obstacle] }]
  show(aQuarterlyReturn({ blockedBecause }), <CheckView />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send for sign-off' })
  expect(button.disabled).toBe(true)
  const because = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(because?.textContent).toBe('7 answers are still missing.')
})

test('who may not send it is told who does', () => {
  answerWith({})
  show(aQuarterlyReturn({ editable: ['actions/'] }), <CheckView />)
  expect(screen.queryByRole('button', { name: 'Send for sign-off' })).toBeNull()
  expect(screen.getByText('The partnership’s lead sends it when every section is complete.')).toBeDefined()
})

const awaiting = aQuarterlyReturn({
  ...{ state: 'awaiting_sign_off', stateWord: 'Awaiting sign-off', version: 3, editable: [] },
  ...{ allowedActions: ['sign_off', 'decline'], cells: swapped },
  lock: { code: 'entry_concluded', sentence: 'This return is being signed off.' },
})

test('signing names the version that was read', async () => {
  const signed = { ...awaiting, state: 'submitted', stateWord: 'Submitted', version: 4, allowedActions: [] }
  const asked = answerWith({ '/sign-off': { status: 200, body: signed } })
  show(awaiting, <SignOffView />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign off' }))
  const signing = asked.find(({ path }) => path === `/api/v1/returns/${awaiting.id}/sign-off`)
  expect(signing?.ifMatch).toBe('"3"')
})

test('declining needs a reason', async () => {
  const asked = answerWith({ '/decline': { status: 200, body: awaiting } })
  show(awaiting, <SignOffView />)
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  expect(screen.getByText('Say why, so that the lead knows what to change.')).toBeDefined()
  const declined = () => asked.find(({ path }) => path.endsWith('/decline'))
  expect(declined()).toBeUndefined()
  await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'NI 193 is wrong.')
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  expect(JSON.parse(declined()?.body ?? '')).toEqual({ reason: 'NI 193 is wrong.' })
})

test('a return that changed meanwhile says so, and is read again', async () => {
  const problem = {
    ...{ type: '', title: 'It has changed since you saw it', status: 412, code: 'changed-meanwhile' },
    detail: 'Somebody changed this since you opened it.',
  }
  answerWith({ '/sign-off': { status: 412, body: problem } })
  const { queries } = show(awaiting, <SignOffView />)
  const read = vi.spyOn(queries, 'invalidateQueries')
  await userEvent.click(screen.getByRole('button', { name: 'Sign off' }))
  expect((await screen.findByRole('alert')).textContent).toContain('It is shown here as it is now.')
  expect(read).toHaveBeenCalled()
})

test('a reader without a part in it is told whom it waits for', () => {
  answerWith({})
  show({ ...awaiting, allowedActions: [] }, <SignOffView />)
  expect(screen.getByText('It waits for Elaine Marlow. There is nothing for you to do.')).toBeDefined()
})

test('what was changed since it was last signed is marked', () => {
  answerWith({})
  const event = { label: 'Sign off', to: 'submitted' as const, by: 'Elaine Marlow', reason: null }
  const events = [{ ...event, at: '2009-10-14T09:30:00.000Z' }]
  show({ ...awaiting, events }, <SignOffView />)
  expect(screen.getByRole('row', { name: /Municipal/ }).textContent).toContain('Changed since it was signed')
  expect(screen.getByRole('row', { name: /Residual/ }).textContent).not.toContain('Changed')
})

test('on paper without answers there is room to write, and nothing of what was entered', () => {
  answerWith({})
  show(
    aQuarterlyReturn({ indicators: [anOwedIndicator(), aRatio()], cells: swapped }),
    <PrintView values={false} />,
  )
  expect(screen.queryByText('A steady fall.')).toBeNull()
  expect(screen.getByRole('row', { name: /Municipal/ }).textContent).not.toContain('42.3%')
  expect(document.querySelectorAll('.write-here').length).toBeGreaterThan(5)
})
