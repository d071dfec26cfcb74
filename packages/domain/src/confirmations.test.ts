import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  confirmationFor,
  confirmationText,
  confirmedWord,
  isConfirmed,
  readConfirmation,
} from './confirmations.ts'
import type { EnteredFigures } from './return-figures.ts'

const value = (text: string | null): EnteredFigures => ({ value: text, numerator: null, denominator: null })
const halves = (numerator: string | null, denominator: string | null): EnteredFigures => ({
  value: null,
  numerator,
  denominator,
})

describe('a confirmation', () => {
  test('names the figures it was given for, then the word', () => {
    expect(confirmationText(halves('135800', '321080'), ' The contract started late. ')).toBe(
      '135800/321080 The contract started late.',
    )
    expect(readConfirmation('42.3 Right:\nseen twice')).toEqual({
      figures: '42.3',
      word: 'Right:\nseen twice',
    })
  })

  test('is none without a word, or without figures', () => {
    expect(confirmationText(value('42.3'), ' \n')).toBe('')
    for (const text of ['', '42.3', '42.3 ', 'It is right']) expect(readConfirmation(text), text).toBeNull()
    expect(isConfirmed(value(null), confirmationText(value(null), 'Right'))).toBe(false)
  })

  test('holds for these figures, and not once one of them has changed', () => {
    const given = confirmationText(halves('135800', '321080'), 'Late start')
    expect(confirmedWord(halves('135800', '321080'), given)).toBe('Late start')
    for (const changed of [halves('153800', '321080'), halves('135800', '321081'), halves('135800', null)]) {
      expect(isConfirmed(changed, given)).toBe(false)
    }
    expect(isConfirmed(halves('135800', '321080'), null)).toBe(false)
  })

  test('holds for the same number written with another number of decimals', () => {
    expect(isConfirmed(value('42.30'), confirmationText(value('42.3'), 'Right'))).toBe(true)
    expect(confirmationFor(value('0.0'))).toBe('0')
  })

  test('of one pair of halves never stands for another that gives the same figure', () => {
    expect(isConfirmed(halves('2', '4'), confirmationText(halves('1', '2'), 'Right'))).toBe(false)
  })
})

test('a confirmation holds exactly for equal figures, whatever the word', () => {
  const text = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.stringMatching(/^\d{0,2}$/))
  const figure = text.map(([whole, decimals]) => (decimals === '' ? `${whole}` : `${whole}.${decimals}`))
  fc.assert(
    fc.property(figure, figure, fc.stringMatching(/^\S.{0,20}$/), (confirmed, now, word) => {
      const given = confirmationText(value(confirmed), word)
      expect(isConfirmed(value(confirmed), given)).toBe(word.trim() !== '')
      expect(isConfirmed(value(now), given)).toBe(word.trim() !== '' && Number(now) === Number(confirmed))
    }),
  )
})
