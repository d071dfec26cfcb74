import { crc32, inflateRawSync } from 'node:zlib'

/** Why a file cannot be read, for the person who chose it. */
export class UnreadableFile extends Error {}

/** What to tell whoever chose the file: that it is no zip file, that it is damaged, that it holds too much. */
export type Refusals = { notZip: string; damaged: string; tooMuch: string }

const MOST_ENTRIES = 500
const LONGEST_END = 22 + 0xffff

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const

type Entry = { name: string; flags: number; method: number; crc: number; size: number; place: number }

function endOf(file: Buffer, refusals: Refusals): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - LONGEST_END); at--) {
    if (file.readUInt32LE(at) === signatures.end) return at
  }
  throw new UnreadableFile(file.readUInt32LE(0) === signatures.local ? refusals.damaged : refusals.notZip)
}

function entriesOf(file: Buffer, refusals: Refusals): Entry[] {
  const end = endOf(file, refusals)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new UnreadableFile(refusals.tooMuch)
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (file.readUInt32LE(at) !== signatures.central) throw new UnreadableFile(refusals.damaged)
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      size: file.readUInt32LE(at + 20),
      place: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

type Bounds = { room: number; refusals: Refusals }

function inflated(packed: Buffer, method: number, { room, refusals }: Bounds): Buffer {
  if (method !== 0 && method !== 8) throw new UnreadableFile(refusals.damaged)
  if (method === 0) {
    if (packed.length > room) throw new UnreadableFile(refusals.tooMuch)
    return packed
  }
  try {
    // What the file claims of its size is not believed: it stops where the room ends.
    return inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) })
  } catch (error) {
    const isTooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableFile(isTooMuch ? refusals.tooMuch : refusals.damaged)
  }
}

function contentOf(file: Buffer, { flags, method, crc, size, place }: Entry, bounds: Bounds): Buffer {
  const { refusals } = bounds
  const isEncrypted = (flags & 1) === 1
  if (isEncrypted || file.readUInt32LE(place) !== signatures.local) throw new UnreadableFile(refusals.damaged)
  const start = place + 30 + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28)
  if (start + size > file.length) throw new UnreadableFile(refusals.damaged)
  const content = inflated(file.subarray(start, start + size), method, bounds)
  if (crc32(content) !== crc) throw new UnreadableFile(refusals.damaged)
  return content
}

/** The wanted parts of a zip file, unpacked; together no larger than the room there is. */
export function unzip(
  file: Buffer,
  { wanted, room, refusals }: Bounds & { wanted: RegExp },
): Map<string, Buffer> {
  if (file.length < 22) throw new UnreadableFile(refusals.notZip)
  const parts = new Map<string, Buffer>()
  let left = room
  try {
    for (const entry of entriesOf(file, refusals)) {
      if (!wanted.test(entry.name)) continue
      if (parts.has(entry.name)) throw new UnreadableFile(refusals.damaged)
      const content = contentOf(file, entry, { room: left, refusals })
      left -= content.length
      parts.set(entry.name, content)
    }
  } catch (error) {
    // Reading past the end of the file: it was cut off.
    if (error instanceof RangeError) throw new UnreadableFile(refusals.damaged)
    throw error
  }
  return parts
}

function localHeader(name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(signatures.local, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(crc32(content), 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return header
}

function centralHeader(name: Buffer, local: Buffer, place: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(signatures.central, 0)
  header.writeUInt16LE(20, 4)
  local.copy(header, 6, 4, 30)
  header.writeUInt32LE(place, 42)
  return Buffer.concat([header, name])
}

/** Parts as a zip file that packs nothing: no more comes out of it than went in. */
export function zipStored(parts: ReadonlyMap<string, Buffer>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let place = 0
  for (const [title, content] of parts) {
    const name = Buffer.from(title)
    const header = localHeader(name, content)
    centrals.push(centralHeader(name, header, place))
    locals.push(header, name, content)
    place += header.length + name.length + content.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(signatures.end, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...locals, directory, end])
}
