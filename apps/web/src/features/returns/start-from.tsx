import { useCell, useMayChange, useRoom } from './draft-context.tsx'

type StartFromProps = {
  cell: string
  /** What was said last quarter; null where nothing was. */
  before: string | null
  isCopied: boolean
  about: string
}

/** Last quarter’s words: shown to start from, and said to be last quarter’s while they are unchanged. */
export function StartFrom({ cell, before, isCopied, about }: StartFromProps) {
  const { store } = useRoom()
  const { text } = useCell(cell)
  const isOpen = useMayChange(cell)
  if (before === null || !isOpen) return null
  if (isCopied) {
    return (
      <p className="start-from">
        <b>Word for word last quarter’s.</b> Say what is new, if anything is.
      </p>
    )
  }
  if (text !== '') return null
  return (
    <p className="start-from">
      Last quarter: {before}{' '}
      <button type="button" className="link-button" onClick={() => store.typeMany([[cell, before]])}>
        Start from last quarter’s words <span className="visually-hidden">({about})</span>
      </button>
    </p>
  )
}
