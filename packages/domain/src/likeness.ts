/** A word with more of its letters wrong is another word. */
const mostWrong = 0.2

/**
 * How alike two names are, 0 to 1, by the words they share in any order: twice the shared words over all there
 * are (Dice), where a word with up to one letter in five wrong counts for that much less.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = [...b]
  let shared = 0
  for (const word of a) {
    const likest = left
      .map((other) => ({ other, like: wordLikeness(word, other) }))
      .toSorted((one, two) => two.like - one.like)[0]
    if (likest === undefined || likest.like === 0) continue
    shared += likest.like
    left.splice(left.indexOf(likest.other), 1)
  }
  return (2 * shared) / (a.length + b.length)
}

function wordLikeness(a: string, b: string): number {
  const wrong = changesBetween(a, b) / Math.max(a.length, b.length)
  return wrong > mostWrong ? 0 : 1 - wrong
}

/**
 * How many letters must be added, lost, changed or swapped with their neighbour to make one word of another: the
 * optimal string alignment distance, after Damerau and Levenshtein.
 */
export function changesBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const changed = at(last, column - 1) + (isSame ? 0 : 1)
      const least = Math.min(changed, at(last, column) + 1, at(current, column - 1) + 1)
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(isSwap && row > 1 && column > 1 ? Math.min(least, at(beforeLast, column - 2) + 1) : least)
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

function at(numbers: readonly number[], place: number): number {
  return numbers[place] ?? Number.POSITIVE_INFINITY
}
