/**
 * The built renderer. The files are listed once at the start, and only what is on that list can be asked for: no path of a
 * request ever reaches the file system. Links inside the folder are not followed.
 */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { plain, type Reply } from './reply.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFiles {
  /** The file at this path of the site, or a 404. */
  reply(path: string): Promise<Reply>
}

/** Lists a folder. Null where it holds no index.html. */
export async function listStaticFiles(folder: string): Promise<StaticFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ['/' + relative(folder, file).split(sep).join('/'), file]),
  )
  const index = files.get('/index.html')
  if (index === undefined) return null
  files.set('/', index)
  return {
    async reply(path) {
      const file = files.get(path)
      const bytes = file === undefined ? null : await readFile(file).catch(() => null)
      if (file === undefined || bytes === null) return plain(404, 'not found')
      return { status: 200, headers: { 'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream' }, body: bytes }
    },
  }
}
