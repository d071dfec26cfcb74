import {
  acceptReturn,
  declineReturn,
  type QuarterlyReturn,
  type ReturnAction,
  reopenReturn,
  sendBackReturn,
  sendForSignOffReturn,
  signOffReturn,
} from '@accord/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '#lib/problem.ts'
import { returnQuery } from '#lib/queries.ts'

/** The moves that are made on a return’s own pages. */
export type Move = Exclude<ReturnAction, 'start' | 'publish' | 'restate'>

const operations = {
  send_for_sign_off: sendForSignOffReturn,
  decline: declineReturn,
  sign_off: signOffReturn,
  send_back: sendBackReturn,
  accept: acceptReturn,
  reopen: reopenReturn,
} as const

type Asked = { move: Move; reason: string | null }

/** Moves a return on, from the version that was seen. One that has changed meanwhile is read anew, and said to have. */
export function useMove({ id, version }: Pick<QuarterlyReturn, 'id' | 'version'>) {
  const queries = useQueryClient()
  const { queryKey } = returnQuery(id)
  const mutation = useMutation({
    mutationFn: async ({ move, reason }: Asked): Promise<QuarterlyReturn> => {
      const headers = { 'If-Match': `"${version}"` }
      return (await operations[move]({ path: { id }, body: { reason }, headers, throwOnError: true })).data
    },
    onSuccess: async (now) => {
      queries.setQueryData(queryKey, now)
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => isOfList(first) })
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  return { ...mutation, problem: mutation.error === null ? null : problemOf(mutation.error) }
}

function isOfList(first: unknown): boolean {
  return typeof first === 'object' && first !== null && '_id' in first && first._id === 'listReturns'
}
