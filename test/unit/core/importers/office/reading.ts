/** Reads bytes through the common door and gives what a test looks at. */
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import type { FoundArticle } from '../../../../../src/core/importers/types.ts'

export interface ReadResult {
  readonly article: FoundArticle
  readonly text: string
  readonly format: string
  readonly lost: Readonly<Record<string, number>>
}

/** The one article of a file; fails where there is none. */
export async function readArticle(name: string, bytes: Uint8Array, password?: string): Promise<ReadResult> {
  const reading = await readFile({ name, bytes, ...(password !== undefined && { password }) })
  if (reading.kind !== 'articles') throw new Error(JSON.stringify(reading))
  const [article] = reading.articles
  if (!article || reading.articles.length > 1) throw new Error('not one article')
  return {
    article,
    text: article.text,
    format: reading.format,
    lost: Object.fromEntries(reading.lost.map(({ code, count }) => [code, count])),
  }
}

/** The problem of a file as "code reason"; null where there is none. */
export async function problemOf(name: string, bytes: Uint8Array, password?: string): Promise<string | null> {
  const reading = await readFile({ name, bytes, ...(password !== undefined && { password }) })
  if (reading.kind !== 'problem') return null
  const { code, details } = reading.problem
  return [code, details['reason'] ?? details['format']].filter(Boolean).join(' ')
}
