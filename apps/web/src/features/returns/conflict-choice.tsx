import { Button } from '#ui/button.tsx'
import type { DraftCell } from './draft-cell.ts'
import { useRoom } from './draft-context.tsx'
import { groupDigits, momentOf, timeOf } from './return-words.ts'

/** Two people answered the same: both answers, whose they are, and a person who chooses. */
export function ConflictChoice({ entry, label }: { entry: DraftCell; label: string }) {
  const { store, model } = useRoom()
  const { cell, kept, text, typedAt } = entry
  const { today } = model.quarterlyReturn
  return (
    // biome-ignore lint/a11y/useSemanticElements: two answers to choose from, each with its button.
    <div className="conflict" role="group" aria-label={`Two answers: ${label}`}>
      <p>
        <b>{kept?.changedBy ?? 'Somebody'} changed this while you were typing.</b> Choose which answer to
        keep.
      </p>
      <dl>
        <div>
          <dt>Yours{typedAt === null ? '' : `, ${timeOf(typedAt)}`}</dt>
          <dd>{text === '' ? <span className="muted">Blank</span> : groupDigits(text)}</dd>
          <dd>
            <Button onClick={() => store.choose(cell, 'mine')}>Keep mine</Button>
          </dd>
        </div>
        <div>
          <dt>
            {kept?.changedBy ?? 'Theirs'}
            {kept === null ? '' : `, ${momentOf(kept.changedAt, today)}`}
          </dt>
          <dd>
            {kept === null || kept.value === null ? (
              <span className="muted">Blank</span>
            ) : (
              groupDigits(kept.value)
            )}
          </dd>
          <dd>
            <Button look="secondary" onClick={() => store.choose(cell, 'theirs')}>
              Keep theirs
            </Button>
          </dd>
        </div>
      </dl>
    </div>
  )
}
