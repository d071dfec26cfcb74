import { countOf } from './figures.ts'
import type { Role } from './permissions.ts'

/** Exempt names a paragraph of Schedule 12A to the Local Government Act 1972. */
export type RecordAccess = 'public' | 'internal' | 'exempt' | 'confidential'

// Our choice. Exempt matters are for elected members and the officers who serve them; confidential ones for
// those who decide and those who keep the record.
const readersOf: Readonly<Record<'exempt' | 'confidential', readonly Role[]>> = {
  exempt: ['executive_member', 'portfolio_holder', 'scrutiny_member', 'performance_officer', 'administrator'],
  confidential: ['executive_member', 'performance_officer', 'administrator'],
}

/**
 * Whether a reader may see a record (the domain notes, Who may see what). Public needs no role; internal needs
 * any, that is, being signed in.
 */
export function mayReadRecord(access: RecordAccess, held: readonly Role[]): boolean {
  if (access === 'public') return true
  if (access === 'internal') return held.length > 0
  return held.some((role) => readersOf[access].includes(role))
}

/** What stands where records are withheld: '1 risk withheld: exempt, paragraph 3.' */
export function withheldSentence({
  count,
  noun,
  nouns,
  access,
  paragraph = null,
}: {
  count: number
  noun: string
  /** The plural, where it is not the noun with an s. */
  nouns?: string
  access: Exclude<RecordAccess, 'public'>
  paragraph?: number | null
}): string {
  const clause = access === 'exempt' && paragraph !== null ? `, paragraph ${paragraph}` : ''
  const what = nouns === undefined || count === 1 ? countOf(count, noun) : `${count} ${nouns}`
  return `${what} withheld: ${access}${clause}.`
}

/**
 * What is said where exempt records are withheld, a sentence for each paragraph; null where nothing is said.
 * Confidential ones are neither said nor counted (the domain notes, Who may see what).
 */
export function exemptWithheld(
  withheld: readonly { access: RecordAccess; paragraph: number | null }[],
  words: { noun: string; nouns?: string },
): string | null {
  const exempt = withheld.filter(({ access }) => access === 'exempt')
  const groups = Map.groupBy(exempt, ({ paragraph }) => paragraph)
  const sentences = [...groups].map(([paragraph, group]) =>
    withheldSentence({ ...words, count: group.length, access: 'exempt', paragraph }),
  )
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** What marks a record that not everyone may read, so that it is not carried into a public pack; null for the rest. */
export function markingOf({
  access,
  paragraph,
}: {
  access: RecordAccess
  paragraph: number | null
}): string | null {
  if (access === 'confidential') return 'Confidential'
  if (access !== 'exempt') return null
  return paragraph === null ? 'Exempt' : `Exempt, paragraph ${paragraph}`
}
