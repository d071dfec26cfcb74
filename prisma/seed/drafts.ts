import type { Prisma } from '../client/generated/client.ts'
import { CURRENT_QUARTER, dateOf, daysAfter, isoDate, londonInstant } from './calendar.ts'
import { idFor } from './identity.ts'
import { HALF_WRITTEN, moreCells, ownAuthorOf, type Version } from './own-cells.ts'
import { leadIdOf } from './parts.ts'
import { personIdNamed } from './people.ts'
import { recordCells } from './record-cells.ts'
import { type Step, stepsOf } from './return-events.ts'
import { returnId, returnsTold } from './returns.ts'
import { secondTryOf } from './second-tries.ts'
import type { Told } from './told.ts'

/** A return with the history of each of its cells. */
type Drafted = { told: Told; cells: Map<string, Version[]>; steps: Step[] }

// Before these four quarters only the record was kept.
const FIRST_DRAFTED = CURRENT_QUARTER - 3

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

// Typed on the afternoon of the working day before it was sent for sign-off.
function typingBegins(sentAt: Date): Date {
  const day = dateOf(isoDate(sentAt))
  return londonInstant(daysAfter(day, day.getUTCDay() === 1 ? -3 : -1), '14:00')
}

// What came back was put right just before it was sent again.
function draftOf(told: Told, leadId: string): Drafted | null {
  const steps = stepsOf(told)
  const sendings = steps.filter(({ to }) => to === 'awaiting_sign_off').map(({ at }) => at)
  const [first, last] = [sendings.at(0), sendings.at(-1)]
  if (first === undefined || last === undefined) return null
  const firstWritten = secondTryOf(told)?.firstWritten ?? {}
  const cells = [...recordCells(told), ...moreCells(told)].map(([key, value], place): [string, Version[]] => {
    const byId = ownAuthorOf(told, key) ?? leadId
    const before = firstWritten[key]
    const once = { value: before ?? value, at: minutesAfter(typingBegins(first), place), byId }
    return [key, before === undefined ? [once] : [once, { value, at: minutesAfter(last, -20), byId }]]
  })
  return { told, cells: new Map(cells), steps }
}

function signedDrafts(): Drafted[] {
  return returnsTold()
    .filter(({ quarterIndex }) => quarterIndex >= FIRST_DRAFTED)
    .flatMap((told) => {
      const leadId = leadIdOf(told.partnership)
      const draft = leadId === null ? null : draftOf(told, leadId)
      return draft === null ? [] : [draft]
    })
}

const DRAFTS: Drafted[] = [...signedDrafts(), { ...HALF_WRITTEN, steps: [] }]

export function cellRows(): Prisma.ReturnCellCreateManyInput[] {
  return DRAFTS.flatMap(({ told, cells }) =>
    [...cells].map(([cell, versions]) => {
      const latest = versions.at(-1)
      if (latest === undefined) throw new Error(`${cell} was never written`)
      return {
        id: idFor('return cell', returnId(told), cell),
        returnId: returnId(told),
        cell,
        value: latest.value,
        version: versions.length,
        changedAt: latest.at,
        changedById: latest.byId,
      }
    }),
  )
}

export function cellChangeRows(): Prisma.ReturnCellChangeCreateManyInput[] {
  return DRAFTS.flatMap(({ told, cells }) =>
    [...cells].flatMap(([cell, versions]) =>
      versions.map(({ value, at, byId }, place) => ({
        id: idFor('return cell change', returnId(told), cell, String(place + 1)),
        returnId: returnId(told),
        cell,
        oldValue: versions[place - 1]?.value ?? null,
        newValue: value,
        version: place + 1,
        changedAt: at,
        changedById: byId,
        source: 'screen',
      })),
    ),
  )
}

function contentsAt(cells: Drafted['cells'], at: Date) {
  return [...cells].flatMap(([cell, versions]) => {
    const written = versions.filter((version) => version.at < at)
    const latest = written.at(-1)
    if (latest === undefined) return []
    const { value, byId } = latest
    const changedAt = latest.at.toISOString()
    return [{ cell, value, version: written.length, changedAt, changedById: byId }]
  })
}

/** What was signed, each time that it was. */
export function submissionRows(): Prisma.ReturnSubmissionCreateManyInput[] {
  return DRAFTS.flatMap(({ told, cells, steps }) =>
    steps
      .filter(({ to }) => to === 'submitted')
      .flatMap(({ at, actorId }, place) => {
        if (actorId === null) return []
        const own = { returnId: returnId(told), number: place + 1, submittedAt: at, signedById: actorId }
        const id = idFor('return submission', own.returnId, String(own.number))
        return [{ id, ...own, contents: { cells: contentsAt(cells, at) } }]
      }),
  )
}

type Handed = { told: Told; section: string; to: string; by: string; on: string }

const WASTE: Told = { partnership: 'Waste Partnership', quarterIndex: CURRENT_QUARTER }

const HANDED: Handed[] = [
  { told: WASTE, section: 'actions', to: 'Leila Hart', by: 'Daniel Okafor', on: '2009-10-06' },
  { told: HALF_WRITTEN.told, section: 'risks', to: 'Nia Prosser', by: 'Peter Haldane', on: '2009-10-07' },
]

export function assignmentRows(): Prisma.ReturnAssignmentCreateManyInput[] {
  return HANDED.map(({ told, section, to, by, on }) => ({
    id: idFor('return assignment', returnId(told), section, to),
    returnId: returnId(told),
    section,
    personId: personIdNamed(to),
    createdAt: londonInstant(dateOf(on), '11:30'),
    createdById: personIdNamed(by),
  }))
}
