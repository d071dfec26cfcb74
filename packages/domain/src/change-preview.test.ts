import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { previewChange, type QuarterToPreview, targetAfter } from './change-preview.ts'
import type { RatingRule } from './indicator-rule.ts'
import { rate } from './status.ts'

const rule: RatingRule = {
  polarity: 'higher',
  tolerance: { kind: 'relative', green: '0', amber: '0.1' },
  format: { unit: '%', decimals: 1 },
}

const tighter: RatingRule = { ...rule, tolerance: { ...rule.tolerance, amber: '0.02' } }

const at = (index: number, actual: string | null): QuarterToPreview => ({
  ...{ index, actual, missing: null, before: { value: '50' }, after: { value: '50' } },
})

const preview = (quarters: QuarterToPreview[], after = tighter) =>
  previewChange({ quarters, before: { rule, dataOnly: false }, after: { rule: after, dataOnly: false } })

describe('a preview of a change', () => {
  test('names the past statuses that would change, and how many there are', () => {
    const { summary, changed } = preview([at(8032, '46'), at(8033, '49.5'), at(8034, '51')])
    expect(changed).toBe(1)
    expect(summary).toBe('1 of 3 past statuses would change: Q1 2008/09 from near target to off target.')
  })

  test('names four and counts the rest', () => {
    const quarters = Array.from({ length: 6 }, (_, place) => at(8032 + place, '46'))
    expect(preview(quarters).summary).toContain(' and 2 more.')
  })

  test('says that nothing would change, and that there is nothing to change', () => {
    expect(preview([at(8032, '51')]).summary).toBe('The one past status would not change.')
    expect(preview([at(8032, null)]).summary).toBe('There is no figure yet, so no past status would change.')
  })

  test('of data only rates nothing afterwards', () => {
    const { quarters } = previewChange({
      quarters: [at(8032, '46')],
      before: { rule, dataOnly: false },
      after: { rule, dataOnly: true },
    })
    expect(quarters[0]).toMatchObject({ was: { status: 'near_target' }, wouldBe: { reason: 'data_only' } })
  })

  test('is what the rule itself says before and after, for any figures', () => {
    const figures = fc.array(fc.integer({ min: 400, max: 600 }).map((number) => (number / 10).toFixed(1)))
    fc.assert(
      fc.property(figures, (actuals) => {
        const { quarters, changed } = preview(actuals.map((actual, place) => at(8000 + place, actual)))
        const target = { value: '50' }
        const would = actuals.filter(
          (actual) =>
            rate({ actual, target, rule }).status !== rate({ actual, target, rule: tighter }).status,
        )
        expect(changed).toBe(would.length)
        expect(quarters).toHaveLength(actuals.length)
      }),
    )
  })

  test('replaces the targets of one year and of no other', () => {
    const replaced = { startYear: 2009, quarters: [{ value: '1' }, { value: '2' }, null, { value: '4' }] }
    expect(targetAfter(2009 * 4 + 1, { value: '9' }, replaced)).toEqual({ value: '2' })
    expect(targetAfter(2009 * 4 + 2, { value: '9' }, replaced)).toBeNull()
    expect(targetAfter(2008 * 4 + 1, { value: '9' }, replaced)).toEqual({ value: '9' })
  })
})
