import { isBlankText, readSettingNumber, tidyText } from '@accord/domain'
import { z } from 'zod'
import { DateText, Slug, YearParameter } from '#wire/primitives.ts'
import { Measure, Polarity } from '#wire/rating.ts'

const LONGEST_TEXT = 2000
const LONGEST_TITLE = 300

export const said = (sentence: string, longest = LONGEST_TEXT) =>
  z
    .string()
    .max(longest, { error: `Write ${longest} characters or fewer.` })
    .transform(tidyText)
    .refine((text) => !isBlankText(text), { error: sentence })

const orNothing = (longest = LONGEST_TEXT) =>
  z
    .string()
    .max(longest, { error: `Write ${longest} characters or fewer.` })
    .transform((text) => (isBlankText(text) ? null : tidyText(text)))
    .nullable()
    .default(null)

/** A number as people type it, kept as plain decimal text. */
export const TypedDecimal = z
  .string()
  .max(40)
  .transform((text, context) => {
    const reading = readSettingNumber(text)
    if (reading.ok) return reading.value
    context.addIssue({ code: 'custom', message: reading.sentence })
    return z.NEVER
  })
  .meta({ description: 'A number as typed: 1,234.5', example: '46.1' })

const whole = (sentence: string, { least, most }: { least: number; most: number }) =>
  z.int({ error: sentence }).min(least, { error: sentence }).max(most, { error: sentence })

export const settingsBody = z.strictObject({
  title: said('Write its title.', LONGEST_TITLE),
  shortTitle: said('Write a short title, for lists.', 120),
  definition: orNothing(),
  unit: said('Write its unit, such as % or number.', 40),
  decimals: whole('Choose how many decimals it shows, 0 to 6.', { least: 0, most: 6 }),
  polarity: Polarity,
  measure: Measure,
  tolerance: z.strictObject({
    kind: z.enum(['relative', 'absolute']),
    green: TypedDecimal,
    amber: TypedDecimal,
  }),
  hardMin: TypedDecimal.nullable().default(null),
  hardMax: TypedDecimal.nullable().default(null),
  source: orNothing(LONGEST_TITLE),
  reportedBy: orNothing(120),
  lagWeeks: whole('Enter the weeks until a figure arrives, 0 to 200.', { least: 0, most: 200 })
    .nullable()
    .default(null),
  roundedCounts: z.boolean().default(false),
})

export type Settings = z.output<typeof settingsBody>

export const placementBody = z.strictObject({
  outcome: Slug,
  owner: Slug.nullable().default(null),
  isDesignated: z.boolean().default(false),
  isDataOnly: z.boolean().default(false),
})

export type Placement = z.output<typeof placementBody>

const target = z
  .union([z.strictObject({ value: TypedDecimal }), z.strictObject({ low: TypedDecimal, high: TypedDecimal })])
  .nullable()

export const yearTargetsBody = z.strictObject({
  year: target.meta({ description: 'What the year should end at' }),
  quarters: z
    .tuple([target, target, target, target])
    .meta({ description: 'Its profile, quarter by quarter' }),
})

export type YearTargets = z.output<typeof yearTargetsBody>

export const baselineBody = z.strictObject({
  period: said('Say which period the baseline is of, such as 2005/06.', 60),
  value: TypedDecimal,
})

export type BaselineValue = z.output<typeof baselineBody>

export const newIndicatorBody = z.strictObject({
  code: said('Write its code, such as NI 192.', 40),
  ...settingsBody.shape,
  ...placementBody.shape,
})

export type NewIndicator = z.output<typeof newIndicatorBody>

const of = {
  indicator: Slug,
  framework: Slug.meta({ description: 'The framework whose people decide, and whose targets these are' }),
}

const body = Slug.nullable().default(null).meta({ description: 'One body’s own; null for the whole area' })

const agreed = {
  agreedBy: said('Say who agreed it.', 200),
  agreedOn: DateText,
}

const reason = said('Say why.')

const change = {
  indicator: { kind: z.literal('indicator'), ...of, after: settingsBody },
  placement: { kind: z.literal('placement'), ...of, after: placementBody },
  targets: {
    kind: z.literal('targets'),
    ...of,
    organisation: body,
    year: YearParameter,
    after: yearTargetsBody,
  },
}

export const proposalBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new_indicator'), framework: Slug, after: newIndicatorBody, reason }),
  z.strictObject({ ...change.indicator, reason }),
  z.strictObject({ ...change.placement, reason }),
  z.strictObject({ ...change.targets, reason, ...agreed }),
  z.strictObject({
    ...{ kind: z.literal('baseline'), ...of, organisation: body, after: baselineBody, reason, ...agreed },
  }),
])

export type Proposal = z.output<typeof proposalBody>

/** What can be looked at before it is sent: whatever moves a status. */
export const previewBody = z.discriminatedUnion('kind', [
  z.strictObject(change.indicator).omit({ indicator: true }),
  z.strictObject(change.placement).omit({ indicator: true }),
  z.strictObject(change.targets).omit({ indicator: true }),
])

export type PreviewAsked = z.output<typeof previewBody>

export const noteBody = z.strictObject({ note: orNothing() })

export const declineBody = z.strictObject({ note: said('Say why it is declined.') })

export const emptyBody = z.strictObject({})
