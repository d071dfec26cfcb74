import type { VfmDirection } from '@accord/api-client'
import { formatPerPound, formatPounds } from '@accord/domain'

export const directionWords: Readonly<Record<VfmDirection, string>> = {
  better: 'better than the year before',
  worse: 'worse than the year before',
  no_change: 'no change',
}

export const benefitWords = {
  building_relationships: 'Building relationships',
  intelligence_sharing: 'Intelligence sharing',
  liaison: 'Liaison',
  innovation: 'Innovation',
} as const

export const answerWords = {
  in_line: 'Yes.',
  not_yet: 'Not yet.',
  not_in_line: 'No.',
} as const

export const stateWords = { draft: 'Draft', moderated: 'Moderated', agreed: 'Agreed' } as const

export const accessWords = {
  public: 'Public',
  internal: 'Internal',
  exempt: 'Exempt',
  confidential: 'Confidential',
} as const

export const kindWords = {
  member_time: 'Member time',
  officer_time: 'Officer time',
  funding: 'Funding',
} as const

export const pounds = (pence: number | null) => (pence === null ? '–' : formatPounds(pence))

export const perPound = (pence: number | null) => (pence === null ? '–' : formatPerPound(pence))
