import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DirectionInput } from './direction.ts'
import { directionOfTravel, shortIsShown } from './direction.ts'

const format = { unit: '%', decimals: 1 }

function direction(now: string | null, before: string | null, more: Partial<DirectionInput> = {}) {
  return directionOfTravel({ now, before, polarity: 'higher', format, ...more })
}

describe('direction of travel', () => {
  test('the arrow is the value, the word is the judgement', () => {
    expect(direction('46.1', '43.0')).toEqual({
      movement: 'up',
      word: 'better',
      sentence: 'Up from 43.0%: better',
    })
    expect(direction('46.1', '43.0', { polarity: 'lower' })).toMatchObject({ movement: 'up', word: 'worse' })
    expect(direction('40', '43', { polarity: 'lower' })?.sentence).toBe('Down from 43.0%: better')
    expect(direction('40', '43')?.sentence).toBe('Down from 43.0%: worse')
  })

  test('figures that read the same have not changed', () => {
    expect(direction('43.04', '43.0')).toEqual({
      movement: 'level',
      word: 'no_change',
      sentence: 'No change from 43.0%',
    })
    expect(direction('43.1', '43.0')).toMatchObject({ movement: 'up' })
  })

  test('a dead band given replaces the displayed decimals', () => {
    expect(direction('43.5', '43.0', { deadBand: '0.5' })).toMatchObject({
      movement: 'level',
      sentence: 'Little change from 43.0%',
    })
    expect(direction('43.6', '43.0', { deadBand: '0.5' })).toMatchObject({ movement: 'up' })
    expect(direction('43.04', '43.0', { deadBand: '0' })).toMatchObject({ movement: 'up', word: 'better' })
  })

  test('a missing figure has no direction', () => {
    expect(direction(null, '43')).toBeNull()
    expect(direction('43', null)).toBeNull()
  })

  test('without a polarity there is an arrow and no word', () => {
    expect(direction('46', '43', { polarity: 'none' })).toEqual({
      movement: 'up',
      word: null,
      sentence: 'Up from 43.0%',
    })
  })

  test('for a range, nearer is better', () => {
    const range = { polarity: 'range' as const, target: { low: '5', high: '8' } }
    expect(direction('9', '10', range)).toMatchObject({ movement: 'down', word: 'better' })
    expect(direction('3', '4', range)).toMatchObject({ movement: 'down', word: 'worse' })
    expect(direction('7', '6', range)).toMatchObject({
      movement: 'up',
      word: 'no_change',
      sentence: 'Up from 6.0%: no better or worse',
    })
    expect(direction('7', '6', { polarity: 'range' })).toMatchObject({ word: null })
    expect(direction('7', '7', range)).toMatchObject({ movement: 'level', word: 'no_change' })
  })

  test('there and back again: up one way is down the other, better is worse', () => {
    const opposite = { up: 'down', down: 'up', level: 'level' }
    const reverse = { better: 'worse', worse: 'better', no_change: 'no_change' }
    const texts = fc.integer({ min: -900, max: 900 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(texts, texts, fc.constantFrom('higher' as const, 'lower' as const), (a, b, polarity) => {
        const there = direction(a, b, { polarity })
        const back = direction(b, a, { polarity })
        if (!there?.word || !back?.word) throw new Error('Both figures are there')
        expect(back.movement).toBe(opposite[there.movement])
        expect(back.word).toBe(reverse[there.word])
      }),
    )
  })
})

test('last quarter is not compared for measures that restart or have no last quarter', () => {
  expect((['snapshot', 'discrete_quarter', 'rolling_year'] as const).map(shortIsShown)).toEqual([
    true,
    true,
    true,
  ])
  expect((['cumulative', 'annual', 'biennial'] as const).map(shortIsShown)).toEqual([false, false, false])
})
