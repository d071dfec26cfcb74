import { CauseKey } from './draw/process-marks.tsx'
import type { SignalModel, Variation } from './prepare/signal.ts'

const causeNames: Readonly<Record<Variation, string>> = {
  improvement: 'special cause: improvement',
  concern: 'special cause: concern',
  neither: 'special cause: neither',
  common: 'common cause',
}

/** Names only what is drawn. */
export function SignalKey({ model }: { model: SignalModel }) {
  const drawn = (Object.keys(causeNames) as Variation[]).filter((variation) =>
    model.points.some((point) => point.variation === variation),
  )
  return (
    <ul className="key">
      {drawn.map((variation) => (
        <li key={variation}>
          <CauseKey variation={variation} />
          {causeNames[variation]}
        </li>
      ))}
      <KeyLine className="mean-line" name={model.kind === 'limits' ? 'mean' : 'median'} />
      {model.kind === 'limits' ? <KeyLine className="limit-line" name="limits" /> : null}
      {model.target === null ? null : <KeyLine className="long-target" name="target now" />}
    </ul>
  )
}

function KeyLine({ className, name }: { className: string; name: string }) {
  return (
    <li>
      <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
        <path className={className} d="M0 7H30" />
      </svg>
      {name}
    </li>
  )
}
