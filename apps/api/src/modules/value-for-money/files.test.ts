import { describe, expect, test } from 'vitest'
import { detailFor, matching, move, peopleOf, start, wholeDraft } from '#api/testing/assessment-steps.ts'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { ChangedAssessment, StoredFile } from './drafts.schemas.ts'
import { LARGEST_FILE } from './files.service.ts'

const stage = demonstrationStage({ forEach: 'test' })
const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj')

async function upload(
  as: Cookie,
  content: Buffer,
  search = 'name=note.pdf',
  headers: Record<string, string> = {},
) {
  const response = await stage.api.app.inject({
    method: 'POST',
    url: `/api/v1/councils/cherwell/files?${search}`,
    headers: { ...as, 'content-type': 'application/octet-stream', ...headers },
    payload: content,
  })
  return { status: response.statusCode, body: response.json() as StoredFile & { detail: string } }
}

const download = (as: Cookie, id: string) => stage.api.app.inject({ url: `/api/v1/files/${id}`, headers: as })

async function cite(
  as: Cookie,
  draft: ChangedAssessment,
  file: string,
  access = 'internal',
  paragraph: number | null = null,
) {
  const body = { criterion: 'economy', title: 'Finance note', file, access, paragraph }
  const headers = matching(draft.version)
  return call<ChangedAssessment>(stage.api.app, 'POST', `/assessments/${draft.id}/evidence`, {
    as,
    body,
    headers,
  })
}

describe('POST /councils/:council/files', () => {
  test('keeps a file under what it is, whatever it is called', async () => {
    const { dane } = await peopleOf(stage.api)
    const { status, body } = await upload(dane, PDF, 'name=..%2F..%2Fshell.html')
    expect({ status, ...body }).toMatchObject({
      status: 200,
      name: 'shell.html.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
    })
  })

  test('keeps it once for one Idempotency-Key', async () => {
    const { dane } = await peopleOf(stage.api)
    const key = { 'idempotency-key': 'file' }
    const [first, again] = [await upload(dane, PDF, 'name=a', key), await upload(dane, PDF, 'name=a', key)]
    expect(again.body.id).toBe(first.body.id)
    expect((await upload(dane, Buffer.from('Other'), 'name=a', key)).status).toBe(422)
  })

  test.each([
    ['an empty file', Buffer.alloc(0), 422, 'empty'],
    ['a program', Buffer.from('MZ\u0000\u0001'), 422, 'not taken'],
    ['a zip of anything', Buffer.from('504b0304000000', 'hex'), 422, 'not taken'],
    ['more than 10 MB', Buffer.alloc(LARGEST_FILE + 1, 'a'), 413, 'larger than 10 MB'],
    ['far more than 10 MB', Buffer.alloc(LARGEST_FILE + 2_000_000, 'a'), 413, 'larger'],
  ])('refuses %s', async (_what, content, status, words) => {
    const { dane } = await peopleOf(stage.api)
    const answer = await upload(dane, content)
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toContain(words)
  })

  test('is for the council’s own officers, and exempt names its paragraph', async () => {
    const { dane, bright } = await peopleOf(stage.api)
    expect((await upload(bright, PDF)).status).toBe(403)
    expect((await upload(dane, PDF, 'name=a&access=exempt')).status).toBe(422)
    expect((await upload(dane, PDF, 'name=a&access=exempt&paragraph=3')).status).toBe(200)
  })
})

