import type { MeasurementState } from '@accord/api-client'
import { type FigureFormat, formatFigure } from '@accord/domain'

type FigureTextProps = { value: string | null; state: MeasurementState | null; format: FigureFormat }

/** A figure, bold, with what a reader must know of its state: 'prov.' or a superscript r. */
export function FigureText({ value, state, format }: FigureTextProps) {
  if (value === null) return <span className="muted">No figure</span>
  return (
    <>
      <b>{formatFigure(value, format)}</b>
      {state === 'provisional' ? (
        <>
          {' '}
          <span className="muted">prov.</span>
        </>
      ) : null}
      {state === 'revised' ? (
        <sup>
          r<span className="visually-hidden"> restated</span>
        </sup>
      ) : null}
    </>
  )
}
