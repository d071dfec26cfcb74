import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Problem } from '#api/problem.ts'
import type { ExportedCell } from './exported-cell.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type SheetOfTable = { name: string; rows: AsyncIterable<ExportedCell[]> | Iterable<ExportedCell[]> }

const MOST_ROWS = 1_048_576
const MOST_EXACT_DIGITS = 15
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

type Part = { name: Buffer; packed: Buffer; crc: number; size: number }

/** Packs a part as it is made: only what it is packed to is held. */
async function pack(name: string, texts: AsyncIterable<string> | Iterable<string>): Promise<Part> {
  const packer = createDeflateRaw()
  const chunks: Buffer[] = []
  packer.on('data', (chunk: Buffer) => chunks.push(chunk))
  let crc = 0
  let size = 0
  for await (const text of texts) {
    const bytes = Buffer.from(text)
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!packer.write(bytes)) await once(packer, 'drain')
  }
  packer.end()
  await once(packer, 'end')
  return { name: Buffer.from(name), packed: Buffer.concat(chunks), crc, size }
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const NEEDED_VERSION = 20
const DEFLATED = 8
const UTF8_NAMES = 0x0800

function factsOf({ name, packed, crc, size }: Part): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(NEEDED_VERSION, 0)
  facts.writeUInt16LE(UTF8_NAMES, 2)
  facts.writeUInt16LE(DEFLATED, 4)
  facts.writeUInt32LE(crc, 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function signed(signature: number, ...rest: Buffer[]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, ...rest])
}

function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let place = 0
  for (const part of parts) {
    const local = signed(signatures.local, factsOf(part), part.name)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(place, 10)
    const made = Buffer.alloc(2)
    made.writeUInt16LE(NEEDED_VERSION)
    centrals.push(signed(signatures.central, made, factsOf(part), rest, part.name))
    locals.push(local, part.packed)
    place += local.length + part.packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(place, 12)
  return Buffer.concat([...locals, directory, signed(signatures.end, end)])
}

// Excel keeps no other control characters, and reads _x000D_ as one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escaped(text: string): string {
  return text
    .replace(UNKEPT, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** A number that a spreadsheet holds exactly; a longer one is written as text, so that no digit is lost. */
const isExact = (text: string) => text.replace(/^-|\./g, '').replace(/^0+/, '').length <= MOST_EXACT_DIGITS

function cellXml(cell: ExportedCell): string {
  if (cell === null) return '<c/>'
  if (cell.kind === 'number' && isExact(cell.text)) return `<c><v>${cell.text}</v></c>`
  // A text is only ever text, whatever it begins with: nothing is run as a formula.
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
}

async function* sheetXml(rows: SheetOfTable['rows']): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`
  let count = 0
  for await (const cells of rows) {
    if (++count > MOST_ROWS) {
      throw new Problem(
        'not-possible',
        'A sheet of Excel has no room for that many figures. Choose fewer, or take CSV.',
      )
    }
    yield `<row>${cells.map(cellXml).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

/** A workbook with a sheet for each table, its head frozen. */
export async function workbookOf(sheets: readonly SheetOfTable[]): Promise<Buffer> {
  const numbered = sheets.map(({ name }, place) => ({ name, number: place + 1 }))
  const content = numbered.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const named = numbered.map(
    ({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  const related = numbered.map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  const parts = [
    await pack('[Content_Types].xml', [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${XLSX}.main+xml"/>${content.join('')}</Types>`,
    ]),
    await pack('_rels/.rels', [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ]),
    await pack('xl/workbook.xml', [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join('')}</sheets></workbook>`,
    ]),
    await pack('xl/_rels/workbook.xml.rels', [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    ]),
  ]
  for (const [place, { rows }] of sheets.entries()) {
    parts.push(await pack(`xl/worksheets/sheet${place + 1}.xml`, sheetXml(rows)))
  }
  return zipOf(parts)
}
