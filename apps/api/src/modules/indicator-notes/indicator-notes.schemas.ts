import { isBlankText, mostEventCharacters, tidyLine, tidyText } from '@accord/domain'
import { z } from 'zod'
import { DateText, QuarterKey, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'

const LONGEST_TEXT = 500

const said = (sentence: string, longest: number, tidy: (text: string) => string) =>
  z
    .string()
    .transform(tidy)
    .refine((text) => text.length <= longest, { error: `Write ${longest} characters or fewer.` })
    .refine((text) => !isBlankText(text), { error: sentence })

export const indicatorParameters = z.strictObject({ id: Slug })
export const eventParameters = z.strictObject({ id: Slug, event: z.uuid() })
export const markParameters = z.strictObject({ id: Slug, mark: z.uuid() })

const place = {
  quarter: QuarterParameter,
  organisation: Slug.nullable()
    .default(null)
    .meta({ description: 'The body whose series it belongs to; null for the whole area' }),
}

export const eventBody = z.strictObject({
  ...place,
  title: said('Write what happened, in a few words.', mostEventCharacters, tidyLine),
  note: z
    .string()
    .max(LONGEST_TEXT, { error: `Write ${LONGEST_TEXT} characters or fewer.` })
    .transform(tidyText)
    .nullable()
    .default(null),
})

export const markBody = z.strictObject({
  ...place,
  reason: said('Write what changed in the process.', LONGEST_TEXT, tidyText),
})

const Noted = {
  id: z.uuid(),
  quarter: QuarterKey,
  organisation: Reference.nullable().meta({ description: 'Null for the whole area' }),
  addedBy: z.string(),
  addedOn: DateText,
  withdrawnBy: z.string().nullable(),
  withdrawnOn: DateText.nullable(),
}

export const IndicatorEvent = z
  .object({ ...Noted, title: z.string(), note: z.string().nullable() })
  .meta({ id: 'IndicatorEvent', description: 'What happened in a quarter: a pin on the chart' })

export const ProcessMark = z
  .object({ ...Noted, reason: z.string() })
  .meta({ id: 'ProcessMark', description: 'From this quarter limits are computed anew, for a known reason' })

const Action = z.enum(['add_event', 'withdraw_event', 'add_process_mark', 'withdraw_process_mark'])

export const IndicatorNotes = z
  .object({
    events: z.array(IndicatorEvent),
    processMarks: z.array(ProcessMark),
    allowedActions: z.array(Action),
    blockedBecause: z.array(z.object({ action: Action, sentence: z.string() })),
  })
  .meta({
    id: 'IndicatorNotes',
    description: 'Everything noted about a series, withdrawn ones too, and what the reader may do',
  })

export type IndicatorEvent = z.output<typeof IndicatorEvent>
export type ProcessMark = z.output<typeof ProcessMark>
export type IndicatorNotes = z.output<typeof IndicatorNotes>
