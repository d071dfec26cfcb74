import type { VfmComparison } from '@accord/api-client'
import { Link } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { Section } from '#ui/section.tsx'

const mostShown = 3

/** Where most partnerships fall short; each leads to those that do. */
export function WeakestCriteria({ comparison, list }: { comparison: VfmComparison; list: ListSearch }) {
  const { weakest } = comparison
  if (weakest.length === 0) return null
  return (
    <Section heading="Weakest across all" note="Worst first: most rated poor, then most rated fair.">
      <ul className="weakest">
        {weakest.slice(0, mostShown).map(({ criterion, title, phrase }) => (
          <li key={criterion}>
            <Link to={list.hrefWith({ criterion })}>{title}</Link>
            <span>{phrase}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
