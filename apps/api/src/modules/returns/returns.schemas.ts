import { z } from 'zod'
import { pageOf, pageQuery, sortQuery } from '#wire/page.ts'
import { DateText, DecimalText, Instant, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'
import { Measure, MeasurementState, Polarity, ReturnReceipt, TargetValue, Tolerance } from '#wire/rating.ts'
import { SeriesColumns } from '#wire/series.ts'

export const ReturnState = z
  .enum([
    'not_started',
    'in_progress',
    'awaiting_sign_off',
    'submitted',
    'changes_requested',
    'accepted',
    'published',
    'restated',
  ])
  .meta({ id: 'ReturnState' })

export const ReturnAction = z
  .enum([
    'start',
    'send_for_sign_off',
    'decline',
    'sign_off',
    'send_back',
    'accept',
    'reopen',
    'publish',
    'restate',
  ])
  .meta({ id: 'ReturnAction' })

export const ReturnSectionName = z
  .enum(['indicators', 'actions', 'risks', 'resources', 'narrative', 'questions'])
  .meta({ id: 'ReturnSectionName' })

export const CellKey = z
  .string()
  .max(200)
  .meta({ description: 'Section, item and field of one answer', example: 'indicators/ni-192/numerator' })

export const returnParameters = z.strictObject({ id: z.uuid() })

export const returnsQuery = z.strictObject({
  ...pageQuery,
  quarter: QuarterParameter.optional().meta({ description: 'Else the newest one that has opened' }),
  council: Slug.optional().meta({ description: 'Only of partnerships that are significant to this council' }),
  partnership: Slug.optional(),
  state: ReturnState.optional(),
  mine: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Only those the reader fills in, signs or has a section of' }),
  sort: sortQuery(['partnership', 'state', 'due', 'late']),
})

export const ReturnSummary = z
  .object({
    id: z.uuid(),
    partnership: Reference,
    quarter: z.string().meta({ example: '2009-10-q2' }),
    state: ReturnState,
    stateWord: z.string().meta({ example: 'Awaiting sign-off' }),
    version: z.int(),
    dueOn: DateText,
    closesOn: DateText.meta({ description: 'The last day it is taken: an exception counts' }),
    extendedTo: DateText.nullable(),
    receipt: ReturnReceipt,
    lead: z.string().nullable(),
    signatories: z.array(z.string()),
    with: z.array(z.string()).meta({ description: 'Who has it now' }),
    holdUps: z
      .object({ missing: z.int(), toConfirm: z.int() })
      .nullable()
      .meta({ description: 'What still keeps it from being sent; null once it is' }),
    changedAt: Instant.nullable().meta({ description: 'Of the newest answer' }),
    allowedActions: z.array(ReturnAction).meta({ description: 'What the reader may do with it now' }),
  })
  .meta({ id: 'ReturnSummary' })

export type ReturnSummary = z.output<typeof ReturnSummary>

export const ReturnPage = pageOf(ReturnSummary, 'ReturnPage')

export const ReturnCellAnswer = z
  .object({
    cell: CellKey,
    value: z.string().nullable().meta({ description: 'As it was kept; null is blank' }),
    version: z.int().min(1),
    changedAt: Instant,
    changedBy: z.string(),
  })
  .meta({ id: 'ReturnCellAnswer' })

/** What the rules of checking need, and what a row of the return shows. */
export const ReturnIndicatorRow = z
  .object({
    id: Slug,
    code: z.string(),
    title: z.string(),
    unit: z.string(),
    decimals: z.int(),
    polarity: Polarity,
    measure: Measure,
    tolerance: Tolerance,
    isRatio: z.boolean(),
    roundedCounts: z.boolean(),
    isDataOnly: z.boolean(),
    numeratorLabel: z.string().nullable(),
    denominatorLabel: z.string().nullable(),
    isDue: z.boolean().meta({ description: 'Whether this quarter owes a figure' }),
    hardMin: DecimalText.nullable(),
    hardMax: DecimalText.nullable(),
    target: TargetValue.nullable().meta({ description: 'For this quarter' }),
    yearTarget: TargetValue.nullable(),
    yearAgo: DecimalText.nullable().meta({ description: 'The figure of the same quarter last year' }),
    lastQuarter: DecimalText.nullable(),
    recorded: z
      .object({ value: DecimalText.nullable(), state: MeasurementState.nullable() })
      .nullable()
      .meta({ description: 'The quarter’s figure as dashboards show it now; null until it was signed off' }),
    series: SeriesColumns.meta({ description: 'Sixteen quarters before this one' }),
    before: z
      .object({
        commentary: z.string().nullable(),
        cause: z.string().nullable(),
        action: z.string().nullable(),
        owner: z.string().nullable(),
        dueOn: DateText.nullable(),
      })
      .nullable()
      .meta({ description: 'What was said of it last quarter, to start from' }),
  })
  .meta({ id: 'ReturnIndicatorRow' })

export const Obstacle = z
  .object({
    code: z.string(),
    sentence: z.string(),
    pointer: z.string().nullable(),
  })
  .meta({ id: 'Obstacle', description: 'Why something cannot be done, and what would put it right' })

export const ReturnCheck = z
  .object({
    tier: z.enum(['validity', 'presence', 'soft', 'cross_field']),
    code: z.string(),
    section: ReturnSectionName,
    cell: CellKey,
    sentence: z.string(),
    suggestion: z.object({ field: z.string(), value: z.string() }).nullable(),
    isBlocking: z.boolean(),
    confirmation: z.string().nullable(),
  })
  .meta({ id: 'ReturnCheck' })

export const ReturnSectionState = z
  .object({
    section: ReturnSectionName,
    title: z.string(),
    state: z.enum([
      'cannot_start_yet',
      'not_started',
      'in_progress',
      'completed',
      'not_needed',
      'changes_requested',
      'changes_made',
    ]),
    done: z.int(),
    total: z.int(),
    words: z.string().meta({ example: '4 of 6 complete' }),
  })
  .meta({ id: 'ReturnSectionState' })

export const ReturnAssignment = z
  .object({
    id: z.uuid(),
    section: ReturnSectionName,
    cells: z.array(CellKey).nullable().meta({ description: 'Null: the whole section' }),
    to: z.string(),
    isInvitation: z.boolean(),
    expiresOn: DateText.nullable(),
    isUsed: z.boolean(),
  })
  .meta({ id: 'ReturnAssignment' })

export const QuarterlyReturn = z
  .object({
    ...ReturnSummary.omit({ quarter: true, holdUps: true }).shape,
    quarter: Quarter,
    before: z.object({ key: z.string(), label: z.string() }).meta({ description: 'The quarter before' }),
    today: DateText,
    publicationDone: z.boolean(),
    executiveOn: DateText.nullable(),
    parts: z
      .array(z.enum(['lead', 'contributor', 'signatory', 'officer']))
      .meta({ description: 'What the reader is to this return; none for whoever only reads' }),
    lock: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    editable: z.array(z.string()).meta({
      description: 'The beginnings of the keys of cells that the reader may change now',
      example: ['indicators/', 'narrative/why'],
    }),
    cells: z.array(ReturnCellAnswer),
    indicators: z.array(ReturnIndicatorRow),
    actions: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.string(),
        action: z.string(),
        measure: z.string(),
        owner: z.string().nullable(),
        dueOn: DateText,
        progress: z.string().nullable(),
      }),
    ),
    risks: z.array(
      z.object({
        id: z.uuid(),
        cause: z.string(),
        effect: z.string(),
        mitigation: z.string().nullable(),
        likelihood: z.int(),
        impact: z.int(),
        owner: z.string().nullable(),
        reviewedOn: DateText,
        marking: z.string().nullable(),
      }),
    ),
    withheldRisks: z.int(),
    questions: z.array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        askedBy: z.string(),
        askedOn: DateText,
        answerDueOn: DateText,
        answer: z.string().nullable(),
      }),
    ),
    lastNarrative: z
      .object({
        whatHappened: z.string().nullable(),
        why: z.string().nullable(),
        whatWeAreDoing: z.string().nullable(),
        whatWeNeed: z.string().nullable(),
      })
      .nullable(),
    lastResources: z
      .object({
        memberHours: DecimalText.nullable(),
        officerHours: DecimalText.nullable(),
        funding: DecimalText.nullable(),
      })
      .nullable(),
    sections: z.array(ReturnSectionState),
    signOff: z.object({
      state: z.enum(['cannot_start_yet', 'ready', 'awaiting', 'signed']),
      words: z.string(),
    }),
    checks: z.array(ReturnCheck),
    blockedBecause: z.array(z.object({ action: ReturnAction, obstacles: z.array(Obstacle) })),
    assignments: z.array(ReturnAssignment),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
    events: z.array(
      z.object({
        label: z.string(),
        to: ReturnState,
        by: z.string().nullable(),
        at: Instant,
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuarterlyReturn', description: 'One partnership’s return for one quarter, with its draft' })

export type QuarterlyReturn = z.output<typeof QuarterlyReturn>

export const saveCellsBody = z.strictObject({
  source: z.enum(['screen', 'file', 'api']).default('api'),
  changes: z
    .array(
      z.strictObject({
        changeId: z
          .uuid()
          .meta({ description: 'Made by the client: the same change sent again is kept once' }),
        cell: CellKey,
        value: z.string().max(5000).nullable().meta({ description: 'As typed; null or blank clears it' }),
        version: z.int().min(0).meta({ description: 'The version that was seen; 0 where there was none' }),
      }),
    )
    .min(1)
    .max(1000),
})

export const SavedCell = z
  .object({
    changeId: z.uuid(),
    cell: CellKey,
    outcome: z.enum(['saved', 'invalid', 'conflict', 'locked']),
    sentence: z.string().nullable().meta({ description: 'Why it was not kept' }),
    now: ReturnCellAnswer.nullable().meta({ description: 'What the cell holds now, and whose it is' }),
  })
  .meta({ id: 'SavedCell' })

export const SavedCells = z
  .object({ results: z.array(SavedCell), state: ReturnState, version: z.int() })
  .meta({ id: 'SavedCells', description: 'Each change was judged by itself' })

export type SavedCells = z.output<typeof SavedCells>

export const historyQuery = z.strictObject({ cell: CellKey })

export const CellHistory = z
  .object({
    changes: z.array(
      z.object({
        from: z.string().nullable(),
        to: z.string().nullable(),
        version: z.int(),
        at: Instant,
        by: z.string(),
        source: z.enum(['screen', 'file', 'api']),
      }),
    ),
  })
  .meta({ id: 'CellHistory', description: 'Every change of one cell, the newest first' })

export const moveBody = z.strictObject({ reason: z.string().trim().max(2000).nullable().default(null) })

export const assignmentBody = z.strictObject({
  section: ReturnSectionName,
  cells: z.array(CellKey).min(1).max(200).nullable().default(null),
  personId: z.uuid(),
})

export const invitationBody = z.strictObject({
  section: ReturnSectionName,
  cells: z.array(CellKey).min(1).max(200).nullable().default(null),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  expiresOn: DateText.meta({ description: 'The last day on which the link opens anything' }),
})

export const Invited = z
  .object({
    assignment: z.uuid(),
    path: z.string().meta({ description: 'The link, told this once', example: '/invitations/…' }),
    expiresOn: DateText,
  })
  .meta({ id: 'Invited' })

export type Invited = z.output<typeof Invited>

export const invitationParameters = z.strictObject({ token: z.string().min(1).max(200) })

export const UsedInvitation = z
  .object({ returnId: z.uuid(), section: ReturnSectionName })
  .meta({ id: 'UsedInvitation', description: 'The return that the link opened, for this session' })

export const assignmentParameters = z.strictObject({ id: z.uuid(), assignment: z.uuid() })
