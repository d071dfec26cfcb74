import type { QuarterlyReturn } from '@accord/api-client'
import {
  capitalise,
  countOf,
  countWord,
  type HoldUps,
  isEditable,
  type ReturnCheck,
  sectionTitle,
  whyCannot,
} from '@accord/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { answerPath, returnPath } from '#lib/paths.ts'
import { returnQuery } from '#lib/queries.ts'
import { Section } from '#ui/section.tsx'
import { changedSince } from './changed-since.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { useItem, useRoom, useSummary } from './draft-context.tsx'
import { FigureWarning } from './figure-warning.tsx'
import { MoveForm } from './move-form.tsx'
import { ReturnHead } from './return-head.tsx'
import type { IndicatorModel } from './return-model.ts'
import { ReturnTitle } from './return-title.tsx'
import { Review } from './review.tsx'
import { readRow } from './row-reading.ts'
import { Steps } from './steps.tsx'

/** Check your answers: what is missing, what to confirm, everything as it will be sent, and the sending. */
export function CheckView() {
  const { model } = useRoom()
  const { summary } = useSummary()
  const { quarterlyReturn } = model
  const changed = changedSince(quarterlyReturn)
  useFreshReturn(quarterlyReturn.id)
  return (
    <>
      <ReturnTitle part="Check your answers" />
      <ReturnHead quarterlyReturn={quarterlyReturn} />
      <Steps current="check" />
      <ConnectionBanner />
      <h2 className="check-title">Check your answers</h2>
      <Unsaved />
      <Gaps checks={summary.checks} id={quarterlyReturn.id} />
      <Warnings checks={summary.checks} />
      <Review canEdit={quarterlyReturn.lock === null} values changed={changed} />
      <Send quarterlyReturn={quarterlyReturn} />
    </>
  )
}

/** What may be done is said by the server, of what it has: so it is asked when everything has been saved. */
function useFreshReturn(id: string): void {
  const { store } = useRoom()
  const queries = useQueryClient()
  const { summary } = useSummary()
  const { presenceGaps, unconfirmedWarnings } = summary.holdUps
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when what holds the return up has changed.
  useEffect(() => {
    void store.settle().then(() => queries.invalidateQueries({ queryKey: returnQuery(id).queryKey }))
  }, [store, queries, id, presenceGaps, unconfirmedWarnings])
}

/** Nothing is sent while an answer is on its way, or waits for a choice. */
function Unsaved() {
  const { store, model } = useRoom()
  const { status } = useSummary()
  const { waiting } = status
  const unsaved = [...store.all()].filter(({ state }) => state === 'conflict' || state === 'locked')
  if (waiting + unsaved.length === 0) return null
  return (
    <div className="callout callout-warning">
      {waiting === 0 ? null : <p>{countOf(waiting, 'answer')} still on the way.</p>}
      {unsaved.length === 0 ? null : (
        <p>
          <b>{countOf(unsaved.length, 'answer')} not saved.</b>
        </p>
      )}
      <ul>
        {unsaved.map(({ cell, sentence }) => (
          <li key={cell}>
            <Link to={answerPath(model.quarterlyReturn.id, cell)}>
              {sentence ?? 'Two answers: choose one.'}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What stops the return from being sent, with a link to each box. */
function Gaps({ checks, id }: { checks: readonly ReturnCheck[]; id: string }) {
  const gaps = checks.filter(({ tier, isBlocking }) => isBlocking && tier !== 'soft')
  if (gaps.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups links to them.
    <div className="error-summary" role="group" aria-labelledby="gaps-heading">
      <h3 id="gaps-heading">
        {capitalise(countWord(gaps.length))} {gaps.length === 1 ? 'answer is' : 'answers are'} still missing
      </h3>
      <ul>
        {gaps.map(({ cell, code, section, sentence }) => (
          <li key={`${cell} ${code}`}>
            <Link to={answerPath(id, cell)}>{sentence}</Link>{' '}
            <span className="small muted">{sectionTitle(section)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Figures out of the ordinary, on a part of their own: each is confirmed or changed before the return is sent. */
function Warnings({ checks }: { checks: readonly ReturnCheck[] }) {
  const { model } = useRoom()
  const soft = checks.filter(({ tier }) => tier === 'soft')
  const open = soft.filter(({ isBlocking }) => isBlocking).length
  if (soft.length === 0) return null
  return (
    <Section
      heading={
        open === 0
          ? 'Every figure out of the ordinary is confirmed'
          : `${capitalise(countWord(open))} ${open === 1 ? 'figure' : 'figures'} to confirm`
      }
      note="They are saved. They are asked about because they are out of the ordinary, not because they are wrong."
    >
      {soft.map(({ cell }) => {
        const found = model.bySlug.get(cell.split('/')[1] ?? '')
        return found === undefined ? null : <WarningOf key={cell} found={found} />
      })}
    </Section>
  )
}

function WarningOf({ found }: { found: IndicatorModel }) {
  const { model } = useRoom()
  const { row } = found
  const { texts } = useItem(`indicators/${row.id}`)
  const { warning, figures } = readRow(model, found, texts)
  if (warning === null) return null
  return (
    <div className="warning-to-confirm">
      <h3>
        {row.code} {row.title}
      </h3>
      <FigureWarning
        slug={row.id}
        code={row.code}
        warning={warning}
        figures={figures}
        id={`warning-${row.id}`}
      />
    </div>
  )
}

function Send({ quarterlyReturn }: { quarterlyReturn: QuarterlyReturn }) {
  const { store } = useRoom()
  const { id, signatories, state } = quarterlyReturn
  const { summary } = useSummary()
  const isForReader =
    quarterlyReturn.allowedActions.some((action) => action === 'start' || action === 'send_for_sign_off') ||
    quarterlyReturn.blockedBecause.some(({ action }) => action === 'send_for_sign_off')
  const isSent = state === 'awaiting_sign_off'
  const who = signatories.length === 0 ? 'the signatory' : signatories.join(' or ')
  return (
    <Section heading={isSent ? `Sent to ${who}` : `Send to ${who}`}>
      {isSent ? (
        <p>
          It can be changed again only if it is declined.{' '}
          <Link to={returnPath(id, 'sign-off')}>See it as it was sent</Link>
        </p>
      ) : !isForReader ? (
        <p>The partnership’s lead sends it when every section is complete.</p>
      ) : (
        <MoveForm
          quarterlyReturn={quarterlyReturn}
          move="send_for_sign_off"
          before={store.settle}
          because={stillInTheWay(quarterlyReturn, summary.holdUps)}
          meaning={`${capitalise(who)} reads it and signs it off, or declines and says why. Until then nobody can change it.`}
        />
      )}
    </Section>
  )
}

/** Before a return is started again the server only says that it has to be: what it needs is known here. */
function stillInTheWay({ state, allowedActions }: QuarterlyReturn, holdUps: HoldUps): string[] | undefined {
  const isToStart = isEditable(state) && state !== 'in_progress'
  if (!isToStart || !allowedActions.includes('start')) return undefined
  const needs = whyCannot({
    action: 'send_for_sign_off',
    reason: null,
    state: 'in_progress',
    parts: ['lead'],
    enteredFigures: false,
    ...holdUps,
  }).map(({ sentence }) => sentence)
  return needs.length > 0
    ? needs
    : ['Nothing has been changed since it came back. Change or confirm an answer first.']
}
