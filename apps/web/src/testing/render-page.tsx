import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from '#lib/query-client.ts'

type RenderOptions = { at?: string }

/** Renders at an address, with everything a page may ask for; the router tells where it went. */
export function renderPage(element: ReactElement, { at = '/' }: RenderOptions = {}) {
  const queries = createQueryClient({ onSignedOut: () => undefined })
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [at] })
  const screen = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return { ...screen, router, queries }
}
