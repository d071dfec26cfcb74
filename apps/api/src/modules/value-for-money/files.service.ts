import type { RecordAccess } from '@accord/domain'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import { recordClosedReadings } from '#api/closed-readings.ts'
import type { Context } from '#api/context.ts'
import { mayIn, mayReadOf } from '#api/council-roles.ts'
import { notFound, Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { seesState, unknownCouncil } from './comparison.service.ts'
import { councilIdOf } from './council.queries.ts'
import type { StoredFile } from './drafts.schemas.ts'
import { fileKindOf, fileNameOf } from './file-kind.ts'
import { type FileMarking, insertFile, readFileContent, readFileMarking } from './files.queries.ts'
import { fileHref } from './readable-evidence.ts'

export const LARGEST_FILE = 10 * 1024 * 1024

const TOO_LARGE = 'This file is larger than 10 MB. Make it smaller, or add the part that matters.'
const NOT_TAKEN =
  'This kind of file is not taken. Add a PDF, a PNG or JPEG picture, a Word, Excel or OpenDocument file without macros, or plain text.'
const EMPTY = 'This file is empty. Choose another.'

const invalidFile = (detail: string) =>
  new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/file', detail }] })

type Upload = {
  council: string
  name: string
  access: RecordAccess
  paragraph: number | null
  file: unknown
  asked: Idempotency | null
}

/** Keeps a file as it came, under the type that its content shows. */
export async function storeFile(context: Context, upload: Upload): Promise<StoredFile> {
  const { council, file, access, paragraph, asked } = upload
  const councilId = await councilIdOf(context, council)
  if (councilId === null) throw unknownCouncil(council)
  if (!mayIn(context.actor, 'assessments:edit', councilId)) {
    throw new Problem('not-allowed', 'Its own performance officers add files for a council.')
  }
  if (!Buffer.isBuffer(file) || file.length === 0) throw invalidFile(EMPTY)
  if (file.length > LARGEST_FILE) throw new Problem('too-large', TOO_LARGE)
  const kind = fileKindOf(file)
  if (kind === null) throw invalidFile(NOT_TAKEN)
  const name = fileNameOf(upload.name, kind)
  const { mediaType } = kind
  return answeredOnce(context, asked, async (client) => {
    const id = await insertFile(client, context, {
      councilId,
      name,
      mediaType,
      content: file,
      access,
      paragraph,
    })
    const isOpen = access === 'public' || access === 'internal'
    await writeAudit(client, context, {
      ...{ action: 'add file', subjectType: 'file', subjectId: id, oldValue: null, reason: null },
      newValue: { access, paragraph, mediaType, size: file.length, ...(isOpen ? { name } : {}) },
    })
    return { id, name, mediaType, size: file.length, href: fileHref(id) }
  })
}

const noSuchFile = () => notFound('#/path/id', 'There is no such file here.')

const openness: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']
const closer = (a: RecordAccess, b: RecordAccess) => (openness.indexOf(a) > openness.indexOf(b) ? a : b)

/** How closed what a reader is given is: as the file, or as the most open evidence by which they come to it. */
function levelFor({ actor }: Context, file: FileMarking): RecordAccess | null {
  const { councilId, access, cites, uploadedById } = file
  if (!mayReadOf(actor, access, councilId)) return null
  const sees = seesState({ actor }, councilId)
  const ways = cites
    .filter(({ state, isInLastAgreed }) => sees(state) || isInLastAgreed)
    .filter((cite) => mayReadOf(actor, cite.access, councilId))
    .map((cite) => closer(access, cite.access))
    .toSorted((a, b) => openness.indexOf(a) - openness.indexOf(b))
  const [most] = ways
  if (most !== undefined) return most
  const isOwn = uploadedById === actor.personId || mayIn(actor, 'assessments:edit', councilId)
  return cites.length === 0 && isOwn ? access : null
}

/** The same answer for a file that is not there and for one that the reader may not know of. */
export async function openFile(
  context: Context,
  id: string,
): Promise<{ name: string; mediaType: string; content: Buffer }> {
  const file = await readFileMarking(context, id)
  const level = file === undefined ? null : levelFor(context, file)
  if (file === undefined || level === null) throw noSuchFile()
  await recordClosedReadings(context, [{ id, access: level }], { type: 'file', id })
  return { name: file.name, mediaType: file.mediaType, content: await readFileContent(context, id) }
}
