import type { QuarterlyReturn, ReturnSectionState } from '@accord/api-client'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { useRoom, useSummary } from './draft-context.tsx'
import { SaveMark } from './save-mark.tsx'

/** A section of the return, or the last step. */
export type StepName = ReturnSectionState['section'] | 'check'

const marks: Readonly<Record<ReturnSectionState['state'], Parameters<typeof SaveMark>[0]['kind']>> = {
  cannot_start_yet: 'hollow',
  not_started: 'hollow',
  in_progress: 'half',
  completed: 'saved',
  not_needed: 'saved',
  changes_requested: 'confirm',
  changes_made: 'saved',
}

const signOffMarks = { cannot_start_yet: 'hollow', ready: 'half', awaiting: 'half', signed: 'saved' } as const

/** The sections of the return and how far each has come, as it stands on this device. */
export function Steps({ current }: { current: StepName | null }) {
  const { model } = useRoom()
  const { summary } = useSummary()
  const { id, sections, parts } = model.quarterlyReturn
  // A partner who came by a link is sent the sections handed to them, and checks nothing off.
  const isGuest = parts.length === 0 && sections.length < summary.sections.length
  const shown = summary.sections.filter(
    ({ section }) => !isGuest || sections.some((one) => one.section === section),
  )
  // What was signed off is no longer counted as still to do.
  const isOver = summary.signOff.state === 'signed'
  const isSigned = summary.signOff.state === 'signed' || summary.signOff.state === 'awaiting'
  return (
    <nav aria-label="Sections of this return">
      <ol className="steps">
        {shown.map(({ section, title, state, words, done, total }) => (
          <Step
            key={section}
            to={returnPath(id, section)}
            title={title}
            mark={isOver ? 'saved' : marks[state]}
            words={
              isOver && done < total
                ? 'Signed off'
                : `${words}${done < total ? withWords(model.quarterlyReturn, section) : ''}`
            }
            isCurrent={current === section}
          />
        ))}
        {isGuest ? null : (
          <Step
            to={returnPath(id, isSigned ? 'sign-off' : 'check')}
            title="Check and sign off"
            mark={signOffMarks[summary.signOff.state]}
            words={summary.signOff.words}
            isCurrent={current === 'check'}
          />
        )}
      </ol>
    </nav>
  )
}

/** ', with Leila Hart'. */
function withWords({ assignments }: QuarterlyReturn, section: string): string {
  const names = assignments.filter((one) => one.section === section && one.cells === null).map(({ to }) => to)
  return names.length === 0 ? '' : `, with ${names.join(', ')}`
}

type StepProps = {
  to: string
  title: string
  mark: Parameters<typeof SaveMark>[0]['kind']
  words: string
  isCurrent: boolean
}

function Step({ to, title, mark, words, isCurrent }: StepProps) {
  return (
    <li className={isCurrent ? 'step-current' : undefined}>
      <Link to={to} aria-current={isCurrent ? 'step' : undefined}>
        {title}
      </Link>
      <span className="step-state">
        <SaveMark kind={mark} />
        <span>{words}</span>
      </span>
    </li>
  )
}
