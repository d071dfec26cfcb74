import type { QuarterlyReturn, ReturnCellAnswer, ReturnIndicatorRow, ReturnSummary } from '@accord/api-client'
import { aQuarter } from './builders.ts'

/** A return as the API sends it, with only what a test is about to be named. */

export function anAnswer(
  cell: string,
  value: string | null,
  changes: Partial<ReturnCellAnswer> = {},
): ReturnCellAnswer {
  return {
    cell,
    value,
    version: 1,
    changedAt: '2009-10-14T09:42:00.000Z',
    changedBy: 'Daniel Okafor',
    ...changes,
  }
}

export function anOwedIndicator(changes: Partial<ReturnIndicatorRow> = {}): ReturnIndicatorRow {
  return {
    id: 'ni-191',
    code: 'NI 191',
    title: 'Residual household waste per household',
    unit: 'number',
    decimals: 0,
    polarity: 'lower',
    measure: 'cumulative',
    tolerance: { kind: 'relative', green: '0', amber: '0.1' },
    isRatio: false,
    roundedCounts: false,
    isDataOnly: false,
    numeratorLabel: null,
    denominatorLabel: null,
    isDue: true,
    hardMin: null,
    hardMax: null,
    target: { value: '304' },
    yearTarget: { value: '600' },
    yearAgo: '312',
    lastQuarter: '150',
    recorded: null,
    series: {
      from: '2005-06-q2',
      values: [
        null,
        null,
        null,
        null,
        '160',
        '330',
        '480',
        '640',
        '158',
        '320',
        '470',
        '625',
        '156',
        '312',
        '462',
        '150',
      ],
      targets: Array.from({ length: 16 }, () => null),
      notes: [],
    },
    before: null,
    ...changes,
  }
}

/** Entered as two counts; its last twelve values fall steadily. */
export function aRatio(changes: Partial<ReturnIndicatorRow> = {}): ReturnIndicatorRow {
  const values = ['62.1', '61.3', '60.2', '58.9', '57.5', '56.8', '55.4', '53.9', '52.2', '50.4', '48.8']
  return anOwedIndicator({
    id: 'ni-193',
    code: 'NI 193',
    title: 'Municipal waste land filled',
    unit: '%',
    decimals: 1,
    measure: 'rolling_year',
    isRatio: true,
    numeratorLabel: 'Land filled, tonnes',
    denominatorLabel: 'Collected, tonnes',
    target: { value: '48.5' },
    yearAgo: '53.9',
    lastQuarter: '48.8',
    series: {
      from: '2005-06-q2',
      values: [null, null, null, null, null, ...values],
      targets: Array.from({ length: 16 }, () => null),
      notes: [],
    },
    ...changes,
  })
}

export function aQuarterlyReturn(changes: Partial<QuarterlyReturn> = {}): QuarterlyReturn {
  return {
    id: 'df9939cf-3354-84b3-bb7a-b43c0f78da6d',
    partnership: { id: 'waste', name: 'Waste Partnership', shortName: 'Waste' },
    state: 'in_progress',
    stateWord: 'In progress',
    version: 2,
    dueOn: '2009-10-16',
    closesOn: '2009-10-23',
    extendedTo: null,
    receipt: { kind: 'not_yet_due', receivedOn: null, daysLate: 0 },
    lead: 'Daniel Okafor',
    signatories: ['Elaine Marlow'],
    with: ['Daniel Okafor'],
    changedAt: null,
    allowedActions: [],
    quarter: aQuarter(2),
    before: { key: '2009-10-q1', label: 'Quarter 1 2009/10' },
    today: '2009-10-14',
    publicationDone: false,
    executiveOn: '2009-11-02',
    parts: ['lead'],
    lock: null,
    editable: ['indicators/', 'actions/', 'risks/', 'resources/', 'narrative/', 'questions/'],
    cells: [],
    indicators: [anOwedIndicator(), aRatio()],
    actions: [],
    risks: [],
    withheldRisks: 0,
    questions: [],
    lastNarrative: null,
    lastResources: null,
    sections: [],
    signOff: { state: 'cannot_start_yet', words: 'Cannot start yet' },
    checks: [],
    blockedBecause: [],
    assignments: [],
    colleagues: [],
    events: [],
    ...changes,
  }
}

export function aReturnSummary(changes: Partial<ReturnSummary> = {}): ReturnSummary {
  return {
    id: 'df9939cf-3354-84b3-bb7a-b43c0f78da6d',
    partnership: { id: 'waste', name: 'Waste Partnership', shortName: 'Waste' },
    quarter: '2009-10-q2',
    state: 'in_progress',
    stateWord: 'In progress',
    version: 2,
    dueOn: '2009-10-16',
    closesOn: '2009-10-23',
    extendedTo: null,
    receipt: { kind: 'not_yet_due', receivedOn: null, daysLate: 0 },
    lead: 'Daniel Okafor',
    signatories: ['Elaine Marlow'],
    with: ['Daniel Okafor'],
    holdUps: { missing: 0, toConfirm: 0 },
    changedAt: null,
    allowedActions: [],
    ...changes,
  }
}
