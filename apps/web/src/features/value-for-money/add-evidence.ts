import { addEvidence, type RecordAccess, storeFile, withdrawEvidence } from '@accord/api-client'
import { type DraftAtVersion, matching } from './save-part.ts'

export type EvidenceKind = 'note' | 'link' | 'file' | 'indicator'

export type TypedEvidence = {
  criterion: string
  title: string
  kind: EvidenceKind
  note: string
  url: string
  indicator: string
  file: File | null
  access: RecordAccess
  paragraph: number | null
}

async function upload(council: string, file: File, { access, paragraph }: TypedEvidence): Promise<string> {
  const query = { name: file.name, access, ...(paragraph === null ? {} : { paragraph }) }
  // Read now: a browser sends no file that was saved again after it was chosen, and says only that it failed.
  const body = new Blob([await file.arrayBuffer()])
  const headers = { 'Content-Type': 'application/octet-stream' }
  return (await storeFile({ path: { council }, query, body, headers, throwOnError: true })).data.id
}

async function thingOf(council: string, typed: TypedEvidence) {
  if (typed.kind === 'note') return { note: typed.note }
  if (typed.kind === 'link') return { url: typed.url }
  if (typed.kind === 'indicator') return { indicator: typed.indicator }
  return { file: typed.file === null ? '' : await upload(council, typed.file, typed) }
}

/** Adds a note, a link or a file; the file is kept first, with the same marking. */
export async function sendEvidence(council: string, draft: DraftAtVersion, typed: TypedEvidence) {
  const { criterion, title, access, paragraph } = typed
  const body = { criterion, title, access, paragraph, ...(await thingOf(council, typed)) }
  return (await addEvidence({ path: { id: draft.id }, body, headers: matching(draft), throwOnError: true }))
    .data
}

export async function takeBackEvidence(draft: DraftAtVersion, evidence: string) {
  const asked = { path: { id: draft.id, evidence }, headers: matching(draft), throwOnError: true } as const
  return (await withdrawEvidence(asked)).data
}
