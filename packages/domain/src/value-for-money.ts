/** Our scale, after Use of Resources (the domain notes, Value for money). */
export type VfmRating = 1 | 2 | 3 | 4

const vfmWords: Readonly<Record<VfmRating, string>> = { 1: 'poor', 2: 'fair', 3: 'good', 4: 'excellent' }

/** 'poor', 'fair', 'good' or 'excellent'. */
export function vfmWord(rating: VfmRating): string {
  return vfmWords[rating]
}

/** Only the highest rating makes a high performer. */
export function isHighPerformer(rating: VfmRating): boolean {
  return rating === 4
}
