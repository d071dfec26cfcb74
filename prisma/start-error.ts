/** Something outside the product stops it from starting. `message` is one plain sentence for a person. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const PLAIN_REASONS: Record<string, string> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file is in its place',
  ECONNREFUSED: 'nothing answers at its address',
  ENOTFOUND: 'there is no host of that name',
  ETIMEDOUT: 'its host does not answer',
}

/** Why the system refused, in words for a person; the system’s own where we have none. */
export function plainReason(error: unknown): string {
  return PLAIN_REASONS[errorCode(error)] ?? errorText(error).replace(/\.$/, '')
}
