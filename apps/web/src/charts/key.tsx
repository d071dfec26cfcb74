/** What each mark of a drawing means, drawn as it is drawn there. */
export function ActualKey() {
  return (
    <li>
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
        <path className="series-line" d="M1 11L12 8L22 9L31 4" />
        <circle className="point" cx="31" cy="4" r="3" />
      </svg>
      actual
    </li>
  )
}

export function ProvisionalKey() {
  return (
    <li>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <circle className="point-provisional" cx="7" cy="7" r="3.4" />
      </svg>
      provisional
    </li>
  )
}

export function TargetKey({ children }: { children: string }) {
  return (
    <li>
      <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
        <path className="target-line" d="M0 10H15V5H30" />
      </svg>
      {children}
    </li>
  )
}

export function BulletKey() {
  return (
    <li>
      <svg width="60" height="18" viewBox="0 0 60 18" aria-hidden="true">
        <rect className="band-off" y="2" width="24" height="14" />
        <rect className="band-near" x="24" y="2" width="14" height="14" />
        <rect className="band-on" x="38" y="2" width="22" height="14" />
        <rect className="actual-bar" y="6" width="30" height="6" />
        <rect className="target-tick" x="36.5" width="3" height="18" />
      </svg>
      bar: actual; tick: target; tints, dark to light: off, near, on target
    </li>
  )
}

export function ForecastPointKey() {
  return (
    <li>
      <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
        <circle className="forecast-point" cx="6" cy="7" r="4" />
      </svg>
      year-end forecast (not drawn for counts that build up through the year)
    </li>
  )
}

export function ForecastFanKey() {
  return (
    <li>
      <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
        <path className="fan" d="M2 11L34 1V12Z" />
        <path className="forecast-line" d="M2 11L34 6" />
        <circle className="forecast-point" cx="34" cy="6" r="3" />
      </svg>
      forecast, with the range it should fall in 8 times out of 10
    </li>
  )
}
