import { mayReadRecord, permissionsOf, type RecordAccess, type Role, roles } from '@accord/domain'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'

const stage = demonstrationStage({ forEach: 'test' })

const PARTNERSHIP = 'cherwell-rural-transport-partnership'
const LEVELS: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']
const KINDS = ['evidence', 'file', 'recommendation', 'work', 'interview', 'risk'] as const

/** The Rural Transport return of quarter 2 2009/10: ids of the demonstration are made from names. */
const RETURN = '004c93db-b3c6-8f42-a0dd-90fee4aaa577'

/** What stands in the contract’s addresses: the partnership whose records are looked for. */
const places: readonly (readonly [string, string])[] = [
  ['{council}', 'cherwell'],
  ['/{partnership}', `/${PARTNERSHIP}`],
  ['/{quarter}', '/2009-10-q2'],
  ['/partnerships/{id}', `/partnerships/${PARTNERSHIP}?council=cherwell`],
  ['/indicators/{id}', '/indicators/ni-175'],
  // The change of the demonstration that waits.
  ['/indicator-changes/{id}', '/indicator-changes/14017e0e-43e6-8571-a06f-41c390b6cfdd'],
  ['/frameworks/{id}', '/frameworks/oxfordshire-laa-2008'],
  ['/returns/{id}/history', `/returns/${RETURN}/history?cell=risks/${RETURN}/review`],
  ['/returns/{id}', `/returns/${RETURN}`],
  ['/imports/{id}', '/imports/00000000-0000-4000-8000-000000000000'],
  ['/cycle', '/cycle?council=cherwell'],
  ['/pack.pdf', `/pack.pdf?partnership=${PARTNERSHIP}`],
]

/** Files are read one by one, below; the others say what is told to everyone, or what the clock says. */
const APART = ['/files/{id}', '/health', '/deployment']

/** Every address of the contract that reads. A new one must be given its place, or it stops these tests. */
async function addressesOfContract(): Promise<string[]> {
  const { body } = await stage.api.get('/openapi.json')
  const { paths } = body as { paths: Record<string, { get?: object }> }
  const read = Object.entries(paths).flatMap(([path, { get }]) => (get ? [path.replace('/api/v1', '')] : []))
  const addresses = read
    .filter((path) => !APART.includes(path))
    .map((path) => places.reduce((address, [place, name]) => address.replace(place, name), path))
  expect(addresses.filter((address) => address.includes('{'))).toEqual([])
  expect(addresses.length).toBeGreaterThan(20)
  return addresses
}

/** A word that stands nowhere else: of a kind of record and a level. */
const wordOf = (kind: string, level: RecordAccess) => `zinnia${kind}${level}`

async function addRecords(level: RecordAccess): Promise<void> {
  const paragraph = level === 'exempt' ? 3 : null
  await stage.database.pool.query(
    `WITH place AS (
       SELECT p.id AS partnership, c.id AS council, who.id AS person, a.id AS assessment,
         (SELECT k.criterion_id FROM vfm_judgement k WHERE k.assessment_id = a.id LIMIT 1) AS criterion
       FROM partnership p JOIN organisation c ON c.slug = 'cherwell'
         JOIN person who ON who.email = 'performance@cherwell.example'
         JOIN vfm_assessment a ON a.partnership_id = p.id AND a.council_id = c.id AND a.start_year = 2008
       WHERE p.slug = '${PARTNERSHIP}'),
     file AS (
       INSERT INTO stored_file (id, council_id, name, media_type, size, sha256, content, access, exempt_paragraph, uploaded_by_id, uploaded_at)
       SELECT uuidv7(), council, '${wordOf('file', level)}.txt', 'text/plain', 4, sha256('text'), 'text', '${level}', $1, person, now()
       FROM place RETURNING id),
     cited AS (
       INSERT INTO vfm_evidence (id, assessment_id, criterion_id, title, file_id, access, added_by_id, added_on)
       SELECT uuidv7(), assessment, criterion, '${wordOf('file', level)}', file.id, 'internal', person, '2009-09-14' FROM place, file),
     noted AS (
       INSERT INTO vfm_evidence (id, assessment_id, criterion_id, title, note, access, exempt_paragraph, added_by_id, added_on)
       SELECT uuidv7(), assessment, criterion, '${wordOf('evidence', level)}', 'Seen', '${level}', $1, person, '2009-09-14' FROM place),
     recommended AS (
       INSERT INTO recommendation (id, council_id, partnership_id, number, text, made_by_id, made_on, access, exempt_paragraph)
       SELECT uuidv7(), council, partnership, 90 + ${LEVELS.indexOf(level)}, '${wordOf('recommendation', level)}', person, '2009-09-14', '${level}', $1 FROM place),
     planned AS (
       INSERT INTO work_item (id, council_id, kind, title, purpose, partnership_id, planned_on, access, exempt_paragraph, created_by_id)
       SELECT uuidv7(), council, 'review', '${wordOf('work', level)}', 'To look', partnership, '2009-11-24', '${level}', $1, person FROM place),
     interviewed AS (
       INSERT INTO interview_note (id, council_id, partnership_id, with_whom, held_on, text, access, exempt_paragraph, recorded_by_id, recorded_at)
       SELECT uuidv7(), council, partnership, 'The lead', '2009-09-14', '${wordOf('interview', level)}', '${level}', $1, person, now() FROM place)
     INSERT INTO risk (id, partnership_id, cause, effect, likelihood_before, impact_before, likelihood_after, impact_after, access, exempt_paragraph, opened_on, reviewed_on)
     SELECT uuidv7(), partnership, '${wordOf('risk', level)}', 'It stops', 5, 5, 5, 5, '${level}', $1, '2009-04-01', '2009-09-01' FROM place`,
    [paragraph],
  )
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, place) => {
      const { items } = await (await document.getPage(place + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  return pages.join('\n')
}

async function read(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await stage.api.app.inject({ url: `/api/v1${url}`, headers })
  if (answer.statusCode !== 200) return String(answer.statusCode)
  return answer.headers['content-type'] === 'application/pdf' ? textOfPdf(answer.rawPayload) : answer.payload
}

/** What a reader is told everywhere, by address. */
async function readAll(headers: Record<string, string>): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const url of await addressesOfContract()) told.set(url, await read(url, headers))
  return told
}

