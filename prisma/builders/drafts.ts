import { randomUUID } from 'node:crypto'
import type { Prisma, ReturnAssignment, ReturnCell } from '../client/generated/client.ts'
import { day, type Writer } from './builder.ts'

type Typed = { returnId: string; cell: string; changedById: string }

/** A cell of a draft with the change that records it, which the database wants in one transaction. */
export async function aReturnCell(
  writer: Writer,
  { returnId, ...fields }: Typed & { value?: string; changedAt?: Date },
): Promise<ReturnCell> {
  const { cell, changedById, value = '45', changedAt = new Date('2009-10-14T09:00:00Z') } = fields
  const typed = { cell, version: 1, changedAt, changedById }
  const change = { id: randomUUID(), ...typed, newValue: value, source: 'screen' }
  const { cells } = await writer.quarterlyReturn.update({
    where: { id: returnId },
    data: { cells: { create: { ...typed, value } }, cellChanges: { create: change } },
    select: { cells: { where: { cell } } },
  })
  const [built] = cells
  if (built === undefined) throw new Error(`${cell} was not built`)
  return built
}

/** A whole section handed to a colleague. */
export function aReturnAssignment(
  writer: Writer,
  fields: { returnId: string; personId: string; createdById: string } & Partial<
    Omit<Prisma.ReturnAssignmentUncheckedCreateInput, 'sessions'>
  >,
): Promise<ReturnAssignment> {
  return writer.returnAssignment.create({
    data: { section: 'indicators', createdAt: day('2009-10-05'), ...fields },
  })
}
