import type { SaveMarkKind, SaveWords } from './save-words.ts'

/** Saving and completion have shapes of their own, so that they cannot be read as performance. */
export function SaveMark({ kind }: { kind: SaveMarkKind | 'hollow' | 'half' }) {
  if (kind === 'nothing') return null
  return (
    <svg className="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <Shape kind={kind} />
    </svg>
  )
}

function Shape({ kind }: { kind: SaveMarkKind | 'hollow' | 'half' }) {
  switch (kind) {
    case 'saved':
      return <path className="save-tick" d="M1 6.5L4.5 10L11 2" />
    case 'saving':
      return <path className="save-dots" d="M1 6h2M5 6h2M9 6h2" />
    case 'waiting':
    case 'half':
      return (
        <>
          <circle className="save-ring" cx="6" cy="6" r="4.6" />
          <path className="save-fill" d="M6 1.4A4.6 4.6 0 0 1 6 10.6Z" />
        </>
      )
    case 'invalid':
      return <path className="save-cross" d="M1.5 1.5l9 9m0-9l-9 9" />
    case 'confirm':
      return <path className="mark-near" d="M6 .9L11.6 11H.4Z" />
    case 'locked':
      return (
        <>
          <path className="save-shackle" d="M3.5 5.5V3.8a2.5 2.5 0 0 1 5 0v1.7" />
          <path className="save-fill" d="M2 5.5h8V11H2Z" />
        </>
      )
    case 'hollow':
      return <circle className="save-ring save-ring-empty" cx="6" cy="6" r="4.6" />
    case 'nothing':
      return null
  }
}

export function SaveLine({ words }: { words: SaveWords | null }) {
  if (words === null) return null
  const { mark, strong, rest } = words
  return (
    <span className="save-line">
      <SaveMark kind={mark} />
      <span>
        {strong === '' ? null : <b>{strong}</b>} {rest}
      </span>
    </span>
  )
}
