import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparableText,
  countCharacters,
  countWords,
  isBlankText,
  quoted,
  tidyLine,
  tidyText,
} from './typed-texts.ts'

describe('words', () => {
  test('are counted as people count them', () => {
    expect(countWords('')).toBe(0)
    expect(countWords(' \n ')).toBe(0)
    expect(countWords('Nothing this quarter.')).toBe(3)
    expect(countWords('South Oxfordshire’s contract – two months late – began in e-mail for £6.35m')).toBe(11)
    expect(countWords('one\ntwo\u00a0three\tfour')).toBe(4)
    expect(countWords('- – — … !')).toBe(0)
  })

  test('joined by white space are as many as there are, however it is typed', () => {
    const word = fc.stringMatching(/^[a-zé’0-9-]*[a-zé0-9][a-zé’0-9-]*$/)
    const space = fc.constantFrom(' ', '\n', '  ', '\t', '\u00a0', ' – ')
    fc.assert(
      fc.property(fc.array(word), space, (words, gap) => {
        expect(countWords(words.join(gap))).toBe(words.length)
      }),
    )
  })
})

describe('a text as it is kept', () => {
  test('has its line ends made one, and nothing unseen', () => {
    expect(tidyText('  a\r\nb\rc\u2028d\u0000e\u200bf\ufeff ')).toBe('a\nb\nc\ndef')
    expect(tidyText('a\tb')).toBe('a\tb')
    expect(tidyText('e\u200b\u0301')).toBe('é')
    expect(tidyText('half \ud83d')).toBe('half \ufffd')
  })

  test('is kept the same when it is kept again, and a line has no line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = tidyText(text)
        expect(tidyText(kept)).toBe(kept)
        for (const unseen of ['\r', '\u0000', '\u200b']) expect(kept).not.toContain(unseen)
        expect(tidyLine(text)).not.toMatch(/\s\s|\n/)
      }),
    )
  })

  test('is blank when nothing that can be seen is left', () => {
    expect([null, undefined, '', ' \n\u00a0', '\u200b'].every(isBlankText)).toBe(true)
    expect(isBlankText('0')).toBe(false)
  })

  test('is as long as a reader counts it', () => {
    expect(countCharacters('é🙂')).toBe(2)
  })
})

test('texts compare without case, punctuation and white space', () => {
  expect(comparableText('The contract\nstarted – late!')).toBe(comparableText('the CONTRACT started late'))
  expect(comparableText('12.5')).not.toBe(comparableText('12.6'))
})

test('a quotation is one line, and cut between words where it is long', () => {
  expect(quoted('Gate fees\n rise')).toBe('‘Gate fees rise’')
  const cut = quoted(
    'When will the household waste recycling centre, which was closed in June, open again for residents?',
  )
  expect(cut).toBe('‘When will the household waste recycling centre, which was closed in June, open …’')
})
