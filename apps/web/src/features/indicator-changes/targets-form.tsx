import type { IndicatorTargets } from '@accord/api-client'
import { fillBySeason, fillEvenly, formatFigure, type Profile } from '@accord/domain'
import { useState } from 'react'
import { missingIn, textOf } from '#lib/form-values.ts'
import type { Place } from '#lib/paths.ts'
import { messageFor } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { AgreementFields, agreementFields, agreementIn, agreementSentences } from './agreement-fields.tsx'
import { LivePreview } from './change-preview.tsx'
import { ReasonBox, reasonSentence } from './reason-box.tsx'
import { boxesOf, boxIds, boxLabels, readBoxes, type TargetBox, type TargetBoxes } from './target-boxes.ts'
import { usePreview } from './use-preview.ts'
import { useProposal } from './use-proposal.ts'

type TargetsFormProps = { indicator: IndicatorTargets; place: Place; closeHref: string }

/** The year’s target and its profile, filled by a rule or by hand. */
export function TargetsForm({ indicator, place, closeHref }: TargetsFormProps) {
  const { id, code, framework, organisation, year, targets, polarity } = indicator
  const isRange = polarity === 'range'
  const [boxes, setBoxes] = useState<TargetBoxes>(() => boxesOf(targets))
  const proposal = useProposal(place, ['reason', ...agreementFields, ...boxIds])
  const live = usePreview(id)
  const change = {
    kind: 'targets' as const,
    framework: framework.id,
    organisation: organisation?.id ?? null,
    year: year.key,
  }

  function set(next: TargetBoxes): void {
    setBoxes(next)
    const { after, faults } = readBoxes(next, isRange)
    if (faults.length === 0) live.look({ ...change, after })
  }

  function send(form: FormData): void {
    const { after, faults } = readBoxes(boxes, isRange)
    const missing = [...faults, ...missingIn(form, { ...agreementSentences, ...reasonSentence })]
    proposal.setErrors(missing)
    if (missing.length > 0) return
    proposal.start({ ...change, indicator: id, after, ...agreementIn(form), reason: textOf(form, 'reason') })
  }

  return (
    <TaskForm
      title={`Targets of ${code} for ${year.label}${organisation === null ? '' : `, ${organisation.name}`}`}
      errors={proposal.errors}
      submit="Send for approval"
      isPending={proposal.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <fieldset className="profile">
        <legend>What to reach by the end of the year, and of each quarter</legend>
        {boxes.map((box, number) => (
          <TargetField
            key={boxIds[number]}
            number={number}
            box={box}
            isRange={isRange}
            message={messageFor(proposal.errors, boxIds[number] ?? '')}
            before={lastYearWords(indicator, number)}
            onChange={(next) => set(boxes.map((one, place) => (place === number ? next : one)))}
          />
        ))}
      </fieldset>
      {isRange ? null : <FillButtons indicator={indicator} year={boxes[0]?.low ?? ''} onFill={set} />}
      <LivePreview live={live} format={indicator} />
      <AgreementFields errors={proposal.errors} />
      <ReasonBox errors={proposal.errors} />
    </TaskForm>
  )
}

function lastYearWords(indicator: IndicatorTargets, number: number): string | null {
  const figure = indicator.lastYear.figures[number === 0 ? 3 : number - 1] ?? null
  return figure === null ? null : formatFigure(figure, indicator)
}

type TargetFieldProps = {
  number: number
  box: TargetBox
  isRange: boolean
  message: string | null
  before: string | null
  onChange: (box: TargetBox) => void
}

function TargetField({ number, box, isRange, message, before, onChange }: TargetFieldProps) {
  const id = boxIds[number] ?? ''
  const label = boxLabels[number] ?? ''
  return (
    <div>
      <Field
        id={id}
        label={isRange ? `${label}, from` : label}
        inputMode="decimal"
        autoComplete="off"
        value={box.low}
        message={message}
        onChange={(event) => onChange({ ...box, low: event.target.value })}
      />
      {isRange ? (
        <Field
          id={`${id}/high`}
          label={`${label}, to`}
          inputMode="decimal"
          autoComplete="off"
          value={box.high}
          onChange={(event) => onChange({ ...box, high: event.target.value })}
        />
      ) : null}
      {before === null ? null : <p className="small muted">Year before: {before}</p>}
    </div>
  )
}

type FillButtonsProps = { indicator: IndicatorTargets; year: string; onFill: (boxes: TargetBoxes) => void }

/** The quarters by a rule, from the year’s target; each is then a box like any other. */
function FillButtons({ indicator, year, onFill }: FillButtonsProps) {
  const { measure, decimals, lastYear } = indicator
  const { after, faults } = readBoxes([{ low: year, high: '' }], false)
  const target = faults.length === 0 && after.year !== null && 'value' in after.year ? after.year.value : null
  if (target === null)
    return <p className="muted">Enter the year end, and the quarters can be filled from it.</p>
  const lastTarget = lastYear.year !== null && 'value' in lastYear.year ? lastYear.year.value : null
  const lastYearEnd = lastYear.figures[3] ?? lastTarget
  const season =
    measure === 'cumulative'
      ? fillBySeason({ yearTarget: target, lastYear: lastYear.figures, decimals })
      : null
  const fill = (profile: Profile) => onFill([target, ...profile].map((low) => ({ low, high: '' })))
  return (
    <p className="task-actions">
      <Button
        look="secondary"
        onClick={() => fill(fillEvenly({ measure, yearTarget: target, lastYearEnd, decimals }))}
      >
        Fill the quarters evenly
      </Button>
      {season === null ? null : (
        <Button look="secondary" onClick={() => fill(season)}>
          Fill as last year built up
        </Button>
      )}
    </p>
  )
}
