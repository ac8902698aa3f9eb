/** Bundles the raw page as the app's renderer is bundled: relative addresses, no inline script. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** Writes the page's files into `folder`, and gives the folder back. */
export async function buildRawPage(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'raw-page.ts'), formats: ['es'], fileName: () => 'assets/raw.js' },
    },
  })
  const page =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>not started</title><script type="module" src="./assets/raw.js"></script></head><body></body></html>'
  writeFileSync(join(folder, 'index.html'), page)
  return folder
}
