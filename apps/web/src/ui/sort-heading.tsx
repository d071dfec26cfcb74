import { Link } from 'react-router'
import { HeadCell } from './table.tsx'

type SortHeadingProps = {
  label: string
  field: string
  /** The sort in force: a field, or a field with a minus sign in front. */
  sort: string | null
  /** The same page sorted another way. */
  hrefFor: (sort: string) => string
  /** How the two ways are said, such as 'A to Z' and 'Z to A'. */
  words: readonly [string, string]
  className?: string
}

/** A column head that sorts by its link, and says how it is sorted in words as well as in aria-sort. */
export function SortHeading({ label, field, sort, hrefFor, words, className }: SortHeadingProps) {
  const isUp = sort === field
  const isDown = sort === `-${field}`
  const direction = isUp ? 'ascending' : isDown ? 'descending' : undefined
  return (
    <HeadCell className={className} sort={direction}>
      <Link className="sort-link" to={hrefFor(isUp ? `-${field}` : field)} preventScrollReset>
        {label}
      </Link>
      {direction === undefined ? null : <span className="sort-word">{isUp ? words[0] : words[1]}</span>}
    </HeadCell>
  )
}
