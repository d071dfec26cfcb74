import { z } from 'zod'
import { pageOf, pageQuery } from '#wire/page.ts'
import {
  DateText,
  DecimalText,
  QuarterKey,
  Reference,
  Slug,
  YearKey,
  YearParameter,
} from '#wire/primitives.ts'
import { Measure, NotRatedReason, Polarity, Status, TargetValue, Tolerance } from '#wire/rating.ts'

export const ChangeKind = z
  .enum(['new_indicator', 'indicator', 'placement', 'targets', 'baseline'])
  .meta({ id: 'IndicatorChangeKind' })

export const ChangeState = z
  .enum(['proposed', 'approved', 'declined', 'withdrawn'])
  .meta({ id: 'IndicatorChangeState' })

const ChangeAction = z.enum(['approve', 'decline', 'withdraw', 'repropose'])

export const ChangeLine = z
  .object({
    name: z.string().meta({ example: 'Amber tolerance' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'IndicatorChangeLine', description: 'One thing that a change changes, in words' })

const status = z.object({ status: Status, reason: NotRatedReason.nullable() })

export const ChangePreview = z
  .object({
    summary: z.string().meta({ example: '3 of 21 past statuses would change: Q1 2008/09 from near to off.' }),
    published: z.string().meta({ description: 'What it never touches' }),
    changed: z.int(),
    rows: z.array(
      z.object({
        quarter: QuarterKey,
        label: z.string(),
        value: DecimalText.nullable(),
        before: TargetValue.nullable(),
        after: TargetValue.nullable(),
        was: status,
        wouldBe: status,
        changes: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'IndicatorChangePreview',
    description: 'What a change would do to past statuses, oldest first',
  })

export type ChangePreview = z.output<typeof ChangePreview>

export const IndicatorChange = z
  .object({
    id: z.uuid(),
    kind: ChangeKind,
    kindWord: z.string(),
    state: ChangeState,
    stateWord: z.string(),
    version: z.int(),
    indicator: z.object({ id: Slug.nullable(), code: z.string(), title: z.string() }).meta({
      description: 'Its id is null while a new one waits',
    }),
    unit: z.string(),
    decimals: z.int(),
    framework: Reference,
    organisation: Reference.nullable(),
    year: z.object({ key: YearKey, label: z.string() }).nullable(),
    lines: z.array(ChangeLine),
    reason: z.string(),
    agreedBy: z.string().nullable(),
    agreedOn: DateText.nullable(),
    proposedBy: z.string(),
    proposedOn: DateText,
    decidedBy: z.string().nullable(),
    decidedOn: DateText.nullable(),
    decisionNote: z.string().nullable(),
    allowedActions: z.array(ChangeAction),
    blockedBecause: z.array(z.object({ action: ChangeAction, sentence: z.string() })),
  })
  .meta({ id: 'IndicatorChange' })

export type IndicatorChange = z.output<typeof IndicatorChange>

export const IndicatorChangeDetail = z
  .object({
    ...IndicatorChange.shape,
    preview: ChangePreview.nullable().meta({ description: 'Of a change that waits and moves statuses' }),
    changedSince: z.array(ChangeLine).meta({
      description: 'What somebody else changed since it was proposed: it must be proposed again',
    }),
  })
  .meta({ id: 'IndicatorChangeDetail' })

export type IndicatorChangeDetail = z.output<typeof IndicatorChangeDetail>

export const IndicatorChangePage = pageOf(IndicatorChange, 'IndicatorChangePage')

export const changesQuery = z.strictObject({
  ...pageQuery,
  state: ChangeState.optional(),
  indicator: Slug.optional(),
  framework: Slug.optional(),
})

export const changeParameters = z.strictObject({ id: z.uuid() })

export const indicatorParameters = z.strictObject({ id: Slug })

export const settingsQuery = z.strictObject({
  framework: Slug.optional().meta({ description: 'Else the newest on a dashboard' }),
})

export const IndicatorSettings = z
  .object({
    id: Slug,
    code: z.string(),
    framework: Reference,
    settings: z.object({
      title: z.string(),
      shortTitle: z.string(),
      definition: z.string().nullable(),
      unit: z.string(),
      decimals: z.int(),
      polarity: Polarity,
      measure: Measure,
      tolerance: Tolerance,
      hardMin: DecimalText.nullable(),
      hardMax: DecimalText.nullable(),
      source: z.string().nullable(),
      reportedBy: z.string().nullable(),
      lagWeeks: z.int().nullable(),
      roundedCounts: z.boolean(),
    }),
    placement: z.object({
      outcome: Slug,
      owner: Slug.nullable(),
      isDesignated: z.boolean(),
      isDataOnly: z.boolean(),
    }),
    figures: z.int().meta({ description: 'How many figures have been reported' }),
    locked: z
      .string()
      .nullable()
      .meta({ description: 'Why its unit, polarity and measure may not change; null where they may' }),
    outcomes: z.array(z.object({ id: Slug, title: z.string() })),
    owners: z.array(Reference),
    designated: z.string().meta({ example: '35 of 35 designated' }),
    mayPropose: z.boolean(),
    blockedBecause: z.string().nullable(),
    changes: z
      .array(IndicatorChange)
      .meta({ description: 'Those that wait, then those decided, newest first' }),
  })
  .meta({ id: 'IndicatorSettings' })

export const targetsQuery = z.strictObject({
  framework: Slug.optional().meta({ description: 'Else the newest on a dashboard' }),
  organisation: Slug.optional(),
  year: YearParameter.optional().meta({ description: 'Else the year that runs' }),
})

const YearFigures = z.object({
  year: TargetValue.nullable(),
  quarters: z.array(TargetValue.nullable()),
  figures: z.array(DecimalText.nullable()),
})

export const IndicatorTargets = z
  .object({
    id: Slug,
    code: z.string(),
    title: z.string(),
    unit: z.string(),
    decimals: z.int(),
    polarity: Polarity,
    measure: Measure,
    framework: Reference,
    organisation: Reference.nullable(),
    bodies: z.array(Reference),
    year: z.object({ key: YearKey, label: z.string() }),
    years: z.array(z.object({ key: YearKey, label: z.string() })),
    targets: YearFigures,
    lastYear: YearFigures,
    baseline: z.object({ period: z.string(), value: DecimalText }).nullable(),
    sinceBaseline: z.array(
      z.object({ quarter: QuarterKey, label: z.string(), value: DecimalText, sentence: z.string() }),
    ),
    baselineChanges: z.array(
      z.object({
        from: z.string().nullable(),
        to: z.string(),
        agreedBy: z.string(),
        agreedOn: DateText,
        reason: z.string(),
      }),
    ),
    mayPropose: z.boolean(),
    blockedBecause: z.string().nullable(),
    changes: z
      .array(IndicatorChange)
      .meta({ description: 'Of targets and baselines: waiting, then decided' }),
  })
  .meta({ id: 'IndicatorTargets' })
