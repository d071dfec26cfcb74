import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfMeeting } from './chance.ts'
import { forecastYearEnd } from './forecast.ts'
import { processControl } from './process-control.ts'
import { firstQuarter, pointsOf } from './rules.fixture.ts'

// Mirrored polarity mirrors every verdict, of one series seen from both sides.

/** Whole numbers, so that two of them are equal or plainly apart, whatever they are multiplied by. */
const wholeValue = fc.integer({ min: 1, max: 60 })
const longSeries = fc.array(wholeValue, { minLength: 13, maxLength: 40 })

const level = fc.integer({ min: 1, max: 60 })

describe('the same series, with the other way good, is judged the opposite', () => {
  test('by process control: improvement is concern, consistently passing is consistently failing', () => {
    const variation = { improvement: 'concern', concern: 'improvement', neither: 'neither', common: 'common' }
    const assurance = {
      consistently_passes: 'consistently_fails',
      consistently_fails: 'consistently_passes',
      hit_or_miss: 'hit_or_miss',
    }
    fc.assert(
      fc.property(longSeries, fc.integer({ min: -200, max: 260 }), (values, target) => {
        // A constant series on its target passes whichever way is good.
        fc.pre(new Set(values).size > 1)
        const up = processControl({ values, polarity: 'higher', target })
        const down = processControl({ values, polarity: 'lower', target })
        if (up.kind !== 'xmr' || down.kind !== 'xmr') throw new Error('Thirteen points are enough')
        expect(down.points.map((point) => point.variation)).toEqual(
          up.points.map((point) => variation[point.variation]),
        )
        if (up.assurance === null) throw new Error('There is a target')
        expect(down.assurance).toBe(assurance[up.assurance])
      }),
    )
  })

  test('by the chance of meeting the target: what one lacks the other has', () => {
    fc.assert(
      fc.property(longSeries, level, (values, target) => {
        const quarter = firstQuarter + values.length - 1
        const forecast = forecastYearEnd({
          measure: 'rolling_year',
          points: pointsOf(values),
          quarterIndex: quarter,
          decimals: 1,
        })
        fc.pre(forecast.kind === 'forecast' && forecast.standardError > 0)
        const up = chanceOfMeeting({ forecast, target, polarity: 'higher' })
        const down = chanceOfMeeting({ forecast, target, polarity: 'lower' })
        expect((up ?? 0) + (down ?? 0)).toBeCloseTo(1, 9)
      }),
    )
  })
})
