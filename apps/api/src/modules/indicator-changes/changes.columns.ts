import type { Column } from '#api/listing.ts'
import type { IndicatorChange } from './changes.schemas.ts'

const lineText = ({ name, from, to }: IndicatorChange['lines'][number]) =>
  `${name}: ${from ?? 'not set'} to ${to ?? 'not set'}`

export const changeColumns: Column<IndicatorChange>[] = [
  { header: 'code', value: (row) => row.indicator.code },
  { header: 'title', value: (row) => row.indicator.title },
  { header: 'framework', value: (row) => row.framework.name },
  { header: 'organisation', value: (row) => row.organisation?.name ?? 'Whole area' },
  { header: 'change', value: (row) => row.kindWord },
  { header: 'year', value: (row) => row.year?.label ?? null },
  { header: 'what changes', value: (row) => row.lines.map(lineText).join('; ') },
  { header: 'reason', value: (row) => row.reason },
  { header: 'agreed by', value: (row) => row.agreedBy },
  { header: 'agreed on', value: (row) => row.agreedOn },
  { header: 'proposed by', value: (row) => row.proposedBy },
  { header: 'proposed on', value: (row) => row.proposedOn },
  { header: 'state', value: (row) => row.stateWord },
  { header: 'decided by', value: (row) => row.decidedBy },
  { header: 'decided on', value: (row) => row.decidedOn },
  { header: 'note', value: (row) => row.decisionNote },
]
