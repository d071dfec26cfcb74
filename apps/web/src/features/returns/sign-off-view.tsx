import type { QuarterlyReturn } from '@accord/api-client'
import { isEditable } from '@accord/domain'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { changedSince } from './changed-since.ts'
import { useRoom } from './draft-context.tsx'
import { MoveForm } from './move-form.tsx'
import { RestateOffer } from './restate-offer.tsx'
import { ReturnEvents } from './return-events.tsx'
import { ReturnHead } from './return-head.tsx'
import { ReturnTitle } from './return-title.tsx'
import { Review } from './review.tsx'
import { Steps } from './steps.tsx'
import type { Move } from './use-move.ts'

const meanings: Readonly<Partial<Record<Move, string>>> = {
  sign_off:
    'You say that this is the partnership’s return. It goes to the councils that have it on their register.',
  decline: 'It goes back to the lead, with your reason.',
  accept: 'Its figures become final, and the return waits for the quarter to be published.',
  send_back: 'It goes back to the lead, with your reason. It is still counted as received.',
  reopen: 'It can be changed again. Your reason stays with it.',
}

const headings: Readonly<Partial<Record<QuarterlyReturn['state'], string>>> = {
  awaiting_sign_off: 'Sign it off, or decline',
  submitted: 'Accept it, or send it back',
  accepted: 'Accepted, and waiting to be published',
}

const decideWords: Readonly<Partial<Record<QuarterlyReturn['state'], string>>> = {
  awaiting_sign_off: 'sign it off or decline',
  submitted: 'accept it or send it back',
  accepted: 're-open it if something must change',
}

const inOrder: readonly Move[] = ['sign_off', 'decline', 'accept', 'send_back', 'reopen']
const secondary: ReadonlySet<Move> = new Set(['decline', 'send_back', 'reopen'])

/** The return to be read, and what whoever reads it may do with it. */
export function SignOffView() {
  const { model } = useRoom()
  const { quarterlyReturn } = model
  const changed = changedSince(quarterlyReturn)
  return (
    <>
      <ReturnTitle part="Sign-off" />
      <ReturnHead quarterlyReturn={quarterlyReturn} isToRead />
      <Steps current="check" />
      <WhatToDo quarterlyReturn={quarterlyReturn} />
      <Review canEdit={false} values changed={changed} />
      <Moves quarterlyReturn={quarterlyReturn} />
      <RestateOffer quarterlyReturn={quarterlyReturn} />
      <Section heading="What has happened to this return">
        <ReturnEvents quarterlyReturn={quarterlyReturn} />
      </Section>
    </>
  )
}

/** What there is to do, said first; it is done at the foot, after reading. */
function WhatToDo({ quarterlyReturn }: { quarterlyReturn: QuarterlyReturn }) {
  const { id, state, signatories, allowedActions } = quarterlyReturn
  const [first] = movesOf(quarterlyReturn)
  if (first !== undefined) {
    return (
      <p className="sign-off-note">
        Read it, then <a href="#moves">{decideWords[state] ?? 'decide what to do with it'}</a> at the foot of
        the page.
      </p>
    )
  }
  if (allowedActions.includes('restate')) {
    return (
      <p className="sign-off-note">
        It is published. If a figure was wrong, <a href="#restate">restate it</a> at the foot of the page.
      </p>
    )
  }
  return (
    <p className="sign-off-note">
      {isEditable(state) ? (
        <>
          This return has not been sent for sign-off yet. <Link to={returnPath(id)}>See its sections</Link>
        </>
      ) : state === 'awaiting_sign_off' ? (
        `It waits for ${signatories.join(' or ') || 'its signatory'}. There is nothing for you to do.`
      ) : (
        'There is nothing for you to do here.'
      )}
    </p>
  )
}

function movesOf({ allowedActions, blockedBecause }: QuarterlyReturn): Move[] {
  return inOrder.filter(
    (move) => allowedActions.includes(move) || blockedBecause.some(({ action }) => action === move),
  )
}

function Moves({ quarterlyReturn }: { quarterlyReturn: QuarterlyReturn }) {
  const { state } = quarterlyReturn
  const moves = movesOf(quarterlyReturn)
  if (moves.length === 0) return null
  return (
    <div id="moves">
      <Section heading={headings[state] ?? 'What you may do'}>
        <div className="moves">
          {moves.map((move) => (
            <MoveForm
              key={move}
              quarterlyReturn={quarterlyReturn}
              move={move}
              look={secondary.has(move) ? 'secondary' : 'primary'}
              meaning={meanings[move] ?? ''}
            />
          ))}
        </div>
      </Section>
    </div>
  )
}
