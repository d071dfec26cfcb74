import type { QuarterlyReturn } from '@accord/api-client'
import type { ReactNode } from 'react'
import { DraftRoom } from './draft-context.tsx'
import { useDraft } from './use-draft.ts'

type ReturnRoomProps = { quarterlyReturn: QuarterlyReturn; personId: string; children: ReactNode }

/** Round every page of one return: its draft outlives the going from section to section. Keyed by return and person. */
export function ReturnRoom({ quarterlyReturn, personId, children }: ReturnRoomProps) {
  const { store, model } = useDraft(quarterlyReturn, personId)
  return (
    <DraftRoom store={store} model={model}>
      {children}
    </DraftRoom>
  )
}
