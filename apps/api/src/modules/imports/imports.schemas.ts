import { Measure, Polarity } from '@accord/database'
import { FIELDS, LIMITS } from '@accord/database/import'
import { z } from 'zod'
import { pageOf } from '#wire/page.ts'
import { DecimalText, Instant, QuarterKey, Slug } from '#wire/primitives.ts'

export const importParameters = z.strictObject({ id: z.uuid() })

export const importBody = z.strictObject({
  fileName: z.string().trim().min(1).max(200).meta({ example: 'crisis-grants.csv' }),
  fileSize: z.int().min(0).meta({ description: 'In bytes: what is too large is refused before it is sent' }),
})

export const fileQuery = z.strictObject({
  sheet: z.string().max(100).optional().meta({ description: 'Of an Excel file; else its first sheet' }),
})

/** What it is is found out by reading it, as it arrives. */
export const fileToRead = z.unknown().meta({ type: 'string', format: 'binary' })

export const ColumnMapping = z
  .strictObject({
    columns: z
      .partialRecord(z.enum(FIELDS), z.int().min(0).max(LIMITS.columns))
      .meta({ description: 'Which column is what, by their places from 0' }),
    indicator: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .nullable()
      .meta({ description: 'The code of the only indicator, where no column holds one' }),
  })
  .meta({ id: 'ColumnMapping' })

export const mappingBody = z.strictObject({
  mapping: ColumnMapping,
  framework: Slug.nullable().meta({
    description: 'Where the figures go; null makes a framework of imported series',
  }),
  frameworkTitle: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .nullable()
    .meta({ description: 'Of a framework to be made' }),
})

export const IndicatorSettings = z
  .strictObject({
    title: z.string().trim().min(1, { error: 'Give the indicator a title.' }).max(200),
    unit: z.string().trim().min(1, { error: 'Give the unit, for example % or number.' }).max(40),
    decimals: z.int().min(0).max(6),
    polarity: z.enum(Polarity),
    measure: z.enum(Measure),
    roundedCounts: z.boolean().meta({ description: 'Published counts are rounded to 5' }),
  })
  .meta({ id: 'ImportedIndicatorSettings' })

const group = z.string().min(1).max(300)
export const answersBody = z.strictObject({
  choices: z
    .record(group, z.string().min(1).max(140))
    .meta({ description: 'The answer to each question, by its group' }),
  indicators: z.record(z.string().min(1).max(LIMITS.cellCharacters), IndicatorSettings).meta({
    description: 'The settings of each new indicator, by its code',
  }),
})

export const undoBody = z.strictObject({
  reason: z.string().trim().min(1, { error: 'Say why the import is undone.' }).max(500),
})

const Choice = z.object({ value: z.string(), label: z.string() })

const ImportQuestion = z
  .object({
    group: z.string(),
    code: z.enum([
      'errors',
      'years',
      'organisation',
      'duplicates',
      'fractions',
      'over_by_rounding',
      'moved_point',
      'falling',
    ]),
    sentence: z.string(),
    rows: z.int(),
    choices: z.array(Choice),
    proposal: z.string().nullable().meta({ description: 'What the figures suggest; it is no answer' }),
    answer: z.string().nullable(),
    mayBeAnyOrganisation: z.boolean().meta({ description: 'Any organisation may be chosen too, as is:ID' }),
  })
  .meta({ id: 'ImportQuestion' })

const NewIndicator = z
  .object({ code: z.string(), rows: z.int(), settings: IndicatorSettings, isAnswered: z.boolean() })
  .meta({ id: 'NewIndicator' })

const ImportSummary = z
  .object({
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    errors: z.int(),
    questions: z.int(),
    notes: z.int(),
    indicators: z.int(),
    organisations: z.int(),
    firstQuarter: QuarterKey.nullable(),
    lastQuarter: QuarterKey.nullable(),
    newOrganisations: z.array(z.string()),
    newIndicators: z.array(z.string()),
    newQuarters: z.array(QuarterKey),
    newAliases: z
      .array(z.string())
      .meta({ description: 'Names in the file that are kept for the organisations meant' }),
    ignoredColumns: z.array(z.string()),
    others: z.int().meta({ description: 'Figures loaded already and not in the file: left as they are' }),
    published: z.int().meta({
      description: 'Changes to quarters that a council has published: its publication stays as it was',
    }),
  })
  .meta({ id: 'ImportSummary' })