describe('GET /files/:id', () => {
  test('is a download that nothing opens, runs or keeps', async () => {
    const { dane } = await peopleOf(stage.api)
    const { body } = await upload(
      dane,
      Buffer.from('<script>alert(1)</script>'),
      `name=${encodeURIComponent('Bericht „ü“.html')}`,
    )
    const { headers, rawPayload, statusCode } = await download(dane, body.id)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    })
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Bericht ___.html.txt"; filename*=UTF-8''Bericht%20%E2%80%9E%C3%BC%E2%80%9C.html.txt`,
    )
    expect(rawPayload.toString()).toBe('<script>alert(1)</script>')
  })

  test('of a file that nothing relies on is for its officers alone, and to others it is not there', async () => {
    const { dane, ashdown, pemberton, bright } = await peopleOf(stage.api)
    const { body } = await upload(dane, PDF)
    expect((await download(ashdown, body.id)).statusCode).toBe(200)
    const missing = await download(pemberton, '00000000-0000-4000-8000-000000000000')
    for (const reader of [pemberton, bright]) {
      const answer = await download(reader, body.id)
      expect(answer.statusCode).toBe(404)
      expect(answer.json()).toEqual(missing.json())
    }
  })

  test('opens with the assessment that relies on it, and closes when the evidence is withdrawn', async () => {
    const { dane, ashdown, marsden, pemberton } = await peopleOf(stage.api)
    const { body: file } = await upload(dane, PDF)
    const cited = (await cite(dane, await wholeDraft(stage.api, dane), file.id)).body
    expect((await download(pemberton, file.id)).statusCode).toBe(404)
    const moderated = (await move(stage.api, ashdown, cited, 'moderate')).body
    const agreed = (await move(stage.api, marsden, moderated, 'agree')).body
    expect((await download(pemberton, file.id)).statusCode).toBe(200)
    const draft = (await move(stage.api, dane, agreed, 'back-to-draft', { reason: 'Wrong note.' })).body
    expect((await download(pemberton, file.id)).statusCode).toBe(200)
    const { criteria } = await detailFor(stage.api, dane)
    const evidence = criteria[1]?.evidence.find((one) => one.file?.id === file.id)
    const url = `/assessments/${draft.id}/evidence/${evidence?.id}`
    await call(stage.api.app, 'DELETE', url, { as: dane, headers: matching(draft.version) })
    expect((await download(pemberton, file.id)).statusCode).toBe(404)
    expect(JSON.stringify((await detailFor(stage.api, pemberton)).criteria)).not.toContain('Finance note')
  })

  test('is open only where both the file and its evidence are, and says nothing of a confidential one', async () => {
    const { dane, ashdown, marsden, pemberton } = await peopleOf(stage.api)
    const confidential = (await upload(dane, PDF, 'name=secret.pdf&access=confidential')).body
    const draft = await wholeDraft(stage.api, dane)
    const cited = (await cite(dane, draft, confidential.id)).body
    const moderated = (await move(stage.api, ashdown, cited, 'moderate')).body
    await move(stage.api, marsden, moderated, 'agree')
    expect((await download(pemberton, confidential.id)).statusCode).toBe(404)
    const economy = (await detailFor(stage.api, pemberton)).criteria[1]
    expect(economy).toMatchObject({ withheld: null })
    expect(economy?.evidence).toHaveLength(1)
    expect((await download(marsden, confidential.id)).statusCode).toBe(200)
    const { rows } = await stage.database.pool.query(
      `SELECT subject_type AS type, count(*)::int FROM audit_event WHERE action = 'read confidential' GROUP BY 1`,
    )
    expect(rows).toContainEqual({ type: 'file', count: 1 })
  })

  test('exempt evidence withholds its file, and says how many', async () => {
    const { dane, ashdown, marsden } = await peopleOf(stage.api)
    const lead = await stage.api.signedInAs('lead@waste.example')
    const { body: file } = await upload(dane, PDF)
    const cited = (await cite(dane, await wholeDraft(stage.api, dane), file.id, 'exempt', 3)).body
    const moderated = (await move(stage.api, ashdown, cited, 'moderate')).body
    await move(stage.api, marsden, moderated, 'agree')
    expect((await download(lead, file.id)).statusCode).toBe(404)
    expect((await detailFor(stage.api, lead)).criteria[1]).toMatchObject({
      withheld: '1 item of evidence withheld: exempt, paragraph 3.',
    })
  })
})

describe('POST /assessments/:id/evidence', () => {
  test.each([
    [{ note: 'A', url: 'https://cherwell.example/a' }, 422],
    [{}, 422],
    [{ url: 'javascript:alert(1)' }, 422],
    [{ note: 'A', access: 'exempt' }, 422],
    [{ note: 'A', criterion: 'nothing' }, 404],
    [{ indicator: 'ni-9999' }, 404],
    [{ file: '00000000-0000-4000-8000-000000000000' }, 404],
    [{ indicator: 'ni-151' }, 200],
  ])('%j is answered %i', async (more, status) => {
    const { dane } = await peopleOf(stage.api)
    const draft = await start(stage.api, dane)
    const body = { criterion: 'economy', title: 'A', access: 'internal', paragraph: null, ...more }
    const answer = await call(stage.api.app, 'POST', `/assessments/${draft.id}/evidence`, {
      ...{ as: dane, body },
      headers: matching(draft.version),
    })
    expect(answer.status).toBe(status)
  })
})
