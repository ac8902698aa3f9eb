/**
 * A small log on disk: what happened, never to whom or in which text (F11). Fields are short words and numbers that we choose; no
 * message of an error, no address, no path is ever written. Two files of at most 1 MB, readable by this user alone.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type LogLevel = 'info' | 'warn' | 'error'
export type Log = (level: LogLevel, event: string, fields?: Record<string, string | number | boolean>) => void

const LARGEST = 1_000_000
const LONGEST_FIELD = 2_000

/** A log in `folder`. Where it cannot be written, the app goes on without it. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'parley.log')
  return (level, event, fields = {}) => {
    const short = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, LONGEST_FIELD) : value]),
    )
    const line = `${JSON.stringify({ at: now().toISOString(), level, event, ...short })}\n`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(file) > LARGEST) renameSync(file, `${file}.1`)
      appendFileSync(file, line, { mode: 0o600 })
    } catch {
      process.stderr.write(line)
    }
  }
}

/** What may be logged of an error: its kind and where in our own code it arose, without its message. */
export function traceOf(error: unknown): { kind: string; trace: string } {
  if (!(error instanceof Error)) return { kind: typeof error, trace: '' }
  // The message stands at the head of the stack and may itself have lines that look like frames.
  const stack = error.stack ?? ''
  const head = stack.indexOf(error.message)
  const frames = stack
    .slice(head < 0 ? 0 : head + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>)\)?$/.test(line))
  return { kind: error.name, trace: frames.map(withoutFolder).join(' | ') }
}

/** "at save (file:///home/ada/parley/out/main/index.js:10:5)" becomes "at save (index.js:10:5)". */
function withoutFolder(frame: string): string {
  return frame.trim().replace(/[^\s()]*[/\\]/g, '')
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
