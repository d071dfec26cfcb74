import type { Question, Recommendation } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Cell, Row, RowHead } from '#ui/table.tsx'
import { Marking } from './marked-fields.tsx'

type RowProps = {
  /** Names the partnership, where the table is of several. */
  about?: ReactNode
  /** What the reader can do, as links and buttons. */
  tasks: ReactNode
}

/** By whom and when, under what was said. */
function Under({ children }: { children: ReactNode }) {
  return <span className="under">{children}</span>
}

export function RecommendationRow({
  recommendation,
  about,
  tasks,
}: RowProps & { recommendation: Recommendation }) {
  const { name, text, madeBy, madeOn, marking, workItem, response, outcome, action } = recommendation
  return (
    <Row>
      <RowHead>
        <b>{name}.</b> {text}
        <Under>
          {about}
          {madeBy}, {formatDate(madeOn)}
          {workItem === null ? '' : `. From: ${workItem.title}`}
        </Under>
        <Marking marking={marking} />
      </RowHead>
      <Cell label="Response" className="wide">
        <b>{response?.word ?? 'Awaiting response'}</b>
        {response === null || response.reason === null ? null : <Under>{response.reason}</Under>}
        {response === null ? null : (
          <Under>
            {response.by}, {formatDate(response.on)}
          </Under>
        )}
      </Cell>
      <Cell label="Action and follow-up" className="wide">
        <FollowUp recommendation={recommendation} />
        {action === null ? null : (
          <Under>
            {action.action}, {action.owner ?? 'no owner'}, by {formatDate(action.dueOn)}
            {action.completedOn === null ? '' : `. Done ${formatDate(action.completedOn)}`}
          </Under>
        )}
        {outcome === null ? null : <Under>Outcome: {outcome}</Under>}
        {tasks}
      </Cell>
    </Row>
  )
}

/** What is overdue is bold, and only that. */
function FollowUp({ recommendation: { overdueSince, followUp } }: { recommendation: Recommendation }) {
  if (overdueSince === null) return followUp
  const overdue = `Overdue since ${formatDate(overdueSince)}`
  return (
    <>
      <b>{overdue}</b>
      {followUp.slice(overdue.length)}
    </>
  )
}

export function QuestionRow({ question, about, tasks }: RowProps & { question: Question }) {
  const { number, text, askedBy, askedOn, stateWord, state, answer, note, closedBy } = question
  return (
    <Row>
      <RowHead>
        <b>Question {number}.</b> {text}
        <Under>
          {about}
          {askedBy}, {formatDate(askedOn)}
        </Under>
      </RowHead>
      <Cell label="Response" className="wide">
        <b>{stateWord}</b>
        {answer === null ? null : <Under>{answer}</Under>}
        <Under>
          {note}
          {state === 'closed' && closedBy !== null ? ` by ${closedBy}` : ''}
        </Under>
      </Cell>
      <Cell label="Action and follow-up" className="wide">
        {tasks}
      </Cell>
    </Row>
  )
}

/** One or more links in the row of a record, each named for those who cannot see which row it is in. */
export function RowLink({ to, label, about }: { to: string; label: string; about: string }) {
  return (
    <Link to={to} preventScrollReset={!to.includes('#')}>
      {label}
      <span className="visually-hidden"> {about}</span>
    </Link>
  )
}
