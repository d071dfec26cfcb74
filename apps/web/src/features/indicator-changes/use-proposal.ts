import { type ProposeIndicatorChangeData, proposeIndicatorChange } from '@accord/api-client'
import { useNavigate } from 'react-router'
import { changePath, type Place } from '#lib/paths.ts'
import { useAction } from '#lib/use-action.ts'

type Proposal = ProposeIndicatorChangeData['body']

/** Sends a change to wait for approval, and goes to where it waits. */
export function useProposal(place: Place, fields: readonly string[]) {
  const navigate = useNavigate()
  return useAction({
    fields,
    run: async (body: Proposal, key: string) => {
      const headers = { 'Idempotency-Key': key }
      return (await proposeIndicatorChange({ body, headers, throwOnError: true })).data
    },
    onDone: ({ id }) => void navigate(changePath(id, place)),
  })
}
