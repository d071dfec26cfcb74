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

/** The year end’s rating likewise; where there is no forecast, the sentence that says why. */
export function yearEndExplained(indicator: DashboardIndicator) {
  const { yearEnd } = indicator
  const { reason, value, target, noForecast } = yearEnd
  const why = () =>
    noForecast ?? explainWithReason({ reason, actual: value, target, rule: ruleOf(indicator) })
  return { ...yearEnd, why }
}
