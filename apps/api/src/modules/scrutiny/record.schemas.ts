import { z } from 'zod'
import { ExemptParagraph, RecordAccess } from '#wire/primitives.ts'

export const words = <Word extends string>(list: readonly Word[]) => z.enum(list as [Word, ...Word[]])

export const Marked = {
  access: RecordAccess,
  paragraph: ExemptParagraph.nullable(),
  marking: z.string().nullable().meta({ example: 'Exempt, paragraph 3' }),
}

export const Version = z.int().meta({ description: 'Send it as If-Match to change what was seen' })

/** What the reader may do, and what stands in the way of the rest. */
export const actionsOf = <Action extends string>(actions: readonly Action[]) => ({
  allowedActions: z.array(words(actions)),
  blockedBecause: z.array(z.object({ action: words(actions), sentence: z.string() })),
})
