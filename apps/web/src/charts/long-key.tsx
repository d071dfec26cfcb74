import type { LongSeries } from './prepare/long-series.ts'

/** Names only what is drawn. */
export function LongKey({ model }: { model: LongSeries }) {
  const hasProvisional = model.points.some(({ state }) => state === 'provisional')
  return (
    <ul className="key">
      <li>
        <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
          <path d="M1 11L12 8L22 9L33 4" stroke="#12436d" strokeWidth="2.5" fill="none" />
        </svg>
        actual
      </li>
      {hasProvisional ? (
        <li>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle className="point-provisional" cx="7" cy="7" r="4.4" />
          </svg>
          provisional
        </li>
      ) : null}
      {model.steps.length === 0 ? null : (
        <li>
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <path className="long-target" d="M0 10H15V5H30" />
          </svg>
          target
        </li>
      )}
      {model.end === null ? null : (
        <li>
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <path className="long-forecast" d="M0 7H30" />
          </svg>
          forecast
        </li>
      )}
      {model.lead === null ? null : (
        <li>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path className="lead-forecast" d="M2 2L12 12M12 2L2 12" />
          </svg>
          lead’s own forecast
        </li>
      )}
    </ul>
  )
}
