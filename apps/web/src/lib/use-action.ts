import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { problemOf } from './problem.ts'

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
  /** `key`: names this request. It stays the same while no answer has come, so that nothing is done twice. */
  run: (input: Input, key: string) => Promise<Output>
  /** The fields of the form, by their ids: what the API calls them. */
  fields?: readonly string[]
  onDone: (output: Output) => void
}

/** One thing a person does: everything on screen is read again after it, and what was refused is said. */
export function useAction<Input, Output>({ run, fields = [], onDone }: ActionOptions<Input, Output>) {
  const queries = useQueryClient()
  const [errors, setErrors] = useState<readonly SummarisedError[]>([])
  const key = useRef(crypto.randomUUID())
  const mutation = useMutation({
    mutationFn: (input: Input) => run(input, key.current),
    onMutate: () => setErrors([]),
    onSuccess: async (output) => {
      key.current = crypto.randomUUID()
      onDone(output)
      await queries.invalidateQueries()
    },
    onError: async (error) => {
      setErrors(errorsOf(error, fields))
      if (problemOf(error).status !== 0) key.current = crypto.randomUUID()
      if (problemOf(error).code === 'changed-meanwhile') await queries.invalidateQueries()
    },
  })
  return { start: mutation.mutate, isPending: mutation.isPending, errors, setErrors }
}

export function messageFor(errors: readonly SummarisedError[], fieldId: string): string | null {
  return errors.find((error) => error.fieldId === fieldId)?.message ?? null
}
