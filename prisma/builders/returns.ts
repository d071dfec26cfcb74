import type {
  Action,
  Meeting,
  Prisma,
  QuarterlyReturn,
  Question,
  ReturnEntry,
  Risk,
} from '../client/generated/client.ts'
import { quarterDates } from '../default-calendar.ts'
import { day, type Writer } from './builder.ts'

type ReturnFields = Partial<Prisma.QuarterlyReturnUncheckedCreateInput>

/** Not started; with `submittedAt` it is submitted. */
export function aQuarterlyReturn(
  writer: Writer,
  fields: { partnershipId: string; quarterIndex: number } & ReturnFields,
): Promise<QuarterlyReturn> {
  const { dueOn } = quarterDates(Math.floor(fields.quarterIndex / 4), (fields.quarterIndex % 4) + 1)
  const state = fields.submittedAt ? 'submitted' : 'not_started'
  return writer.quarterlyReturn.create({ data: { dueOn, state, ...fields } })
}

export function aReturnEntry(
  writer: Writer,
  fields: Prisma.ReturnEntryUncheckedCreateInput,
): Promise<ReturnEntry> {
  return writer.returnEntry.create({ data: fields })
}

/** Not red: 3 by 4 before, 2 by 4 after. */
export function aRisk(
  writer: Writer,
  fields: { partnershipId: string } & Partial<Prisma.RiskUncheckedCreateInput>,
): Promise<Risk> {
  return writer.risk.create({
    data: {
      cause: 'Key officers leave',
      effect: 'Work slips',
      likelihoodBefore: 3,
      impactBefore: 4,
      likelihoodAfter: 2,
      impactAfter: 4,
      openedOn: day('2009-04-01'),
      reviewedOn: day('2009-10-05'),
      ...fields,
    },
  })
}

export function anAction(
  writer: Writer,
  fields: { partnershipId: string } & Partial<Prisma.ActionUncheckedCreateInput>,
): Promise<Action> {
  return writer.action.create({
    data: {
      source: 'annual_plan',
      outcome: 'Less waste land filled',
      action: 'Collect food waste',
      measure: 'All villages served',
      openedOn: day('2009-04-01'),
      dueOn: day('2009-09-30'),
      ...fields,
    },
  })
}

type Asked = { councilId: string; partnershipId: string; quarterIndex: number; askedById: string }

export function aQuestion(
  writer: Writer,
  fields: Asked & Partial<Prisma.QuestionUncheckedCreateInput>,
): Promise<Question> {
  const asked = {
    number: 1,
    askedOn: day('2009-08-03'),
    text: 'How many homes?',
    answerDueOn: day('2009-10-16'),
  }
  return writer.question.create({ data: { ...asked, ...fields } })
}

export function aMeeting(
  writer: Writer,
  fields: { councilId: string; quarterIndex: number } & Partial<Prisma.MeetingUncheckedCreateInput>,
): Promise<Meeting> {
  return writer.meeting.create({ data: { body: 'executive', heldOn: day('2009-11-02'), ...fields } })
}
