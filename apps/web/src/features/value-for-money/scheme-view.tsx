import type { VfmScheme } from '@accord/api-client'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

/** The words and criteria in force, for those who judge by them and those who read what was judged. */
export function SchemeView({ scheme: { words, criteria } }: { scheme: VfmScheme }) {
  return (
    <section>
      <p className="prose">From the lowest rating to the highest: {words.join(', ')}.</p>
      <Table
        className="record-table stack"
        caption="Criteria and what each judges"
        head={
          <>
            <HeadCell>Criterion</HeadCell>
            <HeadCell>What is judged</HeadCell>
          </>
        }
      >
        {criteria.map(({ id, title, question }) => (
          <Row key={id}>
            <RowHead>{title}</RowHead>
            <Cell label="What is judged">{question}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}
