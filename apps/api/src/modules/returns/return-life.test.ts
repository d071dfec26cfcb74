import { randomUUID } from 'node:crypto'
import { actionBetween, type ReturnAction, type ReturnState, replayReturn, stateAfter } from '@accord/domain'
import { expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { answersFor } from '#api/testing/return-answers.ts'
import type { QuarterlyReturn } from './returns.schemas.ts'

const stage = demonstrationStage()

const PEOPLE = [
  'lead@waste.example',
  'colleague@waste.example',
  'elaine.marlow@oxfordshire.example',
  'performance@cherwell.example',
  'executive@cherwell.example',
  'lead@homelessness.example',
]
const ACTIONS = [
  'start',
  'send-for-sign-off',
  'sign-off',
  'decline',
  'send-back',
  'accept',
  'reopen',
] as const
const WHOSE: Readonly<Record<string, string>> = {
  start: 'lead@waste.example',
  'send-for-sign-off': 'lead@waste.example',
  'sign-off': 'elaine.marlow@oxfordshire.example',
  decline: 'elaine.marlow@oxfordshire.example',
}
const STEPS = 120

const asAction = (action: (typeof ACTIONS)[number]) => action.replaceAll('-', '_') as ReturnAction

/** Repeatable: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test.each([1, 2, 3])(
  'random moves by random people never reach a state the table does not allow, and log and audit replay to it (seed %i)',
  async (seed) => {
    const { api, database } = stage
    const random = randomFrom(seed)
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
    const cookies = new Map(
      await Promise.all(PEOPLE.map(async (email) => [email, await api.signedInAs(email)] as const)),
    )
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT r.id FROM quarterly_return r JOIN partnership p ON p.id = r.partnership_id
       WHERE p.slug = 'waste-partnership' AND r.quarter_index = 2009 * 4 + 1`,
    )
    const id = rows[0]?.id ?? ''
    const lead = cookies.get('lead@waste.example')
    const read = async () => (await api.get(`/returns/${id}`, lead)).body as QuarterlyReturn
    let accepted = 0
    for (let step = 0; step < STEPS; step++) {
      const before = await read()
      // Half of the time somebody does what is theirs to do: chance alone would never get far.
      const isLikely = random() < 0.5
      if (random() < 0.35) {
        const as = cookies.get(isLikely ? 'lead@waste.example' : pick(PEOPLE)) ?? { cookie: '' }
        await saveSomething(before, as)
      } else {
        const possible = ACTIONS.filter((action) => stateAfter(before.state, asAction(action)) !== null)
        const action = isLikely && possible.length > 0 ? pick(possible) : pick(ACTIONS)
        const who = isLikely ? (WHOSE[action] ?? 'performance@cherwell.example') : pick(PEOPLE)
        const as = cookies.get(who) ?? { cookie: '' }
        const response = await api.app.inject({
          method: 'POST',
          url: `/api/v1/returns/${id}/${action}`,
          headers: { ...as, 'if-match': `"${before.version - (random() < 0.1 ? 1 : 0)}"` },
          payload: { reason: random() < 0.7 ? 'A reason.' : null },
        })
        expect([200, 403, 409, 412, 422]).toContain(response.statusCode)
        if (response.statusCode === 200) {
          accepted += 1
          const state = stateAfter(before.state, asAction(action))
          expect(state).not.toBeNull()
          expect(response.json()).toMatchObject({ state, version: before.version + 1 })
        }
      }
    }
    const after = await read()
    expect(accepted).toBeGreaterThan(4)
    expect(await stateByLog(id)).toBe(after.state)
    expect(await lastAuditedState(id)).toBe(movedOrStarted(after))

    async function saveSomething(seen: QuarterlyReturn, as: { cookie: string }) {
      const answers = random() < 0.8 ? answersFor(seen) : []
      const given = answers.length === 0 ? [{ cell: 'narrative/why', value: `Said ${random()}.` }] : answers
      const changes = given.map(({ cell, value }) => ({
        changeId: randomUUID(),
        cell,
        value,
        version: seen.cells.find((held) => held.cell === cell)?.version ?? 0,
      }))
      const response = await api.app.inject({
        method: 'PUT',
        url: `/api/v1/returns/${id}/cells`,
        headers: as,
        payload: { changes },
      })
      expect([200, 403]).toContain(response.statusCode)
    }
  },
)

/** The state that the event log leads to by the domain’s own table. */
async function stateByLog(id: string): Promise<ReturnState> {
  const { rows } = await stage.database.pool.query<{
    from_state: ReturnState
    to_state: ReturnState
    reason: string | null
  }>('SELECT from_state, to_state, reason FROM return_event WHERE return_id = $1 ORDER BY happened_at, id', [
    id,
  ])
  return replayReturn(
    rows.map(({ from_state, to_state, reason }) => {
      const action = actionBetween(from_state, to_state)
      if (action === null) throw new Error(`No action leads from ${from_state} to ${to_state}.`)
      return { action, reason }
    }),
  )
}

async function lastAuditedState(id: string): Promise<string | undefined> {
  const { rows } = await stage.database.pool.query<{ state: string }>(
    `SELECT new_value ->> 'state' AS state FROM audit_event WHERE subject_type = 'return' AND subject_id = $1
     ORDER BY sequence DESC LIMIT 1`,
    [id],
  )
  return rows[0]?.state
}

/** A return that was only started since is audited by its event; every other move by the chain too. */
function movedOrStarted({ events, state }: QuarterlyReturn): string {
  const moved = events.findLast(({ label }) => label !== 'Start')
  return state === 'in_progress' && moved !== undefined ? moved.to : state
}
