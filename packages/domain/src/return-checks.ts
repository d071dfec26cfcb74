import { validateCell } from './cell-validity.ts'
import { confirmedWord } from './confirmations.ts'
import type { ReturnCell, ReturnSection } from './return-cells.ts'
import { cellText, indicatorCell, isFigureCell, parseCellKey } from './return-cells.ts'
import type { ReturnCheck } from './return-check.ts'
import { blockingCheck } from './return-check.ts'
import { crossChecks, isShort } from './return-cross-checks.ts'
import type { ReturnIndicator, ReturnUnderCheck } from './return-figures.ts'
import { enteredFigures } from './return-figures.ts'
import {
  actionGaps,
  indicatorGaps,
  narrativeGaps,
  questionGaps,
  resourceGaps,
  riskGaps,
} from './return-gaps.ts'
import { softWarning } from './soft-warnings.ts'

/**
 * Everything there is to say about a return, in all four tiers (the domain notes, The return’s life), in the order
 * of its sections and of what they list. Cells may hold what was typed and not yet saved: '1,234' is read as it
 * would be kept. What a blank or an invalid cell already explains is not said again. Equal findings are not
 * merged: the screen does that.
 *
 * A date is held against today only when it is typed: a return that waits for its signature does not become
 * invalid overnight.
 */
export function checkReturn(input: ReturnUnderCheck): ReturnCheck[] {
  const { cells, faults } = readCells(input)
  const draft = { ...input, cells }
  const faultsIn = (section: ReturnSection) => faults.filter((fault) => fault.section === section)
  return [
    ...input.indicators.flatMap((indicator) => checksOf(indicator, { draft, faults })),
    ...faultsIn('actions'),
    ...actionGaps(draft),
    ...faultsIn('risks'),
    ...riskGaps(draft),
    ...faultsIn('resources'),
    ...resourceGaps(draft),
    ...faultsIn('narrative'),
    ...narrativeGaps(draft, isAnyShort(draft)),
    ...faultsIn('questions'),
    ...questionGaps(draft),
  ]
}

/** What checkReturn says of one indicator, for its row while someone types. */
export function checkIndicator(
  indicator: ReturnIndicator,
  { quarterIndex, cells: typed }: Pick<ReturnUnderCheck, 'quarterIndex' | 'cells'>,
): ReturnCheck[] {
  const prefix = `indicators/${indicator.slug}/`
  const own = new Map([...typed].filter(([key]) => key.startsWith(prefix)))
  const { cells, faults } = readCells({ indicators: [indicator], cells: own })
  return checksOf(indicator, { draft: { quarterIndex, cells }, faults })
}

/** The return with its cells as they would be kept; what could not be kept stays as typed. */
export function asKept(input: ReturnUnderCheck): ReturnUnderCheck {
  return { ...input, cells: readCells(input).cells }
}

/** What still keeps a return from being sent, as `whyCannot` asks for it. */
export type HoldUps = { presenceGaps: number; unconfirmedWarnings: number }

/** Counts what blocks: warnings to confirm apart, everything else as an answer that is missing. */
export function whatHoldsUp(checks: readonly ReturnCheck[]): HoldUps {
  const blocking = checks.filter(({ isBlocking }) => isBlocking)
  const unconfirmedWarnings = blocking.filter(({ tier }) => tier === 'soft').length
  return { presenceGaps: blocking.length - unconfirmedWarnings, unconfirmedWarnings }
}

/** Whether any figure as drafted is off or near its target. */
export function isAnyShort({ indicators, cells }: Pick<ReturnUnderCheck, 'indicators' | 'cells'>): boolean {
  return indicators.some((indicator) => isShort(indicator, cells))
}

/** The text of the other half of a ratio; null for any other cell, and where it is blank. */
export function otherHalfOf(cell: ReturnCell, cells: ReadonlyMap<string, string>): string | null {
  if (cell.section !== 'indicators') return null
  if (cell.field === 'numerator') return cellText(cells, indicatorCell(cell.slug, 'denominator'))
  return cell.field === 'denominator' ? cellText(cells, indicatorCell(cell.slug, 'numerator')) : null
}

type Draft = Pick<ReturnUnderCheck, 'quarterIndex' | 'cells'>

/** The cells as they would be kept, and the first tier of checks: those that could not be. */
function readCells({ indicators, cells: typed }: Pick<ReturnUnderCheck, 'indicators' | 'cells'>): {
  cells: ReadonlyMap<string, string>
  faults: ReturnCheck[]
} {
  const bySlug = new Map(indicators.map((indicator) => [indicator.slug, indicator]))
  const cells = new Map<string, string>()
  const faults: ReturnCheck[] = []
  for (const [key, text] of typed) {
    const cell = parseCellKey(key)
    const indicator = cell?.section === 'indicators' ? (bySlug.get(cell.slug) ?? null) : null
    // A draft may hold cells of an indicator that the return no longer has: they are nobody’s error.
    if (cell === null || (cell.section === 'indicators' && indicator === null)) continue
    const result = validateCell({
      cell,
      typed: text,
      indicator,
      otherHalf: judgedHalf(cell, typed),
      today: null,
    })
    if (result.ok && result.value !== null) cells.set(key, result.value)
    if (result.ok) continue
    cells.set(key, text)
    const { code, sentence } = result
    faults.push(blockingCheck({ tier: 'validity', code, section: cell.section, cell: key, sentence }))
  }
  return { cells, faults }
}

/** Two halves that do not go together are one fault, and it is the numerator’s. */
function judgedHalf(cell: ReturnCell, cells: ReadonlyMap<string, string>): string | null {
  if (cell.section !== 'indicators' || cell.field !== 'numerator') return null
  return otherHalfOf(cell, cells)?.replaceAll(',', '') ?? null
}

function checksOf(
  indicator: ReturnIndicator,
  { draft, faults }: { draft: Draft; faults: readonly ReturnCheck[] },
): ReturnCheck[] {
  const { cells } = draft
  const prefix = `indicators/${indicator.slug}/`
  const own = faults.filter(({ cell }) => cell.startsWith(prefix))
  const gaps = [...own, ...indicatorGaps(indicator, cells)]
  // Of a figure that cannot be kept there is nothing more to say.
  if (own.some(({ cell }) => isFigureCell(cell))) return gaps
  return [...gaps, ...softChecks(indicator, draft), ...crossChecks(indicator, cells)]
}

function softChecks(indicator: ReturnIndicator, { cells, quarterIndex }: Draft): ReturnCheck[] {
  const figures = enteredFigures(indicator, cells)
  const warning = softWarning({ indicator, figures, quarterIndex })
  if (warning === null) return []
  const { code, sentence, suggestion, field } = warning
  const confirmation = confirmedWord(figures, cellText(cells, indicatorCell(indicator.slug, 'confirmation')))
  const cell = indicatorCell(indicator.slug, field)
  const isBlocking = confirmation === null
  return [{ tier: 'soft', code, section: 'indicators', cell, sentence, suggestion, isBlocking, confirmation }]
}
