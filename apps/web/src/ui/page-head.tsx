import type { ReactNode } from 'react'

type PageHeadProps = {
  kicker?: ReactNode
  headline: ReactNode
  /** Beside the headline, such as the quarter switcher. */
  aside?: ReactNode
}

export function PageHead({ kicker, headline, aside }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        {kicker === undefined ? null : <p className="kicker">{kicker}</p>}
        <h1>{headline}</h1>
      </div>
      {aside}
    </div>
  )
}
