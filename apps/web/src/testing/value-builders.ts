import type { ValueForMoneyDetail } from '@accord/api-client'
import { aTally } from './builders.ts'

const year = { key: '2008-09', label: '2008/09' }
const words = ['Poor', 'Fair', 'Good', 'Excellent']

/** One partnership’s value for money as the API sends it, with only what a test is about to be named. */
export function aValueForMoney(changes: Partial<ValueForMoneyDetail> = {}): ValueForMoneyDetail {
  return {
    council: { id: 'cherwell', name: 'Cherwell District Council', shortName: 'Cherwell' },
    partnership: { id: 'waste', name: 'Waste Partnership', shortName: 'Waste', leadOfficer: null },
    year,
    years: [year],
    headline: 'Rated fair',
    quarter: 'Quarter 2 2009/10',
    words,
    rating: { rating: 2, word: 'Fair' },
    direction: 'no_change',
    assessment: {
      ...{ id: '00000000-0000-4000-8000-000000000001', version: 3, state: 'agreed' },
      ...{ answer: 'not_yet', answerReason: 'It costs more than it saves.', ratingReason: 'Dear.' },
      assessedBy: { name: 'Philippa Dane', jobTitle: 'Head of Improvement' },
      ...{ assessedOn: '2009-09-14', moderatedBy: 'Tom Ashdown', moderatedOn: '2009-09-14' },
      ...{ agreedBy: 'Cllr Helen Marsden', agreedOn: '2009-09-14' },
    },
    history: [{ year, rating: { rating: 2, word: 'Fair' }, reason: 'Dear.', median: 3 }],
    changed: null,
    money: { cost: 11_180_560, saving: 3_950_000, perPound: 35 },
    medians: {
      ...{ assessed: 16, rating: 3, cost: 7_420_000, saving: 6_100_000, perPound: 82 },
      ...{ memberTime: 220_800, officerTime: 2_745_600, funding: 4_453_600, criteria: [] },
    },
    highPerformers: [],
    criteria: [],
    criteriaHeading: 'Seven criteria',
    investments: [],
    savings: [],
    benefits: [],
    outcomes: [],
    outcomeTally: aTally(),
    delivery: aTally(),
    risks: { open: 0, red: 0, withheld: null },
    actions: [],
    disagreements: [],
    linesToFollow: [],
    sameRating: null,
    owners: [],
    allowedActions: [],
    blockedBecause: [],
    ...changes,
  }
}
