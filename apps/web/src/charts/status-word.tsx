import { type NotRatedReason, notRatedWord, type Status, statusWord } from '@accord/domain'
import { Explain } from '#ui/explain.tsx'
import { StatusMark } from './draw/status-mark.tsx'

/** Colour, shape and word together. */
export function StatusWord({ status, word }: { status: Status; word?: string }) {
  return (
    <span className="status">
      <StatusMark status={status} />
      <span className="status-word">{word ?? statusWord(status)}</span>
    </span>
  )
}

type RatedWordProps = {
  rating: { status: Status; reason: NotRatedReason | null; why: string | (() => string) }
  /** Which indicator, and which of its two statuses: said to those who cannot see the row. */
  about: string
  /** Write the reason after a dash, where no other line does. */
  withReason?: boolean
}

/** A status that says why on demand. */
export function RatedWord({ rating, about, withReason = false }: RatedWordProps) {
  const reason = withReason && rating.reason !== null ? notRatedWord(rating.reason) : null
  return (
    <Explain explanation={rating.why} about={about}>
      <StatusWord status={rating.status} />
      {reason === null ? null : <span className="small muted">: {reason}</span>}
    </Explain>
  )
}
