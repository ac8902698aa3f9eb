/** REFI-QDA projects: valid, readable by anybody who knows the standard, and for ourselves without any loss. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LibraryFile } from '../../../../../src/core/store/library-file.ts'
import { libraryPlan, makeLibrary } from '../../../../helpers/random-library.ts'
import { fill, step } from '../../projects/library-source.ts'
import { lossesOf, projectLibrary, readProject } from '../../projects/helpers.ts'
import { project, validity } from './archive.ts'
import { contentsOf } from './oracle.ts'

const whole = { history: true, originals: true }

/** Half of the annotations are by somebody else. */
function withCoders(library: LibraryFile): void {
  step(library, (db) => {
    const id = db.run("INSERT INTO coder(uid, name) VALUES (?, 'Bo “B” <ö>')", [crypto.randomUUID()]).lastId
    db.run('UPDATE annotation SET coder_id = ? WHERE id % 2 = 0', [id])
  })
}

describe('out and in again', () => {
  test('E10 a library comes back equal, and once more it is nothing new', async () => {
    const [theirs, mine] = [projectLibrary(), projectLibrary()]
    fill(theirs.library)
    const { bytes } = await project(theirs.db, whole)
    const reading = await readProject(bytes, 'talks.qdpx')
    expect(reading).toMatchObject({ format: 'qdpx', lost: [] })
    expect(lossesOf(await mine.bring(reading))).toEqual({})
    expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
    const preview = mine.preview(reading)
    expect(preview.kinds.every(({ counts }) => counts.new + counts.changed + counts.conflict + counts.gone === 0)).toBe(true)
  })

  test('E10 any library comes back equal', async () => {
    await fc.assert(
      fc.asyncProperty(libraryPlan, async (plan) => {
        const [theirs, mine] = [projectLibrary(), projectLibrary()]
        try {
          makeLibrary(theirs.library, plan)
          withCoders(theirs.library)
          const { bytes } = await project(theirs.db, whole)
          await mine.bring(await readProject(bytes))
          expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
          const again = await mine.bring(await readProject(bytes), {
            take: { articles: 'theirs', annotations: 'theirs', threads: 'theirs' },
          })
          expect(again.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'duplicate')).toEqual([])
        } finally {
          theirs.library.close()
          mine.library.close()
        }
      }),
      { numRuns: 12 },
    )
  })
})

test('E10 the project file is valid', async (context) => {
  const { db, library } = projectLibrary()
  fill(library)
  const said = await validity((await project(db, whole)).xml, 'Project-mrt2019.xsd')
  if (said === null) return context.skip('no xmllint or corpus')
  expect(said).toBe('valid')
})
