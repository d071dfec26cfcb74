import { describe, expect, test } from 'vitest'
import { fileKindOf, fileNameOf } from './file-kind.ts'

/** A zip with empty entries of these names, the first stored with a content. */
function zipOf(names: readonly string[], content = ''): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let place = 0
  for (const [number, name] of names.entries()) {
    const body = Buffer.from(number === 0 ? content : '')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(body.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(place, 42)
    locals.push(local, Buffer.from(name), body)
    centrals.push(central, Buffer.from(name))
    place += 30 + name.length + body.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

const typeOf = (content: Buffer | string) => fileKindOf(Buffer.from(content))?.extension ?? null

describe('the kind of a file', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    [Buffer.from('89504e470d0a1a0a00', 'hex'), 'png'],
    [Buffer.from('ffd8ffe0', 'hex'), 'jpg'],
    [zipOf(['[Content_Types].xml', 'word/document.xml']), 'docx'],
    [zipOf(['[Content_Types].xml', 'xl/workbook.xml']), 'xlsx'],
    [zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text'), 'odt'],
    ['a,b\n1,2\n3,"4,5"\n', 'csv'],
    ['Dear Philippa,\nthe depot is shared.', 'txt'],
    ['<svg onload="alert(1)"/>', 'txt'],
  ])('is seen in its content (%#)', (content, extension) => expect(typeOf(content)).toBe(extension))

  test.each([
    [zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    [zipOf(['mimetype'], 'application/java-archive')],
    [zipOf(['anything.txt'])],
    [Buffer.from('504b0304', 'hex')],
    [Buffer.from('7f454c46', 'hex')],
    [Buffer.from('ff00', 'hex')],
    [Buffer.from('text with \u0000 in it')],
  ])('that is not taken is none (%#)', (content) => expect(typeOf(content)).toBeNull())
})

test.each([
  ['note.pdf', 'note.pdf'],
  ['C:\\files\\Note.PDF', 'Note.PDF'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['.hidden', 'hidden.pdf'],
  ['a\r\nb"<>.pdf', 'ab.pdf'],
  ['fdp.\u202efdp.exe', 'fdp.fdp.exe.pdf'],
  ['', 'file.pdf'],
  ['x'.repeat(300), `${'x'.repeat(150)}.pdf`],
])('%j is kept as %j', (called, kept) => {
  expect(fileNameOf(called, { mediaType: 'application/pdf', extension: 'pdf' })).toBe(kept)
})
