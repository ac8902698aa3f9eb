/** Where the real files are that nobody of this project wrote: PARLEY_CORPUS, or beside the checkout. Null where absent. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const candidates = [process.env['PARLEY_CORPUS'], resolve(import.meta.dirname, '../../../../../shared/corpus')]

export const corpus: string | null = candidates.find((path) => path !== undefined && existsSync(path)) ?? null

/** Title for a block that needs the corpus: says why it is skipped. */
export function corpusTitle(title: string): string {
  if (corpus) return title
  console.warn(`${title} skipped: no corpus`)
  return `${title} (skipped: no corpus)`
}
