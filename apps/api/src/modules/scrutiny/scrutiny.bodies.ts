import { isBlankText, tidyText } from '@accord/domain'
import { z } from 'zod'
import { DateText, ExemptParagraph, RecordAccess, Slug } from '#wire/primitives.ts'
import { ResponseName, WorkKindName, WorkStateName } from './scrutiny.schemas.ts'

const LONGEST_TEXT = 2000
const LONGEST_TITLE = 200

const said = (sentence: string, longest = LONGEST_TEXT) =>
  z
    .string()
    .max(longest, { error: `Write ${longest} characters or fewer.` })
    .transform(tidyText)
    .refine((text) => !isBlankText(text), { error: sentence })

const marked = {
  access: RecordAccess.default('internal'),
  paragraph: ExemptParagraph.nullable().default(null),
}

/** Exempt names its paragraph, and nothing else does. */
const isMarkedWhole = (body: { access: string; paragraph: number | null }) =>
  (body.access === 'exempt') === (body.paragraph !== null)

const paragraphError = {
  error: 'Name the paragraph of Schedule 12A where it is exempt, 1 to 7, and leave it out where it is not.',
  path: ['paragraph'],
}

export const councilParameters = z.strictObject({ council: Slug })
export const partnershipParameters = z.strictObject({ council: Slug, partnership: Slug })
export const recordParameters = z.strictObject({ id: z.uuid() })

export const scrutinyQuery = z.strictObject({
  partnership: Slug.optional(),
  state: z
    .enum(['open', 'answered', 'overdue', 'closed'])
    .optional()
    .meta({ description: 'Of questions, recommendations and items alike' }),
})

export type ScrutinyState = NonNullable<z.output<typeof scrutinyQuery>['state']>

export const questionBody = z.strictObject({ text: said('Write the question.') })

export const recommendationBody = z
  .strictObject({
    text: said('Write what is recommended.'),
    followUpOn: DateText.nullable().default(null),
    workItemId: z.uuid().nullable().default(null),
    ...marked,
  })
  .refine(isMarkedWhole, paragraphError)

export const actionBody = z.strictObject({
  outcome: said('Write the outcome that the action serves.'),
  action: said('Write what will be done.'),
  measure: said('Write how its success is measured.'),
  ownerId: z.uuid(),
  dueOn: DateText,
})

export const responseBody = z.strictObject({
  response: ResponseName,
  reason: z.string().max(LONGEST_TEXT).transform(tidyText).nullable().default(null),
  followUpOn: DateText.nullable().default(null),
  action: actionBody.nullable().default(null),
})

export const closingBody = z.strictObject({
  outcome: z.string().max(LONGEST_TEXT).transform(tidyText).nullable().default(null),
})

const itemFields = {
  title: said('Write what it is.', LONGEST_TITLE),
  purpose: said('Write what it is to find out.'),
  plannedOn: DateText,
  meetingId: z.uuid().nullable().default(null),
}

export const workItemBody = z
  .strictObject({ kind: WorkKindName, partnership: Slug.nullable().default(null), ...itemFields, ...marked })
  .refine(isMarkedWhole, paragraphError)

export const workItemChangeBody = z.strictObject(itemFields)

export const workItemMoveBody = z.strictObject({
  to: WorkStateName,
  findings: z.string().max(LONGEST_TEXT).transform(tidyText).nullable().default(null),
})

export const interviewNoteBody = z
  .strictObject({
    withWhom: said('Write whom you spoke with.', LONGEST_TITLE),
    heldOn: DateText,
    text: said('Write what was said.'),
    ...marked,
  })
  .refine(isMarkedWhole, paragraphError)
