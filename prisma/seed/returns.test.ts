import {
  actionBetween,
  checkReturn,
  isFigureCell,
  type ReturnAction,
  type ReturnPart,
  replayReturn,
  returnMoves,
} from '@accord/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { quarterIndexOf } from './calendar.ts'
import { returnsUnderCheck, type SeededReturn } from './return-under-check.fixture.ts'

const QUARTER_2 = quarterIndexOf(2009, 2)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

function returnsWithLogs() {
  return database.prisma.quarterlyReturn.findMany({
    include: {
      partnership: { include: { register: true, roles: true } },
      events: { orderBy: { happenedAt: 'asc' }, include: { actor: { include: { roles: true } } } },
    },
  })
}

type Logged = Awaited<ReturnType<typeof returnsWithLogs>>[number]
type Event = Logged['events'][number]

function actionOf({ fromState, toState }: Event): ReturnAction {
  const action = fromState === null ? null : actionBetween(fromState, toState)
  if (action === null) throw new Error(`No move leads from ${fromState} to ${toState}`)
  return action
}

/** What the person of an event is to the return, by their roles. */
function partsOf({ actor }: Event, { partnership }: Logged): ReturnPart[] {
  const councils = partnership.register.map(({ councilId }) => councilId)
  return (actor?.roles ?? []).flatMap(({ role, partnershipId, councilId }): ReturnPart[] => {
    if (partnershipId === partnership.id && role === 'partnership_lead') return ['lead', 'signatory']
    if (partnershipId === partnership.id && role === 'signatory') return ['signatory']
    return role === 'performance_officer' && councilId && councils.includes(councilId) ? ['officer'] : []
  })
}

describe('the log of every return', () => {
  test('replays to its state', async () => {
    const returns = await returnsWithLogs()
    expect(returns.length).toBeGreaterThan(300)
    for (const { events, state } of returns) {
      expect(replayReturn(events.map((event) => ({ action: actionOf(event), reason: event.reason })))).toBe(
        state,
      )
    }
  })

  test('is in the order of time, and its first submission is the return’s', async () => {
    for (const { events, submittedAt, acceptedAt, publishedAt } of await returnsWithLogs()) {
      const times = events.map(({ happenedAt }) => happenedAt.getTime())
      expect(new Set(times).size).toBe(times.length)
      const firstTo = (state: string) => events.find(({ toState }) => toState === state)?.happenedAt ?? null
      expect([submittedAt, acceptedAt, publishedAt]).toEqual(
        ['submitted', 'accepted', 'published'].map(firstTo),
      )
    }
  })

  test('is made by people whose moves these are', async () => {
    for (const logged of await returnsWithLogs()) {
      const hasLead = logged.partnership.roles.some(({ role }) => role === 'partnership_lead')
      for (const event of logged.events) {
        const move = returnMoves.find(({ action }) => action === actionOf(event))
        if (!hasLead && !move?.by.includes('officer')) expect(event.actor).toBeNull()
        else expect(move?.by.some((part) => partsOf(event, logged).includes(part))).toBe(true)
      }
    }
  })

  test('tells of a return declined, of two sent back, and of one sent back this morning', async () => {
    const events = await database.prisma.returnEvent.findMany({
      where: {
        OR: [{ toState: 'changes_requested' }, { fromState: 'awaiting_sign_off', toState: 'in_progress' }],
      },
      include: { return: { include: { partnership: true } } },
      orderBy: { happenedAt: 'asc' },
    })
    expect(events.map((event) => [event.return.partnership.name, event.toState])).toEqual([
      ['Economic Partnership', 'changes_requested'],
      ['Housing Partnership', 'in_progress'],
      ['Cherwell Rural Transport Partnership', 'changes_requested'],
      ['Waste Partnership', 'changes_requested'],
    ])
  })
})

describe('what was signed', () => {
  function submissions() {
    return database.prisma.returnSubmission.findMany({
      include: { return: { include: { cells: true, events: true, partnership: true } } },
      orderBy: [{ returnId: 'asc' }, { number: 'asc' }],
    })
  }

  test('is kept for each signature of the last four quarters in a partnership that has a lead', async () => {
    const kept = (await submissions()).map(
      ({ returnId, submittedAt }) => `${returnId} ${submittedAt.getTime()}`,
    )
    const signatures = await database.prisma.returnEvent.findMany({
      where: {
        toState: 'submitted',
        return: {
          quarterIndex: { gt: QUARTER_2 - 4 },
          partnership: { roles: { some: { role: 'partnership_lead' } } },
        },
      },
    })
    expect(kept.toSorted()).toEqual(
      signatures.map(({ returnId, happenedAt }) => `${returnId} ${happenedAt.getTime()}`).toSorted(),
    )
    expect(kept).toHaveLength(17 * 3 + 15 + 2)
  })

  test('is what the cells hold, where nothing was sent back since', async () => {
    for (const { contents, number, return: sent } of await submissions()) {
      const isLatest = number === sent.events.filter(({ toState }) => toState === 'submitted').length
      if (!isLatest) continue
      const cells = sent.cells.map(({ cell, value, version, changedAt, changedById }) => ({
        cell,
        value,
        version,
        changedAt: changedAt.toISOString(),
        changedById,
      }))
      expect(contents).toEqual({ cells: expect.arrayContaining(cells) })
    }
  })

  test('was signed by someone who entered none of its figures', async () => {
    for (const { signedById, return: sent } of await submissions()) {
      const authors = sent.cells.filter(({ cell }) => isFigureCell(cell)).map((cell) => cell.changedById)
      expect(authors).not.toContain(signedById)
    }
  })

  test('holds a return sent back as it was first', async () => {
    const [first, second] = await database.prisma.returnSubmission.findMany({
      where: {
        return: { partnership: { slug: 'economic-partnership' }, quarterIndex: quarterIndexOf(2008, 3) },
      },
      orderBy: { number: 'asc' },
    })
    const cell = 'indicators/ni-152/commentary'
    expect(first?.contents).toMatchObject({
      cells: expect.arrayContaining([expect.objectContaining({ cell, value: 'Up again.', version: 1 })]),
    })
    expect(second?.contents).toMatchObject({
      cells: expect.arrayContaining([
        expect.objectContaining({ cell, value: 'Up from 6.3% to 6.5%.', version: 2 }),
      ]),
    })
  })
})

