import { type EnteredFigures, type FigureField, figureFrom, validateCell, whyCannot } from '@accord/domain'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem, type ProblemPart } from '#api/problem.ts'
import { loadReturn } from '#modules/returns/returns.service.ts'
import { firstAnswer, type Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { changedReturn } from './changed-return.ts'
import type { ChangedReturn } from './cycle.schemas.ts'
import { markRestated, type RestatedFigure, restateFigure } from './restatements.queries.ts'
import type { restateBody } from './restatements.schemas.ts'

type Body = z.output<typeof restateBody>
type Typed = Body['figures'][number]
type Loaded = Awaited<ReturnType<typeof loadReturn>>
type Owed = Loaded['owed'][number]
type Judged = { figure: RestatedFigure & { code: string } } | { fault: ProblemPart }

function refuse({ standing, row }: Loaded, { reason, version }: { reason: string; version: number }): void {
  const [first] = whyCannot({ ...standing, action: 'restate', reason })
  if (first !== undefined) {
    throw new Problem(first.code === 'not_your_part' ? 'not-allowed' : 'not-possible', first.sentence)
  }
  if (row.version !== version) throw stale()
}

/** The texts as the draft would keep them, or the first that is no figure. */
function validated({ row, checked }: Owed, typed: Typed): EnteredFigures | ProblemPart {
  const given: EnteredFigures =
    'value' in typed
      ? { value: typed.value, numerator: null, denominator: null }
      : { value: null, numerator: typed.numerator, denominator: typed.denominator }
  const kept: Record<FigureField, string | null> = { value: null, numerator: null, denominator: null }
  for (const field of ['value', 'denominator', 'numerator'] as const) {
    const valid = validateCell({
      cell: { section: 'indicators', slug: row.id, field },
      typed: given[field],
      indicator: checked,
      otherHalf: field === 'numerator' ? kept.denominator : null,
      today: null,
    })
    if (!valid.ok) return { pointer: `#/body/figures/${row.id}/${field}`, detail: valid.sentence }
    kept[field] = valid.value
  }
  return kept
}

function judge(owed: readonly Owed[], typed: Typed): Judged {
  const found = owed.find(({ row }) => row.id === typed.indicator)
  const pointer = `#/body/figures/${typed.indicator}`
  if (found === undefined) return { fault: { pointer, detail: 'This return has no such indicator.' } }
  const kept = validated(found, typed)
  if ('detail' in kept) return { fault: kept }
  const value = figureFrom(found.checked, kept)
  if (value === null) return { fault: { pointer, detail: `${found.row.code} needs a whole figure.` } }
  const { numerator, denominator } = kept
  return {
    figure: { indicatorId: found.row.indicatorId, code: found.row.code, value, numerator, denominator },
  }
}

function figuresIn(owed: readonly Owed[], body: Body): (RestatedFigure & { code: string })[] {
  const judged = body.figures.map((typed) => judge(owed, typed))
  const parts = judged.flatMap((one) => ('fault' in one ? [one.fault] : []))
  if (parts.length > 0) {
    throw new Problem('invalid-request', parts.map(({ detail }) => detail).join(' '), { parts })
  }
  return judged.flatMap((one) => ('figure' in one ? [one.figure] : []))
}

/** A correction after publication: the figures are revised, with the reason; what was published stays as it was. */
export async function restateReturn(
  context: Context,
  { id, version, body, asked }: { id: string; version: number; body: Body; asked: Idempotency | null },
): Promise<ChangedReturn> {
  const { reason } = body
  // Before the version is looked at: the first time moved it.
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedReturn
  const read = await loadReturn(context, id)
  refuse(read, { reason, version })
  const figures = figuresIn(read.owed, body)
  const { personId } = context.actor
  const last = Date.parse(read.row.events.at(-1)?.at ?? '') || 0
  const at = new Date(Math.max(context.now.getTime(), last + 1))
  return answeredOnce(context, asked, async (client, inside) => {
    if (!(await markRestated(client, { returnId: id, version, personId, at, reason }))) throw stale()
    for (const { code, ...figure } of figures) {
      const moment = { quarterIndex: read.row.quarter.index, personId, at, reason }
      if (await restateFigure(client, figure, moment)) continue
      throw new Problem('not-possible', `${code} has no figure of this quarter that this would change.`)
    }
    await writeAudit(
      client,
      { actor: context.actor, now: at },
      {
        ...{ action: 'return restate', subjectType: 'return', subjectId: id },
        oldValue: { state: read.row.state },
        newValue: { state: 'restated', figures: figures.map(({ code, value }) => ({ code, value })) },
        reason,
      },
    )
    return changedReturn(inside, id)
  })
}
