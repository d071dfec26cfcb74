import { explainWithReason } from '@accord/domain'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { IndicatorDetail } from '../indicators/indicator-detail.schemas.ts'
import type { Dashboard, DashboardIndicator } from './dashboards.schemas.ts'

const stage = demonstrationStage()

/** What a reader’s side does with an answer that carries figures and no texts. */
function explained({
  polarity,
  tolerance,
  unit,
  decimals,
  value,
  target,
  now,
  yearEnd,
}: z.output<typeof DashboardIndicator>) {
  const rule = { polarity, tolerance, format: { unit, decimals } }
  return {
    now: explainWithReason({ reason: now.reason, actual: value, target, rule }),
    yearEnd:
      yearEnd.noForecast ??
      explainWithReason({
        reason: yearEnd.reason,
        actual: yearEnd.value,
        target: yearEnd.target,
        rule,
      }),
  }
}

test.each(['2009-10-q2', '2008-09-q4'])(
  'every rating on the dashboard of %s is explained from its own figures as its indicator’s page explains it',
  async (quarter) => {
    const { api } = stage
    const executive = await api.signedInAs('executive@cherwell.example')
    const { body } = await api.get(`/councils/cherwell/dashboards/${quarter}`, executive)
    const { outcomes, framework } = body as Dashboard
    const indicators = outcomes.flatMap((outcome) => outcome.indicators)
    expect(indicators.length).toBeGreaterThan(30)
    for (const indicator of indicators) {
      const address = `/indicators/${indicator.id}?quarter=${quarter}&framework=${framework?.id}`
      const { now, yearEnd } = (await api.get(address, executive)).body as IndicatorDetail
      expect(explained(indicator), indicator.code).toEqual({ now: now.why, yearEnd: yearEnd.why })
    }
  },
)
