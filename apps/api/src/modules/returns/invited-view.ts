import { cellKey } from '@accord/domain'
import { keysFor, mayChange, type ReadReturn } from './return-standing.ts'
import type { QuarterlyReturn } from './returns.schemas.ts'

/**
 * A return as someone sees it who came by an invitation’s link: the answers handed to them, what those stand
 * beside, and nothing else of it.
 */
export function onlyHandedOver(
  whole: QuarterlyReturn,
  { row, parts }: ReadReturn,
  assignmentId: string,
): QuarterlyReturn {
  const own = row.assignments.filter(({ id }) => id === assignmentId)
  const keys = keysFor(parts, own)
  const isTheirs = (cell: string) => mayChange(keys, cell)
  const anyOf = (section: 'actions' | 'risks' | 'questions', id: string) =>
    keys.some((key) => key === `${section}/` || key.startsWith(`${section}/${id}/`))
  const sections = new Set(own.map(({ section }) => section))
  return {
    ...whole,
    ...{ allowedActions: [], blockedBecause: [], events: [], colleagues: [], with: [], parts: [] },
    withheldRisks: 0,
    cells: whole.cells.filter(({ cell }) => isTheirs(cell)),
    checks: whole.checks.filter(({ cell }) => isTheirs(cell)),
    indicators: whole.indicators.filter(({ id }) =>
      keys.some((key) => key === 'indicators/' || key.startsWith(`indicators/${id}/`)),
    ),
    actions: whole.actions.filter(({ id }) => anyOf('actions', id)),
    risks: whole.risks.filter(({ id }) => anyOf('risks', id)),
    questions: whole.questions.filter(({ id }) => anyOf('questions', id)),
    lastNarrative: isTheirs(cellKey({ section: 'narrative', field: 'whatHappened' }))
      ? whole.lastNarrative
      : null,
    lastResources: sections.has('resources') ? whole.lastResources : null,
    sections: whole.sections.filter(({ section }) => sections.has(section)),
    assignments: whole.assignments.filter(({ id }) => id === assignmentId),
  }
}
