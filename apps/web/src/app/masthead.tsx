import type { ReactNode } from 'react'
import { Link } from 'react-router'

export function Masthead({ children }: { children?: ReactNode }) {
  return (
    <header className="masthead">
      <div className="wrap">
        <Link className="wordmark" to="/">
          <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
            <circle cx="7.5" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
            <circle cx="14.5" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
          </svg>
          Accord
        </Link>
        {children}
      </div>
    </header>
  )
}
