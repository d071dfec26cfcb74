import type { ReactNode } from 'react'

export type Fact = { name: string; value: ReactNode }

/** Facts of a record: name at the left, value at the right, a hairline between. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
