import type { SeriesPoint } from '@accord/api-client'
import {
  type FigureField,
  formatDate,
  formatFigure,
  hardLimitsOf,
  indicatorCell,
  quarterKey,
  type usualRangeOf,
} from '@accord/domain'
import type { Fact } from '#ui/fact-list.tsx'
import type { DraftCell } from './draft-cell.ts'
import type { IndicatorModel, ReturnModel } from './return-model.ts'
import { momentOf } from './return-words.ts'

export const valuesShown = 12

export function lastPoints(
  { quarterIndex }: ReturnModel,
  { row }: IndicatorModel,
  figure: string | null,
): SeriesPoint[] {
  const { values, targets, notes } = row.series
  const from = quarterIndex - values.length
  const before = values.map((value, place) => {
    const note = notes.find((one) => one.place === place)
    const state = note?.state ?? (value === null ? null : ('final' as const))
    return {
      quarter: quarterKey(from + place),
      value,
      state,
      period: note?.period ?? null,
      target: targets[place] ?? null,
    }
  })
  const now: SeriesPoint = {
    quarter: quarterKey(quarterIndex),
    value: figure,
    state: 'provisional',
    period: null,
    target: row.target,
  }
  return [...before, now].slice(-valuesShown)
}

type Usual = ReturnType<typeof usualRangeOf>

export function summaryOf(
  { code, ...format }: IndicatorModel['row'],
  series: readonly SeriesPoint[],
  usual: Usual,
): string {
  const figures = series.flatMap(({ value }) => (value === null ? [] : [value]))
  const now = series.at(-1)?.value ?? null
  const reported = now === null ? figures : figures.slice(0, -1)
  const [first] = reported
  const last = reported.at(-1)
  const show = (text: string) => formatFigure(text, format)
  const told =
    first === undefined || last === undefined ? 'nothing reported' : `from ${show(first)} to ${show(last)}`
  const entered = now === null ? '' : `, then ${show(now)} as entered`
  const range = usual === null ? '' : ` Usual range ${show(usual.low)} to ${show(usual.high)}.`
  return `${code}, last ${valuesShown} values: ${told}${entered}.${range} The same figures follow in a table.`
}

type FactsInput = {
  found: IndicatorModel
  usual: Usual
  cells: ReadonlyMap<string, DraftCell>
  today: string
  field: FigureField
}

export function factsOf({ found, usual, cells, today, field }: FactsInput): Fact[] {
  const { row, indicator } = found
  const show = (text: string) => formatFigure(text, row)
  const { min, max } = hardLimitsOf(indicator)
  const kept = cells.get(indicatorCell(row.id, field))?.kept ?? null
  const comment = cells.get(indicatorCell(row.id, 'commentary'))?.text ?? ''
  return [
    {
      name: 'Usual range',
      value: usual === null ? noRangeWords(row.measure) : `${show(usual.low)} to ${show(usual.high)}`,
    },
    {
      name: 'Hard limits',
      value: limitsWords(min === null ? null : show(min), max === null ? null : show(max)),
    },
    ...(comment === '' ? [] : [{ name: 'Comment', value: comment }]),
    {
      name: 'Entered',
      value: kept === null ? 'Not yet' : `${kept.changedBy}, ${momentOf(kept.changedAt, today)}`,
    },
    ...(row.before === null || row.before.dueOn === null
      ? []
      : [
          {
            name: 'Last quarter',
            value: `${row.before.action ?? 'Action'} By ${formatDate(row.before.dueOn)}.`,
          },
        ]),
  ]
}

function noRangeWords(measure: IndicatorModel['row']['measure']): string {
  if (measure === 'cumulative') return 'None: it adds up from April'
  return measure === 'annual' || measure === 'biennial'
    ? 'None: too seldom'
    : 'None: too few or too uneven figures'
}

function limitsWords(min: string | null, max: string | null): string {
  if (min === null && max === null) return 'None'
  if (min === null) return `At most ${max}`
  return max === null ? `From ${min}` : `${min} to ${max}`
}
