import { describe, expect, test } from 'vitest'
import type { ReturnCheck } from './return-check.ts'
import type { ReturnIndicator } from './return-figures.ts'
import {
  actionGaps,
  indicatorGaps,
  narrativeGaps,
  narrativeNeeded,
  questionGaps,
  resourceGaps,
  riskGaps,
} from './return-gaps.ts'
import { anIndicator, aRatio, aReturn, someIds } from './return-under-check.fixture.ts'

function said(checks: readonly ReturnCheck[]) {
  return checks.map(({ code, cell, sentence }) => `${code} at ${cell}: ${sentence}`)
}

function gaps(indicator: ReturnIndicator, cells: Record<string, string>) {
  return said(indicatorGaps(indicator, new Map(Object.entries(cells))))
}

describe('an indicator', () => {
  test('that is due needs a figure or a reason', () => {
    expect(gaps(anIndicator(), {})).toEqual([
      'figure_missing at indicators/ni-191/value: Enter the figure for NI 191, or say why there is none.',
    ])
    expect(gaps(aRatio(), {})).toEqual([
      'figure_missing at indicators/ni-193/numerator: Enter the figure for NI 193, or say why there is none.',
    ])
    expect(gaps(anIndicator(), { 'indicators/ni-191/value': '0' })).toEqual([])
  })

  test('that is not due needs nothing', () => {
    expect(gaps(anIndicator({ isDue: false }), {})).toEqual([])
  })

  test('with half a ratio needs the other half, due or not', () => {
    for (const isDue of [true, false]) {
      expect(gaps(aRatio({ isDue }), { 'indicators/ni-193/numerator': '5' })).toEqual([
        'half_missing at indicators/ni-193/denominator: Enter ‘Collected, tonnes’ too: without it NI 193 cannot be worked out.',
      ])
      expect(gaps(aRatio({ isDue }), { 'indicators/ni-193/denominator': '5' })).toEqual([
        'half_missing at indicators/ni-193/numerator: Enter ‘Land filled, tonnes’ too: without it NI 193 cannot be worked out.',
      ])
    }
  })

  test('without a figure needs a comment on its reason, unless it is not due or does not apply', () => {
    const missing = (reason: string) => gaps(anIndicator(), { 'indicators/ni-191/missing': reason })
    expect(missing('not_due')).toEqual([])
    expect(missing('not_applicable')).toEqual([])
    expect(missing('awaiting_data')).toEqual([
      'commentary_missing at indicators/ni-191/commentary: Say in the commentary when the figure for NI 191 will come.',
    ])
    expect(missing('not_collected')).toEqual([
      'commentary_missing at indicators/ni-191/commentary: Say in the commentary why the figure for NI 191 was not collected.',
    ])
    const both = {
      'indicators/ni-191/missing': 'awaiting_data',
      'indicators/ni-191/commentary': 'Due on 2 November.',
    }
    expect(gaps(anIndicator(), both)).toEqual([])
  })
})

describe('the other sections', () => {
  test('need a word on each action, or its completion', () => {
    expect(said(actionGaps(aReturn()))).toEqual([
      `progress_missing at actions/${someIds.action}/progress: Say how far ‘Communal bins for 6,200 Oxford flats’ has come.`,
    ])
    for (const field of ['progress', 'completed']) {
      expect(
        actionGaps(aReturn({ cells: { [`actions/${someIds.action}/${field}`]: '2009-10-01' } })),
      ).toEqual([])
    }
  })

  test('need each risk reviewed, which saving any of its cells does', () => {
    expect(said(riskGaps(aReturn()))).toEqual([
      `risk_not_reviewed at risks/${someIds.risk}/likelihood: Review the risk ‘Gate fees rise’: keep or change its likelihood and impact.`,
    ])
    for (const field of ['likelihood', 'impact', 'review']) {
      expect(riskGaps(aReturn({ cells: { [`risks/${someIds.risk}/${field}`]: '3' } })), field).toEqual([])
    }
  })

  test('need hours and funding, of which zero is an answer', () => {
    expect(resourceGaps(aReturn()).map(({ cell }) => cell)).toEqual([
      'resources/memberHours',
      'resources/officerHours',
      'resources/funding',
    ])
    expect(resourceGaps(aReturn({ cells: { 'resources/funding': '0' } }))).toHaveLength(2)
  })

  test('need the narrative: why only where a figure is short of target, what we need never', () => {
    expect(narrativeNeeded(false)).toEqual(['whatHappened', 'whatWeAreDoing'])
    expect(narrativeNeeded(true)).toEqual(['whatHappened', 'why', 'whatWeAreDoing'])
    expect(said(narrativeGaps(aReturn(), true))).toEqual([
      'narrative_missing at narrative/whatHappened: Say what happened this quarter, in up to 100 words.',
      'narrative_missing at narrative/why: Say why, in up to 100 words, because a figure is off or near its target.',
      'narrative_missing at narrative/whatWeAreDoing: Say what the partnership is doing, in up to 100 words.',
    ])
    expect(narrativeGaps(aReturn({ cells: { 'narrative/whatHappened': 'Much.' } }), false)).toHaveLength(1)
  })

  test('need an answer to each question', () => {
    expect(said(questionGaps(aReturn()))).toEqual([
      `answer_missing at questions/${someIds.question}/answer: Answer this question: ‘When do food waste rounds reach Kidlington?’`,
    ])
    expect(questionGaps(aReturn({ cells: { [`questions/${someIds.question}/answer`]: 'Soon.' } }))).toEqual(
      [],
    )
  })
})

test('every gap stops the return from being sent, and is of the second tier', () => {
  const input = aReturn()
  const all = [...indicatorGaps(anIndicator(), input.cells), ...riskGaps(input), ...resourceGaps(input)]
  for (const found of all) {
    expect(found).toMatchObject({ tier: 'presence', isBlocking: true, suggestion: null, confirmation: null })
  }
})
