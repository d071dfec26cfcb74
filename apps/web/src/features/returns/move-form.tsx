import type { QuarterlyReturn } from '@accord/api-client'
import { needsReason, returnActionLabel } from '@accord/domain'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { type Move, useMove } from './use-move.ts'

type MoveFormProps = {
  quarterlyReturn: QuarterlyReturn
  move: Move
  look?: 'primary' | 'secondary'
  /** What it means, above the button. */
  meaning: string
  /** Waits for what is still to be saved; false where that could not be. */
  before?: () => Promise<boolean>
  /** Why not, where this page knows better than the server’s last answer. */
  because?: readonly string[]
}

/** One move: what it means, its reason where it needs one, and why it cannot be made now. */
export function MoveForm({
  quarterlyReturn,
  move,
  look = 'primary',
  meaning,
  before,
  because,
}: MoveFormProps) {
  const id = useId()
  const { mutate, isPending, problem } = useMove(quarterlyReturn)
  const [isMissing, setMissing] = useState(false)
  const asksWhy = needsReason(move)
  const obstacles =
    because ??
    quarterlyReturn.blockedBecause
      .find(({ action }) => action === move)
      ?.obstacles.map(({ sentence }) => sentence) ??
    []
  const isAllowed = quarterlyReturn.allowedActions.includes(move)
  const label = returnActionLabel(move)

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    setMissing(asksWhy && reason === '')
    if (asksWhy && reason === '') return
    if (before !== undefined && !(await before())) return
    mutate({ move, reason: reason === '' ? null : reason })
  }

  return (
    <form className="move" onSubmit={(event) => void onSubmit(event)} noValidate>
      <h3>{label}</h3>
      <p className="small muted">{meaning}</p>
      {asksWhy && isAllowed ? (
        <div className={isMissing ? 'answer answer-invalid' : 'answer'}>
          <label htmlFor={id}>Why</label>
          {isMissing ? (
            <span className="field-message" id={`${id}-message`}>
              Say why, so that the lead knows what to change.
            </span>
          ) : null}
          <textarea
            id={id}
            name="reason"
            rows={3}
            maxLength={2000}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? `${id}-message` : undefined}
          />
        </div>
      ) : null}
      <Button type="submit" look={look} disabled={!isAllowed || isPending} aria-describedby={`${id}-because`}>
        {label}
      </Button>
      <div className="move-because" id={`${id}-because`}>
        {isAllowed ? null : obstacles.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      {problem === null ? null : (
        <div className="panel-failed" role="alert">
          <h4>{problem.title}</h4>
          <p>
            {problem.detail}
            {problem.code === 'changed-meanwhile' ? ' It is shown here as it is now.' : ''}
          </p>
        </div>
      )}
    </form>
  )
}
