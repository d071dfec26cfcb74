import type { IndicatorDetail } from '@accord/api-client'
import { countOf, formatDate } from '@accord/domain'
import { memo, type ReactNode } from 'react'

const fewShown = 3

type Commentary = IndicatorDetail['commentaries'][number]

/** In the words of the partnership, signed and dated: the newest open, older ones behind their quarters. */
export const CommentaryColumn = memo(function CommentaryColumn({
  indicator,
}: {
  indicator: IndicatorDetail
}) {
  const { commentaries, quarter } = indicator
  const said = commentaries.filter((commentary) => partsOf(commentary).length > 0)
  const [newest, ...older] = said
  const isOfNow = newest?.quarter === quarter.key
  return (
    <div>
      <h2>What the partnership says</h2>
      {isOfNow ? null : <p className="muted">It has said nothing about {quarter.label.toLowerCase()}.</p>}
      {newest === undefined ? null : (
        <>
          {isOfNow ? null : <h3 className="commentary-quarter">{newest.label}</h3>}
          <Story commentary={newest} before={older[0]} />
        </>
      )}
      <Earlier commentaries={older.slice(0, fewShown)} next={older[fewShown]} />
      {older.length <= fewShown ? null : (
        <details className="commentary-earlier">
          <summary>{countOf(older.length - fewShown, 'earlier quarter')}</summary>
          <Earlier commentaries={older.slice(fewShown)} next={undefined} />
        </details>
      )}
    </div>
  )
})

type EarlierProps = { commentaries: readonly Commentary[]; next: Commentary | undefined }

/** Each behind its quarter. `next`: the one before the last of them. */
function Earlier({ commentaries, next }: EarlierProps) {
  return commentaries.map((commentary, place) => (
    <details key={commentary.quarter} className="commentary-earlier">
      <summary>{commentary.label}</summary>
      <Story commentary={commentary} before={commentaries[place + 1] ?? next} />
    </details>
  ))
}

type StoryProps = { commentary: Commentary; before: Commentary | undefined }

function Story({ commentary, before }: StoryProps) {
  const { writtenOn, writtenBy } = commentary
  const promised = before === undefined ? null : promiseOf(before)
  return (
    <>
      <dl className="story">
        {partsOf(commentary).map(({ heading, words }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Written {formatDate(writtenOn)}
        {writtenBy === null ? '' : ` by ${writtenBy}`}.{promised === null ? '' : ` ${promised}`}
      </p>
    </>
  )
}

/** 'Quarter 1 2009/10 promised: “South Oxfordshire contract live by 1 July.” Daniel Okafor, by 1 July 2009.' */
function promiseOf({ label, action, actionOwner, actionDueOn }: Commentary): string | null {
  if (action === null || action === '') return null
  const who = [actionOwner, actionDueOn === null ? null : `by ${formatDate(actionDueOn)}`]
    .filter((part) => part !== null)
    .join(', ')
  return `${label} promised: “${action}”${who === '' ? '' : ` ${who}.`}`
}

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
