import type { InputHTMLAttributes } from 'react'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  id: string
  label: string
  message?: string | null
}

export function Field({ id, label, message = null, ...input }: FieldProps) {
  const messageId = `${id}-message`
  return (
    <div className={message === null ? 'field' : 'field field-invalid'}>
      <label htmlFor={id}>{label}</label>
      {message === null ? null : (
        <span className="field-message" id={messageId}>
          {message}
        </span>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : messageId}
      />
    </div>
  )
}
