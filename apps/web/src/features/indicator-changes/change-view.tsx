import type { IndicatorChangeDetail } from '@accord/api-client'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { changesPath, indicatorPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { ChangeLines } from './change-lines.tsx'
import { ChangeSaid } from './change-list.tsx'
import { changeTitle } from './change-words.ts'
import { DecisionForm } from './decision-forms.tsx'
import { PreviewTable } from './preview-table.tsx'

type ChangeViewProps = { change: IndicatorChangeDetail; list: ListSearch; place: Place }

const taskWords = {
  approve: 'Approve it',
  decline: 'Decline it',
  withdraw: 'Withdraw it',
  repropose: 'Propose it again',
} as const

/** One change: what, why, what it would do to past statuses, and the decision. */
export function ChangeView({ change, list, place }: ChangeViewProps) {
  const [said, setSaid] = useState('')
  const navigate = useNavigate()
  const { indicator, framework, allowedActions, changedSince, preview, lines } = change
  const closeHref = list.hrefWith({ do: null })
  const task = allowedActions.find((action) => action === list.filterOf('do'))
  const shown = allowedActions.filter((action) => action !== 'repropose' || changedSince.length > 0)
  const blocked = change.blockedBecause.find(({ action }) => action === 'approve')

  function onDone(words: string): void {
    setSaid(words)
    void navigate(closeHref, { preventScrollReset: true })
  }

  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: 'Changes', to: changesPath(place) },
          { label: indicator.code },
        ]}
      />
      <PageHead
        kicker={
          <>
            <b>{indicator.code}</b>{' '}
            {indicator.id === null ? (
              indicator.title
            ) : (
              <Link to={indicatorPath(indicator.id, place, { framework: framework.id })}>
                {indicator.title}
              </Link>
            )}
            {`, ${framework.name}`}
          </>
        }
        headline={`${changeTitle(change)}: ${change.stateWord.toLowerCase()}`}
      />
      <p className={said === '' ? 'cycle-said' : 'cycle-said callout'} role="status">
        {said}
      </p>
      {changedSince.length === 0 ? null : (
        <div className="callout callout-warning">
          <p>
            <b>It changed after this was proposed.</b> It cannot be approved until its proposer proposes it
            again, from how things stand now:
          </p>
          <ChangeLines lines={changedSince} />
        </div>
      )}
      {shown.length === 0 ? null : (
        <p className="row-tasks framework-head">
          {shown.map((action) => (
            <Link key={action} to={list.hrefWith({ do: action })} preventScrollReset>
              {taskWords[action]}
            </Link>
          ))}
        </p>
      )}
      {change.state === 'proposed' && blocked !== undefined ? (
        <p className="muted">{blocked.sentence}</p>
      ) : null}
      <Section heading={lines.length === 1 ? 'One thing changes' : 'What changes'}>
        <ChangeLines lines={lines} />
      </Section>
      <Section heading="Why">
        <p>{change.reason}</p>
        <ChangeSaid change={change} />
      </Section>
      {preview === null ? null : (
        <PreviewTable preview={preview} format={change} heading="What it would do to past statuses" />
      )}
      {task === undefined ? null : (
        <DecisionForm key={task} action={task} {...{ change, closeHref, onDone }} />
      )}
    </>
  )
}
