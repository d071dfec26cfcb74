import type { ValueForMoneyDetail } from '@accord/api-client'

/** One partnership’s value for money in a year, as the API gives it. */
export type PartnershipValue = ValueForMoneyDetail
export type Criterion = PartnershipValue['criteria'][number]
export type EvidenceItem = Criterion['evidence'][number]
