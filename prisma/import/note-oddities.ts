import { countsGive, usualEnds } from '@accord/domain'
import { ROUNDED_TO } from './indicator-settings.ts'
import {
  isOver,
  type Judge,
  type JudgedIndicator,
  type PlacedFigure,
  placeOf,
  seriesOf,
  shown,
} from './judged-indicator.ts'

/** Figures far from the rest of their series: loaded, and listed. */
export function noteUnusual(
  { settings }: JudgedIndicator,
  figures: readonly PlacedFigure[],
  judge: Judge,
): void {
  const column = judge.heading('value')
  for (const own of seriesOf(figures)) {
    const ends = usualEnds(own.map(({ value }) => Number(value)))
    if (ends === null) continue
    for (const figure of own) {
      const value = Number(figure.value)
      if (value >= ends.low && value <= ends.high) continue
      const reason = `${placeOf(figure)}: ${shown(figure.value ?? '0', settings)} is far from the other figures of its series.`
      judge.fault({
        line: figure.line,
        column,
        cell: figure.value,
        kind: 'note',
        code: 'unusual',
        group: null,
        reason,
      })
    }
  }
}

/** Values that their counts do not give. */
export function noteDisagreeing(
  { settings }: JudgedIndicator,
  figures: readonly PlacedFigure[],
  judge: Judge,
): void {
  if (settings.unit !== '%') return
  const step = settings.roundedCounts ? ROUNDED_TO : null
  for (const figure of figures) {
    const { value, fraction, numerator, denominator, line } = figure
    if (value === null || numerator === null || denominator === null || isOver(figure)) continue
    // A fraction is as exact as it was written: 0.9 is 85% to 95%.
    const stated = fraction === undefined ? { value, per: '100' } : { value: fraction, per: '1' }
    if (countsGive({ numerator, denominator, step, ...stated })) continue
    const reason = `${placeOf(figure)}: ${numerator} of ${denominator} does not give ${shown(value, settings)}.`
    judge.fault({
      line,
      column: judge.heading('value'),
      cell: value,
      kind: 'note',
      code: 'counts',
      group: null,
      reason,
    })
  }
}
