import { returnStateWord } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { loadReturn } from '#modules/returns/returns.service.ts'
import type { ChangedReturn } from './cycle.schemas.ts'

export async function changedReturn(context: Context, id: string): Promise<ChangedReturn> {
  const { row } = await loadReturn(context, id)
  const { state, version, extendedTo } = row
  return { id, state, stateWord: returnStateWord(state), version, extendedTo }
}
