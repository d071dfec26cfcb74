import { randomUUID } from 'node:crypto'
import { comparableName, matchOrganisation, unmatchedSentence } from '@accord/domain'
import type { Answering } from './answering.ts'
import { LEAVE_OUT, leaveOut } from './answers.ts'
import type { Known } from './known.ts'

export type NewOrganisation = { id: string; slug: string; name: string }
export type NewAlias = { alias: string; normalised: string; organisationId: string }

/** Null: not decided yet, or left out; the row waits or stays behind. */
export type OrganisationFound = { id: string } | null

const IS = 'is:'
const ADD = 'add'

export function nameSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Who is meant by each name of the file: known by name or alias, as somebody says, or to be added. */
export function placeOrganisations(
  rowsByName: ReadonlyMap<string, number>,
  { known, answering }: { known: Known; answering: Answering },
) {
  const added: NewOrganisation[] = []
  const aliases: NewAlias[] = []
  const found = new Map<string, OrganisationFound>()
  const addedByName = new Map<string, OrganisationFound>()
  const slugs = new Set(known.organisations.map(({ slug }) => slug))

  function add(name: string): OrganisationFound {
    const before = addedByName.get(comparableName(name))
    if (before !== undefined) return before
    const base = nameSlug(name) || 'organisation'
    let slug = base
    for (let number = 2; slugs.has(slug); number++) slug = `${base}-${number}`
    slugs.add(slug)
    const organisation = { id: randomUUID(), slug, name }
    added.push(organisation)
    const place = { id: organisation.id }
    addedByName.set(comparableName(name), place)
    return place
  }

  function decided(name: string, answer: string | null): OrganisationFound {
    if (answer === ADD) return add(name)
    if (answer === null || answer === LEAVE_OUT) return null
    const organisation = known.organisations.find(({ slug }) => `${IS}${slug}` === answer)
    if (organisation === undefined) return null
    const normalised = comparableName(name)
    if (normalised !== '') aliases.push({ alias: name, normalised, organisationId: organisation.id })
    return { id: organisation.id }
  }

  for (const [name, rows] of rowsByName) {
    const match = matchOrganisation(name, known.organisations)
    if (match.kind === 'exact' || match.kind === 'normalised') {
      found.set(name, { id: match.id })
      continue
    }
    // A name spelled two ways in one file is one name.
    const same = addedByName.get(comparableName(name))
    if (same !== undefined && comparableName(name) !== '') {
      found.set(name, same)
      continue
    }
    const ids = match.kind === 'shared' ? match.ids : match.suggestions.map(({ id }) => id)
    const meant = ids.flatMap((id) => known.organisations.filter((each) => each.id === id))
    const mayBeAdded = match.kind === 'unknown' && comparableName(name) !== ''
    const answer = answering.ask({
      code: 'organisation',
      group: `organisation:${name}`,
      sentence: unmatchedSentence(name, match, known.organisations) ?? '',
      rows,
      choices: [
        ...meant.map((each) => ({ value: `${IS}${each.slug}`, label: `It is ${each.name}` })),
        ...(mayBeAdded ? [{ value: ADD, label: `Add ${name} as a council` }] : []),
        leaveOut('Leave its rows out'),
      ],
      proposal: mayBeAdded && meant.length === 0 ? ADD : null,
      mayBeAnyOrganisation: true,
    })
    found.set(name, decided(name, answer))
  }
  return { found, added, aliases }
}
