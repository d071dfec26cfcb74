import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import {
  type FigureFormat,
  formatFigure,
  notRatedWord,
  parseQuarterKey,
  rankedByValue,
  statusWord,
} from '@accord/domain'
import { figureCell, quarterCell, quarterColumn } from './long-sheet.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { formatTarget } from './summaries.ts'

type Body = NonNullable<IndicatorDetail['breakdown']>['rows'][number]
type Named = { code: string; format: FigureFormat }

/** 'code' as the figures of each body now: the order is the ranked drawing’s. */
export function bodiesSheet(bodies: readonly Body[], { code, format }: Named): Sheet {
  const ranked = rankedByValue(bodies.map((body) => ({ ...body, name: body.organisation.shortName })))
  return {
    caption: `${code} by body`,
    columns: [
      { heading: 'Body', csv: ['body'] },
      { heading: code, isNumber: true, csv: ['value', 'numerator', 'denominator'] },
      { heading: 'Own target', isNumber: true, csv: ['target'] },
      { heading: 'Now', csv: ['status', 'reason'] },
    ],
    rows: ranked.map(({ organisation, value, numerator, denominator, target, now }) => ({
      key: organisation.id,
      cells: [
        { shown: organisation.shortName, written: [organisation.shortName] },
        {
          ...figureCell(value === null ? null : formatFigure(value, format), value, true),
          written: [value ?? '', numerator ?? '', denominator ?? ''],
        },
        figureCell(target === null ? null : formatTarget(target, format), targetWritten(target)),
        {
          shown: statusWord(now.status),
          written: [statusWord(now.status), now.reason === null ? '' : notRatedWord(now.reason)],
          status: now.status,
        },
      ],
    })),
  }
}

/** A number, or the two ends of a range: the same in every export. */
export function targetWritten(target: SeriesPoint['target']): string {
  if (target === null) return ''
  return 'value' in target ? target.value : `${target.low} to ${target.high}`
}

/** A row for each quarter, newest first, and a column for each body: what the small drawings are drawn from. */
export function quartersSheet(
  bodies: readonly { name: string; points: readonly SeriesPoint[] }[],
  { code, format }: Named,
): Sheet {
  const quarters = bodies[0]?.points ?? []
  const cellOf = (point: SeriesPoint | undefined): SheetCell => {
    if (point === undefined || point.value === null) return { shown: '', written: [''] }
    const shown = formatFigure(point.value, format)
    return { shown: point.state === 'provisional' ? `${shown} prov.` : shown, written: [point.value] }
  }
  return {
    caption: `${code} by body, every quarter`,
    columns: [quarterColumn, ...bodies.map(({ name }) => ({ heading: name, isNumber: true, csv: [name] }))],
    rows: quarters
      .map(({ quarter }, place) => ({
        key: quarter,
        cells: [
          quarterCell(parseQuarterKey(quarter) ?? 0),
          ...bodies.map(({ points }) => cellOf(points[place])),
        ],
      }))
      .toReversed(),
  }
}
