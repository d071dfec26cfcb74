import { describe, expect, test } from 'vitest'
import { crossChecks, draftRating, isCopied, isShort } from './return-cross-checks.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { anIndicator, aRatio } from './return-under-check.fixture.ts'

function found(cells: Record<string, string>, indicator: ReturnIndicator = anIndicator()) {
  const keyed = Object.entries(cells).map(([field, text]): [string, string] => [
    `indicators/${indicator.slug}/${field}`,
    text,
  ])
  return crossChecks(indicator, new Map(keyed)).map(({ code, sentence }) => `${code}: ${sentence}`)
}

const explained = { cause: 'Late start', action: 'Bins', owner: 'Grace Addo', due: '2009-12-31' }

describe('a figure short of its target', () => {
  test('needs cause, action, owner and date', () => {
    expect(found({ value: '335' })).toEqual([
      'cause_missing: NI 191 is off target. Say what caused it.',
      'action_missing: NI 191 is off target. Say what is being done about it.',
      'owner_missing: NI 191 is off target. Name the person who does it.',
      'due_missing: NI 191 is off target. Give the date by which it is done.',
    ])
    expect(found({ value: '310', ...explained, owner: ' ' })).toEqual([
      'owner_missing: NI 191 is near target. Name the person who does it.',
    ])
    expect(found({ value: '335', ...explained })).toEqual([])
  })

  test('is one that the rating says is off or near, worked out from halves too', () => {
    const cells = new Map([
      ['indicators/ni-193/numerator', '157000'],
      ['indicators/ni-193/denominator', '321080'],
    ])
    expect(draftRating(aRatio(), cells)).toEqual({ status: 'near_target' })
    expect(isShort(aRatio(), cells)).toBe(true)
  })

  test('is none on target, without a target, as data only, or without a figure', () => {
    expect(found({ value: '304' })).toEqual([])
    expect(found({ value: '335' }, anIndicator({ target: null }))).toEqual([])
    expect(found({ value: '335' }, anIndicator({ isDataOnly: true }))).toEqual([])
    expect(found({})).toEqual([])
    expect(isShort(anIndicator(), new Map())).toBe(false)
  })
})

test('a forecast needs a reason, and a reason no forecast', () => {
  expect(found({ forecast: '600' })).toEqual([
    'forecast_reason_missing: Say why you expect NI 191 to end the year there.',
  ])
  expect(found({ forecast: '600', forecastReason: 'As last year' })).toEqual([])
  expect(found({ forecastReason: 'As last year' })).toEqual([])
})

test('a figure and a reason for its absence do not go together', () => {
  const sentence =
    'figure_and_reason: NI 191 has a figure and a reason why there is none. Take one of them out.'
  expect(found({ value: '300', missing: 'awaiting_data' })).toEqual([sentence])
  expect(found({ numerator: '5', missing: 'not_due' }, aRatio())).toHaveLength(1)
  expect(found({ missing: 'not_due' })).toEqual([])
})

describe('commentary copied from last quarter', () => {
  const indicator = anIndicator({ lastCommentary: 'The contract started in June, two months late.' })
  const commentary = 'the contract  started in June – two months late'

  test('is flagged, and stops nothing', () => {
    expect(found({ commentary }, indicator)).toEqual([
      'commentary_copied: The commentary on NI 191 is word for word that of last quarter. Say what is new, if anything is.',
    ])
    const cells = new Map([['indicators/ni-191/commentary', commentary]])
    expect(crossChecks(indicator, cells)).toMatchObject([{ tier: 'cross_field', isBlocking: false }])
  })

  test('is word for word but for case, punctuation and white space', () => {
    expect(isCopied(commentary, indicator.lastCommentary)).toBe(true)
    expect(isCopied('The contract started in July, two months late.', indicator.lastCommentary)).toBe(false)
    expect(isCopied(null, 'Same')).toBe(false)
    expect(isCopied('Same', null)).toBe(false)
    expect(isCopied('–', '…')).toBe(false)
  })
})
