import type { Status } from '@accord/domain'

/** Each status has a shape of its own, drawn to equal weight in a box 12 by 12. */
export function StatusShape({ status }: { status: Status }) {
  switch (status) {
    case 'on_target':
      return <circle className="mark-on" cx="6" cy="6" r="5.3" />
    case 'near_target':
      return <path className="mark-near" d="M6 .9L11.6 11H.4Z" />
    case 'off_target':
      return <path className="mark-off" d="M6 0L12 6L6 12L0 6Z" />
    case 'not_rated':
      return <rect className="mark-not-rated" x="1" y="4.9" width="10" height="2.2" />
  }
}

/** Decoration beside its word: the word carries the meaning. */
export function StatusMark({ status, sizePixels = 12 }: { status: Status; sizePixels?: number }) {
  return (
    <svg className="mark" width={sizePixels} height={sizePixels} viewBox="0 0 12 12" aria-hidden="true">
      <StatusShape status={status} />
    </svg>
  )
}
