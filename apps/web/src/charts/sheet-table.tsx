import { memo } from 'react'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import type { Sheet, SheetCell } from './prepare/sheet.ts'
import { StatusWord } from './status-word.tsx'

type SheetTableProps = { sheet: Sheet; className?: string }

/** A sheet as a table: its first column names the rows. Made once for a sheet, whatever moves beside it. */
export const SheetTable = memo(function SheetTable({ sheet, className }: SheetTableProps) {
  const { caption, columns, rows } = sheet
  return (
    <Table
      className={`record-table ${className ?? 'stack'}`}
      caption={caption}
      head={columns.map(({ heading, isNumber }) => (
        <HeadCell key={heading} className={isNumber ? 'number' : undefined}>
          {heading}
        </HeadCell>
      ))}
    >
      {rows.map(({ key, cells }) => (
        <Row key={key}>
          {cells.map((cell, place) => {
            const column = columns[place]
            if (place === 0 || column === undefined)
              return <RowHead key={column?.heading ?? place}>{contentOf(cell)}</RowHead>
            return (
              <Cell key={column.heading} className={classOf(cell, column)} label={column.heading}>
                {contentOf(cell)}
              </Cell>
            )
          })}
        </Row>
      ))}
    </Table>
  )
})

function classOf({ isStrong }: SheetCell, { isNumber }: { isNumber?: boolean }): string | undefined {
  const names = [isNumber ? 'number' : '', isStrong ? 'strong' : ''].filter((name) => name !== '')
  return names.length === 0 ? undefined : names.join(' ')
}

function contentOf({ shown, status, note }: SheetCell) {
  return (
    <>
      {status === undefined ? shown : <StatusWord status={status} word={shown} />}
      {note === null || note === undefined ? null : <span className="code">{note}</span>}
    </>
  )
}
