import { hash } from 'node:crypto'
import type { AssessmentState, RecordAccess } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { many } from '#api/sql.ts'

export type FileCite = {
  access: RecordAccess
  paragraph: number | null
  state: AssessmentState
  isInLastAgreed: boolean
}

export type FileMarking = {
  id: string
  councilId: string
  uploadedById: string
  name: string
  mediaType: string
  access: RecordAccess
  /** Evidence that relies on it and has not been withdrawn. */
  cites: FileCite[]
}

const CITES = `SELECT e.access, e.exempt_paragraph AS paragraph, a.state,
    coalesce(a.last_agreed -> 'evidence' @> jsonb_build_array(jsonb_build_object('id', e.id)), false) AS "isInLastAgreed"
  FROM vfm_evidence e JOIN vfm_assessment a ON a.id = e.assessment_id
  WHERE e.file_id = f.id AND e.withdrawn_on IS NULL`

/** All but what is in it: that is read only for those who may. */
export async function readFileMarking(
  { database }: Pick<Context, 'database'>,
  id: string,
): Promise<FileMarking | undefined> {
  const { rows } = await database.pool.query<FileMarking>(
    `SELECT f.id, f.council_id AS "councilId", f.uploaded_by_id AS "uploadedById", f.name, f.media_type AS "mediaType",
       f.access, ${many(CITES)} AS cites
     FROM stored_file f WHERE f.id = $1`,
    [id],
  )
  return rows[0]
}

export async function readFileContent({ database }: Pick<Context, 'database'>, id: string): Promise<Buffer> {
  const { rows } = await database.pool.query<{ content: Buffer }>(
    'SELECT content FROM stored_file WHERE id = $1',
    [id],
  )
  return rows[0]?.content ?? Buffer.alloc(0)
}

export type NewFile = {
  councilId: string
  name: string
  mediaType: string
  content: Buffer
  access: RecordAccess
  paragraph: number | null
}

export async function insertFile(
  client: PoolClient,
  { actor, now }: Context,
  file: NewFile,
): Promise<string> {
  const { councilId, name, mediaType, content, access, paragraph } = file
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO stored_file (id, council_id, name, media_type, size, sha256, content, access, exempt_paragraph,
       uploaded_by_id, uploaded_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      ...[councilId, name, mediaType, content.length, hash('sha256', content, 'buffer'), content],
      ...[access, paragraph, actor.personId, now],
    ],
  )
  return rows[0]?.id ?? ''
}
