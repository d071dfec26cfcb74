import { Link } from 'react-router'

type PagingProps = { page: number; pageCount: number; hrefFor: (page: number) => string }

export function Paging({ page, pageCount, hrefFor }: PagingProps) {
  if (pageCount <= 1) return null
  return (
    <nav className="paging" aria-label="Pages">
      {page > 1 ? <Link to={hrefFor(page - 1)}>Previous page</Link> : null}
      <span>
        Page {page} of {pageCount}
      </span>
      {page < pageCount ? <Link to={hrefFor(page + 1)}>Next page</Link> : null}
    </nav>
  )
}
