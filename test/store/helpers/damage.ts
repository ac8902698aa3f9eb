/** Damage done to closed files, byte by byte. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tempFolder } from './library.ts'

/** Turns over every bit of one byte. */
export function flip(path: string, at: number): void {
  const fd = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(fd, byte, 0, 1, at)
  writeSync(fd, Buffer.from([(byte[0] ?? 0) ^ 0xff]), 0, 1, at)
  closeSync(fd)
}

/** Where a text stands in a file; throws where it does not. */
export function find(path: string, text: string): number {
  const at = readFileSync(path).indexOf(text)
  if (at < 0) throw new Error(`${text} is not in the file`)
  return at
}

/**
 * A copy of an open library with its log, as a crash would leave it, in a folder of its own. Made by another process, because this one
 * would drop its lock by closing a second handle.
 */
export function crashCopy(path: string): string {
  const folder = tempFolder()
  execFileSync('cp', [path, `${path}-wal`, folder])
  return join(folder, basename(path))
}
