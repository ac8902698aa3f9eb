/** What was looked for last, in whichever article: the bar begins with it when it is opened again. */
import type { FindQuery } from './find-types.ts'

const last: { query: FindQuery } = { query: { needle: '', exact: false, wholeWords: false, regex: false } }

export const lastQuery = (): FindQuery => last.query

export function rememberQuery(query: FindQuery): void {
  last.query = query
}
