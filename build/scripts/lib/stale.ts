/**
 * Builds out/, and knows whether it has to: out/.stamp holds a hash over the content of everything a build reads, so that switching
 * branches or touching files without changing them builds nothing.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { at, filesBelow, root } from './paths.ts'
import { runTool } from './run.ts'

const inputs = ['src', 'resources/locales', 'resources/icons']
const configs = ['electron.vite.config.ts', 'package-lock.json', 'package.json']
const outputs = ['out/main/index.js', 'out/main/core.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const stamp = at('out/.stamp')

/** Hash over paths and contents of everything the build reads. */
export function inputHash(): string {
  const hash = createHash('sha256')
  for (const file of [...configs.map((c) => at(c)).filter(existsSync), ...inputs.flatMap((folder) => filesBelow(at(folder)))]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** True when out/ is missing, incomplete, or was built from other sources. */
export function isStale(): boolean {
  if (outputs.some((file) => !existsSync(at(file)))) return true
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== inputHash()
}

/** Builds everything. The hash is taken before the build, so a file saved meanwhile makes the result stale. */
export async function build(options: { quiet?: boolean } = {}): Promise<number> {
  const hash = inputHash()
  rmSync(stamp, { force: true })
  const code = await runTool('electron-vite/bin/electron-vite.js', ['build', ...(options.quiet ? ['--logLevel', 'warn'] : [])])
  if (code === 0) writeFileSync(stamp, hash)
  return code
}

/** Builds only when needed. */
export async function buildIfStale(options: { quiet?: boolean } = {}): Promise<number> {
  return isStale() ? build(options) : 0
}
