import type { FigureFormat } from './figures.ts'

/** Which way is good: up, down, inside a range, or neither because the figure is data only. */
export type Polarity = 'higher' | 'lower' | 'range' | 'none'

/** What a quarter’s figure covers. */
export type Measure = 'snapshot' | 'discrete_quarter' | 'cumulative' | 'rolling_year' | 'annual' | 'biennial'

/**
 * How far short of target still counts as on (green) or near (amber). Decimal texts.
 * Relative: a share of the target, '0.1' is 10 %. Absolute: in the indicator’s own unit.
 */
export type Tolerance = { kind: 'relative' | 'absolute'; green: string; amber: string }

/** Decimal texts. A range is inclusive. */
export type TargetValue = { value: string } | { low: string; high: string }

/** All that rating needs to know of an indicator. */
export type RatingRule = { polarity: Polarity; tolerance: Tolerance; format: FigureFormat }

/** Green nothing, amber 10 % of the target: the defaults of the domain notes, Status. */
export const defaultTolerance: Tolerance = { kind: 'relative', green: '0', amber: '0.1' }
