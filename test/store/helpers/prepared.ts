/** A library with a little of everything, and its rows as text. */
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump, newLibrary } from './library.ts'
import { addArticle, addIssue, addParty, addTag } from './rows.ts'

export function prepared(): LibraryFile {
  const library = newLibrary()
  library.setUp((db) => {
    for (const code of ['demand', 'threat', 'position']) addTag(db, code)
    for (const name of ['Kabul', 'Islamabad', 'Ankara']) addParty(db, name)
    for (const name of ['Border', 'Refugees']) addIssue(db, name)
    addArticle(db, 'Istanbul')
  })
  return library
}

/** Rows without texts and coders, which stay when a step is taken back. */
export function rowsOf(library: LibraryFile): string {
  const tables = JSON.parse(dump(library.read)) as [string, unknown][]
  return JSON.stringify(tables.filter(([table]) => !['revision', 'coder'].includes(table)))
}
