import { crc32, deflateRawSync } from 'node:zlib'
import { unzip, zipStored } from '@accord/database/bounded-zip'
import { type CellValue, openXlsx, saveXlsx } from 'hucre/xlsx'
import { FIELD_ROW, FIRST_ITEM_ROW, ITEM_COLUMN, keyIn } from './workbook-format.ts'

type Filling = CellValue | { formula: string; result: number } | { value: number; numFmt: string }

type Book = Awaited<ReturnType<typeof openXlsx>>
type OneSheet = Book['sheets'][number]

function fillCell(sheet: OneSheet, { row, column }: { row: number; column: number }, filling: Filling): void {
  const values = sheet.rows[row]
  if (values === undefined) throw new Error(`There is no row ${row} in ${sheet.name}.`)
  sheet.cells ??= new Map()
  const place = `${row},${column}`
  const before = sheet.cells.get(place)
  if (filling !== null && typeof filling === 'object' && 'formula' in filling) {
    const { formula, result } = filling
    values[column] = result
    sheet.cells.set(place, { value: result, type: 'formula', formula, formulaResult: result })
  } else if (filling !== null && typeof filling === 'object' && 'numFmt' in filling) {
    values[column] = filling.value
    sheet.cells.set(place, { value: filling.value, type: 'number', style: { numFmt: filling.numFmt } })
  } else {
    values[column] = filling
    sheet.cells.delete(place)
    const style = before?.style
    if (style !== undefined && filling !== null) {
      sheet.cells.set(place, { value: filling, type: 'string', style: { ...style } })
    }
  }
}

/** The file as somebody fills it in: answers by their keys, wherever in the file they stand. */
export async function fillIn(file: Buffer, fillings: Readonly<Record<string, Filling>>): Promise<Buffer> {
  const book = await openXlsx(file)
  const left = new Map(Object.entries(fillings))
  for (const sheet of book.sheets) {
    for (const [row, values] of sheet.rows.entries()) {
      for (const [column, field] of (sheet.rows[FIELD_ROW] ?? []).entries()) {
        const key = keyIn(String(values[ITEM_COLUMN]), String(field))
        const filling = left.get(key)
        if (row < FIRST_ITEM_ROW || field === null || filling === undefined) continue
        fillCell(sheet, { row, column }, filling)
        left.delete(key)
      }
    }
  }
  if (left.size > 0) throw new Error(`The file has no ${[...left.keys()].join(', ')}.`)
  return Buffer.from(await saveXlsx(book))
}

/** Excel’s own number of the row of an item. */
export async function rowOf(file: Buffer, tab: string, item: string): Promise<number> {
  const { sheets } = await openXlsx(file)
  const rows = sheets.find(({ name }) => name === tab)?.rows ?? []
  return rows.findIndex((values) => values[ITEM_COLUMN] === item) + 1
}

/** Every part of the file as it is in there. */
export function partsOf(file: Buffer): Map<string, string> {
  const parts = unzip(file, {
    wanted: /./,
    room: 100_000_000,
    refusals: { notZip: 'no zip', damaged: 'damaged', tooMuch: 'too much' },
  })
  return new Map([...parts].map(([name, content]) => [name, content.toString('utf8')]))
}

/** A part that is packed as any program packs it, but for what it claims of its size. */
type Packed = { name: string; content: Buffer; claimed: number }

export function withParts(parts: ReadonlyMap<string, string>, packed: Packed | null = null): Buffer {
  const contents = new Map<string, Buffer>([...parts].map(([name, text]) => [name, Buffer.from(text)]))
  if (packed === null) return zipStored(contents)
  contents.set(packed.name, deflateRawSync(packed.content))
  const file = zipStored(contents)
  for (const [signature, name, method, size] of [
    ['PK\x03\x04', 30, 8, 22],
    ['PK\x01\x02', 46, 10, 24],
  ] as const) {
    const at = headerOf(file, packed.name, { signature, name })
    file.writeUInt16LE(8, at + method)
    file.writeUInt32LE(crc32(packed.content), at + method + 6)
    file.writeUInt32LE(packed.claimed, at + size)
  }
  return file
}

function headerOf(
  file: Buffer,
  part: string,
  { signature, name }: { signature: string; name: number },
): number {
  for (let at = file.indexOf(signature); at !== -1; at = file.indexOf(signature, at + 1)) {
    if (file.toString('utf8', at + name, at + name + part.length) === part) return at
  }
  throw new Error(`The file has no ${part}.`)
}
