import { Link } from 'react-router'
import { returnPath, withSearch } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { useRoom } from './draft-context.tsx'
import { ReturnTitle } from './return-title.tsx'
import { dueWords } from './return-words.ts'
import { Review } from './review.tsx'

/** The return on paper: with its answers, or with room to write them. */
export function PrintView({ values }: { values: boolean }) {
  const { model } = useRoom()
  const { id, partnership, quarter, stateWord } = model.quarterlyReturn
  const { headline } = dueWords(model.quarterlyReturn)
  const print = returnPath(id, 'print')
  return (
    <>
      <ReturnTitle part="Print" />
      <p className="print-choice">
        <Button onClick={() => window.print()}>Print</Button>
        {values ? (
          <Link to={withSearch(print, { values: 'no' })}>Without answers, to write in</Link>
        ) : (
          <Link to={print}>With answers</Link>
        )}
        <Link to={returnPath(id)}>Back to the return</Link>
      </p>
      <p className="kicker">
        <b>Quarterly return</b> for {quarter.label.toLowerCase()}, {quarter.months}
      </p>
      <h1>{partnership.name}</h1>
      <p className="position">
        {headline}. {stateWord}.
      </p>
      <Review canEdit={false} values={values} changed={new Set()} />
    </>
  )
}
