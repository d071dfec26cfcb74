import { likeness } from './likeness.ts'
import { quoted, tidyLine } from './typed-texts.ts'

/** An organisation with every other name it goes by in files. */
export type NamedOrganisation = { id: string; name: string; aliases: readonly string[] }

/**
 * What a written name is. `as`: the name it was matched to. `shared`: a name of several, which only a person can
 * tell apart. `suggestions`: what may be meant, the likeliest first, three at most; never taken without asking.
 */
export type OrganisationMatch =
  | { kind: 'exact'; id: string }
  | { kind: 'normalised'; id: string; as: string }
  | { kind: 'shared'; ids: string[] }
  | { kind: 'unknown'; suggestions: { id: string; name: string }[] }

const mostSuggestions = 3
// Our choice: from half alike on, one council’s name is a help where another’s is noise.
const leastLikeness = 0.5

/**
 * Finds the organisation a file means: by its exact name or alias; else by the same
 * letters and digits, whatever their case, accents, spacing and punctuation, with ‘&’ for ‘and’; else not at
 * all. A name that is only like another is suggested, and one that two organisations have is neither’s.
 */
export function matchOrganisation(
  typed: string,
  organisations: readonly NamedOrganisation[],
): OrganisationMatch {
  const text = tidyLine(typed)
  const [exact, ...others] = organisations.filter((each) => namesOf(each).includes(text))
  if (exact !== undefined) {
    return others.length === 0 ? { kind: 'exact', id: exact.id } : sharedBy([exact, ...others])
  }
  const key = comparableName(text)
  if (key === '') return { kind: 'unknown', suggestions: [] }
  const [same, ...more] = organisations.filter((each) =>
    namesOf(each).some((name) => comparableName(name) === key),
  )
  if (same === undefined) return { kind: 'unknown', suggestions: suggestionsFor(text, organisations) }
  if (more.length > 0) return sharedBy([same, ...more])
  const as = namesOf(same).find((name) => comparableName(name) === key) ?? same.name
  return { kind: 'normalised', id: same.id, as }
}

function namesOf({ name, aliases }: NamedOrganisation): string[] {
  return [name, ...aliases].map(tidyLine)
}

function sharedBy(organisations: readonly NamedOrganisation[]): OrganisationMatch {
  return { kind: 'shared', ids: organisations.map(({ id }) => id) }
}

/** A name in words without accents: 'Cómhairle & Co.' is 'comhairle and co'. */
function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('&', ' and ').toLowerCase()
  // An apostrophe joins: 'King’s' is one word.
  return plain.replace(/[’'.]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What is compared of a name: its letters and digits alone, without case or accents, '&' as 'and'; '' for none. */
export function comparableName(name: string): string {
  return wordsOf(name).join('')
}

// They tell no council from another.
const commonWords: ReadonlySet<string> = new Set(
  'and authority borough city council county district london metropolitan of royal the unitary'.split(' '),
)

function tellingWords(name: string): string[] {
  return wordsOf(name).filter((word) => !commonWords.has(word))
}

function suggestionsFor(
  text: string,
  organisations: readonly NamedOrganisation[],
): { id: string; name: string }[] {
  const words = tellingWords(text)
  return organisations
    .map((organisation) => ({
      organisation,
      like: Math.max(...namesOf(organisation).map((name) => likeness(words, tellingWords(name)))),
    }))
    .filter(({ like }) => like >= leastLikeness)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, mostSuggestions)
    .map(({ organisation: { id, name } }) => ({ id, name }))
}

/** What is wrong with a name that has no one organisation, then what to do; null where it has one. */
export function unmatchedSentence(
  typed: string,
  match: OrganisationMatch,
  organisations: readonly NamedOrganisation[],
): string | null {
  if (match.kind === 'exact' || match.kind === 'normalised') return null
  if (match.kind === 'shared') {
    const names = organisations.filter(({ id }) => match.ids.includes(id)).map(({ name }) => name)
    return `${quoted(typed)} is a name of ${names.join(' and of ')}. Choose the one that is meant.`
  }
  const unknown = `${quoted(typed)} is not known here.`
  const [first, ...others] = match.suggestions.map(({ name }) => name)
  if (first === undefined) return `${unknown} Choose the organisation, or add it.`
  const last = others.pop()
  if (last === undefined) return `${unknown} Choose ${first} if that is meant, or add it.`
  const listed = `${[first, ...others].join(', ')} or ${last}`
  return `${unknown} Choose ${listed} if one of them is meant, or add it.`
}
