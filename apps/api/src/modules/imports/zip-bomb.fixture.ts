import { deflateRawSync } from 'node:zlib'
import { zipStored } from '@accord/database/bounded-zip'

/** A workbook of some hundred kilobytes whose sheet unpacks to 300 MB. */
export function zipBomb(): Buffer {
  const name = 'xl/worksheets/sheet1.xml'
  const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 'a'))
  const file = zipStored(new Map([[name, packed]]))
  // As if it had been packed: in its own header and in the directory.
  for (const [signature, method] of [
    ['504b0304', 8],
    ['504b0102', 10],
  ] as const) {
    file.writeUInt16LE(8, file.indexOf(Buffer.from(signature, 'hex')) + method)
  }
  return file
}
