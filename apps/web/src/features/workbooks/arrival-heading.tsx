import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of what has just arrived: it takes focus, so that it is read and the next Tab goes on from there. */
export function ArrivalHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1} className="arrival-heading">
      {children}
    </h3>
  )
}
