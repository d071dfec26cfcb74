import type { Pack } from '@accord/api-client'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { PackChart } from './pack-chart.tsx'

type Part = Pack['partnerships'][number]['sections'][number]

/** A heading with what is said, drawn and listed under it, and what is withheld. */
export function PackSection({ section }: { section: Part }) {
  const { title, sentences, chart, rows, empty, withheld } = section
  return (
    <div className="pack-section">
      <h3>{title}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      {chart === null ? null : <PackChart chart={chart} />}
      {rows.length > 0 ? <PackTable section={section} /> : null}
      {rows.length === 0 && empty !== null ? <p className="muted">{empty}</p> : null}
      {withheld.map((sentence) => (
        <p key={sentence}>
          <b>{sentence}</b>
        </p>
      ))}
    </div>
  )
}

export function PackTable({ section: { title, columns, numbers, rows } }: { section: Part }) {
  const alignment = (place: number) => (numbers.includes(place) ? 'number' : undefined)
  return (
    <Table
      className="record-table stack"
      caption={title}
      head={columns.map((column, place) => (
        <HeadCell key={column} className={alignment(place)}>
          {column}
        </HeadCell>
      ))}
    >
      {rows.map(([first = '', ...others]) => (
        <Row key={[first, ...others].join(' ')}>
          <RowHead>{first}</RowHead>
          {others.map((text, column) => (
            <Cell
              key={columns[column + 1]}
              label={columns[column + 1] ?? ''}
              className={alignment(column + 1)}
            >
              {text}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}
