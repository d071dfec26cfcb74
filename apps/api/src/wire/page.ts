import { z } from 'zod'

/** Every list answers in this envelope. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() })
    .meta({ id, description: 'A page of a list' })
}

export const pageQuery = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(100),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .meta({ description: 'For a link; else the Accept header decides. CSV answers every row, not a page' }),
}

/** A sort is a field's name, with a minus sign in front for the other way round. */
export function sortQuery<const T extends readonly [string, ...string[]]>(fields: T) {
  const both = [...fields, ...fields.map((field) => `-${field}`)] as [string, ...string[]]
  return z
    .enum(both)
    .optional()
    .meta({ description: `One of ${fields.join(', ')}; a minus sign in front reverses it` })
}

export const searchQuery = z.string().trim().max(100).optional().meta({ description: 'Words to look for' })
