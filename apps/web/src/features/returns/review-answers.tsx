import { formatMediumDate, isDate, narrativeFields, riskScore } from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { answerPath } from '#lib/paths.ts'
import { useItem, useRoom, useSummary } from './draft-context.tsx'
import { narrativeTitles } from './narrative-section.tsx'
import { groupDigits } from './return-words.ts'
import type { ReviewProps } from './review-props.ts'
import { StillOpen } from './still-open.tsx'

type AnswerProps = ReviewProps & {
  item: string
  cell: string
  question: ReactNode
  aside?: string
  children: ReactNode
}

/** One question and its answer, with the way back to its box. */
function Answer({ item, cell, question, aside, canEdit, values, changed, children }: AnswerProps) {
  const { model } = useRoom()
  const { summary } = useSummary()
  return (
    <div className="review-answer">
      <dt>
        {canEdit ? <Link to={answerPath(model.quarterlyReturn.id, cell)}>{question}</Link> : question}
        {aside === undefined ? null : <span className="review-aside">{aside}</span>}
        {changed.has(item) ? <span className="changed">Changed since it was signed</span> : null}
        {canEdit ? <StillOpen prefix={item} checks={summary.checks} /> : null}
      </dt>
      <dd>{values ? children : <span className="write-here write-lines" />}</dd>
    </div>
  )
}

function Text({ text }: { text: string | undefined }) {
  return text === undefined ? <span className="muted">Not answered</span> : text
}

export function ReviewActions(props: ReviewProps) {
  const { model } = useRoom()
  const { actions } = model.quarterlyReturn
  if (actions.length === 0) return <p>There are no open actions.</p>
  return (
    <dl className="review-answers">
      {actions.map(({ id, action, dueOn }) => (
        <Answer
          key={id}
          {...props}
          item={`actions/${id}`}
          cell={`actions/${id}/progress`}
          question={`${action}, by ${formatMediumDate(dueOn)}`}
        >
          <ActionText id={id} />
        </Answer>
      ))}
    </dl>
  )
}

function ActionText({ id }: { id: string }) {
  const { texts } = useItem(`actions/${id}`)
  const completed = texts.get(`actions/${id}/completed`)
  return (
    <>
      {completed === undefined ? null : (
        <b>Completed {isDate(completed) ? formatMediumDate(completed) : completed}. </b>
      )}
      {completed === undefined || texts.has(`actions/${id}/progress`) ? (
        <Text text={texts.get(`actions/${id}/progress`)} />
      ) : null}
    </>
  )
}

export function ReviewRisks(props: ReviewProps) {
  const { model } = useRoom()
  const { risks } = model.quarterlyReturn
  if (risks.length === 0) return <p>There are no open risks.</p>
  return (
    <dl className="review-answers">
      {risks.map((risk) => (
        <Answer
          key={risk.id}
          {...props}
          item={`risks/${risk.id}`}
          cell={`risks/${risk.id}/likelihood`}
          question={risk.marking === null ? risk.cause : `${risk.cause} (${risk.marking})`}
        >
          <RiskText risk={risk} />
        </Answer>
      ))}
    </dl>
  )
}

function RiskText({ risk }: { risk: { id: string; likelihood: number; impact: number } }) {
  const { id } = risk
  const { texts } = useItem(`risks/${id}`)
  if (texts.size === 0) return <span className="muted">Not reviewed</span>
  const likelihood = Number(texts.get(`risks/${id}/likelihood`) ?? risk.likelihood)
  const impact = Number(texts.get(`risks/${id}/impact`) ?? risk.impact)
  const isSame = likelihood === risk.likelihood && impact === risk.impact
  return (
    <>
      Likelihood {likelihood}, impact {impact}, score {riskScore(likelihood, impact)}
      {isSame ? ', as before' : `, was ${riskScore(risk.likelihood, risk.impact)}`}.{' '}
      {texts.get(`risks/${id}/review`)}
    </>
  )
}

const resources = [
  { field: 'memberHours', title: 'Hours that members gave', unit: '' },
  { field: 'officerHours', title: 'Hours that officers gave', unit: '' },
  { field: 'funding', title: 'Pounds spent', unit: '£' },
] as const

export function ReviewResources(props: ReviewProps) {
  const { model } = useRoom()
  const { lastResources } = model.quarterlyReturn
  return (
    <dl className="review-answers">
      {resources.map(({ field, title, unit }) => (
        <Answer
          key={field}
          {...props}
          item={`resources/${field}`}
          cell={`resources/${field}`}
          question={title}
        >
          <ResourceText field={field} unit={unit} before={lastResources?.[field] ?? null} />
        </Answer>
      ))}
    </dl>
  )
}

type ResourceTextProps = { field: string; unit: string; before: string | null }

function ResourceText({ field, unit, before }: ResourceTextProps) {
  const key = `resources/${field}`
  const text = useItem(key).texts.get(key)
  return (
    <>
      {text === undefined ? <Text text={text} /> : `${unit}${groupDigits(text)}`}
      {before === null ? null : (
        <span className="muted">
          , last quarter {unit}
          {groupDigits(before)}
        </span>
      )}
    </>
  )
}

export function ReviewNarrative(props: ReviewProps) {
  return (
    <dl className="review-answers">
      {narrativeFields.map((field) => (
        <Answer
          key={field}
          {...props}
          item={`narrative/${field}`}
          cell={`narrative/${field}`}
          question={narrativeTitles[field]}
        >
          <PlainText cell={`narrative/${field}`} />
        </Answer>
      ))}
    </dl>
  )
}

export function ReviewQuestions(props: ReviewProps) {
  const { model } = useRoom()
  const { questions } = model.quarterlyReturn
  if (questions.length === 0) return <p>No member has asked anything.</p>
  return (
    <dl className="review-answers">
      {questions.map(({ id, text, askedBy }) => (
        <Answer
          key={id}
          {...props}
          item={`questions/${id}`}
          cell={`questions/${id}/answer`}
          question={text}
          aside={askedBy}
        >
          <PlainText cell={`questions/${id}/answer`} item={`questions/${id}`} />
        </Answer>
      ))}
    </dl>
  )
}

function PlainText({ cell, item = cell }: { cell: string; item?: string }) {
  return <Text text={useItem(item).texts.get(cell)} />
}
