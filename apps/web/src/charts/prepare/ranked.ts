import type { IndicatorDetail } from '@accord/api-client'
import { type FigureFormat, formatFigure, rankedByValue, type Status, statusWord } from '@accord/domain'
import { axisTicks } from './axis-ticks.ts'
import type { PointReading } from './point-sentences.ts'
import { scaleOf, tenth } from './scale.ts'
import { targetFigures } from './series-figures.ts'
import { formatTarget } from './summaries.ts'

type Breakdown = NonNullable<IndicatorDetail['breakdown']>

export type RankedBody = {
  id: string
  name: string
  isYours: boolean
  shown: string
  /** How far along the row, in per cent of it. */
  at: number | null
  targets: number[]
  targetShown: string | null
  status: Status
  isProvisional: boolean
}

export type Ranked = {
  bodies: RankedBody[]
  median: { at: number; shown: string; bodies: number } | null
  ticks: { at: number; label: string }[]
  summary: string
}

type RankedInput = {
  title: string
  breakdown: Breakdown
  format: FigureFormat
  /** The reader’s own council, where they look as one. */
  council: string | null
}

const mostTicks = 5

/** Bodies in the order of their figures, on one scale with the middle of them. */
export function prepareRanked({ title, breakdown, format, council }: RankedInput): Ranked {
  const { rows, median } = breakdown
  const axis = axisTicks({
    figures: rows.flatMap(({ value, target }) => [
      ...(value === null ? [] : [Number(value)]),
      ...targetFigures(target),
    ]),
    fromZero: false,
    most: mostTicks,
    ...(format.unit === '%' ? { ceiling: 100 } : {}),
  })
  const along = scaleOf({ low: axis.low, high: axis.high, from: 2, to: 98 })
  const percent = (figure: number) => tenth(along(figure))
  const named = rows.map((row) => ({ ...row, name: row.organisation.shortName }))
  const bodies = rankedByValue(named).map((row): RankedBody => {
    const { organisation, value, target, now, state } = row
    return {
      id: organisation.id,
      name: organisation.shortName,
      isYours: organisation.id === council,
      shown: value === null ? 'No figure' : formatFigure(value, format),
      at: value === null ? null : percent(Number(value)),
      targets: targetFigures(target).map(percent),
      targetShown: target === null ? null : formatTarget(target, format),
      status: now.status,
      isProvisional: state === 'provisional',
    }
  })
  return {
    bodies,
    median:
      median === null
        ? null
        : {
            at: percent(Number(median.value)),
            shown: formatFigure(median.value, format),
            bodies: median.bodies,
          },
    ticks: axis.ticks.map((tick) => ({
      at: percent(tick),
      label: formatFigure(String(tick), { ...format, decimals: 0 }),
    })),
    summary: summaryOf(title, bodies, median === null ? null : formatFigure(median.value, format)),
  }
}

function summaryOf(title: string, bodies: readonly RankedBody[], median: string | null): string {
  const reported = bodies.filter(({ at }) => at !== null)
  const [first, last] = [reported[0], reported.at(-1)]
  if (first === undefined || last === undefined) return `${title}: no body has a figure.`
  const middle = median === null ? '' : ` The median of ${reported.length} is ${median}.`
  return `${title}, bodies by their figures: from ${first.name}, ${first.shown}, to ${last.name}, ${last.shown}.${middle}`
}

/** 'Oxford': '36.1%, own target 42.0%, off target; below the median'. */
export function sayRanked({ bodies, median }: Ranked, place: number): PointReading | null {
  const body = bodies[place]
  if (body === undefined) return null
  const { name, isYours, shown, targetShown, status, at, isProvisional } = body
  const parts = [
    `${shown}${isProvisional ? ', provisional' : ''}`,
    ...(targetShown === null ? [] : [`own target ${targetShown}`]),
    statusWord(status).toLowerCase(),
    ...(median === null || at === null
      ? []
      : [`${at === median.at ? 'at' : at > median.at ? 'above' : 'below'} the median of ${median.shown}`]),
  ]
  return { name: isYours ? `${name}, yours` : name, words: parts.join('; ') }
}
