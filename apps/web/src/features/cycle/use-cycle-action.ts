import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'

/** What the API refused, by the field that would put it right; else at the form’s first field. */
export function errorsOf(error: unknown, fields: readonly string[]): SummarisedError[] {
  const { detail, errors = [], title, code } = problemOf(error)
  const placed = errors.flatMap(({ pointer, detail: message }) => {
    const field = fields.find((name) => pointer === `#/body/${name}`)
    return field === undefined ? [] : [{ fieldId: field, message }]
  })
  if (placed.length > 0) return placed
  const again = code === 'changed-meanwhile' ? ' It is shown here as it is now.' : ''
  return [{ fieldId: fields[0] ?? 'main', message: `${detail === '' ? title : detail}${again}` }]
}

type ActionOptions<Input, Output> = {
  run: (input: Input) => Promise<Output>
  /** The fields of the form, by their ids. */
  fields?: readonly string[]
  onDone: (output: Output) => void
}

/** One thing an officer does: everything on screen is read again after it, and what was refused is said. */
export function useCycleAction<Input, Output>({ run, fields = [], onDone }: ActionOptions<Input, Output>) {
  const queries = useQueryClient()
  const [errors, setErrors] = useState<readonly SummarisedError[]>([])
  const mutation = useMutation({
    mutationFn: run,
    onMutate: () => setErrors([]),
    onSuccess: async (output) => {
      onDone(output)
      await queries.invalidateQueries()
    },
    onError: async (error) => {
      setErrors(errorsOf(error, fields))
      if (problemOf(error).code === 'changed-meanwhile') await queries.invalidateQueries()
    },
  })
  return { start: mutation.mutate, isPending: mutation.isPending, errors, setErrors }
}
