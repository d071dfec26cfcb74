type ReasonFieldProps = { label: string; message: string | null }

/** Why: kept with the change, and shown beside it. */
export function ReasonField({ label, message }: ReasonFieldProps) {
  return (
    <div className={message === null ? 'field' : 'field field-invalid'}>
      <label htmlFor="reason">{label}</label>
      {message === null ? null : (
        <span className="field-message" id="reason-message">
          {message}
        </span>
      )}
      <textarea
        id="reason"
        name="reason"
        rows={3}
        maxLength={2000}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : 'reason-message'}
      />
    </div>
  )
}
