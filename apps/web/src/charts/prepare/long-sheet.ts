import {
  capitalise,
  quarterEndsOn,
  quarterKey,
  quarterLabel,
  quarterStartsOn,
  statusWord,
} from '@accord/domain'
import type { LongPoint } from './long-point.ts'
import type { LongSeries } from './long-series.ts'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'

export const quarterColumn: SheetColumn = { heading: 'Quarter', csv: ['quarter', 'from', 'to'] }

/** A quarter as the table names it, and as a program reads it: its key with its first and last day. */
export function quarterCell(index: number, note: string | null = null): SheetCell {
  return {
    shown: quarterLabel(index),
    written: [quarterKey(index), quarterStartsOn(index), quarterEndsOn(index)],
    note,
  }
}

/** A figure as it is shown, and as a number: the decimals there are, and no unit. */
export function figureCell(shown: string | null, written: string | null, isStrong = false): SheetCell {
  return { shown: shown ?? 'None', written: [written ?? ''], isStrong }
}

/** The same points as the chart, newest first. */
export function longSheet(
  model: LongSeries,
  { code, unit, written }: { code: string; unit: string; written: (index: number) => WrittenPoint },
): Sheet {
  const heading = unit === '%' || unit === 'number' ? code : `${code}, ${unit}`
  const points = model.points
    .filter(({ value, targetShown, forecast }) => value !== null || targetShown !== null || forecast !== null)
    .toReversed()
  const hasPins = model.pins.length > 0
  return {
    caption: `${code}, every quarter`,
    columns: [
      quarterColumn,
      { heading, isNumber: true, csv: ['value'] },
      { heading: 'Target', isNumber: true, csv: ['target'] },
      { heading: 'Forecast', isNumber: true, csv: ['forecast', 'lead’s own forecast'] },
      { heading: 'Status', csv: ['status'] },
      { heading: 'State', csv: ['state'] },
      ...(hasPins ? [{ heading: 'Event', csv: ['event'] }] : []),
    ],
    rows: points.map((point) => ({
      key: quarterKey(point.index),
      cells: cellsOf(point, { model, written: written(point.index), hasPins }),
    })),
  }
}

/** What the answer says of a point, to the last decimal. */
export type WrittenPoint = {
  value: string | null
  target: string | null
  forecast: string | null
  lead: string | null
}

function cellsOf(
  point: LongPoint,
  { model, written, hasPins }: { model: LongSeries; written: WrittenPoint; hasPins: boolean },
): SheetCell[] {
  const { index, period, shown, targetShown, forecastShown, status, state, value } = point
  const isRated = status !== null && value !== null
  const lead = model.lead?.index === index ? `Lead’s own: ${model.lead.shown}` : null
  const events = model.pins.filter((pin) => pin.index === index).map(({ title }) => title)
  return [
    quarterCell(index, model.isYearly && period !== null ? `for ${period}` : null),
    figureCell(shown, written.value, true),
    figureCell(targetShown, written.target),
    {
      shown: forecastShown ?? '',
      written: [forecastShown === null ? '' : (written.forecast ?? ''), written.lead ?? ''],
      note: lead,
    },
    isRated
      ? { shown: statusWord(status), written: [statusWord(status)], status }
      : { shown: '', written: [''] },
    { shown: state === null ? '' : capitalise(state), written: [state ?? ''] },
    ...(hasPins ? [{ shown: events.join('; '), written: [events.join('; ')] }] : []),
  ]
}
