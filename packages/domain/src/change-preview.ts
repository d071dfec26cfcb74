import { joinWithAnd } from './figures.ts'
import type { RatingRule, TargetValue } from './indicator-rule.ts'
import { quarterFromIndex, quarterLabel } from './quarters.ts'
import type { MissingReason, Rating, Status } from './status.ts'
import { rate, statusWord } from './status.ts'

/** One quarter as it was reported, with its target now and as it would be. */
export type QuarterToPreview = {
  index: number
  actual: string | null
  missing: MissingReason | null
  before: TargetValue | null
  after: TargetValue | null
}

/** By what figures are rated: now, and as it would be. */
export type RuleInPreview = { rule: RatingRule; dataOnly: boolean }

export type PreviewedQuarter = QuarterToPreview & { was: Rating; wouldBe: Rating; changes: boolean }

export type ChangePreview = {
  quarters: PreviewedQuarter[]
  /** How many of the quarters with a figure would have another status. */
  changed: number
  summary: string
}

/** As far back as a preview looks. */
export const quartersPreviewed = 40

const named = 4

/**
 * What a change of an indicator’s rule or targets would do to the statuses it has had: each quarter rated by the
 * rule and target of now and of afterwards, in the order given. Nothing is changed by looking.
 */
export function previewChange({
  quarters,
  before,
  after,
}: {
  quarters: readonly QuarterToPreview[]
  before: RuleInPreview
  after: RuleInPreview
}): ChangePreview {
  const previewed = quarters.map((quarter) => {
    const { actual, missing } = quarter
    const rated = (target: TargetValue | null, { rule, dataOnly }: RuleInPreview) =>
      rate({ actual, missing, target, rule, dataOnly })
    const was = rated(quarter.before, before)
    const wouldBe = rated(quarter.after, after)
    return { ...quarter, was, wouldBe, changes: was.status !== wouldBe.status }
  })
  const changing = previewed.filter(({ changes }) => changes)
  const past = previewed.filter(({ actual }) => actual !== null).length
  return { quarters: previewed, changed: changing.length, summary: summaryOf(changing, past) }
}

function summaryOf(changing: readonly PreviewedQuarter[], past: number): string {
  if (past === 0) return 'There is no figure yet, so no past status would change.'
  const statuses = `${past} past ${past === 1 ? 'status' : 'statuses'}`
  if (changing.length === 0) {
    return past === 1 ? 'The one past status would not change.' : `None of ${statuses} would change.`
  }
  const shown = changing.slice(0, named).map(changePhrase)
  const rest = changing.length - shown.length
  const list = rest > 0 ? [...shown, `${rest} more`] : shown
  return `${changing.length} of ${statuses} would change: ${joinWithAnd(list)}.`
}

const shortWord = (status: Status) => statusWord(status).toLowerCase()

/** 'Q1 2008/09 from near target to off target'. */
function changePhrase({ index, was, wouldBe }: PreviewedQuarter): string {
  const label = quarterLabel(index).replace('Quarter ', 'Q')
  return `${label} from ${shortWord(was.status)} to ${shortWord(wouldBe.status)}`
}

/** What a change never touches: said under every preview. */
export const publishedStays = 'Published quarters keep what was published.'

/** The target of a quarter when the targets of one year are replaced; else the one it has. */
export function targetAfter(
  index: number,
  before: TargetValue | null,
  replaced: { startYear: number; quarters: readonly (TargetValue | null)[] } | null,
): TargetValue | null {
  const { startYear, number } = quarterFromIndex(index)
  if (replaced === null || replaced.startYear !== startYear) return before
  return replaced.quarters[number - 1] ?? null
}
