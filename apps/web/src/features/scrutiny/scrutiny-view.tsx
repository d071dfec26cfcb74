import type { CouncilScrutiny, Question } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { askPath, type Place, partnershipPath, scrutinyPath, withSearch } from '#lib/paths.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { EmptyRow } from '#ui/table.tsx'
import { QuestionRow, RecommendationRow, RowLink } from './followed-rows.tsx'
import { FollowedTable } from './followed-table.tsx'
import { waitingWord } from './question-tasks.tsx'
import { ScrutinyCounts } from './scrutiny-counts.tsx'
import { ScrutinyFilters } from './scrutiny-filters.tsx'
import { AddItemForm, ChangeItemForm, MoveItemForm } from './work-item-forms.tsx'
import { WorkProgramme } from './work-programme.tsx'

type ScrutinyViewProps = { scrutiny: CouncilScrutiny; list: ListSearch; place: Place }

const filterNames = ['partnership', 'state'] as const

/** A council’s scrutiny: what it follows, worst first, and what it looks at next. */
export function ScrutinyView({ scrutiny, list, place }: ScrutinyViewProps) {
  const [said, setSaid] = useState('')
  const navigate = useNavigate()
  const { council, headline, counts, workItems, withheld } = scrutiny
  const closeHref = list.hrefWith({ do: null, on: null })
  const hrefFor = (task: string, on: string | null = null) => list.hrefWith({ do: task, on })
  const clearHref = list.isFiltered(filterNames) ? scrutinyPath(place) : null

  const chosen = scrutiny.partnerships.find(({ id }) => id === list.filterOf('partnership'))

  function onDone(words: string): void {
    setSaid(words)
    void navigate(closeHref, { preventScrollReset: true })
  }

  return (
    <>
      <PageHead
        kicker={
          <>
            <b>Scrutiny, {council.name}</b>
            {chosen === undefined ? '' : `: ${chosen.name}`}
          </>
        }
        headline={headline}
      />
      <ScrutinyCounts counts={counts} hrefFor={(state) => list.hrefWith({ state, do: null, on: null })} />
      <ScrutinyFilters
        key={`${list.filterOf('partnership')} ${list.filterOf('state')}`}
        list={list}
        partnerships={scrutiny.partnerships}
        clearHref={clearHref}
      />
      <p className={said === '' ? 'cycle-said' : 'cycle-said callout'} role="status">
        {said}
      </p>
      <OpenTask
        key={`${list.filterOf('do')} ${list.filterOf('on')}`}
        scrutiny={scrutiny}
        list={list}
        closeHref={closeHref}
        onDone={onDone}
      />
      <Followed scrutiny={scrutiny} place={place} isFiltered={clearHref !== null} />
      <Section
        heading="Work programme"
        note={`${countOf(workItems.length, 'item')}, by the date of the meeting`}
      >
        <WorkProgramme items={workItems} isFiltered={clearHref !== null} place={place} hrefFor={hrefFor} />
        {withheld.map((sentence) => (
          <p key={sentence} className="note">
            {sentence}
          </p>
        ))}
        {scrutiny.allowedActions.includes('add_work_item') ? (
          <p className="scrutiny-more">
            <Link to={hrefFor('add')} preventScrollReset>
              Add to the work programme
            </Link>
          </p>
        ) : null}
      </Section>
    </>
  )
}

type FollowedProps = { scrutiny: CouncilScrutiny; place: Place; isFiltered: boolean }

/** Each row leads to its partnership, where it is answered, closed and asked again. */
function Followed({ scrutiny, place, isFiltered }: FollowedProps) {
  const { recommendations, questions } = scrutiny
  const about = ({ id, name }: { id: string; name: string }) => (
    <>
      <Link to={partnershipPath(id, place)}>{name}</Link>
      {'. '}
    </>
  )
  const taskHref = (partnership: string, task: string, on: string) =>
    withSearch(`/partnerships/${partnership}`, { ...place, do: task, on })
  return (
    <Section heading="Questions and recommendations" note="Overdue and late first">
      <FollowedTable caption="Recommendations and questions, overdue first">
        {recommendations.map((one) => (
          <RecommendationRow
            key={one.id}
            recommendation={one}
            about={about(one.partnership)}
            tasks={one.allowedActions.map((action) => (
              <span key={action} className="row-tasks">
                <RowLink
                  to={taskHref(one.partnership.id, action, one.id)}
                  label={action === 'respond' ? 'Respond' : 'Record the outcome and close'}
                  about={`${one.name.toLowerCase()} of ${one.partnership.name}`}
                />
              </span>
            ))}
          />
        ))}
        {questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            about={about(question.partnership)}
            tasks={<QuestionLink question={question} place={place} />}
          />
        ))}
        {recommendations.length + questions.length === 0 ? (
          <EmptyRow columns={3}>
            {isFiltered
              ? 'No question or recommendation is like this.'
              : 'Nothing has been asked or recommended yet. Begin on the page of a partnership.'}
          </EmptyRow>
        ) : null}
      </FollowedTable>
    </Section>
  )
}

/** What the reader can do about a question, on the page of its partnership; an open one waits for its return. */
function QuestionLink({ question, place }: { question: Question; place: Place }) {
  const { number, partnership, allowedActions, state } = question
  const mayClose = allowedActions.includes('close')
  if (!mayClose && (state === 'open' || !allowedActions.includes('ask_again'))) {
    return <span className="muted">{waitingWord[state]}</span>
  }
  return (
    <span className="row-tasks">
      <RowLink
        to={askPath(partnership.id, place)}
        label={mayClose ? 'Close or ask again' : 'Ask again'}
        about={`question ${number} of ${partnership.name}`}
      />
    </span>
  )
}

type OpenTaskProps = {
  scrutiny: CouncilScrutiny
  list: ListSearch
  closeHref: string
  onDone: (said: string) => void
}

/** The task that the address names, as far as it can still be done. */
function OpenTask({ list, ...props }: OpenTaskProps) {
  const { workItems, allowedActions } = props.scrutiny
  const task = list.filterOf('do')
  const item = workItems.find(({ id }) => id === list.filterOf('on'))
  if (task === 'add' && allowedActions.includes('add_work_item')) return <AddItemForm {...props} />
  if (item === undefined || item.nextStates.length === 0) return null
  if (task === 'move') return <MoveItemForm {...props} item={item} />
  return task === 'change' ? <ChangeItemForm {...props} item={item} /> : null
}
