export {
  type Choice,
  type Fault,
  type ImportAnswers,
  type ImportQuestion,
  type ImportQuestions,
  type IndicatorSettings,
  type NewIndicator,
  NO_ANSWERS,
} from './answers.ts'
export { type Checked, checkImport, type ImportSummary, openQuestions } from './check.ts'
export { CheckRefused, checkApart } from './check-apart.ts'
export {
  type ColumnMapping,
  FIELDS,
  type Field,
  fieldWord,
  guessMapping,
  headerSignature,
  mappingFaults,
} from './columns.ts'
export { IMPORTED_SERIES, type ImportTarget } from './known.ts'
export { ChangedSinceCheck, loadImport, waitForTurn } from './load.ts'
export { nameSlug } from './organisations-in-file.ts'
export { WHOLE_AREA } from './read-row.ts'
export { measured, readTable } from './read-table.ts'
export { type ImportStage, type OnProgress, stageRows } from './staging.ts'
export { LIMITS, type Table, UnreadableTable } from './table.ts'
export type { ImportPlan } from './understand.ts'
export { type Undone, undoImport } from './undo.ts'
