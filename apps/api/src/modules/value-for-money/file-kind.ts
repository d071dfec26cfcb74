/** A kind of file that is taken as evidence, as its content shows. */
export type FileKind = { mediaType: string; extension: string }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

const openDocuments: Readonly<Record<string, string>> = {
  [`${OPEN_DOCUMENT}text`]: 'odt',
  [`${OPEN_DOCUMENT}spreadsheet`]: 'ods',
}

const signatures: readonly (FileKind & { starts: Buffer })[] = [
  { mediaType: 'application/pdf', extension: 'pdf', starts: Buffer.from('%PDF-') },
  { mediaType: 'image/png', extension: 'png', starts: Buffer.from('89504e470d0a1a0a', 'hex') },
  { mediaType: 'image/jpeg', extension: 'jpg', starts: Buffer.from('ffd8ff', 'hex') },
]

const zip = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const LONGEST_END = 22 + 0xffff
const MOST_ENTRIES = 10_000

/** The names in a zip’s directory; none where it has no directory that can be followed. */
function namesIn(file: Buffer): string[] {
  const names: string[] = []
  let at = directoryOf(file)
  while (at !== null && at + 46 <= file.length && names.length < MOST_ENTRIES) {
    if (file.readUInt32LE(at) !== zip.central) break
    const length = file.readUInt16LE(at + 28)
    names.push(file.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return names
}

function directoryOf(file: Buffer): number | null {
  for (let at = file.length - 22; at >= Math.max(0, file.length - LONGEST_END); at--) {
    if (file.readUInt32LE(at) === zip.end) return file.readUInt32LE(at + 16)
  }
  return null
}

const FIRST_NAME = 30

/** An OpenDocument says what it is first, uncompressed. */
function openDocumentKind(file: Buffer): FileKind | null {
  const name = 'mimetype'
  if (file.toString('latin1', FIRST_NAME, FIRST_NAME + name.length) !== name) return null
  const start = FIRST_NAME + name.length + file.readUInt16LE(28)
  const mediaType = file.toString('latin1', start, start + file.readUInt32LE(18))
  const extension = openDocuments[mediaType]
  return extension === undefined ? null : { mediaType, extension }
}

function officeKind(file: Buffer): FileKind | null {
  if (file.length < FIRST_NAME || file.readUInt32LE(0) !== zip.local) return null
  const names = new Set(namesIn(file))
  // A document that carries a program is not evidence.
  if ([...names].some((name) => /vbaProject\.bin$|\.(exe|dll|js|vbs)$/i.test(name))) return null
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return { mediaType: WORD, extension: 'docx' }
    if (names.has('xl/workbook.xml')) return { mediaType: EXCEL, extension: 'xlsx' }
  }
  return openDocumentKind(file)
}

function textOf(file: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    return /\p{Cc}/u.test(text.replaceAll(/[\t\n\f\r]/g, '')) ? null : text
  } catch {
    return null
  }
}

/** Lines with the same number of commas, two or more, are a table. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const commas = (line: string) => line.replaceAll(/"[^"]*"/g, '').split(',').length
  const [first] = lines
  return (
    first !== undefined &&
    lines.length > 1 &&
    commas(first) > 1 &&
    lines.every((line) => commas(line) === commas(first))
  )
}

/** What a file is, by its content and never by its name; null for what is not taken. */
export function fileKindOf(file: Buffer): FileKind | null {
  const signed = signatures.find(({ starts }) => file.subarray(0, starts.length).equals(starts))
  if (signed !== undefined) return { mediaType: signed.mediaType, extension: signed.extension }
  const office = officeKind(file)
  if (office !== null) return office
  const text = textOf(file)
  if (text === null) return null
  return isTable(text)
    ? { mediaType: 'text/csv', extension: 'csv' }
    : { mediaType: 'text/plain', extension: 'txt' }
}

const LONGEST_NAME = 150

const otherEndings: Readonly<Record<string, readonly string[]>> = { jpg: ['jpeg'], txt: ['md', 'text'] }

/**
 * The name a file is kept under: the last part of what it was called, with nothing that a file system or a header
 * would trip over, and the ending of what it is.
 */
export function fileNameOf(called: string, { extension }: FileKind): string {
  const last = called.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  const name = [...(plain || 'file')].slice(0, LONGEST_NAME).join('')
  const endings = [extension, ...(otherEndings[extension] ?? [])]
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) ? name : `${name}.${extension}`
}
