import type { QuarterlyReturn } from '@accord/api-client'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type SummarisedError } from '#ui/error-summary.tsx'
import { useRoom } from './draft-context.tsx'
import { RestateFigures } from './restate-figures.tsx'
import { isRestatable, REASON_ID, type RestatedFigure, readRestatement } from './restatement.ts'
import { useRestate } from './use-restate.ts'

type RestateFormProps = {
  quarterlyReturn: QuarterlyReturn
  onDone: (figures: readonly RestatedFigure[]) => void
}

/** The figures that are wrong, and why: after saying what will change and what will not. */
export function RestateForm({ quarterlyReturn, onDone }: RestateFormProps) {
  const { model } = useRoom()
  const { id, quarter, indicators } = quarterlyReturn
  const { mutate, isPending, refusals, reset } = useRestate(quarterlyReturn)
  const [faults, setFaults] = useState<readonly SummarisedError[]>([])
  const errors = faults.length > 0 ? faults : refusals
  const label = quarter.label.toLowerCase()

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const read = readRestatement(model, new FormData(event.currentTarget))
    reset()
    setFaults(read.errors)
    if (read.errors.length === 0) mutate(read.restatement, { onSuccess: onDone })
  }

  return (
    <form className="restate" onSubmit={onSubmit} noValidate aria-label="Restate figures">
      <ErrorSummary heading="There is a problem" errors={errors} />
      <div className="callout">
        <p>
          <b>What was published stays as it is.</b> The frozen copy of {label} keeps the figure that was
          reported.
        </p>
        <p>
          <b>“As now” changes.</b> The dashboard, the charts and the next quarter’s comparisons show the
          corrected figure, marked as restated. Both are shown where they differ, and your reason is kept with
          the figure.
        </p>
      </div>
      <p className="prose restate-how">Fill in only what changes. A box left empty changes nothing.</p>
      <RestateFigures
        caption={`Figures of ${label}`}
        rows={indicators.filter(isRestatable)}
        errors={errors}
      />
      <Reason message={errors.find(({ fieldId }) => fieldId === REASON_ID)?.message ?? null} />
      <p className="restate-actions">
        <Button type="submit" disabled={isPending}>
          Restate
        </Button>
        <Link to={returnPath(id, 'sign-off')}>Cancel</Link>
      </p>
    </form>
  )
}

function Reason({ message }: { message: string | null }) {
  return (
    <div className={message === null ? 'field restate-reason' : 'field restate-reason field-invalid'}>
      <label htmlFor={REASON_ID}>Why the figure changes</label>
      {message === null ? null : (
        <span className="field-message" id={`${REASON_ID}-message`}>
          {message}
        </span>
      )}
      <textarea
        id={REASON_ID}
        name={REASON_ID}
        rows={3}
        maxLength={2000}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : `${REASON_ID}-message`}
      />
    </div>
  )
}
