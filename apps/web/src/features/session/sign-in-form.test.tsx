import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setUpApi } from '#lib/api.ts'
import { renderPage } from '#testing/render-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

const answer = vi.fn<(request: Request) => Promise<Response>>()

beforeEach(() => {
  vi.stubGlobal('fetch', answer)
  setUpApi()
})

afterEach(() => {
  answer.mockReset()
})

function problem(status: number, code: string): Response {
  const body = { type: `/problems/${code}`, title: 'Refused', status, code, detail: 'Refused.' }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

async function signInAs(email: string, password: string): Promise<void> {
  if (email !== '') await userEvent.type(screen.getByLabelText('E-mail address'), email)
  if (password !== '') await userEvent.type(screen.getByLabelText('Password'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('nothing is sent while a field is empty: a summary takes focus and links to each field', async () => {
  renderPage(<SignInForm returnTo="/" />)
  await signInAs('', '')
  const summary = screen.getByRole('group', { name: 'There is a problem' })
  expect(document.activeElement).toBe(summary)
  await userEvent.click(screen.getByRole('link', { name: 'Enter your password' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Password'))
  expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true')
  expect(answer).not.toHaveBeenCalled()
})

test('a refusal does not tell which of the two was wrong', async () => {
  answer.mockResolvedValue(problem(401, 'wrong-credentials'))
  renderPage(<SignInForm returnTo="/" />)
  await signInAs('someone@cherwell.example', 'wrong')
  expect(await screen.findByRole('link', { name: /e-mail address or the password is wrong/ })).toBeDefined()
  expect(screen.getByLabelText('E-mail address').hasAttribute('aria-invalid')).toBe(false)
})

test('too many attempts are told to wait', async () => {
  answer.mockResolvedValue(problem(429, 'too-many-attempts'))
  renderPage(<SignInForm returnTo="/" />)
  await signInAs('someone@cherwell.example', 'wrong')
  expect(await screen.findByRole('link', { name: /Too many attempts/ })).toBeDefined()
})

test('a person who signs in goes where they were going, and the request names itself against forgery', async () => {
  const person = {
    id: '1',
    name: 'Helen',
    email: 'h@x',
    jobTitle: null,
    roles: [],
    permissions: [],
    council: null,
    portfolios: [],
  }
  answer.mockResolvedValue(Response.json(person))
  const { router } = renderPage(<SignInForm returnTo="/indicators?page=2" />, { at: '/sign-in' })
  await signInAs('someone@cherwell.example', 'demonstration')
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/indicators'))
  expect(router.state.location.search).toBe('?page=2')
  expect(answer.mock.calls[0]?.[0].headers.get('x-accord-request')).toBe('1')
})
