import type { Context } from '#api/context.ts'

/** The record of a council that keeps a register; null where there is none of that name. */
export async function councilIdOf(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<string | null> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT id FROM organisation WHERE slug = $1 AND keeps_register',
    [slug],
  )
  return rows[0]?.id ?? null
}
