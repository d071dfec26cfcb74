import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isPassing, problemOf } from './problem.ts'

const freshMilliseconds = 30_000
const retries = 1

/** `onSignedOut` is called when any read finds the session gone. */
export function createQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (problemOf(error).code === 'not-signed-in') onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: freshMilliseconds,
        retry: (failures, error) => failures < retries && isPassing(problemOf(error)),
        retryDelay: 500,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
