import type { TestDatabase } from '@accord/database/testing'

/**
 * Gives an indicator of the demonstration a longer past: a final figure for each of so many quarters before its first,
 * up and down about a level.
 */
export async function lengthenSeries(
  database: TestDatabase,
  { indicator, quarters }: { indicator: string; quarters: number },
): Promise<void> {
  await database.pool.query(
    `INSERT INTO quarter (index, start_year, number, opens_on, due_on, closes_on)
     SELECT n, n / 4, n % 4 + 1, make_date(n / 4, 7, 1) + (n % 4) * interval '3 months',
       make_date(n / 4, 7, 17) + (n % 4) * interval '3 months', make_date(n / 4, 8, 30) + (n % 4) * interval '3 months'
     FROM generate_series((SELECT min(quarter_index) FROM measurement) - $1::int, (SELECT min(index) FROM quarter) - 1) n
     ON CONFLICT DO NOTHING`,
    [quarters],
  )
  await database.pool.query(
    `INSERT INTO measurement (id, indicator_id, quarter_index, value, state, reported_at)
     SELECT gen_random_uuid(), i.id, past.first - n, 37 + n % 2, 'final', now()
     FROM indicator i CROSS JOIN LATERAL (SELECT min(quarter_index) AS first FROM measurement m
       WHERE m.indicator_id = i.id AND m.organisation_id IS NULL) past CROSS JOIN generate_series(1, $2::int) n
     WHERE i.slug = $1`,
    [indicator, quarters],
  )
}
