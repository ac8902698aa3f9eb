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

/** What the plan of a random library leaves out: several coders, what is retired, pairs set apart, a status of the analyst's own. */
function withMore(library: LibraryFile): void {
  step(library, (db) => {
    const id = db.run("INSERT INTO coder(uid, name) VALUES (?, 'Bo “B” <ö>')", [crypto.randomUUID()]).lastId
    db.run('UPDATE annotation SET coder_id = ? WHERE id % 2 = 0', [id])
    db.run("UPDATE issue SET retired = 1, hue = 'teal', use_when = 'When:' || char(10) || name WHERE id % 2 = 0")
    db.run("UPDATE party SET retired = 1, role = 'mediator', hue = 'rose', note = name || ' &' WHERE id % 2 = 0")
    db.run("UPDATE tag SET retired = 1, definition = definition || char(10, 10) || 'Use when:' WHERE name = 'Pledge'")
    db.run(
      "INSERT INTO party_alias(party_id, name, name_fold, language, position) SELECT id, 'Alias ' || id, 'alias ' || id, 'ur', 0 FROM party",
    )
    db.run(
      "INSERT INTO party_affiliation(party_id, with_id, since, note, position) SELECT max(id), min(id), '2024-05', 'x', 0 FROM party HAVING max(id) > min(id)",
    )
    db.run('INSERT INTO story_apart(article_id, other_id) SELECT min(id), max(id) FROM article HAVING max(id) > min(id)')
    db.run('INSERT INTO thread_apart(annotation_id, other_id) SELECT min(id), max(id) FROM annotation HAVING max(id) > min(id)')
    db.run(
      `UPDATE thread SET status_override = 'rejected', status_reason = 'Said so', status_coder_id = @id, status_ms = 5, schedule = '1 May: a' || char(10) || 'b',
         monitor = '<M>', status_seen = (SELECT json_object('members', json_group_array(m.annotation_id), 'checks', json_array()) FROM thread_member m WHERE m.thread_id = thread.id)
       WHERE id % 2 = 1`,
      { id },
    )
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

  test('E10 any library is valid and comes back equal', async () => {
    await fc.assert(
      fc.asyncProperty(libraryPlan, async (plan) => {
        const [theirs, mine] = [projectLibrary(), projectLibrary()]
        try {
          makeLibrary(theirs.library, plan)
          withMore(theirs.library)
          const { bytes, xml } = await project(theirs.db, whole)
          expect([null, 'valid']).toContain(await validity(xml, 'Project-mrt2019.xsd'))
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
