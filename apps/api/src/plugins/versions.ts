import type { FastifyRequest } from 'fastify'
import { Problem } from '#api/problem.ts'

/** A strong tag from a record’s version: send it back as If-Match to change what was seen and nothing newer. */
export const etagOf = ({ version }: { version: number }) => `"${version}"`

/** The version that the sender saw. */
export function versionIn(request: FastifyRequest): number {
  const given = request.headers['if-match']
  if (given === undefined) {
    throw new Problem('version-required', 'Send If-Match with the ETag of what you saw, for example "3".')
  }
  const version = /^"(\d{1,9})"$/.exec(given)?.[1]
  if (version === undefined) throw stale()
  return Number(version)
}

export function stale(): Problem {
  return new Problem(
    'changed-meanwhile',
    'Somebody changed this since you opened it. Read it again, then decide.',
  )
}
