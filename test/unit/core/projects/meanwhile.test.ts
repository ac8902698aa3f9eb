/** What an analyst does while a project comes in stays done, and what fails takes nothing with it but what comes after. */
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../../src/core/store/annotation-removal.ts'
import { updateAnnotation } from '../../../../src/core/store/annotations.ts'
import { removeArticles, updateArticle } from '../../../../src/core/store/articles.ts'
import { insertCollection, removeCollection, renameCollection } from '../../../../src/core/store/collections.ts'
import { removeTag } from '../../../../src/core/store/tags.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'
import { behindLongTexts, lossesOf, projectLibrary, readProject, type TestLibrary } from './helpers.ts'
import { bytesOf, fill, step, type Filled } from './library-source.ts'

interface Two {
  mine: TestLibrary
  theirs: TestLibrary
  filled: Filled
}

async function two(): Promise<Two> {
  const [mine, theirs] = [projectLibrary(), projectLibrary()]
  const filled = fill(theirs.library)
  await mine.bring(await readTheirs(theirs))
  return { mine, theirs, filled }
}

const readTheirs = async (theirs: TestLibrary): Promise<ReadProject> => readProject(await bytesOf(theirs.library))
const idOf = (db: ReadDb, sql: string): number => db.value<number>(sql)
const grain = (db: ReadDb): number => idOf(db, "SELECT id FROM article WHERE title = 'Grain talks'")
const demand = (db: ReadDb): number => idOf(db, "SELECT id FROM annotation WHERE quote LIKE 'demands%'")
const notes = (db: ReadDb): unknown[] => db.column('SELECT note FROM annotation ORDER BY id')

