import type { DraftCell } from './draft-cell.ts'
import { useMayChange, useRoom } from './draft-context.tsx'

/** What was typed into an answer that was locked before it could be saved: shown, so that it can be used elsewhere. */
export function Unsaved({ entry }: { entry: DraftCell }) {
  const { store } = useRoom()
  const { cell, unsaved, sentence } = entry
  const isOpen = useMayChange(cell)
  if (unsaved === null) return null
  return (
    <div className="unsaved" id={`${cell}-message`}>
      <p>
        <b>Not saved.</b> {sentence}
      </p>
      <p>
        You typed: {unsaved === '' ? 'nothing, to clear it' : unsaved}{' '}
        {isOpen ? (
          <button type="button" className="link-button" onClick={() => store.typeMany([[cell, unsaved]])}>
            Save it now
          </button>
        ) : null}{' '}
        <button type="button" className="link-button" onClick={() => store.choose(cell, 'theirs')}>
          Forget it
        </button>
      </p>
    </div>
  )
}
