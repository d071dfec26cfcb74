import type { ReturnCheck } from '@accord/domain'

/** What of this item stops the return from being sent. */
export function StillOpen({ prefix, checks }: { prefix: string; checks: readonly ReturnCheck[] }) {
  const open = checks.filter(({ cell, isBlocking }) => isBlocking && cell.startsWith(prefix))
  if (open.length === 0) return null
  return (
    <span className="still-open">
      {open.some(({ tier }) => tier === 'soft') ? 'To confirm' : 'To complete'}
    </span>
  )
}
