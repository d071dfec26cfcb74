import type { Prisma } from '../client/generated/client.ts'
import { dateOf } from './calendar.ts'
import { cell, type DataRow } from './data-file.ts'
import { idFor, slugOf } from './identity.ts'
import { COUNCILS, organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { OTHERS, SIGNIFICANT } from './partnerships.ts'
import { personIdNamed } from './people.ts'

const PRIORITIES = [
  { key: 'opportunity', title: 'A district of opportunity' },
  { key: 'safe', title: 'A safe and healthy Cherwell' },
  { key: 'cleaner', title: 'A cleaner, greener Cherwell' },
  { key: 'value', title: 'An accessible, value for money council' },
]

const PORTFOLIOS = [
  { title: 'Community Planning and Performance', holder: 'Cllr Helen Marsden' },
  { title: 'Environment, Recreation and Health', holder: 'Cllr Nicholas Thorne' },
  { title: 'Planning and Housing', holder: 'Cllr Judith Vane' },
  { title: 'Economic Development and Estates', holder: 'Cllr Edmund Sayers' },
  { title: 'Community Safety and Urban Centres', holder: 'Cllr Miriam Holt' },
  { title: 'Children and Rural Affairs', holder: 'Cllr Alan Petrie' },
]

// The registers were drawn up together, before the first quarter of the first agreement.
const REGISTERS_BEGAN = '2006-04-01'

function priorityId(key: string): string {
  return idFor('priority', 'cherwell', key)
}

function portfolioId(slug: string): string {
  return idFor('portfolio', 'cherwell', slug)
}

function entryId(council: string, partnership: string): string {
  return idFor('register entry', council, partnership)
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

export function priorityRows(): Prisma.StrategicPriorityCreateManyInput[] {
  return PRIORITIES.map(({ key, title }, place) => ({
    id: priorityId(key),
    councilId: organisationId('cherwell'),
    slug: slugOf(title),
    title,
    position: place + 1,
  }))
}

export function portfolioRows(): Prisma.PortfolioCreateManyInput[] {
  return PORTFOLIOS.map(({ title, holder }) => ({
    id: portfolioId(slugOf(title)),
    councilId: organisationId('cherwell'),
    slug: slugOf(title),
    title,
    holderId: personIdNamed(holder),
  }))
}

type Entry = Prisma.RegisterEntryCreateManyInput

function emptyEntry(council: string, partnership: string, started: string): Omit<Entry, 'position'> {
  return {
    id: entryId(council, partnership),
    councilId: organisationId(council),
    partnershipId: partnershipId(partnership),
    addedOn: dateOf(later(started, REGISTERS_BEGAN)),
  }
}

function cherwellSignificant(row: DataRow): Omit<Entry, 'position'> {
  return {
    ...emptyEntry('cherwell', cell(row, 'partnership'), cell(row, 'started')),
    portfolioId: portfolioId(cell(row, 'portfolio')),
    significantSince: dateOf(cell(row, 'significant since')),
    significantReason: cell(row, 'reason'),
  }
}

function removedEntry(row: DataRow): Omit<Entry, 'position'> {
  const ended = cell(row, 'ended')
  const entry = emptyEntry('cherwell', cell(row, 'name'), cell(row, 'started'))
  // A body that had ended before the register began was written down in its first week for the record.
  return { ...entry, removedOn: dateOf(later(ended, REGISTERS_BEGAN)) }
}

function cherwellEntries(): Omit<Entry, 'position'>[] {
  const others = OTHERS.filter((row) => ['all', 'cherwell'].includes(cell(row, 'registers')))
  const removed = OTHERS.filter((row) => cell(row, 'registers') === 'removed')
  return [
    ...SIGNIFICANT.map(cherwellSignificant),
    ...others.map((row) => emptyEntry('cherwell', cell(row, 'name'), cell(row, 'started'))),
    ...removed.map(removedEntry),
  ]
}

function significantElsewhere(council: string, row: DataRow): Omit<Entry, 'position'> {
  const entry = emptyEntry(council, cell(row, 'partnership'), cell(row, 'started'))
  if (cell(row, 'not significant to').split(' ').includes(council)) return entry
  return {
    ...entry,
    significantSince: dateOf(cell(row, 'significant since')),
    significantReason: 'Delivers targets of the Local Area Agreement that the council has signed.',
  }
}

function ownEntry(council: string, row: DataRow): Omit<Entry, 'position'> {
  const entry = emptyEntry(council, cell(row, 'name'), cell(row, 'started'))
  if (!cell(row, 'registers').endsWith('significant')) return entry
  return {
    ...entry,
    significantSince: entry.addedOn,
    significantReason: 'Delivers the council’s own community strategy.',
  }
}

function entriesElsewhere(council: string): Omit<Entry, 'position'>[] {
  const countywide = SIGNIFICANT.filter((row) => cell(row, 'scope') === 'countywide')
  const own = OTHERS.filter((row) => cell(row, 'registers').split(' ')[0] === council)
  const linked = OTHERS.filter((row) => cell(row, 'registers') === 'all')
  return [
    ...countywide.map((row) => significantElsewhere(council, row)),
    ...own.map((row) => ownEntry(council, row)),
    ...linked.map((row) => emptyEntry(council, cell(row, 'name'), cell(row, 'started'))),
  ]
}

export function registerRows(): Entry[] {
  return COUNCILS.flatMap((council) => {
    const entries = council === 'cherwell' ? cherwellEntries() : entriesElsewhere(council)
    return entries.map((entry, place) => ({ ...entry, position: place + 1 }))
  })
}

export function entryPriorityRows(): Prisma.RegisterEntryPriorityCreateManyInput[] {
  return SIGNIFICANT.flatMap((row) =>
    cell(row, 'priorities')
      .split(' ')
      .map((key) => ({
        registerEntryId: entryId('cherwell', cell(row, 'partnership')),
        priorityId: priorityId(key),
      })),
  )
}

/** Names of the partnerships that any council holds significant, those of the mock first. */
export function significantNames(): string[] {
  const elsewhere = OTHERS.filter((row) => cell(row, 'registers').endsWith('significant'))
  return [...SIGNIFICANT.map((row) => cell(row, 'partnership')), ...elsewhere.map((row) => cell(row, 'name'))]
}
