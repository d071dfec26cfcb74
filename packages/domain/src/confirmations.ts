import { decimalText, trimDecimal } from './decimal.ts'
import type { EnteredFigures } from './return-figures.ts'
import { decimalOrNull } from './return-figures.ts'
import { tidyText } from './typed-texts.ts'

/*
 * How a figure that was asked about is confirmed (our choice).
 *
 * The cell `confirmation` holds the figures that were confirmed, then the word: '135800/321080 The contract
 * started late.' Who types it confirms what is on their screen, so the screen writes the figures. A confirmation
 * holds as long as the figures are those it names: after a change the question is asked again, and if the change
 * is taken back the old answer is true again. It holds whatever the figures are compared with, because it says
 * that they are right and not that a comparison is wrong. There is one question and one word for an indicator,
 * however many signs led to the question.
 */

/**
 * The figures as a confirmation names them: '135800/321080' or '42.3'; '' where there are none. Equal numbers
 * give equal texts: 42.30 is 42.3. Never holds white space.
 */
export function confirmationFor({ value, numerator, denominator }: EnteredFigures): string {
  if (value !== null) return plain(value)
  if (numerator === null && denominator === null) return ''
  return `${plain(numerator ?? '')}/${plain(denominator ?? '')}`
}

function plain(text: string): string {
  const number = decimalOrNull(text)
  return number === null ? text.replace(/\s+/g, '') : decimalText(trimDecimal(number, 0))
}

/** What the cell `confirmation` is to hold. Blank when there is no word: then nothing is confirmed. */
export function confirmationText(figures: EnteredFigures, word: string): string {
  const why = tidyText(word)
  return why === '' ? '' : `${confirmationFor(figures)} ${why}`
}

/** The figures and the word of a confirmation; null for a text that is none. */
export function readConfirmation(text: string): { figures: string; word: string } | null {
  const [, figures, word] = confirmationPattern.exec(tidyText(text)) ?? []
  return figures === undefined || word === undefined ? null : { figures, word }
}

const confirmationPattern = /^(\S*\d\S*)\s+([\s\S]*\S)$/

/** The word given for exactly these figures; null where none was, or where a figure has changed since. */
export function confirmedWord(figures: EnteredFigures, confirmation: string | null): string | null {
  const read = confirmation === null ? null : readConfirmation(confirmation)
  return read !== null && read.figures === confirmationFor(figures) ? read.word : null
}

/** Whether these figures have been confirmed. `confirmation` is the text of the cell. */
export function isConfirmed(figures: EnteredFigures, confirmation: string | null): boolean {
  return confirmedWord(figures, confirmation) !== null
}
