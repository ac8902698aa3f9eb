/**
 * Which file of the bundle an app:// address means (A14). Every segment is decoded once and must be a plain name, so no spelling
 * of "up", no drive, no second slash and no NUL gets through; what is found must really lie inside the bundle, links resolved.
 */
import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { HOST, SCHEME } from './origin.ts'

export type AssetPath = { status: 200; segments: string[] } | { status: 400 | 404 }

/** Reads an address without touching the disk. 400: not a path at all. 404: another host. */
export function readAssetUrl(url: string): AssetPath {
  // The raw text is looked at first: the parser would quietly resolve `..` and turn `\` around.
  const raw = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)([^?#]*)/i.exec(url)
  if (raw === null || raw[1]?.toLowerCase() !== SCHEME) return { status: 400 }
  if (raw[2] !== HOST) return { status: 404 }
  const path = raw[3] ?? ''
  if (path === '' || path === '/') return { status: 200, segments: ['index.html'] }
  const segments: string[] = []
  for (const part of path.slice(1).split('/')) {
    const name = decode(part)
    if (name === null || !isPlainName(name)) return { status: 400 }
    segments.push(name)
  }
  return { status: 200, segments }
}

/** Absolute path of the file in `root` that an address means, or the status to answer with. */
export async function findAsset(root: string, url: string): Promise<{ status: 200; path: string } | { status: 400 | 404 }> {
  const asset = readAssetUrl(url)
  if (asset.status !== 200) return asset
  try {
    const [base, path] = await Promise.all([realpath(root), realpath(join(root, ...asset.segments))])
    if (!path.startsWith(base + sep) || !(await stat(path)).isFile()) return { status: 404 }
    return { status: 200, path }
  } catch {
    return { status: 404 }
  }
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Letters, digits, dot, dash, underscore and a few marks that bundlers use in names; never only dots. */
function isPlainName(name: string): boolean {
  return /^[\w.@+~$ -]{1,255}$/.test(name) && !/^\.+$/.test(name)
}
