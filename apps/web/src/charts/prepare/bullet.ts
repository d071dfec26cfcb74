import type { Polarity, TargetValue, Tolerance } from '@accord/domain'
import { scaleOf, tenth } from './scale.ts'
import { targetFigures } from './series-figures.ts'

export type Band = { tint: 'on' | 'near' | 'off'; x: number; width: number }

export type Bullet = {
  bands: Band[]
  bar: { x: number; width: number } | null
  ticks: number[]
  forecastX: number | null
}

export type BulletInput = {
  value: number | null
  target: TargetValue | null
  forecast: number | null
  polarity: Polarity
  tolerance: Tolerance
  widthPixels: number
  /** Shared between rows that are compared; else each bar has its own. */
  highest?: number
}

const headroom = 1.06

/** A bar against its target on the three tints of its own tolerance. Always starts at zero. */
export function prepareBullet(input: BulletInput): Bullet | null {
  const { value, forecast, widthPixels } = input
  const ends = targetFigures(input.target)
  if (value === null && ends.length === 0) return null
  const figures = [value, forecast, ...ends].filter((figure) => figure !== null)
  const high = (input.highest ?? Math.max(...figures, 0)) * headroom || 1
  const low = Math.min(...figures, 0) * headroom
  const x = scaleOf({ low, high, from: 0, to: widthPixels })
  const inside = (figure: number) => tenth(Math.max(0, Math.min(widthPixels, x(figure))))
  return {
    bands: bandsOf({ ...input, ends, inside }),
    bar: value === null ? null : barOf(inside(Math.min(0, value)), inside(Math.max(0, value))),
    ticks: ends.map(inside),
    forecastX: forecast === null ? null : inside(forecast),
  }
}

function barOf(from: number, to: number): { x: number; width: number } {
  return { x: from, width: tenth(to - from) }
}

type BandsInput = BulletInput & { ends: readonly number[]; inside: (figure: number) => number }

function bandsOf({ ends, inside, polarity, tolerance, widthPixels }: BandsInput): Band[] {
  const whole: Band = { tint: 'on', x: 0, width: widthPixels }
  const low = ends[0]
  const high = ends.at(-1)
  if (low === undefined || high === undefined || polarity === 'none') return [whole]
  const reach = (end: number, share: string) =>
    tolerance.kind === 'relative' ? Math.abs(end) * Number(share) : Number(share)
  const nearFrom = inside(low - reach(low, tolerance.amber))
  const onFrom = inside(low - reach(low, tolerance.green))
  const onTo = inside(high + reach(high, tolerance.green))
  const nearTo = inside(high + reach(high, tolerance.amber))
  const edges: [Band['tint'], number, number][] =
    polarity === 'lower' && ends.length === 1
      ? [
          ['on', 0, onTo],
          ['near', onTo, nearTo],
          ['off', nearTo, widthPixels],
        ]
      : polarity === 'higher' && ends.length === 1
        ? [
            ['off', 0, nearFrom],
            ['near', nearFrom, onFrom],
            ['on', onFrom, widthPixels],
          ]
        : [
            ['off', 0, nearFrom],
            ['near', nearFrom, onFrom],
            ['on', onFrom, onTo],
            ['near', onTo, nearTo],
            ['off', nearTo, widthPixels],
          ]
  return edges
    .map(([tint, from, to]) => ({ tint, x: from, width: tenth(to - from) }))
    .filter(({ width }) => width > 0)
}
