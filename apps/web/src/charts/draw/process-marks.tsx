import type { IndicatorDetail } from '@accord/api-client'
import type { Variation } from '../prepare/signal.ts'

type MarkProps = { variation: Variation; x: number; y: number }

/** A shape for each kind of cause, so that none is told by its colour alone; drawn to equal weight. */
export function CausePoint({ variation, x, y }: MarkProps) {
  const at = `translate(${x} ${y})`
  switch (variation) {
    case 'improvement':
      return <path className="cause-improvement" transform={at} d="M0 -6.4L6.2 4.8H-6.2Z" />
    case 'concern':
      return <path className="cause-concern" transform={at} d="M0 6.4L6.2 -4.8H-6.2Z" />
    case 'neither':
      return <path className="cause-neither" transform={at} d="M-4.9 -4.9H4.9V4.9H-4.9Z" />
    case 'common':
      return <circle className="cause-common" cx={x} cy={y} r="3.6" />
  }
}

/** The same small, for a key. */
export function CauseKey({ variation }: { variation: Variation }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <CausePoint variation={variation} x={7} y={7} />
    </svg>
  )
}

const variationPaths: Readonly<Record<Variation, string>> = {
  improvement: 'M9 30L18 27L27 28L34 16',
  concern: 'M9 16L18 19L27 18L34 30',
  neither: 'M9 24L18 20L27 24L34 16',
  common: 'M9 24L17 20L25 26L35 22',
}

/** After the NHS’s Making Data Count, in shapes of our own: a short line that ends in the mark of its cause. */
export function VariationIcon({ variation }: { variation: Variation }) {
  const [x = 34, y = 22] = variationPaths[variation].split('L').at(-1)?.split(' ').map(Number) ?? []
  return (
    <svg className="process-icon" width="46" height="46" viewBox="0 0 46 46" aria-hidden="true">
      <circle className={`process-ring ring-${variation}`} cx="23" cy="23" r="20.5" />
      <path className="process-line" d={variationPaths[variation]} />
      <CausePoint variation={variation} x={x} y={y} />
    </svg>
  )
}

type Assurance = NonNullable<IndicatorDetail['signal']['assurance']>

const assurancePaths: Readonly<Record<Assurance, { target: number; line: string; letter: string }>> = {
  consistently_passes: { target: 33, line: 'M9 24L17 20L25 24L36 19', letter: 'P' },
  consistently_fails: { target: 19, line: 'M9 30L17 26L25 30L36 26', letter: 'F' },
  hit_or_miss: { target: 26, line: 'M9 31L17 21L25 31L36 20', letter: '?' },
}

/** Where the figures run against the target, which is the dashed line: past it, short of it, or across it. */
export function AssuranceIcon({ assurance }: { assurance: Assurance }) {
  const { target, line, letter } = assurancePaths[assurance]
  return (
    <svg className="process-icon" width="46" height="46" viewBox="0 0 46 46" aria-hidden="true">
      <circle className={`process-ring ring-${assurance}`} cx="23" cy="23" r="20.5" />
      <path className="process-target" d={`M6 ${target}H40`} />
      <path className="process-line" d={line} />
      <text x="23" y="14" textAnchor="middle">
        {letter}
      </text>
    </svg>
  )
}
