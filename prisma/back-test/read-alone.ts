import type { ImportQuestions, IndicatorSettings } from '../import/answers.ts'
import { NO_ANSWERS } from '../import/answers.ts'
import type { PlannedFigure } from '../import/judged-indicator.ts'
import { nothingKnown } from '../import/known.ts'
import { asBadFile, openFile } from '../import/open-file.ts'
import type { ImportOptions } from '../import/options.ts'
import { BadFile } from '../import/problem.ts'
import { type UnderstandingInput, type Understood, understand } from '../import/understand.ts'

export type IndicatorAlone = { code: string; settings: IndicatorSettings; figures: PlannedFigure[] }
export type SeriesAlone = { understood: Understood; questions: ImportQuestions; indicators: IndicatorAlone[] }

async function understood(options: ImportOptions, choices: Record<string, string>): Promise<Understood> {
  const { table, mapping } = await openFile(options)
  const input: UnderstandingInput = {
    ...{ header: table.header.cells, mapping, given: options.settings },
    answers: { ...NO_ANSWERS, choices: { ...options.choices, ...choices } },
    known: nothingKnown({ slug: options.framework, title: options.framework }),
  }
  return understand(table.rows, input)
}

/** Reads a file as the import does, where it meets no database. Throws BadFile and StartError. */
export async function readAlone(options: ImportOptions): Promise<SeriesAlone> {
  try {
    let found = await understood(options, {})
    const fractions = found.asked.questions.filter(({ code }) => code === 'fractions')
    if (options.valueIs === 'percent' && fractions.length > 0) {
      found = await understood(options, Object.fromEntries(fractions.map(({ group }) => [group, 'percent'])))
    }
    const errors = found.faults.filter(({ kind }) => kind === 'error')
    if (errors.length > 0) throw new BadFile(errors)
    const byIndicator = Map.groupBy(found.figures, ({ indicatorId }) => indicatorId)
    const indicators = found.plan.indicators.map(({ id, code, settings }) => ({
      ...{ code, settings, figures: byIndicator.get(id) ?? [] },
    }))
    return { understood: found, questions: found.asked, indicators }
  } catch (error) {
    throw asBadFile(error)
  }
}
