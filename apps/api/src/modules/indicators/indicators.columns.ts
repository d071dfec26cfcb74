import { frequencyWord, notRatedWord, statusWord } from '@accord/domain'
import type { Column } from '#api/listing.ts'
import type { CatalogueIndicator } from './catalogue.schemas.ts'
import type { IndicatorSummary, MeasurementRow } from './indicators.schemas.ts'

const targetText = (target: IndicatorSummary['target']) => {
  if (target === null) return null
  return 'value' in target ? target.value : `${target.low} to ${target.high}`
}

export const catalogueColumns: Column<CatalogueIndicator>[] = [
  { header: 'code', value: (row) => row.code },
  { header: 'title', value: (row) => row.title },
  { header: 'framework', value: (row) => row.framework.name },
  { header: 'outcome', value: (row) => row.outcome },
  { header: 'owner', value: (row) => row.owner?.name ?? null },
  { header: 'lead officer', value: (row) => row.leadOfficer },
  { header: 'unit', value: (row) => row.unit },
  { header: 'quarter', value: (row) => row.quarter },
  { header: 'value', value: (row) => row.value },
  { header: 'state', value: (row) => row.state },
  { header: 'target', value: (row) => targetText(row.target) },
  { header: 'status', value: (row) => statusWord(row.now.status) },
  { header: 'reason', value: (row) => (row.now.reason === null ? null : notRatedWord(row.now.reason)) },
  { header: 'why', value: (row) => row.now.why },
  { header: 'frequency', value: (row) => frequencyWord(row.frequency) },
  { header: 'orphaned', value: (row) => row.orphaned },
  { header: 'stale', value: (row) => row.stale },
]

export const measurementColumns: Column<MeasurementRow>[] = [
  { header: 'quarter', value: (row) => row.quarter },
  { header: 'organisation', value: (row) => row.organisation?.name ?? 'Whole area' },
  { header: 'value', value: (row) => row.value },
  { header: 'numerator', value: (row) => row.numerator },
  { header: 'denominator', value: (row) => row.denominator },
  { header: 'state', value: (row) => row.state },
  { header: 'missing because', value: (row) => row.missingReason },
  { header: 'period', value: (row) => row.period },
  { header: 'note', value: (row) => row.note },
  { header: 'reported on', value: (row) => row.reportedOn },
]
