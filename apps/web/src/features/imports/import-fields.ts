import type { ColumnMapping } from '@accord/api-client'

export type FieldName = Extract<keyof ColumnMapping['columns'], string>

type ImportField = { name: FieldName; label: string; none: string }

const NOT_THERE = 'Not in the file'

export const mainFields: readonly ImportField[] = [
  { name: 'indicator', label: 'Indicator', none: 'One indicator: give its code' },
  { name: 'organisation', label: 'Organisation', none: 'None: figures of the whole area' },
  { name: 'quarter', label: 'Quarter', none: 'Choose a column' },
  { name: 'year', label: 'Financial year', none: 'In the column of the quarter' },
  { name: 'value', label: 'Value', none: 'Choose a column' },
  { name: 'numerator', label: 'Numerator', none: NOT_THERE },
  { name: 'denominator', label: 'Denominator', none: NOT_THERE },
]

export const moreFields: readonly ImportField[] = [
  { name: 'title', label: 'Indicator’s title', none: NOT_THERE },
  { name: 'state', label: 'State (provisional, final or revised)', none: NOT_THERE },
  { name: 'missing', label: 'Reason for a missing figure', none: NOT_THERE },
  { name: 'note', label: 'Note', none: NOT_THERE },
  { name: 'period', label: 'Period as published', none: NOT_THERE },
  { name: 'unit', label: 'Unit', none: NOT_THERE },
  { name: 'decimals', label: 'Decimals', none: NOT_THERE },
  { name: 'polarity', label: 'Polarity', none: NOT_THERE },
  { name: 'measure', label: 'Kind of measure', none: NOT_THERE },
]

export const fields: readonly ImportField[] = [...mainFields, ...moreFields]

/** What the API calls it, so that what it refuses is shown at its field. */
export const fieldId = (name: FieldName) => `mapping/columns/${name}`
