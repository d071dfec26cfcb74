import type { Context } from '#api/context.ts'
import type { QuarterDates } from '#wire/to-quarter.ts'

const COLUMNS = `index, to_char(opens_on, 'YYYY-MM-DD') AS "opensOn", to_char(due_on, 'YYYY-MM-DD') AS "dueOn",
  to_char(closes_on, 'YYYY-MM-DD') AS "closesOn"`

export async function readQuarters({ database }: Pick<Context, 'database'>): Promise<QuarterDates[]> {
  const { rows } = await database.pool.query<QuarterDates>(
    `SELECT ${COLUMNS} FROM quarter ORDER BY index DESC`,
  )
  return rows
}