describe('while a project comes in', () => {
  test('a value that is edited stays, also where theirs is taken; the others are taken', async () => {
    const { mine, theirs, filled } = await two()
    step(theirs.library, (db, context) => {
      updateAnnotation(db, filled.demand, { note: 'Their note' }, context)
      updateAnnotation(db, filled.position, { note: 'Their other note' }, context)
      updateArticle(db, filled.grain, { title: 'Their title', note: 'Their word' }, context.now)
    })
    const reading = behindLongTexts(await readTheirs(theirs))
    const lines = await mine.bring(reading, { take: { annotations: 'theirs', articles: 'theirs' } }, undefined, {
      between: (done) => {
        if (done === 1)
          step(mine.library, (db, context) => {
            updateArticle(db, grain(db), { title: 'My title' }, context.now)
            updateAnnotation(db, demand(db), { note: 'My newer note' }, context)
          })
      },
    })
    expect(notes(mine.db)).toEqual(['My newer note', null, 'Their other note'])
    expect(mine.db.column('SELECT title FROM article WHERE note = ?', ['Their word'])).toEqual(['My title'])
    expect(lossesOf(lines)).toMatchObject({ 'differences-left': 2 })
  })

  test('an empty place that is filled stays as it was filled', async () => {
    const { mine, theirs, filled } = await two()
    step(theirs.library, (db, context) => updateAnnotation(db, filled.position, { note: 'Only theirs' }, context))
    await mine.bring(behindLongTexts(await readTheirs(theirs)), { take: { annotations: 'fill' } }, undefined, {
      between: (done) => {
        if (done === 1)
          step(mine.library, (db, context) =>
            updateAnnotation(db, idOf(db, "SELECT id FROM annotation WHERE quote LIKE 'rejects%'"), { note: 'Mine' }, context),
          )
      },
    })
    expect(notes(mine.db)).toEqual(['Key line', null, 'Mine'])
  })

  test('an article, an annotation and a tag that are removed stay away, and the rest comes in', async () => {
    const { mine, theirs, filled } = await two()
    step(theirs.library, (db, context) => {
      updateArticle(db, filled.grain, { title: 'Their title' }, context.now)
      updateAnnotation(db, filled.demand, { note: 'Their note', intensity: 1 }, context)
    })
    const lines = await mine.bring(
      behindLongTexts(await readTheirs(theirs)),
      { take: { articles: 'theirs', annotations: 'theirs', threads: 'theirs' } },
      undefined,
      {
        between: (done) => {
          if (done === 1)
            step(mine.library, (db) => {
              removeArticles(db, [grain(db)])
              removeAnnotations(db, [demand(db)])
              removeTag(db, idOf(db, "SELECT id FROM tag WHERE name = 'Pledge'"))
            })
        },
      },
    )
    expect(mine.db.column('SELECT title FROM article ORDER BY id')).toEqual(['Ferries stop', 'First', 'Second'])
    expect(mine.db.column('SELECT quote FROM annotation')).toEqual(['by Friday'])
    expect(mine.db.column("SELECT name FROM tag WHERE name = 'Pledge'")).toEqual([])
    expect(lossesOf(lines)).toMatchObject({ 'removed-here': 3 })
    expect(mine.library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  test('an article that came in and is removed before the end takes nothing else with it', async () => {
    const [mine, theirs] = [projectLibrary(), projectLibrary()]
    fill(theirs.library)
    const reading = behindLongTexts(await readTheirs(theirs))
    const { project } = reading
    const [first, second, ...others] = project.articles
    if (!first || !second || !project.library) throw new Error('no articles')
    const apart = [[String(others[0]?.key), second.key]] as const
    const turned = { ...reading, project: { ...project, articles: [...others, first, second], library: { ...project.library, apart } } }
    await mine.bring(turned, {}, undefined, {
      between: (done) => {
        if (done < project.articles.length) step(mine.library, (db) => removeArticles(db, db.column<number>('SELECT id FROM article')))
      },
    })
    expect(mine.db.column('SELECT title FROM article')).toEqual(['Second'])
    expect(mine.db.value('SELECT count(*) FROM thread')).toBe(1)
  })
})

describe('what cannot come in', () => {
  test('a failure keeps what came before it, and says of everything after it that it was refused', async () => {
    const [mine, theirs] = [projectLibrary(), projectLibrary()]
    fill(theirs.library)
    const errors: unknown[] = []
    const lines = await mine.bring(behindLongTexts(await readTheirs(theirs)), {}, undefined, {
      saying: (said) => {
        if (said.some(({ outcome, title }) => outcome === 'imported' && title === 'Second')) throw new Error('no')
      },
      failed: (error) => void errors.push(error),
    })
    expect(errors).toHaveLength(1)
    expect(lines.map(({ title, outcome, problem }) => [title, outcome, problem?.code])).toEqual([
      ['First', 'imported', undefined],
      ['Second', 'refused', 'crashed'],
      ['Ferries stop', 'refused', 'crashed'],
      ['Grain talks', 'refused', 'crashed'],
      ['file', 'refused', 'crashed'],
    ])
    expect(mine.db.column('SELECT title FROM article')).toEqual(['First'])
  })

  test('a collection whose place is taken by a namesake joins it, and the threads behind it come in', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db, { uid }) =>
      insertCollection(db, { name: '2025', parentId: idOf(db, "SELECT id FROM collection WHERE name = 'Round one'") }, uid),
    )
    step(theirs.library, (db) => {
      db.run("UPDATE thread SET note = 'Their word on it'")
      renameCollection(db, idOf(db, "SELECT id FROM collection WHERE name = 'Day two'"), 'Plans')
    })
    step(mine.library, (db, { uid }) => {
      const round = idOf(db, "SELECT id FROM collection WHERE name = 'Round one'")
      removeCollection(db, round)
      for (const name of ['2025', 'Plans']) insertCollection(db, { name, parentId: null }, uid)
    })
    const lines = await mine.bring(await readTheirs(theirs), { take: { threads: 'fill', collections: 'theirs' } })
    expect(mine.db.column('SELECT name FROM collection ORDER BY name')).toEqual(['2025', 'Day two', 'Plans'])
    expect(mine.db.column('SELECT note FROM thread')).toEqual(['Their word on it'])
    expect(lossesOf(lines)).toMatchObject({ 'collections-joined': 1, 'differences-left': 1, 'removed-here': 1 })
  })

  test('a member of a thread that was removed here is no difference, and nothing is written for it', async () => {
    const { mine, theirs } = await two()
    step(mine.library, (db) => removeAnnotations(db, [demand(db)]))
    const reading = await readTheirs(theirs)
    expect(mine.preview(reading).kinds.find(({ kind }) => kind === 'threads')?.counts).toMatchObject({ same: 1, changed: 0 })
    const lines = await mine.bring(reading, { take: { threads: 'theirs' } })
    expect(lines.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  })
})
