import { questionStates, recommendationStates, workKinds, workStates } from '@accord/domain'
import { z } from 'zod'
import { DateText, Instant, RecordAccess, Reference } from '#wire/primitives.ts'
import { actionsOf, Marked, Version, words } from './record.schemas.ts'

export const WorkKindName = words(workKinds).meta({ id: 'WorkKind' })
export const WorkStateName = words(workStates).meta({ id: 'WorkState' })

const ScrutinyMeeting = z
  .object({ id: z.uuid(), heldOn: DateText, purpose: z.string().nullable() })
  .meta({ id: 'ScrutinyMeeting' })

export const WorkItem = z
  .object({
    id: z.uuid(),
    version: Version,
    kind: WorkKindName,
    kindWord: z.string().meta({ example: 'Follow-up' }),
    title: z.string(),
    purpose: z.string(),
    partnership: Reference.nullable(),
    meeting: ScrutinyMeeting.nullable(),
    plannedOn: DateText,
    isOverdue: z.boolean().meta({ description: 'Its day has passed and it is not over' }),
    state: WorkStateName,
    stateWord: z.string().meta({ example: 'Under way' }),
    findings: z.string().nullable().meta({ description: 'What was found; of a dropped item, why' }),
    createdBy: z.string(),
    nextStates: z.array(WorkStateName).meta({ description: 'Where the reader may move it' }),
    ...Marked,
    ...actionsOf(['move', 'change']),
  })
  .meta({ id: 'WorkItem', description: 'One thing on scrutiny’s work programme' })

export type WorkItem = z.output<typeof WorkItem>

export const Question = z
  .object({
    id: z.uuid(),
    version: Version,
    number: z.int().meta({ description: 'Of those this council asked of this partnership, in order' }),
    partnership: Reference,
    text: z.string(),
    askedBy: z.string(),
    askedOn: DateText,
    quarter: z.string().meta({ description: 'Of the return that answers it', example: 'Quarter 2 2009/10' }),
    quarterIndex: z.int(),
    returnId: z.uuid().nullable().meta({ description: 'Null where that return has not been made yet' }),
    answerDueOn: DateText,
    answer: z.string().nullable(),
    answeredOn: DateText.nullable(),
    closedOn: DateText.nullable(),
    closedBy: z.string().nullable(),
    state: words(questionStates).meta({ id: 'QuestionState' }),
    stateWord: z.string().meta({ example: 'Answered' }),
    note: z.string().meta({ example: 'Quarter 2 return' }),
    ...actionsOf(['close', 'ask_again']),
  })
  .meta({ id: 'Question', description: 'A member’s question: a required answer in a return' })

export type Question = z.output<typeof Question>

export const ResponseName = z
  .enum(['accepted', 'accepted_in_part', 'rejected'])
  .meta({ id: 'RecommendationResponse' })

export const Recommendation = z
  .object({
    id: z.uuid(),
    version: Version,
    number: z.int(),
    name: z.string().meta({ example: 'Recommendation 2' }),
    partnership: Reference,
    workItem: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    text: z.string(),
    madeBy: z.string(),
    madeOn: DateText,
    state: words(recommendationStates).meta({ id: 'RecommendationState' }),
    stateWord: z.string().meta({ example: 'Accepted in part' }),
    response: z
      .object({
        response: ResponseName,
        word: z.string(),
        reason: z.string().nullable(),
        by: z.string(),
        on: DateText,
      })
      .nullable(),
    action: z
      .object({
        id: z.uuid(),
        action: z.string(),
        owner: z.string().nullable(),
        dueOn: DateText,
        completedOn: DateText.nullable(),
        isOverdue: z.boolean(),
      })
      .nullable(),
    followUpOn: DateText.nullable(),
    overdueSince: DateText.nullable(),
    followUp: z.string().meta({ example: 'Overdue since 30 September 2009. Follow-up 24 November 2009' }),
    outcome: z.string().nullable(),
    closedOn: DateText.nullable(),
    closedBy: z.string().nullable(),
    ...Marked,
    ...actionsOf(['respond', 'close']),
  })
  .meta({ id: 'Recommendation', description: 'Scrutiny’s, with the Executive’s response and its outcome' })

export type Recommendation = z.output<typeof Recommendation>

export const InterviewNote = z
  .object({
    id: z.uuid(),
    withWhom: z.string(),
    heldOn: DateText,
    text: z.string(),
    recordedBy: z.string(),
    recordedAt: Instant,
    ...Marked,
  })
  .meta({ id: 'InterviewNote', description: 'What a lead officer said when scrutiny asked' })

export type InterviewNote = z.output<typeof InterviewNote>

const Withheld = z.string().nullable().meta({
  description: 'What is said of exempt records',
  example: '1 interview note withheld: exempt, paragraph 3.',
})

const accessLevels = z
  .array(RecordAccess)
  .meta({ description: 'How the reader may mark a new record: what they could read themselves' })

export const CouncilScrutiny = z
  .object({
    council: Reference,
    today: DateText,
    headline: z.string().meta({ example: 'Two of five recommendations are overdue' }),
    counts: z
      .object({
        questions: z.object({ open: z.int(), late: z.int(), answered: z.int(), closed: z.int() }),
        recommendations: z.object({
          total: z.int(),
          overdue: z.int(),
          awaitingResponse: z.int(),
          open: z.int().meta({ description: 'With a response, and not closed' }),
          closed: z.int(),
        }),
      })
      .meta({ description: 'Of what the reader may read, before the state is chosen' }),
    workItems: z.array(WorkItem),
    questions: z.array(Question),
    recommendations: z.array(Recommendation),
    withheld: z.array(z.string()),
    meetings: z.array(ScrutinyMeeting).meta({ description: 'Of the scrutiny committee, in order' }),
    partnerships: z.array(Reference).meta({ description: 'On the council’s register' }),
    accessLevels,
    ...actionsOf(['add_work_item']),
  })
  .meta({ id: 'CouncilScrutiny', description: 'A council’s scrutiny: its programme, and what it follows' })

export type CouncilScrutiny = z.output<typeof CouncilScrutiny>

export const PartnershipScrutiny = z
  .object({
    council: Reference,
    partnership: Reference,
    today: DateText,
    asking: z
      .object({ quarter: z.string(), dueOn: DateText, sentence: z.string() })
      .nullable()
      .meta({ description: 'Where a question asked now would be answered' }),
    questions: z.array(Question).meta({ description: 'Those of earlier quarters first' }),
    recommendations: z.array(Recommendation),
    interviewNotes: z.array(InterviewNote),
    workItems: z.array(WorkItem),
    withheld: z.object({ recommendations: Withheld, interviewNotes: Withheld, workItems: Withheld }),
    owners: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .meta({ description: 'Who may own an action' }),
    accessLevels,
    ...actionsOf(['ask', 'recommend', 'add_interview_note']),
  })
  .meta({ id: 'PartnershipScrutiny', description: 'What a council’s scrutiny has of one partnership' })

export type PartnershipScrutiny = z.output<typeof PartnershipScrutiny>