const ofCouncil = (role: Role) => !['partnership_lead', 'signatory', 'contributor'].includes(role)

/** Exempt and confidential things are a council’s: roles held in a partnership open none of them there. */
const mayRead = (role: Role, level: RecordAccess) =>
  mayReadRecord(level, ofCouncil(role) || level === 'public' || level === 'internal' ? [role] : [])

describe.each(LEVELS)('what is %s', (level) => {
  test.each(roles)('is shown to a %s, or to be found nowhere', async (role) => {
    await addRecords(level)
    const told = await readAll(await stage.api.signedInWith(role))
    const everything = [...told.values()].join('\n')
    const readsScrutiny = permissionsOf[role].includes('scrutiny:read')
    for (const kind of KINDS) {
      const isShown = mayRead(role, level) && (readsScrutiny || kind === 'risk')
      expect(everything.includes(wordOf(kind, level)), `${kind} to a ${role}`).toBe(isShown)
    }
  })
})

test.each(roles.filter((role) => !mayRead(role, 'confidential')))(
  'a %s cannot tell that anything confidential is there',
  async (role) => {
    const headers = await stage.api.signedInWith(role)
    const before = await readAll(headers)
    await addRecords('confidential')
    const after = await readAll(headers)
    expect([...before].filter(([url, text]) => after.get(url) !== text).map(([url]) => url)).toEqual([])
  },
)

test('a file that may not be read is answered as one that is not there', async () => {
  await addRecords('confidential')
  const { rows } = await stage.database.pool.query<{ id: string }>(
    "SELECT id FROM stored_file WHERE access = 'confidential'",
  )
  const as = await stage.api.signedInWith('scrutiny_member')
  const [hidden, absent] = await Promise.all(
    [rows[0]?.id, '00000000-0000-4000-8000-000000000000'].map((id) => stage.api.get(`/files/${id}`, as)),
  )
  expect(hidden?.status).toBe(404)
  expect(hidden?.text.replaceAll(rows[0]?.id ?? '', '')).toBe(
    absent?.text.replaceAll('00000000-0000-4000-8000-000000000000', ''),
  )
})

test('what is exempt or confidential and was read is in the audit trail, with who read it', async () => {
  await addRecords('exempt')
  await addRecords('confidential')
  await readAll(await stage.api.signedInAs('executive@cherwell.example'))
  const { rows } = await stage.database.pool.query(
    `SELECT DISTINCT action, subject_type AS subject FROM audit_event
     WHERE actor_name = 'Cllr Helen Marsden' AND action LIKE 'read %' ORDER BY 1, 2`,
  )
  const subjects = ['assessment', 'council scrutiny', 'partnership', 'partnership scrutiny']
  expect(rows).toEqual(
    ['read confidential', 'read exempt'].flatMap((action) =>
      subjects.map((subject) => ({ action, subject })),
    ),
  )
})
