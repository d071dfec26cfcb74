import { type QuarterlyReturn, restateReturn } from '@accord/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { problemOf } from '#lib/problem.ts'
import { returnQuery } from '#lib/queries.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { REASON_ID, type Restatement } from './restatement.ts'

/** Corrects published figures, from the version that was seen. Every page that shows a figure is read again after it. */
export function useRestate({ id, version }: Pick<QuarterlyReturn, 'id' | 'version'>) {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: async (body: Restatement) => {
      const headers = { 'If-Match': `"${version}"` }
      await restateReturn({ path: { id }, body, headers, throwOnError: true })
      return body.figures
    },
    onSuccess: () => queries.invalidateQueries(),
    onError: () => queries.invalidateQueries({ queryKey: returnQuery(id).queryKey }),
  })
  const { error } = mutation
  // The same list for the same refusal: a new one would take the focus from whoever is typing.
  const refusals = useMemo(() => (error === null ? [] : refusalsOf(error)), [error])
  return { ...mutation, refusals }
}

/** What the API refused, each at its box; what is about no box stands at the reason. */
function refusalsOf(error: unknown): SummarisedError[] {
  const { detail, title, code, errors = [] } = problemOf(error)
  const placed = errors.flatMap(({ pointer, detail: message }) => {
    const [, slug, field] = /^#\/body\/figures\/([^/]+)\/(\w+)$/.exec(pointer) ?? []
    if (slug !== undefined) return [{ fieldId: `indicators/${slug}/${field}`, message }]
    return pointer === '#/body/reason' ? [{ fieldId: REASON_ID, message }] : []
  })
  if (placed.length > 0) return placed
  const again = code === 'changed-meanwhile' ? ' It is shown here as it is now.' : ''
  return [{ fieldId: REASON_ID, message: `${detail === '' ? title : detail}${again}` }]
}
