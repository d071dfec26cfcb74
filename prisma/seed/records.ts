import { ActionSource, type Prisma } from '../client/generated/client.ts'
import { assessmentOfAction } from './assessment-years.ts'
import { CURRENT_QUARTER, dateOf, quarterIndexOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { COUNCILS, organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { personIdNamed } from './people.ts'

function sourceOf(text: string): ActionSource {
  const source = Object.values(ActionSource).find((value) => value === text)
  if (!source) throw new Error(`Not a source of actions: ${text}`)
  return source
}

function dateOrNull(text: string): Date | null {
  return text ? dateOf(text) : null
}

export function actionId(partnership: string, action: string): string {
  return idFor('action', partnership, action)
}

function actionRow(row: DataRow): Prisma.ActionCreateManyInput {
  return {
    id: actionId(cell(row, 'partnership'), cell(row, 'action')),
    partnershipId: partnershipId(cell(row, 'partnership')),
    source: sourceOf(cell(row, 'source')),
    outcome: cell(row, 'outcome'),
    action: cell(row, 'action'),
    measure: cell(row, 'measure'),
    ownerId: personIdNamed(cell(row, 'who')),
    openedOn: dateOf(cell(row, 'opened')),
    dueOn: dateOf(cell(row, 'due')),
    completedOn: dateOrNull(cell(row, 'completed')),
    progress: cell(row, 'progress'),
    assessmentId: assessmentOfAction(row),
  }
}

export function actionRows(): Prisma.ActionCreateManyInput[] {
  return readDataFile('actions.csv').map(actionRow)
}

type Asked = { partnership: string; by: string; on: string; text: string; answer: string | null }

// About quarter 1, to be answered in the return for quarter 2.
const QUESTIONS: Asked[] = [
  {
    partnership: 'Cherwell Rural Transport Partnership',
    by: 'Cllr Ruth Pemberton',
    on: '2009-09-08',
    text: 'How many people lost their last evening bus in June?',
    answer: 'About 340 regular passengers in nine villages.',
  },
  {
    partnership: 'Cherwell Rural Transport Partnership',
    by: 'Cllr Owen Tranter',
    on: '2009-09-08',
    text: 'Which officer hours would one board save?',
    answer: null,
  },
  {
    partnership: 'Waste Partnership',
    by: 'Cllr Helen Marsden',
    on: '2009-08-03',
    text: 'When will South Oxfordshire’s new contract show in the county’s figures?',
    answer: 'From this quarter: its rate rose from 48.6% to 50.9%. A full year will show in June 2010.',
  },
  {
    partnership: 'Housing Partnership',
    by: 'Cllr Helen Marsden',
    on: '2009-08-03',
    text: 'How many of the year’s affordable homes depend on sites that have stopped?',
    answer: 'Forty-six homes on two sites.',
  },
  {
    partnership: 'Learning and Skills Partnership',
    by: 'Cllr Ruth Pemberton',
    on: '2009-09-08',
    text: 'Which courses for people made redundant are full, and how long is the wait?',
    answer: null,
  },
]

export function questionRows(): Prisma.QuestionCreateManyInput[] {
  return QUESTIONS.map((asked, place) => ({
    id: idFor('question', asked.partnership, asked.text),
    number: QUESTIONS.slice(0, place + 1).filter(({ partnership }) => partnership === asked.partnership)
      .length,
    councilId: organisationId('cherwell'),
    partnershipId: partnershipId(asked.partnership),
    quarterIndex: quarterIndexOf(2009, 1),
    askedById: personIdNamed(asked.by),
    askedOn: dateOf(asked.on),
    text: asked.text,
    answerDueOn: dateOf('2009-10-16'),
    answer: asked.answer,
    answeredOn: asked.answer === null ? null : dateOf('2009-10-14'),
  }))
}

type Held = { quarterIndex: number; body: 'executive' | 'scrutiny'; on: string; purpose: string | null }

const CHERWELL_MEETINGS: Held[] = [
  {
    quarterIndex: CURRENT_QUARTER,
    body: 'executive',
    on: '2009-11-02',
    purpose: 'Takes the quarter 2 position',
  },
  {
    quarterIndex: CURRENT_QUARTER,
    body: 'scrutiny',
    on: '2009-11-24',
    purpose: 'Reviews the three partnerships rated fair',
  },
  {
    quarterIndex: quarterIndexOf(2009, 1),
    body: 'executive',
    on: '2009-08-03',
    purpose: 'Takes the quarter 1 position',
  },
  {
    quarterIndex: quarterIndexOf(2009, 1),
    body: 'scrutiny',
    on: '2009-09-08',
    purpose: 'Looks at rural transport',
  },
  {
    quarterIndex: quarterIndexOf(2008, 4),
    body: 'executive',
    on: '2009-05-11',
    purpose: 'Takes the year-end position',
  },
  {
    quarterIndex: quarterIndexOf(2008, 4),
    body: 'scrutiny',
    on: '2009-06-23',
    purpose: 'Takes the value for money assessments',
  },
]

const EXECUTIVES_ELSEWHERE: Record<string, string> = {
  oxfordshire: '2009-11-17',
  oxford: '2009-11-04',
  'south-oxfordshire': '2009-11-05',
  'vale-of-white-horse': '2009-11-06',
  'west-oxfordshire': '2009-11-11',
}

export function meetingId(council: string, body: Held['body'], on: string): string {
  return idFor('meeting', council, body, on)
}

function meetingRow(
  council: string,
  { quarterIndex, body, on, purpose }: Held,
): Prisma.MeetingCreateManyInput {
  const id = meetingId(council, body, on)
  return { id, councilId: organisationId(council), quarterIndex, body, heldOn: dateOf(on), purpose }
}

export function meetingRows(): Prisma.MeetingCreateManyInput[] {
  const elsewhere = COUNCILS.flatMap((council) => {
    const on = EXECUTIVES_ELSEWHERE[council]
    return on
      ? [meetingRow(council, { quarterIndex: CURRENT_QUARTER, body: 'executive', on, purpose: null })]
      : []
  })
  return [...CHERWELL_MEETINGS.map((held) => meetingRow('cherwell', held)), ...elsewhere]
}
