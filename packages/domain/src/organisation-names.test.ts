import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NamedOrganisation } from './organisation-names.ts'
import { matchOrganisation, unmatchedSentence } from './organisation-names.ts'

const councils: NamedOrganisation[] = [
  { id: 'cherwell', name: 'Cherwell District Council', aliases: ['Cherwell', 'CDC'] },
  { id: 'oxford', name: 'Oxford City Council', aliases: ['Oxford'] },
  { id: 'oxfordshire', name: 'Oxfordshire County Council', aliases: ['OCC'] },
  { id: 'argyll', name: 'Argyll and Bute Council', aliases: ['Argyll & Bute'] },
  { id: 'edinburgh', name: 'City of Edinburgh Council', aliases: ['Edinburgh, City of'] },
  { id: 'eilean', name: 'Comhairle nan Eilean Siar', aliases: [] },
  { id: 'st-albans', name: 'St Albans City and District Council', aliases: [] },
  { id: 'vale', name: 'Vale of White Horse District Council', aliases: [] },
  { id: 'north', name: 'North Ayrshire Council', aliases: [] },
  { id: 'south', name: 'South Ayrshire Council', aliases: [] },
]

const match = (typed: string) => matchOrganisation(typed, councils)
const suggested = (typed: string) => {
  const found = match(typed)
  return found.kind === 'unknown' ? found.suggestions.map(({ id }) => id) : found.kind
}

describe('an organisation’s name', () => {
  test('matches exactly, by name or by alias', () => {
    expect(match('Cherwell District Council')).toEqual({ kind: 'exact', id: 'cherwell' })
    expect(match('CDC')).toEqual({ kind: 'exact', id: 'cherwell' })
    expect(match('Argyll & Bute')).toEqual({ kind: 'exact', id: 'argyll' })
  })

  test('matches whatever its case, spacing, punctuation, accents and ampersands, and says by what', () => {
    const normalised = (typed: string) => match(typed)
    expect(normalised('CHERWELL DISTRICT COUNCIL')).toEqual({
      kind: 'normalised',
      id: 'cherwell',
      as: 'Cherwell District Council',
    })
    expect(normalised('Argyll  &  Bute Council')).toMatchObject({ id: 'argyll' })
    expect(normalised('ARGYLL AND BUTE')).toMatchObject({ id: 'argyll', as: 'Argyll & Bute' })
    expect(normalised('Edinburgh (City of)')).toMatchObject({ id: 'edinburgh' })
    expect(normalised('St. Albans City & District Council')).toMatchObject({ id: 'st-albans' })
    expect(normalised('Vale-of-White-Horse District Council')).toMatchObject({ id: 'vale' })
    expect(normalised('Cómhairle nan Eilean Siar')).toMatchObject({ id: 'eilean' })
  })

  test('is only suggested where words are missing, turned round or misspelled', () => {
    expect(suggested('Eilean Siar')).toEqual(['eilean'])
    expect(suggested('Edinburgh City')).toEqual(['edinburgh'])
    expect(suggested('Cherwel')).toEqual(['cherwell'])
    expect(suggested('Chrewell District Council')).toEqual(['cherwell'])
    expect(suggested('Vale of the White Horse')).toEqual(['vale'])
    expect(suggested('Ayrshire')).toEqual(['north', 'south'])
    expect(suggested('Birmingham')).toEqual([])
  })

  test('is not suggested for the words that any council has', () => {
    expect(suggested('Stroud District Council')).toEqual([])
    expect(suggested('County Council')).toEqual([])
  })

  test('one letter or word away from another is no match: Oxford is not Oxfordshire', () => {
    expect(match('Oxford')).toEqual({ kind: 'exact', id: 'oxford' })
    expect(match('Oxford County Council').kind).toBe('unknown')
    expect(match('East Ayrshire').kind).toBe('unknown')
  })

  test('that two organisations share is neither’s', () => {
    const twice = [
      ...councils,
      { id: 'colchester', name: 'Colchester Diocese', aliases: ['CDC', 'The Vale'] },
    ]
    expect(matchOrganisation('CDC', twice)).toEqual({ kind: 'shared', ids: ['cherwell', 'colchester'] })
    expect(matchOrganisation('c.d.c', twice)).toEqual({ kind: 'shared', ids: ['cherwell', 'colchester'] })
    // An exact name is taken before another’s that only reads the same.
    const alike = [
      { id: 'a', name: 'The Hub', aliases: [] },
      { id: 'b', name: 'THE HUB', aliases: [] },
    ]
    expect(matchOrganisation('The Hub', alike)).toEqual({ kind: 'exact', id: 'a' })
    expect(matchOrganisation('the hub', alike)).toEqual({ kind: 'shared', ids: ['a', 'b'] })
  })

  test('of nothing but signs is unknown, without a suggestion', () => {
    expect(match(' — ')).toEqual({ kind: 'unknown', suggestions: [] })
    expect(matchOrganisation('', [{ id: 'a', name: '&', aliases: ['...'] }])).toEqual({
      kind: 'unknown',
      suggestions: [],
    })
  })
})

describe('what is said of a name that matches none', () => {
  const sentence = (typed: string) => unmatchedSentence(typed, match(typed), councils)

  test('offers what may be meant', () => {
    expect(sentence('Eilean Siar')).toBe(
      '‘Eilean Siar’ is not known here. Choose Comhairle nan Eilean Siar if that is meant, or add it.',
    )
    expect(sentence('Ayrshire')).toBe(
      '‘Ayrshire’ is not known here. Choose North Ayrshire Council or South Ayrshire Council if one of them is meant, or add it.',
    )
    expect(sentence('Birmingham')).toBe('‘Birmingham’ is not known here. Choose the organisation, or add it.')
  })

  test('names those that share it', () => {
    const twice = [...councils, { id: 'x', name: 'Colchester Diocese', aliases: ['CDC'] }]
    expect(unmatchedSentence('CDC', matchOrganisation('CDC', twice), twice)).toBe(
      '‘CDC’ is a name of Cherwell District Council and of Colchester Diocese. Choose the one that is meant.',
    )
  })

  test('is nothing where it matched', () => {
    expect(sentence('CDC')).toBeNull()
    expect(sentence('cdc')).toBeNull()
  })
})

test('a name is never guessed: what is matched has the same letters and digits as a name there is', () => {
  const letters = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll('&', 'and')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  const known = councils.flatMap(({ name, aliases }) => [name, ...aliases])
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom(...known), fc.nat(30), fc.constantFrom('', ' ', '-', '.', 'x', 'É', '&'))
      .map(([name, place, extra]) => name.slice(0, place) + extra + name.slice(place)),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const found = match(text)
      if (found.kind === 'unknown') {
        expect(found.suggestions.length).toBeLessThanOrEqual(3)
        return
      }
      expect(known.map(letters)).toContain(letters(text))
    }),
    { numRuns: 500 },
  )
})
