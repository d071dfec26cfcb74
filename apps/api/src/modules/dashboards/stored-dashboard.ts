import { hash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip, zstdCompressSync, zstdDecompress } from 'node:zlib'
import type { Dashboard } from './dashboards.schemas.ts'

/** The forms a dashboard is sent in, the best first. */
const FORMS = ['zstd', 'gzip', 'identity'] as const

export type Form = (typeof FORMS)[number]

/** One sequence of bytes for each form. Only zstd is made at once; the others when someone asks. */
export type StoredDashboard = {
  etag: string
  forms: Map<Form, Buffer | Promise<Buffer>>
  heads: Map<Form, Head>
}

/** What is said of a form before its bytes, or instead of them. A strong tag is of one sequence of bytes. */
export type Head = { tag: string; unchanged: OutgoingHttpHeaders; whole: OutgoingHttpHeaders }

const decompress = promisify(zstdDecompress)
const zip = promisify(gzip)

const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

// Dashboards are written here one after another: memory for each anew costs as much as the writing.
let page = Buffer.allocUnsafe(1 << 20)

const BYTES_OF_ONE_UNIT = 3

function write(text: string, at: number): number {
  const room = at + text.length * BYTES_OF_ONE_UNIT
  if (page.length < room) {
    const larger = Buffer.allocUnsafe(room * 2)
    page.copy(larger, 0, 0, at)
    page = larger
  }
  return at + page.write(text, at, 'utf8')
}

const inside = (json: string) => json.slice(0, -1)

/**
 * JSON in pieces, an indicator each: one character beyond Latin letters makes all of a text twice as wide in
 * memory, and a dashboard in one piece has always one.
 */
function toBytes({ outcomes, ...above }: Dashboard): Buffer {
  let end = write(`${inside(JSON.stringify(above))},"outcomes":[`, 0)
  outcomes.forEach(({ indicators, ...outcome }, place) => {
    end = write(`${place === 0 ? '' : ','}${inside(JSON.stringify(outcome))},"indicators":[`, end)
    indicators.forEach((indicator, number) => {
      if (number > 0) end = write(',', end)
      end = write(JSON.stringify(indicator), end)
    })
    end = write(']}', end)
  })
  return page.subarray(0, write(']}', end))
}

/**
 * zstd makes a fifth less of a dashboard than gzip, in a fifth of the time, and every current browser takes
 * it. At once rather than on another thread: it takes less than a tenth of what making the dashboard took.
 */
export function storeDashboard(dashboard: Dashboard): StoredDashboard {
  const bytes = toBytes(dashboard)
  const compressed = zstdCompressSync(bytes, FASTEST)
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
 * Written once for each form of a dashboard that someone asks for. `always`: what every answer carries, the same
 * for all of them.
 */
export function headOf(
  { etag, heads }: StoredDashboard,
  form: Form,
  always: () => OutgoingHttpHeaders,
): Head {
  const known = heads.get(form)
  if (known !== undefined) return known
  const head = makeHead(etag, form, always())
  heads.set(form, head)
  return head
}

async function remade({ forms }: StoredDashboard, form: Form): Promise<Buffer> {
  const plain = await decompress((await forms.get('zstd')) ?? Buffer.alloc(0))
  return form === 'gzip' ? zip(plain, { level: 5 }) : plain
}

export function bytesIn(stored: StoredDashboard, form: Form): Buffer | Promise<Buffer> {
  const known = stored.forms.get(form)
  if (known !== undefined) return known
  const made = remade(stored, form)
  // Plain bytes are ten times as many, and few ask for them: they are not kept.
  if (form === 'gzip') stored.forms.set(form, made)
  return made
}
