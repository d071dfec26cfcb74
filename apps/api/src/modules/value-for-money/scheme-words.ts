import { type VfmRating, vfmWord } from '@accord/domain'

/** The words of a scale that a council has not worded itself. */
export const PLAIN_WORDS: readonly string[] = ['Poor', 'Fair', 'Good', 'Excellent']

export function wordOf(words: readonly string[], rating: VfmRating): string {
  return words[rating - 1] ?? vfmWord(rating)
}
