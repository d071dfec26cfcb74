import type { PartnershipScrutiny, Recommendation } from '@accord/api-client'
import { useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useListSearch } from '#lib/list-search.ts'
import { EmptyRow } from '#ui/table.tsx'
import { AskForm } from './ask-form.tsx'
import { CloseForm } from './close-form.tsx'
import { QuestionRow, RecommendationRow, RowLink } from './followed-rows.tsx'
import { FollowedTable } from './followed-table.tsx'
import { InterviewNotes } from './interview-notes.tsx'
import { NoteForm } from './note-form.tsx'
import { QuestionTasks } from './question-tasks.tsx'
import { RecommendForm } from './recommend-form.tsx'
import { RespondForm } from './respond-form.tsx'

type Links = { hrefFor: (task: string, on?: string) => string; closeHref: string }

/** The address names the task that is open and the record it is about. */
function useTask(): Links & { task: string | null; on: string | null } {
  const list = useListSearch()
  return {
    task: list.filterOf('do'),
    on: list.filterOf('on'),
    hrefFor: (task, on) => list.hrefWith({ do: task, on: on ?? null }),
    closeHref: list.hrefWith({ do: null, on: null }),
  }
}

export function PartnershipRecord({ scrutiny }: { scrutiny: PartnershipScrutiny }) {
  const [said, setSaid] = useState('')
  const { task, on, hrefFor, closeHref } = useTask()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const { recommendations, questions, interviewNotes, withheld, allowedActions } = scrutiny
  const again = task === 'again' ? (questions.find(({ id }) => id === on) ?? null) : null

  function onDone(words: string): void {
    setSaid(words)
    if (task !== null || hash !== '') void navigate(closeHref, { preventScrollReset: true })
  }

  return (
    <div className="scrutiny-record">
      <div>
        <p className={said === '' ? 'cycle-said' : 'cycle-said callout'} role="status">
          {said}
        </p>
        <OpenTask
          key={`${task} ${on}`}
          scrutiny={scrutiny}
          task={task}
          on={on}
          closeHref={closeHref}
          onDone={onDone}
        />
        <FollowedTable caption="Questions and recommendations with responses">
          {recommendations.map((one) => (
            <RecommendationRow
              key={one.id}
              recommendation={one}
              tasks={<RecommendationTasks recommendation={one} hrefFor={hrefFor} />}
            />
          ))}
          {questions.map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              tasks={
                <QuestionTasks
                  question={question}
                  againHref={`${hrefFor('again', question.id)}#ask`}
                  onDone={onDone}
                />
              }
            />
          ))}
          {recommendations.length + questions.length === 0 ? (
            <EmptyRow columns={3}>Nothing has been asked or recommended yet.</EmptyRow>
          ) : null}
        </FollowedTable>
        {withheld.recommendations === null ? null : <p className="note">{withheld.recommendations}</p>}
        {allowedActions.includes('recommend') ? (
          <p className="scrutiny-more">
            <Link to={hrefFor('recommend')} preventScrollReset>
              Make a recommendation
            </Link>
          </p>
        ) : null}
        {allowedActions.includes('ask') ? (
          <AskForm scrutiny={scrutiny} again={again} onDone={onDone} />
        ) : null}
        <WhyNotAsked scrutiny={scrutiny} />
      </div>
      <div>
        <h3>Interviews with lead officers</h3>
        <InterviewNotes notes={interviewNotes} withheld={withheld.interviewNotes} />
        {allowedActions.includes('add_interview_note') ? (
          <p className="scrutiny-more">
            <Link to={hrefFor('note')} preventScrollReset>
              Keep a note of an interview
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** Said only to those who ask elsewhere or another time: not to everyone who never asks. */
function WhyNotAsked({ scrutiny: { blockedBecause, asking } }: { scrutiny: PartnershipScrutiny }) {
  const why = blockedBecause.find(({ action }) => action === 'ask')
  return why === undefined || asking !== null ? null : <p className="note">{why.sentence}</p>
}

type RecommendationTasksProps = { recommendation: Recommendation; hrefFor: Links['hrefFor'] }

function RecommendationTasks({ recommendation, hrefFor }: RecommendationTasksProps) {
  const { id, name, allowedActions } = recommendation
  if (allowedActions.length === 0) return null
  const about = name.toLowerCase()
  return (
    <span className="row-tasks">
      {allowedActions.includes('respond') ? (
        <RowLink to={hrefFor('respond', id)} label="Respond" about={`to ${about}`} />
      ) : null}
      {allowedActions.includes('close') ? (
        <RowLink to={hrefFor('close', id)} label="Record the outcome and close" about={about} />
      ) : null}
    </span>
  )
}

type OpenTaskProps = {
  scrutiny: PartnershipScrutiny
  task: string | null
  on: string | null
  closeHref: string
  onDone: (said: string) => void
}

/** The task that the address names, as far as it can still be done. */
function OpenTask({ task, on, ...props }: OpenTaskProps) {
  const { recommendations, allowedActions } = props.scrutiny
  const recommendation = recommendations.find(({ id }) => id === on)
  if (task === 'recommend' && allowedActions.includes('recommend')) return <RecommendForm {...props} />
  if (task === 'note' && allowedActions.includes('add_interview_note')) return <NoteForm {...props} />
  if (recommendation === undefined) return null
  if (task === 'respond' && recommendation.allowedActions.includes('respond')) {
    return <RespondForm {...props} recommendation={recommendation} />
  }
  if (task === 'close' && recommendation.allowedActions.includes('close')) {
    return <CloseForm {...props} recommendation={recommendation} />
  }
  return null
}
