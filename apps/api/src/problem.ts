import type { Problem as ProblemBody } from '#wire/problem.ts'

/** Every code a client can meet: its status and its title. */
const problems = {
  'invalid-request': { status: 422, title: 'Part of the request was not understood' },
  'unreadable-request': { status: 400, title: 'The request could not be read' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'wrong-credentials': { status: 401, title: 'The e-mail address or the password is wrong' },
  'not-allowed': { status: 403, title: 'You may not see this' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'not-possible': { status: 409, title: 'That cannot be done now' },
  'changed-meanwhile': { status: 412, title: 'It has changed since you saw it' },
  'version-required': { status: 428, title: 'Say which version you saw' },
  'not-acceptable': { status: 406, title: 'That format is not offered' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  unexpected: { status: 500, title: 'Something went wrong here' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

export type ProblemPart = { pointer: string; detail: string }

/** The one error class: services throw it, one handler answers. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly parts: readonly ProblemPart[]
  readonly retryAfterSeconds: number | null

  constructor(
    code: ProblemCode,
    detail: string,
    more: { parts?: ProblemPart[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail)
    this.code = code
    this.parts = more.parts ?? []
    this.retryAfterSeconds = more.retryAfterSeconds ?? null
  }

  get status(): number {
    return problems[this.code].status
  }

  body(): ProblemBody {
    const { status, title } = problems[this.code]
    const body: ProblemBody = {
      type: `/problems/${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
    }
    return this.parts.length === 0 ? body : { ...body, errors: [...this.parts] }
  }
}

/** The same answer for what does not exist and for what the reader may not know exists. */
export function notFound(pointer: string, detail: string): Problem {
  return new Problem('not-found', detail, { parts: [{ pointer, detail }] })
}
