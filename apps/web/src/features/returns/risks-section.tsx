import { formatMediumDate, isRed, riskScore } from '@accord/domain'
import { Button } from '#ui/button.tsx'
import { AnswerBox } from './answer-box.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { useCell, useItem, useMayChange, useRoom, useSummary } from './draft-context.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import type { ReturnModel } from './return-model.ts'
import { SaveLine } from './save-mark.tsx'
import { saveWords } from './save-words.ts'
import { SectionHead } from './section-head.tsx'
import { Unsaved } from './unsaved.tsx'

type Risk = ReturnModel['quarterlyReturn']['risks'][number]

/** Every open risk is looked at once a quarter, also where nothing has changed. */
export function RisksSection() {
  const { model } = useRoom()
  const { risks, withheldRisks } = model.quarterlyReturn
  return (
    <>
      <NeedsAWord section="risks" />
      <SectionHead
        section="risks"
        note="Likelihood and impact are from 1, lowest, to 5. A score of 15 or more is red."
      />
      {risks.length === 0 ? <p>There are no open risks. There is nothing to do here.</p> : null}
      {risks.map((risk) => (
        <RiskReview key={risk.id} risk={risk} />
      ))}
      {withheldRisks === 0 ? null : (
        <p className="note">
          {withheldRisks === 1 ? '1 risk is' : `${withheldRisks} risks are`} withheld: not for your role.
        </p>
      )}
    </>
  )
}

function RiskReview({ risk }: { risk: Risk }) {
  const { store } = useRoom()
  const { cells, texts } = useItem(`risks/${risk.id}`)
  const { model } = useRoom()
  const { status } = useSummary()
  const isOpen = useMayChange(`risks/${risk.id}/review`)
  const key = (field: string) => `risks/${risk.id}/${field}`
  const likelihood = Number(texts.get(key('likelihood')) ?? risk.likelihood)
  const impact = Number(texts.get(key('impact')) ?? risk.impact)
  const score = riskScore(likelihood, impact)
  const isReviewed = texts.size > 0
  const keepAsIs = () =>
    store.typeMany([
      [key('likelihood'), String(likelihood)],
      [key('impact'), String(impact)],
    ])
  return (
    <article className="record">
      <div>
        <h3>{risk.cause}</h3>
        <p className="small">{risk.effect}</p>
        {risk.marking === null ? null : <b className="marking">{risk.marking}</b>}
        <p className="small muted">
          {risk.mitigation === null ? 'No mitigation recorded' : `Mitigation: ${risk.mitigation}`}.{' '}
          {risk.owner ?? 'No owner named'}. Last reviewed {formatMediumDate(risk.reviewedOn)}.
        </p>
      </div>
      <div className="risk-scales">
        <Scale cell={key('likelihood')} label="Likelihood" about={risk.cause} before={risk.likelihood} />
        <Scale cell={key('impact')} label="Impact" about={risk.cause} before={risk.impact} />
        <p>
          Score <b>{score}</b>
          {isRed(score) ? <b>, red</b> : null}
        </p>
        {isOpen && !isReviewed ? (
          <Button look="secondary" onClick={keepAsIs}>
            Reviewed, no change<span className="visually-hidden">: {risk.cause}</span>
          </Button>
        ) : null}
        {isOpen ? (
          <SaveLine
            words={saveWords([...cells.values()], { ...status, today: model.quarterlyReturn.today })}
          />
        ) : null}
      </div>
      <div>
        <AnswerBox
          cell={key('review')}
          label="What the review found"
          about={risk.cause}
          rows={3}
          withSaving={false}
        />
      </div>
    </article>
  )
}

type ScaleProps = { cell: string; label: string; about: string; before: number }

function Scale({ cell, label, about, before }: ScaleProps) {
  const { store } = useRoom()
  const entry = useCell(cell)
  const { text } = entry
  const isOpen = useMayChange(cell)
  const now = text === '' ? String(before) : text
  if (!isOpen) {
    return (
      <p>
        {label} <b>{now}</b>
        {now === String(before) ? null : <span className="small muted"> was {before}</span>}
      </p>
    )
  }
  return (
    <div>
      <label htmlFor={cell}>
        {label} <span className="visually-hidden">({about})</span>
      </label>
      <select id={cell} value={now} onChange={(event) => store.typeMany([[cell, event.target.value]])}>
        {[1, 2, 3, 4, 5].map((step) => (
          <option key={step} value={step}>
            {step}
          </option>
        ))}
      </select>
      <span className="small muted">{now === String(before) ? 'as last reviewed' : `was ${before}`}</span>
      <Unsaved entry={entry} />
      {entry.state === 'conflict' ? <ConflictChoice entry={entry} label={label} /> : null}
    </div>
  )
}
