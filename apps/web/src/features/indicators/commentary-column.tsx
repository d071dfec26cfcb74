import type { IndicatorDetail } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import type { ReactNode } from 'react'

/** In the words of the partnership, signed and dated. */
export function CommentaryColumn({ indicator }: { indicator: IndicatorDetail }) {
  const { commentary, quarter } = indicator
  const parts = commentary === null ? [] : partsOf(commentary)
  return (
    <div>
      <h2>What the partnership says</h2>
      {parts.length === 0 ? (
        <p className="muted">It has said nothing about {quarter.name.toLowerCase()}.</p>
      ) : (
        <dl className="story">
          {parts.map(({ heading, words }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {commentary?.writtenOn ? (
        <p className="note">
          Written {formatDate(commentary.writtenOn)}
          {commentary.writtenBy === null ? '' : ` by ${commentary.writtenBy}`}.
        </p>
      ) : null}
    </div>
  )
}

type Commentary = NonNullable<IndicatorDetail['commentary']>
type Part = { heading: string; words: ReactNode }

function partsOf(commentary: Commentary): Part[] {
  const { whatHappened, why, whatWeAreDoing, whatWeNeed, cause } = commentary
  const parts: Part[] = [
    { heading: 'What happened', words: whatHappened },
    { heading: 'Why', words: why ?? cause },
    { heading: 'What we are doing, who, by when', words: actionWords(commentary, whatWeAreDoing) },
    { heading: 'What we need from members', words: whatWeNeed },
  ]
  return parts.filter(({ words }) => words !== null && words !== '')
}

function actionWords(
  { action, actionOwner, actionDueOn }: Commentary,
  whatWeAreDoing: string | null,
): ReactNode {
  const words = [whatWeAreDoing, action].filter((text) => text !== null && text !== '')
  if (words.length === 0) return null
  return (
    <>
      {[...new Set(words)].join(' ')}
      {actionOwner === null ? null : (
        <>
          {' '}
          <b className="strong">{actionOwner}</b>
        </>
      )}
      {actionDueOn === null ? '' : `${actionOwner === null ? ' B' : ', b'}y ${formatDate(actionDueOn)}`}
      {actionOwner === null && actionDueOn === null ? '' : '.'}
    </>
  )
}
