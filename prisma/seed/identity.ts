import { createHash } from 'node:crypto'

function digestOf(names: string[]): Buffer {
  return createHash('sha256').update(names.join('\u0000')).digest()
}

/** The same names give the same id on every machine, so that loading twice gives the same content. */
export function idFor(...names: string[]): string {
  const bytes = digestOf(names).subarray(0, 16)
  // Version 8 of the UUID format: bits of one's own making.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = bytes.toString('hex')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}

/** A whole number from 0 to below `limit`, fixed by the names: the demonstration's substitute for chance. */
export function pickFor(limit: number, ...names: string[]): number {
  return digestOf(names).readUInt32BE(0) % limit
}

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The thing at a place, beginning again after the last. */
export function nth<Thing>(things: readonly Thing[], place: number): Thing {
  const thing = things[place % things.length]
  if (thing === undefined) throw new Error('An empty list has no places')
  return thing
}
