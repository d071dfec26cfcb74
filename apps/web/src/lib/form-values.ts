import type { SummarisedError } from '#ui/error-summary.tsx'

/** What was typed in a field, without the spaces round it. */
export const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** Blank is nothing. */
export const textOrNull = (form: FormData, name: string) => textOf(form, name) || null

/** A sentence for each of these fields that was left empty. */
export function missingIn(form: FormData, sentences: Readonly<Record<string, string>>): SummarisedError[] {
  return Object.entries(sentences).flatMap(([fieldId, message]) =>
    textOf(form, fieldId) === '' ? [{ fieldId, message }] : [],
  )
}
