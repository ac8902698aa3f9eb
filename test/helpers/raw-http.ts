/** HTTP as bytes over a socket: for requests that no client library would send. */
import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  /** 0 where the server closed without a word. */
  status: number
  head: string
  body: string
}

/** Sends bytes and reads until the server closes the connection or falls silent for `quiet` milliseconds. */
export function sendRaw(port: number, bytes: string | Uint8Array, quiet = 200): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    const done = (): void => {
      socket.destroy()
      resolve(read(Buffer.concat(chunks).toString('latin1')))
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      socket.setTimeout(quiet)
    })
    socket.on('timeout', done).on('error', done).on('close', done)
    socket.setTimeout(5_000)
    socket.write(bytes)
  })
}

/** A request from its lines; a Host and `Connection: close` are added unless the lines have them; the line `Host:` leaves it out. */
export function rawRequest(port: number, first: string, lines: string[] = []): Promise<RawAnswer> {
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`))
  const all = [first, ...lines, ...(has('host') ? [] : [`Host: 127.0.0.1:${port}`]), ...(has('connection') ? [] : ['Connection: close'])]
  return sendRaw(port, all.filter((line) => line !== 'Host:').join('\r\n') + '\r\n\r\n')
}

/** An open socket, and a promise of its end. */
export function openSocket(port: number): { socket: Socket; closed: Promise<void>; received: () => string } {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('error', () => undefined)
  return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve())), received: () => text }
}

function read(text: string): RawAnswer {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s)
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head: head.toLowerCase(), body }
}
