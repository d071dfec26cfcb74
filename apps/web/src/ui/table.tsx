import type { ReactNode } from 'react'

type TableProps = { className?: string; caption: string; head: ReactNode; children: ReactNode }

/**
 * A table whose roles are written out, because a table restyled as a grid on narrow screens otherwise stops
 * being a table to a screen reader.
 */
export function Table({ className, caption, head, children }: TableProps) {
  return (
    <table role="table" className={className}>
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{head}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

type HeadCellProps = { children: ReactNode; className?: string; sort?: 'ascending' | 'descending' }

export function HeadCell({ children, className, sort }: HeadCellProps) {
  return (
    <th role="columnheader" scope="col" className={className} aria-sort={sort}>
      {children}
    </th>
  )
}

type RowProps = { children: ReactNode; className?: string }

export function Row({ children, className }: RowProps) {
  return (
    <tr role="row" className={className}>
      {children}
    </tr>
  )
}

/** The first cell: names the row, and holds its link. */
export function RowHead({ children, className }: RowProps) {
  return (
    <th role="rowheader" scope="row" className={className}>
      {children}
    </th>
  )
}

type CellProps = RowProps & {
  /** The column’s name, shown beside the cell where the header is out of sight. */
  label?: string
  /** How many columns it takes, where more than its own. */
  columns?: number
}

export function Cell({ children, className, label, columns }: CellProps) {
  return (
    <td role="cell" className={className} data-label={label} colSpan={columns}>
      {children}
    </td>
  )
}

export function GroupRow({ children, columns }: { children: ReactNode; columns: number }) {
  return (
    <tr role="row" className="group-row">
      <th role="rowheader" scope="colgroup" colSpan={columns}>
        {children}
      </th>
    </tr>
  )
}

/** One sentence and the next step, in place of the rows. */
export function EmptyRow({ children, columns }: { children: ReactNode; columns: number }) {
  return (
    <tr role="row" className="empty-row">
      <td role="cell" colSpan={columns}>
        {children}
      </td>
    </tr>
  )
}
