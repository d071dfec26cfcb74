import type pg from 'pg'
import { expect } from 'vitest'

/** A rule, named by the database, and the statements that break it on the demonstration data. */
export type Refusal = { guarantee: string; rule: string; statement: string }

type ViolatedRule = { constraint: string | null }

async function violatedRule(pool: pg.Pool, statement: string): Promise<ViolatedRule> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(statement)
    // Rules that are checked at commit are checked now.
    await client.query('set constraints all immediate')
    return { constraint: null }
  } catch (error) {
    const named = error instanceof Error && 'constraint' in error ? error.constraint : undefined
    return { constraint: typeof named === 'string' ? named : String(error) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export async function expectRefused(
  pool: pg.Pool,
  { rule, statement }: Omit<Refusal, 'guarantee'>,
): Promise<void> {
  expect(await violatedRule(pool, statement)).toEqual({ constraint: rule })
}

export async function expectAccepted(pool: pg.Pool, statement: string): Promise<void> {
  expect(await violatedRule(pool, statement)).toEqual({ constraint: null })
}
