import type { Cycle, ReturnSummary } from '@accord/api-client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ChaseForm } from '#features/cycle/chase-form.tsx'
import { CycleBoard } from '#features/cycle/cycle-board.tsx'
import { CycleCounts } from '#features/cycle/cycle-counts.tsx'
import { CycleTasks } from '#features/cycle/cycle-tasks.tsx'
import { cycleHeadline, datesSentence, isOutstandingReturn } from '#features/cycle/cycle-words.ts'
import { ExtendForm, MoveDatesForm, OpenQuarterForm, type TaskProps } from '#features/cycle/date-forms.tsx'
import { DatesHistory } from '#features/cycle/dates-history.tsx'
import { PublishForm } from '#features/cycle/publish-form.tsx'
import { PublishedNote } from '#features/cycle/published-note.tsx'
import { ReminderSettingsForm } from '#features/cycle/reminder-settings-form.tsx'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { useSession } from '#features/session/use-session.ts'
import { type ListSearch, useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { councilsQuery, cycleQuery, newestQuarterQuery, returnsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingHeading, LoadingWords } from '#ui/skeleton.tsx'
import '../styles/cycle.css'

const rowsShown = 17

/** The officer’s board: where a quarter’s returns have got to, and everything that moves them on. */
export function CyclePage() {
  const list = useListSearch()
  const person = useSession()
  const newest = useQuery(newestQuarterQuery()).data?.items[0]?.key ?? null
  const quarter = list.filterOf('quarter') ?? newest
  const council = list.filterOf('council') ?? person?.council?.id ?? null
  const query = useQuery({
    ...cycleQuery({ quarter: quarter ?? '', council }),
    enabled: quarter !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <title>Cycle – Accord</title>
      <Loaded
        query={query}
        what="The quarter"
        space={
          <>
            <LoadingHeading>Loading the quarter’s returns</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={34} />
          </>
        }
      >
        {(cycle) => <QuarterAtWork cycle={cycle} list={list} council={council} />}
      </Loaded>
    </>
  )
}

type AtWorkProps = { cycle: Cycle; list: ListSearch; council: string | null }

function QuarterAtWork({ cycle, list, council }: AtWorkProps) {
  const [said, setSaid] = useState('')
  const returns = useQuery(returnsQuery({ quarter: cycle.quarter.key, council, pageSize: '500' }))
  const navigate = useNavigate()
  const closeHref = list.hrefWith({ do: null, return: null })
  const task: TaskProps = {
    cycle,
    closeHref,
    onDone: (words) => {
      setSaid(words)
      void navigate(closeHref, { preventScrollReset: true })
    },
  }
  const isPublished = cycle.publications.some((publication) => publication.council.id === council)
  return (
    <>
      <PageHead
        kicker="The quarter’s returns"
        headline={cycleHeadline(cycle)}
        aside={
          <QuarterSwitcher
            quarter={cycle.quarter}
            previous={cycle.previous}
            next={cycle.next}
            hrefFor={(key) => list.hrefWith({ quarter: key, do: null, return: null })}
          />
        }
      />
      <p className="cycle-dates">{datesSentence(cycle)}</p>
      <DatesHistory changes={cycle.dateChanges} />
      <CycleCounts counts={cycle.counts} />
      <CycleTasks cycle={cycle} hrefFor={(name) => list.hrefWith({ do: name, return: null })} />
      <p className={said === '' ? 'cycle-said' : 'cycle-said callout'} role="status">
        {said}
      </p>
      <OpenTask
        key={list.filterOf('do')}
        task={task}
        list={list}
        council={council}
        returns={returns.data?.items ?? []}
      />
      <Loaded
        query={returns}
        what="The returns"
        isPart
        space={
          <>
            <LoadingWords>Loading the returns</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={34} />
          </>
        }
      >
        {({ items }) => (
          <CycleBoard
            cycle={cycle}
            returns={items}
            extendHref={(id) => list.hrefWith({ do: 'extend', return: id })}
            onSaid={setSaid}
          />
        )}
      </Loaded>
      {isPublished && council !== null ? (
        <PublishedNote council={council} quarter={cycle.quarter.key} />
      ) : null}
    </>
  )
}

type OpenTaskProps = {
  task: TaskProps
  list: ListSearch
  council: string | null
  returns: readonly ReturnSummary[]
}

/** The task that the address names, if any. */
function OpenTask({ task, list, council, returns }: OpenTaskProps) {
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const own = councils.find(({ id }) => id === council)
  const summary = returns.find(({ id }) => id === list.filterOf('return'))
  switch (list.filterOf('do')) {
    case 'dates':
      return <MoveDatesForm {...task} />
    case 'open':
      return <OpenQuarterForm {...task} />
    case 'chase':
      return <ChaseForm {...task} outstanding={returns.filter(isOutstandingReturn)} council={council} />
    case 'publish':
      return own === undefined ? null : <PublishForm {...task} council={own} />
    case 'reminders':
      return <ReminderSettingsForm {...task} />
    case 'extend':
      return summary === undefined ? null : <ExtendForm {...task} summary={summary} />
    default:
      return null
  }
}
