import type { getPartnershipScrutiny } from '#modules/scrutiny/scrutiny.service.ts'
import type { getValueForMoneyDetail } from '#modules/value-for-money/value-for-money.service.ts'

/** What a pack is made of: the answers its asker gets from the other routes. */
export type Judged = Awaited<ReturnType<typeof getValueForMoneyDetail>>
export type Scrutinised = Awaited<ReturnType<typeof getPartnershipScrutiny>>
