import { type ChangeEvent, type ReactNode, useState } from 'react'
import { ConflictChoice } from './conflict-choice.tsx'
import { useCell, useMayChange, useRoom, useSummary } from './draft-context.tsx'
import { SaveLine } from './save-mark.tsx'
import { saveWords } from './save-words.ts'
import { Unsaved } from './unsaved.tsx'

type AnswerBoxProps = {
  cell: string
  label: string
  /** Which record it is of, for those who cannot see what it stands under. */
  about?: string
  /** Behind the label, such as 'from quarter 1'. */
  aside?: ReactNode
  hint?: ReactNode
  rows?: number
  suffix?: string
  inputMode?: 'decimal' | 'text'
  /** How it is shown while nobody types in it, such as a date in words. */
  display?: (text: string) => string
  /** Left out in a row that tells the saving of all its boxes together. */
  withSaving?: boolean
  children?: ReactNode
}

/** A labelled answer that saves itself: its message above it, the state of its saving under it. */
export function AnswerBox(props: AnswerBoxProps) {
  const { cell, label, about, aside, hint, withSaving = true, display, children } = props
  const { model } = useRoom()
  const { status } = useSummary()
  const entry = useCell(cell)
  const isOpen = useMayChange(cell)
  const isFaulty = entry.state === 'invalid'
  if (!isOpen) {
    return (
      <div className="answer">
        <p className="answer-label">{label}</p>
        <p className="answer-text">
          {entry.text === '' ? (
            <span className="muted">Not answered</span>
          ) : (
            (display?.(entry.text) ?? entry.text)
          )}
        </p>
        <Unsaved entry={entry} />
      </div>
    )
  }
  const words = saveWords([entry], { ...status, today: model.quarterlyReturn.today })
  return (
    <div className={isFaulty ? 'answer answer-invalid' : 'answer'}>
      <label htmlFor={cell}>
        {label} {about === undefined ? null : <span className="visually-hidden">({about})</span>}
        {aside === undefined ? null : <span className="answer-aside"> {aside}</span>}
      </label>
      {isFaulty && entry.sentence !== null ? (
        <span className="field-message" id={`${cell}-message`}>
          {entry.sentence}
        </span>
      ) : null}
      <Box {...props} describedBy={describedBy(cell, { hasHint: hint !== undefined, isFaulty })} />
      {hint === undefined ? null : (
        <div className="answer-hint" id={`${cell}-hint`}>
          {hint}
        </div>
      )}
      <Unsaved entry={entry} />
      {entry.state === 'conflict' ? <ConflictChoice entry={entry} label={label} /> : null}
      {children}
      {withSaving || entry.state !== 'settled' ? <SaveLine words={words} /> : null}
    </div>
  )
}

function describedBy(cell: string, { hasHint, isFaulty }: { hasHint: boolean; isFaulty: boolean }) {
  const ids = [...(isFaulty ? [`${cell}-message`] : []), ...(hasHint ? [`${cell}-hint`] : [])]
  return ids.length === 0 ? undefined : ids.join(' ')
}

function Box({
  cell,
  rows,
  suffix,
  inputMode = 'text',
  display,
  describedBy,
}: AnswerBoxProps & { describedBy: string | undefined }) {
  const { store } = useRoom()
  const { text, state } = useCell(cell)
  const [isEntered, setEntered] = useState(false)
  const isPlain = isEntered || state !== 'settled' || display === undefined
  const shared = {
    id: cell,
    value: isPlain ? text : display(text),
    autoComplete: 'off',
    'aria-invalid': state === 'invalid' || undefined,
    'aria-describedby': describedBy,
    onFocus: () => setEntered(true),
    onBlur: () => {
      setEntered(false)
      store.leave(cell)
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      store.type(cell, event.target.value),
  }
  if (rows !== undefined) return <textarea {...shared} rows={rows} />
  return (
    <span className="answer-input">
      <input {...shared} type="text" inputMode={inputMode} />
      {suffix === undefined || suffix === '' ? null : <span className="small muted">{suffix}</span>}
    </span>
  )
}
