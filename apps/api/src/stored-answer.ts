import { hash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip, zstdCompressSync, zstdDecompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The forms a stored answer is sent in, the best first. */
const FORMS = ['zstd', 'gzip', 'identity'] as const

export type Form = (typeof FORMS)[number]

/** One sequence of bytes for each form. Only zstd is made at once; the others when someone asks. */
export type StoredAnswer = {
  etag: string
  forms: Map<Form, Buffer | Promise<Buffer>>
  heads: Map<Form, Head>
}

/** What is said of a form before its bytes, or instead of them. A strong tag is of one sequence of bytes. */
export type Head = { tag: string; unchanged: OutgoingHttpHeaders; whole: OutgoingHttpHeaders }

const decompress = promisify(zstdDecompress)
const zip = promisify(gzip)

const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/**
 * zstd makes a fifth less of JSON than gzip, in a fifth of the time, and every current browser takes it. At once rather
 * than on another thread: it takes less than a tenth of what making the answer took.
 */
export function storeAnswer(json: Buffer | string): StoredAnswer {
  const compressed = zstdCompressSync(json, FASTEST)
  return {
    // Of the compressed bytes: they follow from the plain ones and nothing else, and are a tenth as many.
    etag: hash('sha256', compressed, 'base64url').slice(0, 27),
    forms: new Map([['zstd', compressed]]),
    heads: new Map(),
  }
}

/** The best form that the reader takes. */
export function formFor(acceptEncoding: string | undefined): Form {
  return FORMS.find((form) => acceptEncoding?.includes(form) === true) ?? 'identity'
}

function makeHead(etag: string, form: Form, always: OutgoingHttpHeaders): Head {
  const tag = form === 'identity' ? `"${etag}"` : `"${etag}-${form}"`
  const unchanged = {
    ...always,
    etag: tag,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding, Cookie',
  }
  const encoding = form === 'identity' ? {} : { 'content-encoding': form }
  return {
    tag,
    unchanged,
    whole: { ...unchanged, 'content-type': 'application/json; charset=utf-8', ...encoding },
  }
}

/**
 * Written once for each form of an answer that someone asks for. `always`: what every answer carries, the same
 * for all of them.
 */
export function headOf({ etag, heads }: StoredAnswer, form: Form, always: () => OutgoingHttpHeaders): Head {
  const known = heads.get(form)
  if (known !== undefined) return known
  const head = makeHead(etag, form, always())
  heads.set(form, head)
  return head
}

async function remade({ forms }: StoredAnswer, form: Form): Promise<Buffer> {
  const plain = await decompress((await forms.get('zstd')) ?? Buffer.alloc(0))
  return form === 'gzip' ? zip(plain, { level: 5 }) : plain
}

export function bytesIn(stored: StoredAnswer, form: Form): Buffer | Promise<Buffer> {
  const known = stored.forms.get(form)
  if (known !== undefined) return known
  const made = remade(stored, form)
  // Plain bytes are ten times as many, and few ask for them: they are not kept.
  if (form === 'gzip') stored.forms.set(form, made)
  return made
}

/** Past Fastify, which would look at each header twice and offer the bytes to every hook that might change them. */
function write(reply: FastifyReply, status: number, head: OutgoingHttpHeaders, bytes: Buffer | null): void {
  reply.hijack()
  reply.raw.writeHead(status, head).end(bytes)
}

/** The bytes in the best form that the reader takes, or that they have not changed since the copy the reader holds. */
export function sendStored(
  request: FastifyRequest,
  reply: FastifyReply,
  stored: StoredAnswer,
): void | Promise<void> {
  const form = formFor(request.headers['accept-encoding'])
  const { tag, unchanged, whole } = headOf(stored, form, () => reply.getHeaders() as OutgoingHttpHeaders)
  const known = request.headers['if-none-match']
  if (known !== undefined && (known.includes(tag) || known === '*')) return write(reply, 304, unchanged, null)
  const bytes = bytesIn(stored, form)
  const writeWhole = (made: Buffer) => {
    whole['content-length'] = made.length
    write(reply, 200, whole, made)
  }
  return Buffer.isBuffer(bytes) ? writeWhole(bytes) : bytes.then(writeWhole)
}
