import type { TargetValue } from '@accord/domain'
import type { ReadReturn } from '#modules/returns/editable-cells.service.ts'
import { type AnswerColumn, type FactColumn, type Tab, type TabRow, tabOf } from './workbook-layout.ts'

type Owed = ReadReturn['owed'][number]

const facts: readonly FactColumn[] = [
  { heading: 'Code', kind: 'text', width: 10 },
  { heading: 'Indicator', kind: 'text', width: 36 },
  { heading: 'Unit', kind: 'text', width: 12 },
  { heading: 'Counted as', kind: 'text', width: 34 },
  { heading: 'Year ago', kind: 'number', width: 11 },
  { heading: 'Last quarter', kind: 'number', width: 11 },
  { heading: 'Target', kind: 'number', width: 11 },
  { heading: 'Said last quarter', kind: 'text', width: 36 },
]

// No column for the confirmation of an unusual figure: it is given beside the question, on the screen.
const answers: readonly AnswerColumn[] = [
  { field: 'value', heading: 'Figure', kind: 'number', width: 12 },
  { field: 'numerator', heading: 'Numerator', kind: 'number', width: 13 },
  { field: 'denominator', heading: 'Denominator', kind: 'number', width: 13 },
  { field: 'missing', heading: 'Why there is no figure', kind: 'reason', width: 22 },
  { field: 'commentary', heading: 'Commentary', kind: 'text', width: 44 },
  { field: 'cause', heading: 'Cause', kind: 'text', width: 30 },
  { field: 'action', heading: 'Action', kind: 'text', width: 30 },
  { field: 'owner', heading: 'Owner', kind: 'text', width: 20 },
  { field: 'due', heading: 'Action due', kind: 'date', width: 12 },
  { field: 'forecast', heading: 'Forecast for the year', kind: 'number', width: 12 },
  { field: 'forecastReason', heading: 'Why the year ends there', kind: 'text', width: 30 },
]

const halves = ['numerator', 'denominator']

function fieldsOf(isRatio: boolean): string[] {
  return answers
    .map(({ field }) => field)
    .filter((field) => (isRatio ? field !== 'value' : !halves.includes(field)))
}

function targetText(target: TargetValue | null): string | null {
  if (target === null) return null
  return 'value' in target ? target.value : `${target.low} to ${target.high}`
}

function countedAs({ row: { isRatio, unit, numeratorLabel, denominatorLabel } }: Owed): string | null {
  if (!isRatio) return null
  const ratio = `${numeratorLabel ?? 'Numerator'} ÷ ${denominatorLabel ?? 'denominator'}`
  return unit === '%' ? `${ratio}, as a percentage` : ratio
}

function toRow(owed: Owed, quarterIndex: number): TabRow {
  const { row, series, checked } = owed
  const valueAt = (index: number) => series.pointAt(index)?.value ?? null
  const title = checked.isDue ? row.title : `${row.title} (not due this quarter)`
  return {
    item: `indicators/${row.id}`,
    title: `${row.code} ${row.title}`,
    facts: [
      row.code,
      title,
      row.unit,
      countedAs(owed),
      valueAt(quarterIndex - 4),
      valueAt(quarterIndex - 1),
      targetText(checked.target),
      row.before?.commentary ?? null,
    ],
    fields: fieldsOf(row.isRatio),
    names: {
      numerator: row.numeratorLabel ?? 'numerator',
      denominator: row.denominatorLabel ?? 'denominator',
    },
  }
}

export function indicatorsTab({ row, owed }: ReadReturn): Tab {
  return tabOf('indicators', {
    note: 'One figure for each, or a numerator and a denominator. If there is no figure, choose why.',
    facts,
    answers,
    rows: owed.map((indicator) => toRow(indicator, row.quarter.index)),
  })
}
