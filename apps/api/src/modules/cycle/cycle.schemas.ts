import { z } from 'zod'
import { DateText, Instant, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { Quarter } from '#wire/quarter.ts'

export const quarterParameters = z.strictObject({ quarter: QuarterParameter })

export const cycleReturnParameters = z.strictObject({ id: z.uuid() })

export const cycleQuery = z.strictObject({
  council: Slug.optional().meta({ description: 'Only returns of partnerships significant to this council' }),
})

export const ReasonText = z
  .string()
  .trim()
  .min(1, 'Say why: the reason is kept with the change.')
  .max(2000)
  .meta({ description: 'Kept with the change', example: 'The agreed week fell in half-term.' })

const CycleDates = z
  .object({ opensOn: DateText, dueOn: DateText, closesOn: DateText })
  .meta({ id: 'CycleDates' })

export const CycleAction = z.enum(['open', 'move_dates', 'chase', 'publish']).meta({ id: 'CycleAction' })

export const Cycle = z
  .object({
    version: z.int().meta({ description: 'Of its opening and its dates: send it as If-Match to move them' }),
    quarter: Quarter,
    previous: Quarter.nullable(),
    next: Quarter.nullable(),
    today: DateText,
    openedAt: Instant.nullable().meta({ description: 'Null: its returns have not been made yet' }),
    openedBy: z.string().nullable(),
    isClosed: z.boolean(),
    counts: z
      .object({
        expected: z.int(),
        received: z.int(),
        onTime: z.int(),
        late: z.int(),
        missing: z.int().meta({ description: 'Due and not in' }),
        notYetDue: z.int(),
        toCheck: z.int().meta({ description: 'In, and waiting for the officer' }),
        accepted: z.int(),
        published: z.int(),
        receivedPercent: z.int().nullable(),
        onTimePercent: z.int().nullable(),
      })
      .meta({ id: 'CycleCounts' }),
    dateChanges: z.array(
      z.object({ from: CycleDates, to: CycleDates, reason: z.string(), at: Instant, by: z.string() }),
    ),
    publications: z.array(z.object({ council: Reference, publishedAt: Instant, publishedBy: z.string() })),
    chased: z.array(z.object({ returnId: z.uuid(), on: DateText })).meta({
      description: 'When somebody was last chased by hand, of the returns that were',
    }),
    nextToOpen: Quarter.nullable().meta({ description: 'The first quarter after the newest opened' }),
    notIn: z.array(Reference).meta({ description: 'Whose return has not been accepted' }),
    allowedActions: z.array(CycleAction),
    blockedBecause: z.array(z.object({ action: CycleAction, sentence: z.string() })),
  })
  .meta({ id: 'Cycle', description: 'Where a quarter’s returns have got to, and what the reader may do' })

export type Cycle = z.output<typeof Cycle>

export const datesBody = z.strictObject({
  opensOn: DateText,
  dueOn: DateText,
  closesOn: DateText,
  reason: ReasonText,
})

export const extensionBody = z.strictObject({
  until: DateText.meta({ description: 'The last day on which this return is taken' }),
  reason: ReasonText,
})

export const Reminded = z
  .object({
    returns: z.array(
      z.object({
        returnId: z.uuid(),
        partnership: z.string(),
        people: z.array(z.string()).meta({ description: 'Told now' }),
        toldToday: z.array(z.string()).meta({ description: 'Told before, today: not told again' }),
      }),
    ),
    people: z.int().meta({ description: 'How many were told; each gets one mail' }),
  })
  .meta({ id: 'Reminded' })

export type Reminded = z.output<typeof Reminded>

export const chaseBody = z.strictObject({
  council: Slug.optional().meta({ description: 'Only returns of partnerships significant to this council' }),
})

export const acceptancesBody = z.strictObject({
  returns: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
    .min(1)
    .max(200),
})

export const Acceptances = z
  .object({
    results: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(['accepted', 'refused']),
        sentence: z.string().nullable().meta({ description: 'Why it was refused' }),
      }),
    ),
  })
  .meta({ id: 'Acceptances', description: 'Each return was judged by itself' })

export type Acceptances = z.output<typeof Acceptances>

export const ChangedReturn = z
  .object({
    id: z.uuid(),
    state: z.string().meta({ example: 'restated' }),
    stateWord: z.string().meta({ example: 'Restated' }),
    version: z.int(),
    extendedTo: DateText.nullable(),
  })
  .meta({ id: 'ChangedReturn', description: 'What became of a return; read it again for the rest' })

export type ChangedReturn = z.output<typeof ChangedReturn>