const actions = z.enum(['map', 'answer', 'load', 'undo', 'abandon'])

export const ImportItem = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(['reading', 'mapping', 'checking', 'ready', 'applied', 'undone', 'failed', 'abandoned']),
    fileName: z.string(),
    fileSize: z.int(),
    rowCount: z.int(),
    createdBy: z.string().nullable().meta({ description: 'Null: the import command' }),
    createdAt: Instant,
    appliedBy: z.string().nullable(),
    appliedAt: Instant.nullable(),
    undoneBy: z.string().nullable(),
    undoneAt: Instant.nullable(),
    framework: z.object({ id: Slug, name: z.string() }).nullable(),
    added: z.int(),
    changed: z.int(),
  })
  .meta({ id: 'ImportItem' })

export const Import = z
  .object({
    ...ImportItem.shape,
    sheet: z.string().nullable(),
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())).meta({ description: 'Its first rows' }),
    mapping: ColumnMapping.nullable(),
    proposedMapping: ColumnMapping.nullable(),
    isRemembered: z
      .boolean()
      .meta({ description: 'The proposal is what was said of a file with the same headings' }),
    target: z
      .object({ framework: Slug.nullable(), title: z.string() })
      .nullable()
      .meta({ description: 'Where the figures go; without a framework it is to be made' }),
    questions: z.array(ImportQuestion),
    newIndicators: z.array(NewIndicator),
    open: z.int().meta({ description: 'Questions without an answer' }),
    summary: ImportSummary.nullable(),
    failure: z.string().nullable(),
    progress: z.object({
      stage: z.enum(['reading', 'understanding', 'comparing', 'adding', 'changing', 'undoing']),
      done: z.int(),
      total: z.int().meta({ description: '0 where it is not known' }),
    }),
    undoReason: z.string().nullable(),
    leftOnUndo: z
      .int()
      .meta({ description: 'Figures that somebody changed after the import: undoing leaves them' }),
    indicators: z
      .array(z.object({ id: Slug, code: z.string(), title: z.string(), added: z.int(), changed: z.int() }))
      .meta({ description: 'What a loaded import touched' }),
    allowedActions: z.array(actions),
    blockedBecause: z.partialRecord(actions, z.string()),
  })
  .meta({ id: 'Import' })

export type ImportItem = z.output<typeof ImportItem>
export type Import = z.output<typeof Import>

export const ImportPage = pageOf(ImportItem, 'ImportPage')

export const listQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
})

export const differencesQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(100),
  outcome: z
    .enum(['added', 'changed', 'same'])
    .optional()
    .meta({ description: 'Else those that are not the same' }),
  indicator: z.string().max(200).optional().meta({ description: 'An indicator’s code' }),
})

const Figure = z.object({
  value: DecimalText.nullable(),
  numerator: DecimalText.nullable(),
  denominator: DecimalText.nullable(),
  missingReason: z.string().nullable(),
})

export const ImportDifference = z
  .object({
    line: z.int(),
    outcome: z.enum(['added', 'changed', 'same']),
    indicator: z.object({ code: z.string(), unit: z.string(), decimals: z.int() }),
    organisation: z.string().nullable().meta({ description: 'Null: the whole area' }),
    quarter: QuarterKey,
    before: Figure.nullable(),
    after: Figure,
    isUndone: z.boolean(),
    isPublished: z.boolean(),
  })
  .meta({ id: 'ImportDifference' })

export type ImportDifference = z.output<typeof ImportDifference>
export const ImportDifferencePage = pageOf(ImportDifference, 'ImportDifferencePage')

export const faultsQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(100),
  format: z.enum(['json', 'csv']).optional().meta({ description: 'CSV answers every row, not a page' }),
  kind: z.enum(['error', 'question', 'note']).optional(),
  group: z.string().max(300).optional().meta({ description: 'Of one question' }),
})

export const ImportFault = z
  .object({
    line: z.int(),
    column: z.string().nullable(),
    cell: z.string().nullable(),
    kind: z.enum(['error', 'question', 'note']),
    code: z.string(),
    group: z.string().nullable(),
    reason: z.string(),
  })
  .meta({ id: 'ImportFault' })

export type ImportFault = z.output<typeof ImportFault>
export const ImportFaultPage = pageOf(ImportFault, 'ImportFaultPage')
