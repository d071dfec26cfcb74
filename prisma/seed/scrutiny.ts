import {
  AccessLevel,
  type Prisma,
  RecommendationResponse,
  WorkKind,
  WorkState,
} from '../client/generated/client.ts'
import { dateOf, londonInstant } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { personIdNamed } from './people.ts'
import { actionId, meetingId } from './records.ts'

const COUNCIL = 'cherwell'

function oneOf<Word extends string>(words: Readonly<Record<string, Word>>, text: string): Word {
  const found = Object.values(words).find((word) => word === text)
  if (found === undefined) throw new Error(`Not one of ${Object.values(words).join(', ')}: ${text}`)
  return found
}

/** What a cell says, made into a value; null where it is empty. */
function orNull<Value>(row: DataRow, column: string, make: (text: string) => Value): Value | null {
  const text = cell(row, column)
  return text === '' ? null : make(text)
}

function accessOf(row: DataRow) {
  return {
    access: oneOf(AccessLevel, cell(row, 'access')),
    exemptParagraph: orNull(row, 'paragraph', Number),
  }
}

const workItemId = (title: string) => idFor('work item', COUNCIL, title)

function workItemRow(row: DataRow): Prisma.WorkItemCreateManyInput {
  return {
    id: workItemId(cell(row, 'title')),
    councilId: organisationId(COUNCIL),
    kind: oneOf(WorkKind, cell(row, 'kind')),
    title: cell(row, 'title'),
    purpose: cell(row, 'purpose'),
    partnershipId: orNull(row, 'partnership', partnershipId),
    meetingId: orNull(row, 'meeting', (on) => meetingId(COUNCIL, 'scrutiny', on)),
    plannedOn: dateOf(cell(row, 'planned')),
    state: oneOf(WorkState, cell(row, 'state')),
    findings: orNull(row, 'findings', String),
    ...accessOf(row),
    createdById: personIdNamed(cell(row, 'by')),
  }
}

export function workItemRows(): Prisma.WorkItemCreateManyInput[] {
  return readDataFile('work-programme.csv').map(workItemRow)
}

function recommendationRow(row: DataRow): Prisma.RecommendationCreateManyInput {
  const partnership = cell(row, 'partnership')
  return {
    id: idFor('recommendation', COUNCIL, partnership, cell(row, 'number')),
    councilId: organisationId(COUNCIL),
    partnershipId: partnershipId(partnership),
    workItemId: orNull(row, 'item', workItemId),
    number: Number(cell(row, 'number')),
    text: cell(row, 'text'),
    madeById: personIdNamed(cell(row, 'by')),
    madeOn: dateOf(cell(row, 'made')),
    response: orNull(row, 'response', (text) => oneOf(RecommendationResponse, text)),
    responseReason: orNull(row, 'reason', String),
    respondedById: orNull(row, 'responded_by', personIdNamed),
    respondedOn: orNull(row, 'responded', dateOf),
    actionId: orNull(row, 'action', (action) => actionId(partnership, action)),
    followUpOn: orNull(row, 'follow_up', dateOf),
    outcome: orNull(row, 'outcome', String),
    closedOn: orNull(row, 'closed', dateOf),
    closedById: orNull(row, 'closed_by', personIdNamed),
  }
}

export function recommendationRows(): Prisma.RecommendationCreateManyInput[] {
  return readDataFile('recommendations.csv').map(recommendationRow)
}

function interviewNoteRow(row: DataRow): Prisma.InterviewNoteCreateManyInput {
  return {
    id: idFor('interview note', COUNCIL, cell(row, 'partnership'), cell(row, 'held')),
    councilId: organisationId(COUNCIL),
    partnershipId: partnershipId(cell(row, 'partnership')),
    withWhom: cell(row, 'with'),
    heldOn: dateOf(cell(row, 'held')),
    text: cell(row, 'text'),
    ...accessOf(row),
    recordedById: personIdNamed(cell(row, 'by')),
    recordedAt: londonInstant(dateOf(cell(row, 'recorded')), '16:30'),
  }
}

export function interviewNoteRows(): Prisma.InterviewNoteCreateManyInput[] {
  return readDataFile('interview-notes.csv').map(interviewNoteRow)
}
