import { useEffect, useState } from 'react'

const patienceMilliseconds = 1000

/** Words that come only after a second: a fast answer is not announced as a wait. */
export function LoadingWords({ children }: { children: string }) {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setIsLate(true), patienceMilliseconds)
    return () => window.clearTimeout(timer)
  }, [])
  return (
    <p className="loading-words" role="status">
      {isLate ? children : ''}
    </p>
  )
}

/** Heads a whole page that is on its way, so that it has a heading at every moment. */
export function LoadingHeading({ children }: { children: string }) {
  return (
    <>
      <h1 className="visually-hidden">{children}</h1>
      <LoadingWords>{children}</LoadingWords>
    </>
  )
}

type HairlinesProps = { count: number; rowHeightPixels: number }

/** Placeholders at the rows’ final height: nothing moves when the rows land. */
export function Hairlines({ count, rowHeightPixels }: HairlinesProps) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <span key={row} className="skeleton-line" style={{ height: rowHeightPixels }} />
      ))}
    </div>
  )
}
