import type { ReturnIndicatorRow } from '@accord/api-client'
import type { IndicatorField } from '@accord/domain'
import { Cell, Row } from '#ui/table.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import type { DraftCell } from './draft-cell.ts'
import { FigureWarning } from './figure-warning.tsx'
import type { IndicatorModel } from './return-model.ts'
import { RowCommentary } from './row-commentary.tsx'
import { RowExplanation } from './row-explanation.tsx'
import type { RowReading } from './row-reading.ts'
import { RowReason } from './row-reason.tsx'

const gridColumns = 6

type RowMoreProps = {
  found: IndicatorModel
  reading: RowReading
  conflicts: readonly DraftCell[]
  shows: { warning: boolean; explanation: boolean; reason: boolean; comment: boolean }
  before: ReturnIndicatorRow['before']
  textOf: (field: IndicatorField) => string
  /** Whether something of the explanation is not saved: then it is shown whatever the rating. */
  isUnsavedThere: boolean
}

/** Under a row, what it asks for: a choice, a word, an explanation, a reason, a comment. */
export function RowMore({ found, reading, conflicts, shows, before, textOf, isUnsavedThere }: RowMoreProps) {
  const { id: slug, code } = found.row
  const { warning } = reading
  return (
    <Row className="row-more">
      <Cell columns={gridColumns}>
        {conflicts.map((entry) => (
          <ConflictChoice key={entry.cell} entry={entry} label={code} />
        ))}
        {warning === null ? null : (
          <FigureWarning
            slug={slug}
            code={code}
            warning={warning}
            figures={reading.figures}
            id={`warning-${slug}`}
          />
        )}
        {shows.explanation ? (
          <RowExplanation
            found={found}
            reading={reading}
            textOf={textOf}
            isAsked={reading.isShort || isUnsavedThere}
          />
        ) : null}
        {shows.reason ? <RowReason slug={slug} code={code} /> : null}
        {shows.comment ? (
          <RowCommentary
            slug={slug}
            code={code}
            before={before?.commentary ?? null}
            isCopied={reading.isCopied}
          />
        ) : null}
      </Cell>
    </Row>
  )
}
