import type { VfmRating } from '@accord/domain'
import type { Actor } from '#api/context.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { AssessmentContent } from './assessment-content.ts'
import type { VfmComparison } from './comparison.schemas.ts'
import { readableEvidence, toEvidence } from './readable-evidence.ts'
import { wordOf } from './scheme-words.ts'

type Criterion = ValueForMoneyDetail['criteria'][number]

export type CriteriaInput = {
  content: AssessmentContent | null
  compared: Pick<VfmComparison, 'criteria' | 'medians' | 'highPerformers' | 'words'>
  partnership: string
  actor: Actor
  councilId: string
}

export const worded = (rating: VfmRating | null, words: readonly string[]) =>
  rating === null ? null : { rating, word: wordOf(words, rating) }

function othersAt(criterion: string, { compared, partnership }: CriteriaInput): Criterion['highPerformers'] {
  return compared.highPerformers
    .filter(({ id }) => id !== partnership)
    .flatMap(({ letter, shortName, criteria }) => {
      const rating = criteria.find((score) => score.criterion === criterion)?.rating ?? null
      return rating === null ? [] : [{ letter, name: shortName, rating }]
    })
}

export function toCriteria(input: CriteriaInput): Criterion[] {
  const { content, compared, actor, councilId } = input
  return compared.criteria.map((criterion) => {
    const judged = content?.judgements.find((judgement) => judgement.criterion === criterion.id)
    const rows = (content?.evidence ?? []).filter((evidence) => evidence.criterion === criterion.id)
    const { readable, withheld } = readableEvidence(rows, actor, councilId)
    const median = compared.medians.criteria.find((score) => score.criterion === criterion.id)
    return {
      ...criterion,
      rating: worded(judged?.rating ?? null, compared.words),
      judgement: judged?.judgement ?? null,
      median: median?.rating ?? null,
      highPerformers: othersAt(criterion.id, input),
      evidence: readable.map(toEvidence),
      withheld,
    }
  })
}
