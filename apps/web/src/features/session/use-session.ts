import { signIn, signOut } from '@accord/api-client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { sessionQuery } from '#lib/queries.ts'

export function useSession() {
  return useQuery(sessionQuery()).data ?? null
}

export type Credentials = { email: string; password: string }

/** Signs in and goes where the person was going. What another person had read is forgotten first. */
export function useSignIn(returnTo: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (body: Credentials) => (await signIn({ body, throwOnError: true })).data,
    onSuccess: async (person) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      queries.setQueryData(sessionQuery().queryKey, person)
      await navigate(returnTo, { replace: true })
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      await signOut({ throwOnError: true })
    },
    onSuccess: async () => {
      queries.setQueryData(sessionQuery().queryKey, null)
      await navigate('/sign-in')
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
}
