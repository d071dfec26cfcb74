import type {
  Dashboard,
  DashboardIndicator,
  DashboardPartnership,
  DashboardRating,
  Quarter,
  SeriesPoint,
  Tally,
} from '@accord/api-client'

/** Wire objects as the API sends them, with only what a test is about to be named. */

export function aRating(changes: Partial<DashboardRating> = {}): DashboardRating {
  return {
    status: 'near_target',
    reason: null,
    gap: '4.0% below target',
    ...changes,
  }
}

export function aPoint(
  quarter: string,
  value: string | null,
  changes: Partial<SeriesPoint> = {},
): SeriesPoint {
  return { quarter, value, state: value === null ? null : 'final', period: null, target: null, ...changes }
}

export function aTally(changes: Partial<Tally> = {}): Tally {
  const counts = { offTarget: 0, nearTarget: 0, onTarget: 0, notRated: 0, ...changes }
  const rated = counts.offTarget + counts.nearTarget + counts.onTarget
  return { rated, total: rated + counts.notRated, notRatedReasons: [], ...counts }
}

export function aQuarter(number: 1 | 2 | 3, changes: Partial<Quarter> = {}): Quarter {
  const months = ['April to June', 'July to September', 'October to December'][number - 1]
  return {
    key: `2009-10-q${number}`,
    name: `Quarter ${number}`,
    label: `Quarter ${number} 2009/10`,
    months: `${months} 2009`,
    startsOn: '2009-07-01',
    endsOn: '2009-09-30',
    opensOn: '2009-10-01',
    dueOn: '2009-10-16',
    closesOn: '2009-10-23',
    isOpen: number < 3,
    ...changes,
  }
}

export function aDashboardIndicator(changes: Partial<DashboardIndicator> = {}): DashboardIndicator {
  return {
    id: 'ni-192',
    code: 'NI 192',
    title: 'Household waste recycled',
    unit: '%',
    decimals: 1,
    polarity: 'higher',
    measure: 'rolling_year',
    tolerance: { kind: 'relative', green: '0', amber: '0.1' },
    owner: { id: 'waste', name: 'Waste Partnership', shortName: 'Waste' },
    value: '46.1',
    state: 'provisional',
    target: { value: '48.0' },
    now: aRating(),
    quartersRunning: 1,
    before: { status: 'near_target', value: '45.2', target: { value: '46.5' } },
    yearEnd: {
      ...aRating(),
      value: '47.5',
      target: { value: '49.0' },
      chance: '11%',
      noForecast: null,
    },
    series: {
      from: '2009-10-q1',
      values: ['45.2', '46.1'],
      targets: [null, null],
      notes: [{ place: 1, state: 'provisional', period: null }],
    },
    forecast: [],
    attention: null,
    ...changes,
  }
}

export function aDashboardPartnership(changes: Partial<DashboardPartnership> = {}): DashboardPartnership {
  return {
    id: 'waste',
    name: 'Waste Partnership',
    shortName: 'Waste',
    scope: 'countywide',
    tally: aTally({ nearTarget: 1, onTarget: 2 }),
    oversees: null,
    return: { kind: 'on_time', receivedOn: '2009-10-16', daysLate: 0 },
    valueForMoney: { rating: 4, word: 'excellent', year: '2008/09' },
    redRisks: 1,
    overdueActions: 0,
    leadOfficer: 'Daniel Okafor',
    ...changes,
  }
}

const noChange = { offTarget: 0, nearTarget: 0, onTarget: 0, notRated: 0 }

export function aDashboard(changes: Partial<Dashboard> = {}): Dashboard {
  const indicator = aDashboardIndicator()
  const tally = aTally({ nearTarget: 1 })
  return {
    council: { id: 'cherwell', name: 'Cherwell District Council', shortName: 'Cherwell' },
    quarter: aQuarter(2),
    previousQuarter: aQuarter(1),
    nextQuarter: aQuarter(3),
    framework: {
      id: 'laa2',
      name: 'Oxfordshire Local Area Agreement',
      shortName: 'LAA2',
      years: '2008 to 2011',
    },
    frameworks: [{ id: 'laa2', name: 'Oxfordshire Local Area Agreement', shortName: 'LAA2' }],
    portfolio: null,
    asAt: '2009-10-19',
    publishedOn: null,
    executiveOn: '2009-11-02',
    provisionalCount: 1,
    headline: 'No rated indicator is off target',
    summary: 'Nothing moved.',
    denominator: '1 indicator, rated.',
    now: { ...tally, change: noChange },
    yearEnd: { ...tally, change: noChange, note: null },
    reward: null,
    returns: {
      expected: 0,
      onTime: 0,
      late: 0,
      missing: 0,
      notYetDue: 0,
      onTimePercent: 0,
      dueOn: '2009-10-16',
      closesOn: '2009-10-23',
      lateDays: [],
      overdueDays: 0,
      missingFrom: [],
    },
    attention: { offNow: [], forecastOff: [], notReported: [] },
    changes: {
      worse: [],
      better: [],
      same: 1,
      comparable: 1,
      answers: { asked: 0, answered: 0, late: 0 },
      targetChanges: [],
      restatements: [],
      valueForMoney: [],
    },
    partnerships: [aDashboardPartnership()],
    register: { registered: 62, significant: 17, scrutinyOn: null, scrutinyPurpose: null },
    outcomes: [{ id: 'environment', title: 'Environment', tally, indicators: [indicator] }],
    ...changes,
  }
}
