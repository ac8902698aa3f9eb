/**
 * The entries of the Node side of the bundle, and what happens to `new URL('./x', import.meta.url)` on the way into it.
 *
 * The core runs both from its sources (tests, command line, browser host) and from out/main. In the sources a module that starts a
 * process or a worker names its file: `new URL('./parse-worker.ts', import.meta.url)`. Each such file is an entry of its own, and in the
 * bundle the URL is rewritten to the entry's built file. URLs into resources/ are rewritten to where they lie as seen from out/main.
 *
 * The root is always handed in: this module is bundled into electron-vite's copy of the config and cannot know where it lies.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { filesBelow } from './paths.ts'

/** Output name → source file. */
export type Entries = Record<string, string>

/**
 * The entries below a root: main, the core's process, and every `*-worker.ts` or `*-process.ts` of the core.
 * Throws when two entries would have the same name.
 */
export function nodeEntries(root: string): Entries {
  const entries: Entries = { index: join(root, 'src/main/index.ts'), core: join(root, 'src/core/process.ts') }
  for (const file of filesBelow(join(root, 'src/core'))) {
    if (!/-(worker|process)\.ts$/.test(file)) continue
    const name = basename(file, '.ts')
    if (name in entries) throw new Error(`two entries are called ${name}: ${entries[name]} and ${file}`)
    entries[name] = file
  }
  return entries
}

/** What a relative URL of the source file `from` has to be in out/main; undefined when it is none of ours. Throws for a lost source. */
export function rewriteUrl(target: string, from: string, root: string, entries: Entries): string | undefined {
  const file = resolve(dirname(from), target)
  const entry = Object.entries(entries).find(([, source]) => source === file)
  if (entry) return `./${entry[0]}.js`
  const resources = join(root, 'resources')
  if (file === resources || file.startsWith(resources + sep)) {
    return relative(join(root, 'out/main'), file).replaceAll(sep, '/') + (target.endsWith('/') ? '/' : '')
  }
  if (/\.tsx?$/.test(target) && existsSync(file)) {
    throw new Error(`${from} names ${target} in a URL, but it is no entry of the bundle: call it *-worker.ts or *-process.ts`)
  }
  return undefined
}

/** The Vite plugin that applies `rewriteUrl` to every `new URL('…', import.meta.url)` of our own sources. */
export function urlsInBundle(root: string, entries: Entries): Plugin {
  return {
    name: 'parley:urls-in-bundle',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import.meta.url')) return null
      const rewritten = code.replaceAll(
        /new URL\(\s*(['"`])(\.[^'"`$]*)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g,
        (whole, _quote, target: string) => {
          const url = rewriteUrl(target, id.split('?')[0] ?? id, root, entries)
          return url === undefined ? whole : `new URL(${JSON.stringify(url)}, import.meta.url)`
        },
      )
      return rewritten === code ? null : { code: rewritten, map: null }
    },
  }
}