describe('the drafts', () => {
  const blocking = ({ underCheck }: SeededReturn) =>
    checkReturn(underCheck).filter(({ isBlocking }) => isBlocking)

  async function draftOf(partnership: string): Promise<SeededReturn> {
    const drafts = await returnsUnderCheck(database.prisma)
    const found = drafts.find(
      (draft) => draft.partnership === partnership && draft.quarterIndex === QUARTER_2,
    )
    if (!found) throw new Error(`${partnership} has no draft`)
    return found
  }

  test('hold nothing that a cell cannot hold', async () => {
    const drafts = await returnsUnderCheck(database.prisma)
    expect(drafts).toHaveLength(17 * 3 + 16)
    const faults = drafts.flatMap(({ underCheck }) =>
      checkReturn(underCheck).filter(({ tier }) => tier === 'validity'),
    )
    expect(faults).toEqual([])
  })

  test('of Waste is whole but for the figure that the officer asks about', async () => {
    const draft = await draftOf('Waste Partnership')
    expect(draft.underCheck.state).toBe('changes_requested')
    expect(blocking(draft)).toMatchObject([{ tier: 'soft', cell: 'indicators/ni-193/numerator' }])
  })

  test('of the Environment Forum is half written, and its lead is in the middle of it', async () => {
    const draft = await draftOf('Environment Forum')
    expect(draft.underCheck.state).toBe('in_progress')
    expect(blocking(draft).length).toBeGreaterThan(3)
    const changes = await database.prisma.returnCellChange.findMany({
      where: { return: { partnership: { slug: 'environment-forum' }, quarterIndex: QUARTER_2 } },
      include: { changedBy: true },
    })
    expect(new Set(changes.map(({ changedBy }) => changedBy.name))).toEqual(new Set(['Peter Haldane']))
    expect(Math.max(...changes.map(({ version }) => version))).toBe(2)
  })

  test('of Waste and of the Environment Forum have a section handed to a contributor', async () => {
    const assignments = await database.prisma.returnAssignment.findMany({
      include: { person: { include: { roles: true } }, return: { include: { partnership: true } } },
    })
    expect(
      assignments
        .map(({ section, person, return: own }) => [own.partnership.name, section, person?.name])
        .sort(),
    ).toEqual([
      ['Environment Forum', 'risks', 'Nia Prosser'],
      ['Waste Partnership', 'actions', 'Leila Hart'],
    ])
    for (const { person, return: own } of assignments) {
      expect(person?.roles).toContainEqual(
        expect.objectContaining({ role: 'contributor', partnershipId: own.partnershipId }),
      )
    }
  })
})

test('each partnership that has a lead has one signatory, who is someone else', async () => {
  const roles = await database.prisma.personRole.findMany({
    where: { role: { in: ['partnership_lead', 'signatory'] } },
  })
  const held = (role: string) => roles.filter((found) => found.role === role)
  expect(
    held('signatory')
      .map(({ partnershipId }) => partnershipId)
      .sort(),
  ).toEqual(
    held('partnership_lead')
      .map(({ partnershipId }) => partnershipId)
      .sort(),
  )
  expect(new Set(roles.map(({ personId }) => personId)).size).toBe(34)
})

test('the latest review of each risk is the risk as it stands', async () => {
  const risks = await database.prisma.risk.findMany({
    include: { reviews: { orderBy: { reviewedOn: 'asc' } } },
  })
  expect(risks.length).toBeGreaterThan(40)
  for (const { reviews, likelihoodAfter, impactAfter, reviewedOn } of risks) {
    const latest = reviews.at(-1)
    expect([latest?.likelihood, latest?.impact, latest?.reviewedOn]).toEqual([
      likelihoodAfter,
      impactAfter,
      reviewedOn,
    ])
    expect(reviews.length).toBeGreaterThan(2)
  }
})

test('every return that was received says what it cost, and no other', async () => {
  const returns = await database.prisma.quarterlyReturn.findMany()
  for (const { submittedAt, memberHours, officerHours, fundingPence } of returns) {
    const costs = [memberHours, officerHours, fundingPence].filter((cost) => cost !== null)
    expect(costs).toHaveLength(submittedAt === null ? 0 : 3)
  }
})

test('the quarters to this one are open, the next is not, and nothing is published as a whole', async () => {
  const quarters = await database.prisma.quarter.findMany({ orderBy: { index: 'asc' } })
  for (const { index, openedAt, openedById } of quarters) {
    expect([openedAt !== null, openedById !== null]).toEqual([index <= QUARTER_2, index <= QUARTER_2])
  }
  expect(await database.prisma.publication.count()).toBe(0)
})
