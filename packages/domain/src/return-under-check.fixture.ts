import { defaultTolerance } from './indicator-rule.ts'
import { quarterIndex } from './quarters.ts'
import type { ReturnIndicator, ReturnUnderCheck } from './return-figures.ts'

/** Quarter 2 of 2009/10, the quarter of the demonstration. */
export const secondQuarter = quarterIndex({ startYear: 2009, number: 2 })

/** The figures of the quarters up to the one before, the last of them last quarter’s; '-' where there is none. */
export function seriesBefore(values: string): { index: number; value: string }[] {
  const list = values.split(' ')
  return list.flatMap((value, place) =>
    value === '-' ? [] : [{ index: secondQuarter - list.length + place, value }],
  )
}

/** Residual household waste: a count that adds up from April, lower is better. */
export function anIndicator(more: Partial<ReturnIndicator> = {}): ReturnIndicator {
  const { unit = 'number', decimals = 0 } = more
  return {
    slug: 'ni-191',
    code: 'NI 191',
    title: 'Residual household waste per household, kg',
    unit,
    decimals,
    measure: 'cumulative',
    isRatio: false,
    roundedCounts: false,
    isDue: true,
    rule: { polarity: 'lower', tolerance: defaultTolerance, format: { unit, decimals } },
    target: { value: '304' },
    series: seriesBefore('476 640 158 312 462 612 150'),
    lastCommentary: null,
    numeratorLabel: null,
    denominatorLabel: null,
    ...more,
  }
}

/** Municipal waste land filled: a percentage over twelve months, from tonnes, lower is better. */
export function aRatio(more: Partial<ReturnIndicator> = {}): ReturnIndicator {
  return anIndicator({
    slug: 'ni-193',
    code: 'NI 193',
    title: 'Municipal waste land filled',
    unit: '%',
    decimals: 1,
    measure: 'rolling_year',
    isRatio: true,
    target: { value: '48.5' },
    series: seriesBefore('62.1 61.3 60.2 58.9 57.5 56.8 55.4 53.9 52.2 50.4 48.8'),
    numeratorLabel: 'Land filled, tonnes',
    denominatorLabel: 'Collected, tonnes',
    ...more,
  })
}

/** A percentage each quarter, entered as a value, higher is better, its target met at 60. */
export function aPercentage(more: Partial<ReturnIndicator> = {}): ReturnIndicator {
  return anIndicator({
    slug: 'ni-157',
    code: 'NI 157',
    title: 'Major planning applications decided in 13 weeks',
    unit: '%',
    decimals: 1,
    measure: 'discrete_quarter',
    rule: { polarity: 'higher', tolerance: defaultTolerance, format: { unit: '%', decimals: 1 } },
    target: { value: '60' },
    series: [],
    ...more,
  })
}

export const someIds = {
  action: '0199d2c4-0000-7000-8000-00000000000a',
  risk: '0199d2c4-0000-7000-8000-00000000000b',
  question: '0199d2c4-0000-7000-8000-00000000000c',
}

/** A return of three indicators, an action, a risk and a question; blank unless cells are given. */
export function aReturn({
  cells = {},
  ...more
}: Partial<Omit<ReturnUnderCheck, 'cells'>> & { cells?: Record<string, string> } = {}): ReturnUnderCheck {
  return {
    quarterIndex: secondQuarter,
    today: '2009-10-14',
    state: 'in_progress',
    cells: new Map(Object.entries(cells)),
    indicators: [anIndicator(), aRatio(), aPercentage()],
    actions: [{ id: someIds.action, title: 'Communal bins for 6,200 Oxford flats' }],
    risks: [{ id: someIds.risk, title: 'Gate fees rise', likelihood: 3, impact: 4 }],
    questions: [{ id: someIds.question, text: 'When do food waste rounds reach Kidlington?' }],
    ...more,
  }
}

/** Cells that leave nothing to do in aReturn: every figure on target and as usual. */
export const completeCells: Readonly<Record<string, string>> = {
  'indicators/ni-191/value': '297',
  'indicators/ni-193/numerator': '153800',
  'indicators/ni-193/denominator': '321080',
  'indicators/ni-193/confirmation': '153800/321080 Two districts began weekly food waste rounds.',
  'indicators/ni-157/value': '61.5',
  [`actions/${someIds.action}/progress`]: '4,100 of the flats are done.',
  [`risks/${someIds.risk}/likelihood`]: '3',
  'resources/memberHours': '12',
  'resources/officerHours': '140.5',
  'resources/funding': '0',
  'narrative/whatHappened': 'Food waste rounds began in two districts.',
  'narrative/whatWeAreDoing': 'The other three follow in January.',
  [`questions/${someIds.question}/answer`]: 'In February 2010.',
}
