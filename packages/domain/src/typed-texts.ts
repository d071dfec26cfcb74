/**
 * Words as people count them: whatever stands between white space and holds a letter or a digit. 'e-mail' and
 * '£6.35m' are one word each, a dash on its own is none.
 */
export function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** Characters as a reader and a database count them: an emoji beyond the first plane is one, not two. */
export function countCharacters(text: string): number {
  return [...text].length
}

const lineEnds = /\r\n?|[\u2028\u2029\v\f]/g
// What a copied text may carry unseen: control characters, of which a database refuses some, but not tab and new line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff]/g

/**
 * A typed text as it is kept: line ends are '\n', nothing unseen, no white space at either end, and no half of a
 * character, which no database stores.
 */
export function tidyText(typed: string): string {
  return typed.toWellFormed().replace(lineEnds, '\n').replace(unseen, '').normalize('NFC').trim()
}

/** True for no text, and for one of nothing that can be seen. */
export function isBlankText(text: string | null | undefined): boolean {
  return text === null || text === undefined || tidyText(text) === ''
}

/** As tidyText, on one line: a name is not two. */
export function tidyLine(typed: string): string {
  return tidyText(typed).replace(/\s+/g, ' ')
}

/** What is left to compare of a text when case, punctuation and white space do not count. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const longestQuote = 80

/** '‘Bid for Kickstart money’', shortened between words where it is long. */
export function quoted(text: string): string {
  const line = tidyLine(text)
  if (line.length <= longestQuote) return `‘${line}’`
  const cut = line.slice(0, longestQuote)
  return `‘${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:.]+$/, '')} …’`
}
