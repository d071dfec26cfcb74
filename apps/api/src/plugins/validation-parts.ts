import type { FastifyError } from 'fastify'
import type { ProblemPart } from '#api/problem.ts'

type Issue = NonNullable<FastifyError['validation']>[number]

const places: Record<string, string> = { params: 'path', querystring: 'query', body: 'body' }

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A schema’s own sentence where it has one; else the rule that was broken, in plain words. */
function sentenceFor({ keyword, params, message }: Issue): string {
  if (message?.endsWith('.')) return message
  if (keyword === 'invalid_value') return `Choose one of: ${listOf(params.values).join(', ')}.`
  if (keyword === 'invalid_type') return `This is missing, or is not a ${String(params.expected)}.`
  if (keyword === 'too_big') return `The most this takes is ${String(params.maximum)}.`
  if (keyword === 'too_small') return `The least this takes is ${String(params.minimum)}.`
  return 'This was not understood.'
}

/** Each part of a request that was refused, by a pointer to it. */
export function validationParts({
  validation = [],
  validationContext = 'body',
}: FastifyError): ProblemPart[] {
  const place = places[validationContext] ?? validationContext
  return validation.flatMap((issue) =>
    issue.keyword === 'unrecognized_keys'
      ? listOf(issue.params.keys).map((key) => ({
          pointer: `#/${place}/${key}`,
          detail: `There is no “${key}” here. Take it out.`,
        }))
      : [{ pointer: `#/${place}${issue.instancePath}`, detail: sentenceFor(issue) }],
  )
}
