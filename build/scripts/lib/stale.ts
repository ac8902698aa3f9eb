/**
 * Builds out/, and knows whether it has to: out/.stamp holds a hash over the content of everything a build reads, so that switching
 * branches or touching files without changing them builds nothing.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { at, filesBelow, root } from './paths.ts'
import { runTool } from './run.ts'

const inputs = ['src', 'resources/locales', 'resources/icons']
const configs = ['electron.vite.config.ts', 'package-lock.json', 'package.json']
const outputs = ['main/index.js', 'main/core.js', 'preload/index.cjs', 'renderer/index.html']
const out = at('out')
const stamp = '.stamp'

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
  if ([...outputs, stamp].some((file) => !existsSync(join(out, file)))) return true
  return readFileSync(join(out, stamp), 'utf8') !== inputHash()
}

/** Says that out/ is no longer what `build` made: the dev server writes there too. */
export function forgetBuild(): void {
  rmSync(join(out, stamp), { force: true })
}

/** Folders that a build left behind when it was killed: `out-<pid>`, of processes that are gone. */
function leftOvers(): string[] {
  return readdirSync(root).filter((name) => {
    const pid = Number(/^out-(\d+)(-old)?$/.exec(name)?.[1])
    if (!pid || pid === process.pid) return false
    try {
      process.kill(pid, 0)
      return false
    } catch {
      return true
    }
  })
}

/**
 * Builds everything, beside out/ and then in its place, so that an app started meanwhile never meets half a build. The hash is taken
 * before the build: a file saved during it makes the result stale.
 */
export async function build(options: { quiet?: boolean } = {}): Promise<number> {
  const hash = inputHash()
  const [next, old] = [at(`out-${process.pid}`), at(`out-${process.pid}-old`)]
  const code = await runTool('electron-vite/bin/electron-vite.js', [
    'build',
    '--outDir',
    next,
    ...(options.quiet ? ['--logLevel', 'warn'] : []),
  ])
  if (code === 0) {
    writeFileSync(join(next, stamp), hash)
    if (existsSync(out)) renameSync(out, old)
    renameSync(next, out)
  }
  for (const folder of [next, old, ...leftOvers().map((name) => at(name))]) rmSync(folder, { recursive: true, force: true })
  return code
}

/** Builds only when needed. */
export async function buildIfStale(options: { quiet?: boolean } = {}): Promise<number> {
  return isStale() ? build(options) : 0
}
