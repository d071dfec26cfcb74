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

/** Each kind of move into or out of off target, in the order it is told. */
const moves: readonly { before: Status; now: Status; said: string }[] = [
  { before: 'near_target', now: 'off_target', said: 'fell from near to off target' },
  { before: 'on_target', now: 'off_target', said: 'fell from on target to off target' },
  { before: 'off_target', now: 'near_target', said: 'came back from off target to near' },
  { before: 'off_target', now: 'on_target', said: 'came back from off target to on target' },
]

function movementsOf(items: readonly FindingItem[]): string[] {
  const sentences = moves.flatMap(({ before, now, said }) => {
    const moved = phrasesOf(items, (item) => item.before?.status === before && item.now.status === now)
    return sentenceFor(moved, said)
  })
  const firstRated = phrasesOf(
    items,
    ({ before, now }) => now.status === 'off_target' && (before === null || before.status === 'not_rated'),
  )
  const unrated = phrasesOf(items, ({ before, now }) => before?.status === 'off_target' && now.status === 'not_rated')
  sentences.push(
    ...sentenceFor(firstRated, 'could not be rated last quarter and now off target', ['is', 'are']),
    ...sentenceFor(unrated, 'off target last quarter and cannot be rated now', ['was', 'were']),
  )
  return sentences.length > 0 ? sentences : ['No indicator moved into or out of off target.']
}

function phrasesOf(items: readonly FindingItem[], isWanted: (item: FindingItem) => boolean): string[] {
  return items
    .filter(isWanted)
    .sort((a, b) => compareGaps(a.gapShare ?? null, b.gapShare ?? null))
    .map(({ phrase }) => phrase)
}

function sentenceFor(phrases: readonly string[], said: string, verbs?: [string, string]): string[] {
  const [only] = phrases
  if (only === undefined) return []
  const verb = verbs === undefined ? '' : `${verbs[phrases.length === 1 ? 0 : 1]} `
  if (phrases.length === 1) return [`${capitalise(only)} ${verb}${said}.`]
  return [`${capitalise(countWord(phrases.length))} ${verb}${said}: ${joinWithAnd(named(phrases))}.`]
}

const namesShown = 4

function named(phrases: readonly string[]): readonly string[] {
  if (phrases.length <= namesShown) return phrases
  return [...phrases.slice(0, namesShown), `${phrases.length - namesShown} more`]
}
