import type { FormEvent, ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { Button } from './button.tsx'

type FilterFormProps = {
  label: string
  children: ReactNode
  /** What the address keeps besides the filters, such as the sort. */
  kept: Readonly<Record<string, string | null>>
  /** Where the filters are cleared to; null when none is set. */
  clearHref: string | null
}

/** A form that only changes the address: what is found can be bookmarked, sent, and gone back from. */
export function FilterForm({ label, children, kept, clearHref }: FilterFormProps) {
  const navigate = useNavigate()

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const filled = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget)) {
      const text = String(value).trim()
      if (text !== '') filled.set(name, text)
    }
    void navigate({ search: `?${filled}` }, { preventScrollReset: true })
  }

  return (
    <search>
      <form className="filters" aria-label={label} onSubmit={onSubmit}>
        {Object.entries(kept).map(([name, value]) =>
          value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <div className="filter-actions">
          <Button type="submit">Show</Button>
          {clearHref === null ? null : <Link to={clearHref}>Clear filters</Link>}
        </div>
      </form>
    </search>
  )
}
