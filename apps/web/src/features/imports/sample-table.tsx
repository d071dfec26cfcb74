import { Cell, HeadCell, Row, Table } from '#ui/table.tsx'

type SampleTableProps = { header: readonly string[]; sample: readonly (readonly string[])[] }

/** The first rows as they are in the file; it scrolls by itself where it is wide. */
export function SampleTable({ header, sample }: SampleTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would be ruled off as a part of the page.
    <div className="sample-rows" role="region" aria-label="The first rows of the file" tabIndex={0}>
      <Table
        className="record-table"
        caption={`The first ${sample.length} rows`}
        head={header.map((heading, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have places, and perhaps no names of their own.
          <HeadCell key={place}>{heading === '' ? `Column ${place + 1}` : heading}</HeadCell>
        ))}
      >
        {sample.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place.
          <Row key={row}>
            {header.map((_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as their columns.
              <Cell key={place}>{cells[place] ?? ''}</Cell>
            ))}
          </Row>
        ))}
      </Table>
    </div>
  )
}
