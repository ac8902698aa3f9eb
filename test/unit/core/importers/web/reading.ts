/** Short ways to read a page in tests. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import type { FoundArticle, ReadArticles, Reading } from '../../../../../src/core/importers/types.ts'

export const webFixture = (name: string): Uint8Array => readFileSync(resolve(import.meta.dirname, '../../../../fixtures/import-web', name))

export const readBytes = (name: string, bytes: Uint8Array | string, encoding?: string): Promise<Reading> =>
  readFile({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, ...(encoding !== undefined && { encoding }) })

export function articlesOf(reading: Reading): ReadArticles {
  if (reading.kind !== 'articles') throw new Error(`not articles: ${JSON.stringify(reading)}`)
  return reading
}

/** The first article of a file. */
export async function articleOf(name: string, bytes: Uint8Array | string): Promise<FoundArticle> {
  const [article] = articlesOf(await readBytes(name, bytes)).articles
  if (!article) throw new Error('no article')
  return article
}

/** A page with this body, long enough to be an article. */
export const pageOf = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

export const FILLER = [
  '<p>The delegations met again on Wednesday, after a year of silence, and agreed on little more than to meet once more, said the mediators.</p>',
  '<p>One side asks for a mechanism on both banks of the river; the other, which has long refused one, said that it would look at a text.</p>',
  '<p>The next round is planned for December, in a town that nobody has named, with the same mediators, who left without a word to the press.</p>',
].join('')
