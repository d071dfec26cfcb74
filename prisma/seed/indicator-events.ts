import type { Prisma } from '../client/generated/client.ts'
import { dateOf, londonInstant, quarterIndexOfLabel } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { indicatorId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { personIdNamed } from './people.ts'

function eventRow(row: DataRow): Prisma.IndicatorEventCreateManyInput {
  const [code, quarter] = [cell(row, 'code'), cell(row, 'quarter')]
  return {
    id: idFor('indicator event', code, quarter),
    indicatorId: indicatorId(code),
    quarterIndex: quarterIndexOfLabel(quarter),
    title: cell(row, 'title'),
    note: cell(row, 'note'),
    addedById: personIdNamed(cell(row, 'by')),
    addedAt: londonInstant(dateOf(cell(row, 'added')), '11:00'),
  }
}

/** What helps to read a series: the pins on its chart. */
export function indicatorEventRows(): Prisma.IndicatorEventCreateManyInput[] {
  return readDataFile('indicator-events.csv').map(eventRow)
}
