import { memo, useSyncExternalStore } from 'react'
import type { Ranked, RankedBody } from '../prepare/ranked.ts'
import type { ReadingCursor } from '../reading-cursor.ts'
import { StatusShape } from './status-mark.tsx'

type RankedDotsProps = { ranked: Ranked; cursor: ReadingCursor }

const rowPixels = 26
const markPixels = 12

/** A row for each body: its mark on one scale, its own target as a tick, and the median through all of them. */
export const RankedDots = memo(function RankedDots({ ranked, cursor }: RankedDotsProps) {
  return (
    <div className="ranked-dots" aria-hidden="true">
      <RankedScale ranked={ranked} />
      {ranked.bodies.map((body, place) => (
        <RankedRow key={body.id} body={body} place={place} ranked={ranked} cursor={cursor} />
      ))}
    </div>
  )
})

/** The figures of the scale, over the rows. */
function RankedScale({ ranked: { ticks, median } }: { ranked: Ranked }) {
  return (
    <div className="ranked-row ranked-scale">
      <span />
      <svg width="100%" height="38" className="svg-text" aria-hidden="true">
        {ticks.map(({ at, label }) => (
          <text key={label} x={`${at}%`} y="34" textAnchor="middle">
            {label}
          </text>
        ))}
        {median === null ? null : (
          <text
            className="median-word"
            x={`${at(median.at)}%`}
            y="13"
            textAnchor={median.at < 15 ? 'start' : median.at > 85 ? 'end' : 'middle'}
          >
            {`Median ${median.shown}, ${median.bodies} bodies`}
          </text>
        )}
      </svg>
      <span />
    </div>
  )
}

const at = (percent: number) => Math.round(percent * 10) / 10

type RankedRowProps = { body: RankedBody; place: number; ranked: Ranked; cursor: ReadingCursor }

function RankedRow({ body, place, ranked, cursor }: RankedRowProps) {
  const isRead = useSyncExternalStore(cursor.subscribe, () => cursor.get()?.place === place)
  return (
    <div
      className={`ranked-row${body.isYours ? ' ranked-yours' : ''}${isRead ? ' ranked-read' : ''}`}
      data-place={place}
    >
      <span className="ranked-name">
        {body.name}
        {body.isYours ? ', yours' : ''}
      </span>
      <svg width="100%" height={rowPixels} aria-hidden="true">
        {ranked.ticks.map((tick) => (
          <line
            key={tick.at}
            className="grid-line"
            x1={`${tick.at}%`}
            x2={`${tick.at}%`}
            y1="0"
            y2={rowPixels}
          />
        ))}
        {ranked.median === null ? null : (
          <line
            className="median-line"
            x1={`${ranked.median.at}%`}
            x2={`${ranked.median.at}%`}
            y1="0"
            y2={rowPixels}
          />
        )}
        {body.targets.map((target) => (
          <line
            key={target}
            className="ranked-target"
            x1={`${target}%`}
            x2={`${target}%`}
            y1="5"
            y2={rowPixels - 5}
          />
        ))}
        {body.at === null ? null : (
          <svg
            x={`${body.at}%`}
            y={(rowPixels - markPixels) / 2}
            width="1"
            height={markPixels}
            overflow="visible"
            aria-hidden="true"
          >
            <g transform={`translate(${-markPixels / 2} 0)`}>
              <StatusShape status={body.status} />
            </g>
          </svg>
        )}
      </svg>
      <span className="number">{body.shown}</span>
    </div>
  )
}
