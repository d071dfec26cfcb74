import { type SaveAssessmentData, saveAssessment } from '@accord/api-client'

export type DraftAtVersion = { id: string; version: number }

export const matching = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` })

/** Saves what is sent and leaves the rest of the draft. */
export async function savePart(draft: DraftAtVersion, body: SaveAssessmentData['body']) {
  const asked = { path: { id: draft.id }, body, headers: matching(draft), throwOnError: true } as const
  return (await saveAssessment(asked)).data
}
