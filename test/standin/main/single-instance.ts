/**
 * `app.requestSingleInstanceLock`: the first process of a userData folder listens on a socket named after it; a second one hands over its
 * arguments and is refused. The operating system drops the listener with its process, so a killed holder leaves no lock, only a file that
 * the next one removes. Electron's call is synchronous: so is ours, by asking through a short-lived child process.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second process says of itself. */
export interface SecondInstance {
  argv: string[]
  cwd: string
  additionalData: unknown
}

const answer = 'welcome'
const held = 0
const free = 3
const messenger = `
const socket = require('node:net').connect(process.env.STANDIN_SOCKET, () => socket.end(process.env.STANDIN_MESSAGE))
socket.on('data', () => process.exit(${held}))
socket.on('error', (error) => process.exit(['ECONNREFUSED', 'ENOENT'].includes(error.code) ? ${free} : ${held}))
socket.on('close', () => process.exit(${held}))
`

/** In the folder itself; where that lies too deep for a socket's path (about 100 bytes), in the system's, under a hash. */
function socketPath(userData: string): string {
  const name = `standin-${createHash('sha256').update(userData).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(userData, 'standin.sock')
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `${name}.sock`)
}

function receive(path: string, onSecond: (second: SecondInstance) => void): Server {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('error', () => socket.destroy())
    socket.on('data', (part: string) => (text += part))
    socket.on('end', () => {
      socket.end(answer)
      if (text !== '') onSecond(JSON.parse(text) as SecondInstance)
    })
  })
  // Bound before this returns; without a reference it does not keep the process alive.
  return server.listen(path).unref()
}

export class SingleInstance {
  private server: Server | null = null
  private path = ''

  /** Takes the lock, or hands `message` to its holder. `onSecond` is called in the holder, for each later process. */
  request(userData: string, message: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
    if (this.server) return true
    this.path = socketPath(userData)
    if (existsSync(this.path) || process.platform === 'win32') {
      const env = { ...process.env, STANDIN_SOCKET: this.path, STANDIN_MESSAGE: JSON.stringify(message) }
      const { status } = spawnSync(process.execPath, ['-e', messenger], { env, timeout: 5_000, stdio: 'ignore' })
      if (status !== free) return false
      rmSync(this.path, { force: true })
    }
    this.server = receive(this.path, onSecond)
    this.server.on('error', () => (this.server = null))
    return true
  }

  has(): boolean {
    return this.server !== null
  }

  release(): void {
    this.server?.close()
    this.server = null
  }
}
