import type { TextareaHTMLAttributes } from 'react'

type TextBoxProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  id: string
  label: string
  hint?: string | null
  message?: string | null
}

/** More than one line of words: its hint, then what is wrong with it, then the box. */
export function TextBox({ id, label, hint = null, message = null, ...box }: TextBoxProps) {
  const hintId = `${id}-hint`
  const messageId = `${id}-message`
  const described = [hint === null ? '' : hintId, message === null ? '' : messageId].join(' ').trim()
  return (
    <div className={message === null ? 'field text-box' : 'field text-box field-invalid'}>
      <label htmlFor={id}>{label}</label>
      {hint === null ? null : (
        <p className="small muted" id={hintId}>
          {hint}
        </p>
      )}
      {message === null ? null : (
        <span className="field-message" id={messageId}>
          {message}
        </span>
      )}
      <textarea
        rows={2}
        maxLength={2000}
        {...box}
        id={id}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={described === '' ? undefined : described}
      />
    </div>
  )
}
