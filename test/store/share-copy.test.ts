/** A copy to share while somebody goes on working, and one that is called off. */
import { expect, test } from 'vitest'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { shareCopy, wholeCopy } from '../../src/core/store/share-copy.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closedLater, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

const share = { chosen: null, coderName: null, notes: true, originals: false }

/** An article with so many annotations, whose notes all say `first`. */
function filled(count: number) {
  const library = newLibrary()
  library.write(label('filled'), (db) => {
    const [article, tag] = [addArticle(db, 'Istanbul'), addTag(db, 'demand')]
    for (let n = 0; n < count; n++) addAnnotation(db, { article, tag, coder: library.coderId(), note: 'first' })
  })
  return library
}

function opened(bytes: Uint8Array) {
  const path = join(tempFolder(), 'copy.parley')
  writeFileSync(path, bytes)
  return closedLater(openLibraryFile(path, options()))
}

test.each([1, 2, 10])('steps between its pages (%i times): the copy is of one moment, and sound', async (disturbed) => {
  const library = filled(1_500)
  let steps = 0
  const bytes = await shareCopy(library.read, share, async (done) => {
    await new Promise(setImmediate)
    if (done >= 0.5 || steps >= disturbed) return
    steps += 1
    // One step that changes rows of which some are copied already and some are not yet.
    library.write(label(`meanwhile ${steps}`), (db) => {
      addParty(db, `party ${steps}`)
      db.run('UPDATE annotation SET note = ?', [`changed ${steps}`])
    })
  })
  expect(steps).toBeGreaterThan(0)
  const copy = opened(bytes)
  const notes = copy.read.column<string>('SELECT DISTINCT note FROM annotation')
  const parties = copy.read.column<string>('SELECT name FROM party ORDER BY id')
  expect(notes).toEqual([`changed ${parties.length}`])
  expect(parties).toHaveLength(steps)
  expect(copy.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [], counts: { annotations: 1_500 } })
})

test('called off between two pages: nothing is left but the error, and the library goes on', async () => {
  const library = filled(1_500)
  for (const make of [shareCopy, wholeCopy])
    await expect(make(library.read, share, () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled')
  library.write(label('after'), (db) => addParty(db, 'Doha'))
  expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
})

test('an empty library is an empty library', async () => {
  const library = newLibrary()
  const copy = opened(await shareCopy(library.read, share, () => Promise.resolve()))
  expect(copy.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [], counts: { articles: 0 } })
  copy.write(label('first'), (db) => addParty(db, 'Doha'))
  expect(copy.historyState().depth).toBe(1)
})
