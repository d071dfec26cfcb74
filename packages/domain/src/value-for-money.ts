/** Our scale, after Use of Resources (the domain notes, Value for money). */
export type VfmRating = 1 | 2 | 3 | 4

export type VfmWord = 'poor' | 'fair' | 'good' | 'excellent'

const vfmWords: Readonly<Record<VfmRating, VfmWord>> = { 1: 'poor', 2: 'fair', 3: 'good', 4: 'excellent' }

/** 'poor', 'fair', 'good' or 'excellent'. */
export function vfmWord(rating: VfmRating): VfmWord {
  return vfmWords[rating]
}

/** Only the highest rating makes a high performer. */
export function isHighPerformer(rating: VfmRating): boolean {
  return rating === 4
}
