import { exemptWithheld, markingOf, type RecordAccess } from '@accord/domain'
import type { Actor } from '#api/context.ts'
import { mayReadOf } from '#api/council-roles.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { EvidenceRow } from './assessment-content.ts'

type Evidence = ValueForMoneyDetail['criteria'][number]['evidence'][number]

export const fileHref = (id: string) => `/api/v1/files/${id}`

const openness: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']

/** The closer of the two markings: a file is read only by those who may read what cites it as well. */
function closerOf({ access, paragraph, file }: EvidenceRow): {
  access: RecordAccess
  paragraph: number | null
} {
  if (file === null || openness.indexOf(file.access) <= openness.indexOf(access)) return { access, paragraph }
  return { access: file.access, paragraph: file.paragraph }
}

/** The evidence a reader may see, and what is said of the rest. */
export function readableEvidence(rows: readonly EvidenceRow[], actor: Actor, councilId: string) {
  const mayRead = (row: EvidenceRow) =>
    mayReadOf(actor, row.access, councilId) &&
    (row.file === null || mayReadOf(actor, row.file.access, councilId))
  const withheld = rows.filter((row) => !mayRead(row)).map(closerOf)
  return {
    readable: rows.filter(mayRead),
    withheld: exemptWithheld(withheld, { noun: 'item of evidence', nouns: 'items of evidence' }),
  }
}

export function toEvidence(row: EvidenceRow): Evidence {
  const { criterion: _, file, ...evidence } = row
  const marked = closerOf(row)
  return {
    ...evidence,
    ...marked,
    marking: markingOf(marked),
    file:
      file === null
        ? null
        : {
            id: file.id,
            name: file.name,
            mediaType: file.mediaType,
            size: file.size,
            href: fileHref(file.id),
          },
  }
}

/** How closed each of these is, for the trace that reading it leaves. */
export function readingsOf(rows: readonly EvidenceRow[]): { id: string; access: RecordAccess }[] {
  return rows.map((row) => ({ id: row.id, access: closerOf(row).access }))
}
