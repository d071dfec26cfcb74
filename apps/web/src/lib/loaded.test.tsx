import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { Loaded } from './loaded.tsx'
import { ProblemError } from './problem.ts'

const offline = () => Promise.reject(new TypeError('Failed to fetch'))

function refused(code: string, status: number) {
  const problem = {
    type: `/problems/${code}`,
    title: 'Refused',
    status,
    code,
    detail: 'This is for: executive member.',
  }
  return () => Promise.reject(new ProblemError(problem))
}

function Page({ read }: { read: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['page'], queryFn: read, retry: false })
  return (
    <Loaded query={query} what="The dashboard" space={<p>Its place</p>}>
      {(words) => <p>{words}</p>}
    </Loaded>
  )
}

function show(read: () => Promise<string>) {
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter>
        <Page read={read} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return queries
}

test('while it is on its way, its place is kept', () => {
  show(() => new Promise(() => undefined))
  expect(screen.getByText('Its place')).toBeDefined()
})

test('a page that cannot be reached says what failed and can be tried again', async () => {
  const read = vi
    .fn<() => Promise<string>>()
    .mockImplementationOnce(offline)
    .mockResolvedValue('Six are off target')
  show(read)
  expect(await screen.findByRole('heading', { name: 'The dashboard could not be loaded' })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Six are off target')).toBeDefined()
})

test('the last good copy stays in view, dated, when a newer one cannot be had', async () => {
  const read = vi
    .fn<() => Promise<string>>()
    .mockResolvedValueOnce('Six are off target')
    .mockImplementation(offline)
  const queries = show(read)
  await screen.findByText('Six are off target')
  await act(() => queries.invalidateQueries())
  expect(await screen.findByText(/This is the copy loaded at \d\d:\d\d/)).toBeDefined()
  expect(screen.getByText('Six are off target')).toBeDefined()
})

test('a page that a role does not open says who may, in the words of the server', async () => {
  show(refused('not-allowed', 403))
  expect(await screen.findByRole('heading', { name: 'Your role does not open this page' })).toBeDefined()
  expect(screen.getByText('This is for: executive member.')).toBeDefined()
})

test('what is not there says so and offers a way on', async () => {
  show(refused('not-found', 404))
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Go to your first page' }).getAttribute('href')).toBe('/')
})
