import type { Measure, Polarity } from './indicator-rule.ts'
import type { MissingReason } from './status.ts'

/** The illustrative demonstration figures, for regression tests: eight quarters, the last being Q2 2009/10. */
export type DemonstrationIndicator = {
  code: string
  unit: string
  decimals: number
  polarity: Polarity
  measure: Measure
  missing: MissingReason | null
  actuals: (string | null)[]
  targets: (string | null)[]
}

function row(
  code: string,
  [unit, decimals, polarity, measure, missing]: [string, number, Polarity, Measure, MissingReason | null],
  { actuals, targets }: { actuals: string; targets: string },
): DemonstrationIndicator {
  const read = (list: string) => list.split(' ').map((text) => (text === '-' ? null : text))
  return { code, unit, decimals, polarity, measure, missing, actuals: read(actuals), targets: read(targets) }
}

export const demonstrationIndicators: readonly DemonstrationIndicator[] = [
  row('NI 151', ['%', 1, 'higher', 'rolling_year', null], {
    actuals: '80.9 81.2 81 80.6 80.1 79.6 79.2 79',
    targets: '79 79 79 79 79 79 78.5 78.5',
  }),
  row('NI 152', ['%', 1, 'lower', 'rolling_year', null], {
    actuals: '6.3 6.2 6.2 6.3 6.5 6.8 7.1 7.4',
    targets: '6.3 6.3 6.3 6.3 6.3 6.3 6.4 6.4',
  }),
  row('NI 154', ['number', 0, 'higher', 'cumulative', null], {
    actuals: '390 540 120 255 370 480 138 318',
    targets: '420 590 150 310 460 640 150 340',
  }),
  row('NI 155', ['number', 0, 'higher', 'cumulative', null], {
    actuals: '150 212 40 96 140 188 46 71',
    targets: '140 200 45 95 145 190 50 105',
  }),
  row('NI 157', ['%', 0, 'higher', 'discrete_quarter', null], {
    actuals: '78 80 79 81 83 82 84 85',
    targets: '75 75 78 78 78 78 80 80',
  }),
  row('NI 163', ['%', 1, 'higher', 'annual', 'not_due'], {
    actuals: '- 72.1 - - - 73.4 - -',
    targets: '- 72 - - - 74 - -',
  }),
  row('NI 175', ['%', 1, 'higher', 'discrete_quarter', null], {
    actuals: '76.1 76.4 75.8 75.2 74 73.1 71 68.4',
    targets: '74 74 76 76 76 76 78 78',
  }),
  row('NI 181', ['number', 1, 'lower', 'discrete_quarter', null], {
    actuals: '19.8 18.9 18.1 17.2 15.4 14 13.1 12.4',
    targets: '19 19 17 17 16 16 13.5 13.5',
  }),
  row('NI 1', ['%', 1, 'higher', 'biennial', 'not_due'], {
    actuals: '- - - - 81.4 - - -',
    targets: '- - - - - - - -',
  }),
  row('NI 7', ['%', 1, 'higher', 'annual', null], {
    actuals: '- - - - 20.1 - - -',
    targets: '- - - - - - - -',
  }),
  row('NI 15', ['per 1,000', 2, 'lower', 'rolling_year', null], {
    actuals: '0.62 0.6 0.58 0.57 0.55 0.54 0.52 0.5',
    targets: '0.6 0.6 0.58 0.58 0.58 0.58 0.54 0.54',
  }),
  row('NI 16', ['per 1,000', 1, 'lower', 'rolling_year', null], {
    actuals: '13.4 13.2 13 12.9 12.8 12.7 12.6 11.9',
    targets: '12.8 12.8 12.2 12.2 12.2 12.2 11.2 11.2',
  }),
  row('NI 20', ['per 1,000', 1, 'lower', 'rolling_year', null], {
    actuals: '6.9 6.8 6.6 6.5 6.3 6.2 6.1 5.9',
    targets: '6.6 6.6 6.4 6.4 6.4 6.4 6.2 6.2',
  }),
  row('NI 32', ['%', 0, 'lower', 'discrete_quarter', null], {
    actuals: '29 28 31 30 28 27 27 24',
    targets: '29 29 28 28 28 28 26 26',
  }),
  row('NI 39', ['per 100,000', 0, 'lower', 'rolling_year', null], {
    actuals: '1180 1215 1250 1290 1335 1380 1430 1478',
    targets: '1200 1200 1240 1240 1240 1240 1280 1280',
  }),
  row('NI 40', ['number', 0, 'higher', 'rolling_year', null], {
    actuals: '1402 1420 1451 1466 1490 1512 1540 1561',
    targets: '1400 1400 1460 1460 1460 1460 1520 1520',
  }),
  row('NI 53', ['%', 1, 'higher', 'discrete_quarter', null], {
    actuals: '53 53.9 54.6 55.2 55.9 56.1 57.2 54.1',
    targets: '53 53 55 55 55 55 57 57',
  }),
  row('NI 123', ['per 100,000', 0, 'higher', 'cumulative', null], {
    actuals: '402 610 128 262 405 622 150 281',
    targets: '400 600 130 260 400 620 140 275',
  }),
  row('NI 130', ['%', 1, 'higher', 'discrete_quarter', null], {
    actuals: '3.1 3.8 4.6 5.4 6.3 7.2 8.6 9.4',
    targets: '3 4 5 6 7 8 9 10',
  }),
  row('NI 135', ['%', 1, 'higher', 'cumulative', null], {
    actuals: '14.2 19.8 5.1 10.4 15.9 21 6.2 12.4',
    targets: '14 19 5 10 15 20 5.5 11.5',
  }),
  row('NI 186', ['%', 1, 'higher', 'annual', 'awaiting_data'], {
    actuals: '- 1.9 - - - 3.4 - -',
    targets: '- 2.5 - - - 3 - -',
  }),
  row('NI 191', ['number', 0, 'lower', 'cumulative', null], {
    actuals: '476 640 158 312 462 612 150 297',
    targets: '480 650 160 320 475 630 152 304',
  }),
  row('NI 192', ['%', 1, 'higher', 'rolling_year', null], {
    actuals: '41.1 41.8 42.4 43 43.5 44.1 45.2 46.1',
    targets: '41 41 44 44 44 44 46.5 48',
  }),
  row('NI 193', ['%', 1, 'lower', 'rolling_year', null], {
    actuals: '57.5 56.8 55.4 53.9 52.2 50.4 48.8 47.9',
    targets: '58 58 54 54 54 54 49.5 48.5',
  }),
  row('NI 195a', ['%', 1, 'lower', 'discrete_quarter', null], {
    actuals: '8.3 7.6 8.8 7.5 6.9 7.2 7.4 6.1',
    targets: '8 8 7.5 7.5 7.5 7.5 7 7',
  }),
  row('NI 195b', ['%', 1, 'lower', 'discrete_quarter', null], {
    actuals: '14.2 13.5 13.8 12.6 11.9 11 10.6 10.1',
    targets: '14 14 13 13 13 13 11 11',
  }),
  row('NI 19', ['number', 2, 'lower', 'rolling_year', null], {
    actuals: '1.21 1.18 1.15 1.12 1.08 1.05 1.02 0.98',
    targets: '1.2 1.2 1.12 1.12 1.12 1.12 1.05 1.05',
  }),
  row('NI 65', ['%', 1, 'lower', 'rolling_year', null], {
    actuals: '11.2 11.6 11.9 12.2 12.6 12.9 13.2 13.4',
    targets: '12 12 12.5 12.5 12.5 12.5 12.5 12.5',
  }),
  row('NI 109', ['%', 0, 'higher', 'snapshot', null], {
    actuals: '64 68 72 76 80 84 88 92',
    targets: '62 66 70 75 80 84 88 92',
  }),
  row('NI 111', ['per 100,000', 0, 'lower', 'rolling_year', null], {
    actuals: '1610 1570 1520 1480 1430 1390 1340 1290',
    targets: '1600 1600 1500 1500 1500 1500 1380 1380',
  }),
  row('NI 117', ['%', 1, 'lower', 'discrete_quarter', null], {
    actuals: '5.6 5.4 5.5 5.7 5.6 5.8 6 6.9',
    targets: '5.6 5.6 5.6 5.6 5.6 5.6 5.5 5.5',
  }),
  row('NI 126', ['%', 0, 'higher', 'discrete_quarter', null], {
    actuals: '72 74 76 79 81 83 85 87',
    targets: '70 72 75 77 79 80 82 85',
  }),
  row('NI 142', ['%', 1, 'higher', 'discrete_quarter', null], {
    actuals: '97.2 97.4 97.8 98 98.1 98.3 98.2 98.1',
    targets: '97 97 98 98 98 98 98 98',
  }),
  row('NI 153', ['%', 1, 'lower', 'rolling_year', null], {
    actuals: '22.4 22.1 22.3 22.8 23.3 24 24.6 25.1',
    targets: '22 22 22 22 22 22 21.8 21.8',
  }),
  row('NI 156', ['number', 0, 'lower', 'snapshot', null], {
    actuals: '128 119 104 92 78 66 54 41',
    targets: '130 120 110 100 90 80 60 50',
  }),
]
