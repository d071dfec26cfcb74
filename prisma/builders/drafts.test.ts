import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import {
  aCouncil,
  aPartnership,
  aPerson,
  aQuarter,
  aQuarterlyReturn,
  aRegisterEntry,
  aReturnAssignment,
  aReturnCell,
  aRole,
} from './index.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(async () => {
  await database.drop()
})

async function aDraft() {
  const { prisma } = database
  const [council, partnership, lead] = [
    await aCouncil(prisma),
    await aPartnership(prisma),
    await aPerson(prisma),
  ]
  const { index } = await aQuarter(prisma, 2009, 2)
  await aRegisterEntry(prisma, { councilId: council.id, partnershipId: partnership.id })
  await aRole(prisma, { personId: lead.id, role: 'partnership_lead', partnershipId: partnership.id })
  const own = await aQuarterlyReturn(prisma, { partnershipId: partnership.id, quarterIndex: index })
  return { council, lead, own }
}

test('a cell is built with its record, and moves no council’s figures', async () => {
  const { council, lead, own } = await aDraft()
  const read = () => database.prisma.figuresVersion.findUniqueOrThrow({ where: { councilId: council.id } })
  const before = await read()
  const cell = await aReturnCell(database.prisma, {
    returnId: own.id,
    cell: 'indicators/ni-192/value',
    changedById: lead.id,
  })
  expect(cell).toMatchObject({ value: '45', version: 1 })
  expect(await database.prisma.returnCellChange.findMany({ where: { returnId: own.id } })).toMatchObject([
    { cell: 'indicators/ni-192/value', oldValue: null, newValue: '45', version: 1, source: 'screen' },
  ])
  expect(await read()).toEqual(before)
})

test('a section is handed to a colleague', async () => {
  const { lead, own } = await aDraft()
  const colleague = await aPerson(database.prisma)
  const assignment = await aReturnAssignment(database.prisma, {
    returnId: own.id,
    personId: colleague.id,
    createdById: lead.id,
    section: 'risks',
  })
  expect(assignment).toMatchObject({ section: 'risks', cells: [], withdrawnAt: null })
})
