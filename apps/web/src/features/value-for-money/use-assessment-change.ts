import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'

/** What the API refused, at the field that would put it right where the form has it, else at its first. */
function errorsOf(error: unknown, firstField: string): SummarisedError[] {
  const { detail, errors = [], title, code } = problemOf(error)
  const placed = errors.flatMap(({ pointer, detail: message }) => {
    const fieldId = pointer.replace(/^#\/(body|assessment)\//, '').replaceAll('/', '-')
    return document.getElementById(fieldId) === null ? [] : [{ fieldId, message }]
  })
  if (placed.length > 0) return placed
  const again =
    code === 'changed-meanwhile' ? ' What you typed is still here: save it again if it still holds.' : ''
  return [{ fieldId: firstField, message: `${detail === '' ? title : detail}${again}` }]
}

type ChangeOptions<Input, Output> = {
  run: (input: Input) => Promise<Output>
  firstField: string
  said: string
  onDone?: () => void
}

/** One change of an assessment: what is shown is read again after it, and what was refused is said at its field. */
export function useAssessmentChange<Input, Output>({
  run,
  firstField,
  said,
  onDone,
}: ChangeOptions<Input, Output>) {
  const queries = useQueryClient()
  const [errors, setErrors] = useState<readonly SummarisedError[]>([])
  const [outcome, setOutcome] = useState('')
  const mutation = useMutation({
    mutationFn: run,
    onMutate: () => {
      setErrors([])
      setOutcome('')
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      setOutcome(said)
      onDone?.()
    },
    onError: async (error) => {
      if (problemOf(error).code === 'changed-meanwhile') await queries.invalidateQueries()
      setErrors(errorsOf(error, firstField))
    },
  })
  return { start: mutation.mutate, isPending: mutation.isPending, errors, setErrors, outcome }
}

export type AssessmentChange = Pick<
  ReturnType<typeof useAssessmentChange>,
  'isPending' | 'errors' | 'outcome'
>
