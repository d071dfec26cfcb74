import { quarterLabel, statusWord } from '@accord/domain'
import type { LongSeries } from './long-series.ts'
import type { SignalModel } from './signal.ts'

/** What a point is called and what is said of it, when a reader comes to it. */
export type PointReading = { name: string; words: string }

/** 'Quarter 2 2009/10': '46.1%, provisional; target 48.0%, near target; event 3: New contract'. */
export function sayLongPoint(model: LongSeries, place: number): PointReading | null {
  const point = model.points[place]
  if (point === undefined) return null
  const { index, value, shown, forecast, forecastShown, state, period, targetShown, status } = point
  const isForecast = value === null && forecast !== null
  const figure = isForecast ? `forecast ${forecastShown}` : (shown ?? 'no figure')
  const parts = [
    `${figure}${period === null ? '' : ` for ${period}`}${state === null || state === 'final' ? '' : `, ${state}`}`,
    ...(targetShown === null
      ? []
      : [
          `target ${targetShown}${status === null || value === null ? '' : `, ${statusWord(status).toLowerCase()}`}`,
        ]),
    ...(model.lead?.index === index ? [`lead’s own forecast ${model.lead.shown}`] : []),
    ...model.pins.filter((pin) => pin.index === index).map((pin) => `event ${pin.number}: ${pin.title}`),
  ]
  return { name: quarterLabel(index), words: parts.join('; ') }
}

/** 'Quarter 2 2009/10': '46.1%; special cause, improvement: 6 in a row above the mean'. */
export function saySignalPoint(model: SignalModel, place: number): PointReading | null {
  const point = model.points[place]
  if (point === undefined) return null
  const { index, shown, value, variationShown, rules, begins } = point
  const cause =
    value === null ? [] : [[variationShown, rules.join(', ')].filter((part) => part !== '').join(': ')]
  return {
    name: quarterLabel(index),
    words: [
      shown ?? 'no figure',
      ...cause.filter((part) => part !== ''),
      ...(begins === null ? [] : [`limits begin anew: ${begins}`]),
    ].join('; '),
  }
}
