import type { QuarterlyReturn } from '@accord/api-client'
import { formatDate, londonDate, returnSections } from '@accord/domain'
import { Link } from 'react-router'
import { returnPath, returnsPath } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { dueWords } from './return-words.ts'
import { SaveMark } from './save-mark.tsx'

type ReturnHeadProps = {
  quarterlyReturn: QuarterlyReturn
  /** Where it is read and nobody would type, a lock is no news. */
  isToRead?: boolean
}

/** Whose return, of when, and until when: then what a person must know before they begin. */
export function ReturnHead({ quarterlyReturn, isToRead = false }: ReturnHeadProps) {
  const { id, partnership, quarter, stateWord, parts, sections } = quarterlyReturn
  // A partner who came by a link is sent some sections only, and may open no list.
  const isGuest = parts.length === 0 && sections.length < returnSections.length
  const { headline, detail } = dueWords(quarterlyReturn)
  const list = returnsPath({ council: null, quarter: quarter.key })
  return (
    <>
      {isGuest ? null : (
        <Breadcrumb
          crumbs={[
            { label: 'Returns', to: returnsPath({ council: null, quarter: null }) },
            { label: quarter.label, to: list },
            { label: partnership.shortName },
          ]}
        />
      )}
      <div className="return-head">
        <div>
          <p className="kicker">
            <b>Quarterly return</b> for {quarter.label.toLowerCase()}, {quarter.months}
          </p>
          <h1>{partnership.name}</h1>
        </div>
        <div className="return-due">
          <b>{headline}</b>
          <span className="muted">
            <span className="return-state">{stateWord}.</span> {detail}{' '}
            <Link to={returnPath(id, 'print')}>Print</Link>
            {parts.length === 0 ? null : (
              <>
                {' '}
                <Link to={returnPath(id, 'workbook')}>Excel</Link>
              </>
            )}
          </span>
        </div>
      </div>
      <Notices quarterlyReturn={quarterlyReturn} isToRead={isToRead} />
    </>
  )
}

/** Why it came back, and why nothing can be typed. */
function Notices({ quarterlyReturn, isToRead }: Required<ReturnHeadProps>) {
  const { lock, events, state } = quarterlyReturn
  const last = events.at(-1)
  const isBack =
    last !== undefined && last.reason !== null && (state === 'changes_requested' || last.label === 'Decline')
  return (
    <>
      {isBack && last.reason !== null ? (
        <div className="callout callout-warning">
          <p>
            <b>
              {last.label === 'Decline' ? 'Not signed' : 'Sent back'}
              {last.by === null ? '' : ` by ${last.by}`}, {formatDate(londonDate(new Date(last.at)))}.
            </b>{' '}
            {last.reason}
          </p>
        </div>
      ) : null}
      {lock === null || isToRead ? null : (
        <div className="callout">
          <p>
            <SaveMark kind="locked" /> <b>Locked.</b> {lock.sentence}
          </p>
        </div>
      )}
    </>
  )
}
