/**
 * Works on a library until it is killed: one line per acknowledged step, so that the parent knows what must be there.
 * Arguments: library, and `edit` (annotations) or `undo` (annotations, undone and done again).
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'
import { addAnnotation } from '../helpers/rows.ts'

const [path = '', work = 'edit'] = process.argv.slice(2)
const library = openLibraryFile(path, { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Child' })
const say = (line: string) => writeSync(1, `${line}\n`)
say('ready')
for (let n = 1; ; n++) {
  const id = library.write({ kind: 'annotations.create', subject: null, count: 1 }, (db) =>
    addAnnotation(db, { article: 1, tag: 1, coder: library.coderId(), note: `note ${n}` }),
  )
  say(`+${id}`)
  if (work === 'undo' && n % 3 === 0) {
    library.undo()
    say(`-${id}`)
    if (n % 2 === 0) {
      library.redo()
      say(`+${id}`)
    }
  }
}
