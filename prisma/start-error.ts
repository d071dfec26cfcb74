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
