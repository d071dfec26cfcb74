import { z } from 'zod'
import { Instant } from '#wire/primitives.ts'
import { XLSX } from './workbook-format.ts'

export const workbookParameters = z.strictObject({ id: z.uuid() })

const bytes = { type: 'string', format: 'binary' }

/** What they are is looked at when they are read. */
export const workbookToRead = z.unknown().meta(bytes)

/** The contract names the format of the answer, which the generator would take for JSON. */
export const workbookMade = z
  .unknown()
  .meta({ description: 'The workbook', content: { [XLSX]: { schema: bytes } } })

const answerText = z.string().nullable()

export const WorkbookCell = z
  .object({
    cell: z.string().meta({
      description: 'Section, item and field of one answer',
      example: 'indicators/ni-192/numerator',
    }),
    section: z.enum(['indicators', 'actions', 'risks', 'resources', 'narrative', 'questions']),
    label: z.string().meta({ example: 'NI 192 Household waste recycled: commentary' }),
    tab: z.string().meta({ description: 'Where it is in the file', example: 'Indicators' }),
    place: z.string().meta({ example: 'F7' }),
    was: answerText.meta({ description: 'What the return holds now; null is blank' }),
    becomes: answerText.meta({ description: 'What the file holds, as it would be kept' }),
    outcome: z.enum(['change', 'same', 'invalid', 'changed_meanwhile', 'locked']),
    sentence: z.string().nullable().meta({ description: 'Why it cannot be kept' }),
    version: z.int().min(0).meta({
      description: 'That the file was made from: keep the answer with it, and what changed since is not lost',
    }),
    changedBy: z.string().nullable().meta({ description: 'Who gave the answer that the return holds now' }),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'WorkbookCell' })

export const WorkbookDifference = z
  .object({ madeAt: Instant.nullable(), cells: z.array(WorkbookCell) })
  .meta({
    id: 'WorkbookDifference',
    description: 'What keeping a workbook would change. Nothing of it has been kept',
  })

export type WorkbookCell = z.output<typeof WorkbookCell>
export type WorkbookDifference = z.output<typeof WorkbookDifference>
