import { compareGaps } from './attention.ts'
import type { ChangeItem } from './changes.ts'
import { capitalise, countWord, joinWithAnd } from './figures.ts'
import type { RollUp } from './roll-up.ts'
import { denominatorSentence, notRatedPhrase, rollUp } from './roll-up.ts'
import type { Status } from './status.ts'

/** An indicator in a finding. `phrase` names it within a sentence, without a capital: 'affordable homes'. */
export type FindingItem = ChangeItem & { phrase: string }

/** A headline without a full stop, then sentences. */
export type Finding = { headline: string; movements: string[]; denominator: string }

/**
 * The dashboard’s finding: how many indicators are off target, against last quarter, which ones moved into and
 * out of off target, and the denominator. Compares only where some item has an earlier rating.
 */
export function finding(items: readonly FindingItem[]): Finding {
  const now = rollUp(items.map((item) => item.now))
  const earlier = items.flatMap(({ before }) => (before === null ? [] : [before]))
  const before = earlier.length === 0 ? null : rollUp(earlier)
  return {
    headline: headlineOf(now, before),
    movements: before === null ? [] : movementsOf(items),
    denominator: denominatorSentence(now),
  }
}

function headlineOf(now: RollUp, before: RollUp | null): string {
  if (now.total === 0) return 'There are no indicators to report on'
  if (now.rated === 0) return `No indicator can be rated yet: ${notRatedPhrase(now)}`
  const than = before === null || before.rated === 0 ? '' : comparedWith(now.offTarget - before.offTarget)
  return `${offTargetClause(now)}${than}`
}

function offTargetClause({ offTarget, rated }: RollUp): string {
  const is = offTarget > 1 ? 'are' : 'is'
  if (rated === 1) return `The one rated indicator is ${offTarget === 1 ? '' : 'not '}off target`
  if (offTarget === rated) return `All ${countWord(rated)} rated indicators are off target`
  const count = offTarget === 0 ? 'None' : capitalise(countWord(offTarget))
  return `${count} of ${rated} rated indicators ${is} off target`
}

function comparedWith(difference: number): string {
  if (difference === 0) return ', the same as last quarter'
  return `, ${countWord(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than last quarter`
}

type Move = {
  isMade: (before: Status | undefined, now: Status) => boolean
  one: string
  several: string
}

function move(from: Status, to: Status, said: string): Move {
  return { isMade: (before, now) => before === from && now === to, one: said, several: said }
}

/** Each kind of move into or out of off target, in the order it is told. */
const moves: readonly Move[] = [
  move('near_target', 'off_target', 'fell from near to off target'),
  move('on_target', 'off_target', 'fell from on target to off target'),
  {
    isMade: (before, now) => (before === undefined || before === 'not_rated') && now === 'off_target',
    one: 'is off target and was not rated last quarter',
    several: 'are off target and were not rated last quarter',
  },
  move('off_target', 'near_target', 'came back from off target to near'),
  move('off_target', 'on_target', 'came back from off target to on target'),
  {
    isMade: (before, now) => before === 'off_target' && now === 'not_rated',
    one: 'was off target last quarter and is not rated now',
    several: 'were off target last quarter and are not rated now',
  },
]

function movementsOf(items: readonly FindingItem[]): string[] {
  const sentences = moves.flatMap((kind) => sentenceFor(phrasesMoved(items, kind), kind))
  return sentences.length > 0 ? sentences : ['No indicator moved into or out of off target.']
}

function phrasesMoved(items: readonly FindingItem[], { isMade }: Move): string[] {
  return items
    .filter(({ before, now }) => isMade(before?.status, now.status))
    .sort((a, b) => compareGaps(a.gapShare ?? null, b.gapShare ?? null))
    .map(({ phrase }) => phrase)
}

function sentenceFor(phrases: readonly string[], { one, several }: Move): string[] {
  const [only] = phrases
  if (only === undefined) return []
  if (phrases.length === 1) return [`${capitalise(only)} ${one}.`]
  return [`${capitalise(countWord(phrases.length))} ${several}: ${joinWithAnd(named(phrases))}.`]
}

const namesShown = 4

function named(phrases: readonly string[]): readonly string[] {
  if (phrases.length <= namesShown) return phrases
  return [...phrases.slice(0, namesShown), `${phrases.length - namesShown} more`]
}
