import { countOf, nextIncomplete, type ReturnSection } from '@accord/domain'
import { Link, useNavigate } from 'react-router'
import { answerPath, returnPath } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { useRoom, useSummary } from './draft-context.tsx'
import { momentOf } from './return-words.ts'

/** At the foot of the window: how far the return has come, and the way on. */
export function Dock({ section }: { section: ReturnSection }) {
  const { model, store } = useRoom()
  const { summary } = useSummary()
  const navigate = useNavigate()
  const { id, signatories, lock, parts } = model.quarterlyReturn
  const next = nextIncomplete(summary.checks, section)
  if (lock !== null) return null
  // A partner who came by a link answers what was asked: checking and sending are the partnership’s.
  if (parts.length === 0) {
    return (
      <div className="dock">
        <div className="dock-row">
          <Counts section={section} />
        </div>
        <p className="small muted">Your answers are saved as you go. The partnership sees them at once.</p>
        <SaveAnnouncer />
      </div>
    )
  }
  return (
    <div className="dock">
      <div className="dock-row">
        <Counts section={section} />
        <Button
          look="secondary"
          onClick={() => {
            void store.settle()
            void navigate(next === null ? returnPath(id, 'check') : answerPath(id, next))
          }}
        >
          {next === null ? 'Save and check the answers' : 'Save and go to the next incomplete section'}
        </Button>
        <Link className="button" to={returnPath(id, 'check')}>
          Check and send
        </Link>
      </div>
      <p className="small muted">
        {signatories.length === 0
          ? 'Nobody is named to sign this return off.'
          : `Sign-off is by ${signatories.join(' or ')}`}
        {signatories.length === 0 ? '' : ', not by the person who entered the figures.'}{' '}
        {summary.signOff.words}.
      </p>
      <SaveAnnouncer />
    </div>
  )
}

function Counts({ section }: { section: ReturnSection }) {
  const { model } = useRoom()
  const { summary, status } = useSummary()
  const here = summary.sections.find((one) => one.section === section)
  const unsaved = status.invalid + status.conflicts + status.locked
  const toConfirm = summary.holdUps.unconfirmedWarnings
  const parts = [
    ...(unsaved === 0 ? [] : [`${unsaved} not saved`]),
    ...(status.waiting === 0 ? [] : [`${status.waiting} on the way`]),
    ...(toConfirm === 0 ? [] : [`${toConfirm} to confirm`]),
  ]
  const noun = section === 'indicators' ? 'indicators' : 'answers here'
  return (
    <p className="dock-counts">
      {here === undefined ? null : (
        <b>
          {here.done} of {here.total} {noun} complete.
        </b>
      )}{' '}
      {parts.length === 0 ? '' : `${parts.join(', ')}. `}
      {status.lastSavedAt === null ? null : (
        <span className="muted">
          {parts.length === 0 ? 'All changes saved' : 'Other changes saved'}{' '}
          {momentOf(status.lastSavedAt, model.quarterlyReturn.today)}.
        </span>
      )}
    </p>
  )
}

/** Says only what changes what a person must do; a save that succeeds is not news. */
function SaveAnnouncer() {
  const { status } = useSummary()
  const unsaved = status.invalid + status.conflicts + status.locked
  const words =
    status.connection === 'signed-out'
      ? 'You have been signed out. What you typed is kept on this device.'
      : status.connection === 'down'
        ? 'Accord cannot be reached. What you type is kept on this device.'
        : unsaved > 0
          ? `${countOf(unsaved, 'answer')} not saved.`
          : ''
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  )
}
