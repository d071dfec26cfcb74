import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/frame.css'
import '../styles/marks.css'
import '../styles/tables.css'
import '../styles/forms.css'
import '../styles/dashboard.css'
import '../styles/indicator.css'
import '../styles/indicator-depth.css'
import '../styles/returns.css'
import '../styles/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { setUpApi } from '#lib/api.ts'
import { signInPath } from '#lib/paths.ts'
import { sessionQuery } from '#lib/queries.ts'
import { createQueryClient } from '#lib/query-client.ts'
import { createRouter } from './router.tsx'

setUpApi()

const queries = createQueryClient({
  onSignedOut: () => {
    queries.setQueryData(sessionQuery().queryKey, null)
    const { pathname, search } = window.location
    if (pathname !== '/sign-in') void router.navigate(signInPath(pathname + search, 'expired'))
  },
})
const router = createRouter(queries)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id root.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
