import type { Problem } from '@accord/api-client'

/** What the API answered when it would not do as asked. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

const offline: Problem = {
  type: '/problems/offline',
  title: 'Accord could not be reached',
  status: 0,
  code: 'offline',
  detail: 'Check your connection, then try again.',
}

const unexpected: Problem = {
  type: '/problems/unexpected',
  title: 'Something went wrong here',
  status: 500,
  code: 'unexpected',
  detail: 'Nothing you did caused it. Try again in a minute.',
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'title' in value
  )
}

/** Any failure as a problem: the API’s own, or a connection that gave no answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  if (isProblem(error)) return error
  // fetch throws a TypeError when there is no answer at all.
  return error instanceof TypeError ? offline : unexpected
}

export type ProblemPlace = 'sign-in' | 'not-found' | 'not-allowed' | 'page' | 'form'

/** Which screen shows a problem, by its code. A code that is not listed is shown on the page that met it. */
const places: Readonly<Record<string, ProblemPlace>> = {
  'not-signed-in': 'sign-in',
  'wrong-credentials': 'form',
  'too-many-attempts': 'form',
  'cross-site-request': 'form',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  // An address that cannot be understood leads nowhere: trying it again would not help.
  'invalid-request': 'not-found',
}

export function placeOf({ code }: Problem): ProblemPlace {
  return places[code] ?? 'page'
}

/** Worth asking again: no answer, or an answer that may be different in a moment. */
export function isPassing({ status }: Problem): boolean {
  return status === 0 || status === 503
}
