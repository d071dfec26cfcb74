import { openInvitation } from '@accord/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { problemOf } from '#lib/problem.ts'
import { sessionQuery } from '#lib/queries.ts'
import { Button } from '#ui/button.tsx'

/** The link works once, so it is used when its reader says so: a program that looks at mail must not use it up. */
export function OpenInvitation({ token }: { token: string }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const open = useMutation({
    mutationFn: async () => (await openInvitation({ path: { token }, throwOnError: true })).data,
    onSuccess: async ({ returnId, section }) => {
      queries.clear()
      await queries.fetchQuery(sessionQuery())
      await navigate(returnPath(returnId, section), { replace: true })
    },
  })
  const problem = open.error === null ? null : problemOf(open.error)
  return (
    <>
      {problem === null ? null : (
        <div className="panel-failed" role="alert">
          <h2>This link opens nothing</h2>
          <p>{problem.detail}</p>
        </div>
      )}
      {problem?.code === 'not-found' ? null : (
        <p>
          <Button disabled={open.isPending} onClick={() => open.mutate()}>
            Open the answers
          </Button>
        </p>
      )}
    </>
  )
}
