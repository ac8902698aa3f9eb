/** What can go wrong at the start, as one sentence that says what happened and what to do. */
import { basename } from 'node:path'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { CoreStartError } from './core-process.ts'
import { say, toWire } from './words.ts'

/** The oldest Node that runs TypeScript by itself and does not crash in the SQLite binding. */
const needed = [22, 18] as const

/** Throws for a Node that is too old. */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return
  throw new Error(say('server.error.node', { needed: needed.join('.'), found: version }))
}

/** Turns what the start threw into an Error whose message is for the person; the cause is kept. */
export function plainly(error: unknown, { port, file }: { port?: number; file?: string }): Error {
  return new Error(sentenceFor(error, port ?? 0, file), { cause: error })
}

function sentenceFor(error: unknown, port: number, file: string | undefined): string {
  if (error instanceof CoreStartError)
    return say(/ERR_DLOPEN_FAILED|better.sqlite3/.test(error.message) ? 'server.error.native' : 'server.error.core')
  if (error instanceof ParleyError) {
    const reason = toWire(error).message
    return file === undefined ? reason : say('server.error.open', { name: basename(file), reason })
  }
  if (!(error instanceof Error)) return say('server.error.unknown', { reason: String(error) })
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return say('server.error.port-taken', { port: String(port) })
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') return say('server.error.port-refused', { port: String(port) })
  return code === undefined ? error.message : say('server.error.unknown', { reason: error.message })
}
