/**
 * Where the real files are that nobody of this project wrote: PARLEY_CORPUS, or beside the checkout. Null where absent,
 * which is said once for each test file; tests over them use describe.skipIf(!corpus).
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const place = process.env['PARLEY_CORPUS'] ?? resolve(import.meta.dirname, '../../../../../shared/corpus')

export const corpus: string | null = existsSync(place) ? place : null

if (!corpus) console.warn('real texts: skipped: no corpus')
