import type { DashboardIndicator } from '@accord/api-client'
import { explainWithReason } from '@accord/domain'

type Explained = Pick<DashboardIndicator, 'polarity' | 'tolerance' | 'unit' | 'decimals'>

function ruleOf({ polarity, tolerance, unit, decimals }: Explained) {
  return { polarity, tolerance, format: { unit, decimals } }
}

/** This quarter’s rating, with its explanation for when it is asked for: a dashboard has hundreds. */
export function nowExplained(indicator: DashboardIndicator) {
  const { now, value, target } = indicator
  const why = () => explainWithReason({ reason: now.reason, actual: value, target, rule: ruleOf(indicator) })
  return { ...now, why }
}

/** The year end’s rating likewise; without a forecast, what there is in its place says why. */
export function yearEndExplained(indicator: DashboardIndicator) {
  const { yearEnd } = indicator
  const { reason, value, target, method } = yearEnd
  const why = () =>
    value === null ? method : explainWithReason({ reason, actual: value, target, rule: ruleOf(indicator) })
  return { ...yearEnd, why }
}
