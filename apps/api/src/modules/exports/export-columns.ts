import { financialYearLabel, quarterEndsOn, quarterFromIndex, quarterStartsOn } from '@accord/domain'
import type { ExportedCell } from './exported-cell.ts'
import type { ExportedFigure, ExportedIndicator } from './exports.queries.ts'

type ExportColumn<Row> = { name: string; meaning: string; cell: (row: Row) => ExportedCell }

const text = (value: string | null): ExportedCell =>
  value === null || value === '' ? null : { kind: 'text', text: value }
const number = (value: string | number | null): ExportedCell =>
  value === null ? null : { kind: 'number', text: String(value) }

/** The columns of an export, named as the import reads them back. */
export const figureColumns: readonly ExportColumn<ExportedFigure>[] = [
  { name: 'framework', meaning: 'The set of indicators, by its id', cell: (row) => text(row.framework) },
  { name: 'framework_title', meaning: 'The set of indicators', cell: (row) => text(row.frameworkTitle) },
  { name: 'indicator', meaning: 'The indicator’s code', cell: (row) => text(row.code) },
  { name: 'title', meaning: 'The indicator’s title', cell: (row) => text(row.title) },
  {
    name: 'organisation',
    meaning: 'The body the figure is of; Whole area for all of it',
    cell: (row) => text(row.organisation),
  },
  {
    name: 'organisation_code',
    meaning: 'The body’s id; blank for the whole area',
    cell: (row) => text(row.organisationCode),
  },
  {
    name: 'financial_year',
    meaning: 'From 1 April: 2009/10 is April 2009 to March 2010',
    cell: ({ quarterIndex }) => text(financialYearLabel(quarterFromIndex(quarterIndex).startYear)),
  },
  {
    name: 'quarter',
    meaning: 'Of the financial year: Q1 is April to June',
    cell: ({ quarterIndex }) => text(`Q${quarterFromIndex(quarterIndex).number}`),
  },
  {
    name: 'quarter_start',
    meaning: 'The quarter’s first day',
    cell: ({ quarterIndex }) => text(quarterStartsOn(quarterIndex)),
  },
  {
    name: 'quarter_end',
    meaning: 'The quarter’s last day',
    cell: ({ quarterIndex }) => text(quarterEndsOn(quarterIndex)),
  },
  {
    name: 'value',
    meaning: 'The figure, exactly as kept, in the indicator’s unit; blank where it is missing',
    cell: (row) => number(row.value),
  },
  { name: 'unit', meaning: 'The unit of the value', cell: (row) => text(row.unit) },
  {
    name: 'numerator',
    meaning: 'What was counted, where the value is a ratio',
    cell: (row) => number(row.numerator),
  },
  { name: 'denominator', meaning: 'What it was counted out of', cell: (row) => number(row.denominator) },
  {
    name: 'state',
    meaning: 'provisional, final, or revised after it was first reported',
    cell: (row) => text(row.state),
  },
  { name: 'missing_reason', meaning: 'Why there is no value', cell: (row) => text(row.missingReason) },
  { name: 'note', meaning: 'What was said about the figure', cell: (row) => text(row.note) },
  {
    name: 'period_label',
    meaning: 'The period as published, where it is not the quarter',
    cell: (row) => text(row.periodLabel),
  },
  {
    name: 'quarter_target',
    meaning: 'What the value should reach in the quarter; a range as low to high',
    cell: (row) => text(row.quarterTarget),
  },
  {
    name: 'year_target',
    meaning: 'What it should reach by the end of the financial year',
    cell: (row) => text(row.yearTarget),
  },
  {
    name: 'reported_on',
    meaning: 'The day the figure was first reported',
    cell: (row) => text(row.reportedOn),
  },
]

/** Of the codebook: a row a column of the export, then a row an indicator. */
export type CodebookRow =
  | { kind: 'column'; name: string; meaning: string }
  | { kind: 'indicator'; indicator: ExportedIndicator }

const ofIndicator =
  (cell: (indicator: ExportedIndicator) => ExportedCell) =>
  (row: CodebookRow): ExportedCell =>
    row.kind === 'indicator' ? cell(row.indicator) : null

export const codebookColumns: readonly ExportColumn<CodebookRow>[] = [
  { name: 'kind', meaning: 'column or indicator', cell: (row) => text(row.kind) },
  { name: 'framework', meaning: '', cell: ofIndicator((of) => text(of.framework)) },
  { name: 'name', meaning: '', cell: (row) => text(row.kind === 'column' ? row.name : row.indicator.code) },
  {
    name: 'title',
    meaning: '',
    cell: (row) => text(row.kind === 'column' ? row.meaning : row.indicator.title),
  },
  { name: 'definition', meaning: '', cell: ofIndicator((of) => text(of.definition)) },
  { name: 'unit', meaning: '', cell: ofIndicator((of) => text(of.unit)) },
  { name: 'decimals', meaning: '', cell: ofIndicator((of) => number(of.decimals)) },
  { name: 'polarity', meaning: '', cell: ofIndicator((of) => text(of.polarity)) },
  { name: 'measure', meaning: '', cell: ofIndicator((of) => text(of.measure)) },
  { name: 'numerator', meaning: '', cell: ofIndicator((of) => text(of.numeratorLabel)) },
  { name: 'denominator', meaning: '', cell: ofIndicator((of) => text(of.denominatorLabel)) },
  { name: 'rounded_counts', meaning: '', cell: ofIndicator((of) => text(of.roundedCounts ? 'yes' : 'no')) },
  { name: 'source', meaning: '', cell: ofIndicator((of) => text(of.source)) },
  { name: 'reported_by', meaning: '', cell: ofIndicator((of) => text(of.reportedBy)) },
  { name: 'lag_weeks', meaning: '', cell: ofIndicator((of) => number(of.lagWeeks)) },
  { name: 'tolerance_kind', meaning: '', cell: ofIndicator((of) => text(of.toleranceKind)) },
  { name: 'green_tolerance', meaning: '', cell: ofIndicator((of) => number(of.greenTolerance)) },
  { name: 'amber_tolerance', meaning: '', cell: ofIndicator((of) => number(of.amberTolerance)) },
]

export function codebookRows(indicators: readonly ExportedIndicator[]): CodebookRow[] {
  return [
    ...figureColumns.map(({ name, meaning }) => ({ kind: 'column' as const, name, meaning })),
    ...indicators.map((indicator) => ({ kind: 'indicator' as const, indicator })),
  ]
}

export const cellsOf = <Row>(columns: readonly ExportColumn<Row>[], row: Row): ExportedCell[] =>
  columns.map(({ cell }) => cell(row))

export const headOf = (columns: readonly { name: string }[]): ExportedCell[] =>
  columns.map(({ name }) => text(name))
