import { connect, type Socket } from 'node:net'

export type Answer = { status: number; bytes: number; milliseconds: number }

const END_OF_HEAD = Buffer.from('\r\n\r\n')

export class UnreadableAnswer extends Error {}

/** How many bytes of body follow a head. A 304 has none; everything measured says its length. */
function bodyLength(head: string, status: number): number {
  if (status === 304) return 0
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new UnreadableAnswer('An answer did not say how long it is.')
  return Number(length)
}

/**
 * One kept-alive connection with one request at a time. It counts the bytes of a body and looks at none of
 * them: a client that costs more than the server would hide what the server costs.
 */
export function openConnection(
  port: number,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
) {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let head: Buffer = Buffer.alloc(0)
  let status = 0
  let bytes = 0
  let missing = -1
  let sentAt = 0

  function readHead(chunk: Buffer): void {
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    const end = head.indexOf(END_OF_HEAD)
    if (end === -1) return
    const text = head.toString('latin1', 0, end)
    status = Number(text.slice(9, 12))
    missing = bodyLength(text, status) - (head.length - end - END_OF_HEAD.length)
    head = Buffer.alloc(0)
  }

  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    try {
      if (missing === -1) readHead(chunk)
      else missing -= chunk.length
    } catch (error) {
      onError(error)
      return
    }
    if (missing !== 0) return
    missing = -1
    const answer = { status, bytes, milliseconds: performance.now() - sentAt }
    bytes = 0
    onAnswer(answer)
  })
  socket.on('error', onError)

  return {
    send: (request: Buffer) => {
      sentAt = performance.now()
      socket.write(request)
    },
    close: () => socket.destroy(),
  }
}
