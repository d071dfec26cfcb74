import { openQuestions } from '@accord/database/import'
import { type ImportAction, importActions, quarterKey, whyCannotImport } from '@accord/domain'
import type { ImportRow } from './imports.queries.ts'
import type { Import } from './imports.schemas.ts'

export const NO_PLAN = { organisations: [], aliases: [], indicators: [], quarters: [] }
const NO_QUESTIONS = { questions: [], indicators: [] }

/** What loading would add or change, names and quarters with it. */
function differencesOf({ summary, plan }: ImportRow): number {
  if (summary === null) return 0
  const { organisations, aliases, indicators } = plan ?? NO_PLAN
  return summary.added + summary.changed + organisations.length + aliases.length + indicators.length
}

/** Why something cannot be done with it now; null where it can. Of a check whose process is gone, all begins anew. */
export function whyNot(row: ImportRow, action: ImportAction): string | null {
  const isLost = row.state === 'checking' && row.isStalled
  const state = isLost ? 'mapping' : row.state
  const open = openQuestions(row.questions ?? NO_QUESTIONS)
  return whyCannotImport(action, { state, open, differences: differencesOf(row) })
}

function summaryOf({ summary, plan }: ImportRow): Import['summary'] {
  if (summary === null) return null
  const { organisations, aliases, indicators, quarters } = plan ?? NO_PLAN
  const { faults, quarters: span, quarterCount: _, ...counts } = summary
  return {
    ...counts,
    ...{ errors: faults.error, questions: faults.question, notes: faults.note },
    firstQuarter: span === null ? null : quarterKey(span.first),
    lastQuarter: span === null ? null : quarterKey(span.last),
    newOrganisations: organisations.map(({ name }) => name),
    newIndicators: indicators.map(({ code }) => code),
    newQuarters: quarters.map(quarterKey),
    newAliases: aliases.map(({ alias }) => alias),
  }
}

type Beside = Pick<Import, 'sample' | 'proposedMapping' | 'isRemembered' | 'leftOnUndo' | 'indicators'>

export function toImport(row: ImportRow, beside: Beside): Import {
  const { plan: _, answers: __, isStalled: ___, targetTitle, target, questions, ...rest } = row
  const blocked = importActions.flatMap((action) => {
    const sentence = whyNot(row, action)
    return sentence === null ? [] : [[action, sentence] as const]
  })
  const named = questions ?? NO_QUESTIONS
  const title = targetTitle ?? (target?.kind === 'new' ? target.title : (target?.slug ?? ''))
  return {
    ...rest,
    ...beside,
    added: row.summary?.added ?? 0,
    changed: row.summary?.changed ?? 0,
    summary: summaryOf(row),
    target: target === null ? null : { framework: targetTitle === null ? null : target.slug, title },
    questions: named.questions,
    newIndicators: named.indicators.map(({ code, rows, settings, isAnswered }) => {
      const { title: of, unit, decimals, polarity, measure, roundedCounts } = settings
      return {
        code,
        rows,
        isAnswered,
        settings: { title: of, unit, decimals, polarity, measure, roundedCounts },
      }
    }),
    open: openQuestions(named),
    allowedActions: importActions.filter((action) => whyNot(row, action) === null),
    blockedBecause: Object.fromEntries(blocked),
  }
}
