/** The project of a library as JSON: one canonical text, out of which the same library comes again, and nothing that does not fit. */
import { describe, expect, test } from 'vitest'
import { projectOfLibrary, projectToJson } from '../../../../src/core/exporters/interchange/project-json.ts'
import { projectFromJson } from '../../../../src/core/importers/projects/project-json.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import { exportInputSchema } from '../../../../src/shared/domain/export.ts'
import { insertCollection, moveCollection } from '../../../../src/core/store/collections.ts'
import { insertIssue, moveIssue } from '../../../../src/core/store/issues.ts'
import { insertParty, moveParty } from '../../../../src/core/store/parties.ts'
import { fill, step } from '../projects/library-source.ts'
import { projectLibrary, type TestLibrary } from '../projects/helpers.ts'
import { contentsOf } from './refi/oracle.ts'

const choice = (more: object = {}) => exportInputSchema.parse({ format: 'qdpx', ...more })
const all = choice({ history: true, originals: true })

function source(): TestLibrary & ReturnType<typeof fill> {
  const library = projectLibrary()
  return { ...library, ...fill(library.library) }
}

function reading(json: string): ReadProject {
  const read = projectFromJson(json)
  if ('problem' in read) throw new Error(read.problem)
  return { kind: 'project', format: 'qdpx', mediaType: '', project: read.project, lost: [] }
}

describe('a library as JSON', () => {
  test('comes in again as an equal library, and once more as nothing new', async () => {
    const [theirs, mine] = [source(), projectLibrary()]
    const json = projectToJson(projectOfLibrary(theirs.db, all).project)
    await mine.bring(reading(json))
    expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
    const again = await mine.bring(reading(json), { take: { articles: 'theirs', annotations: 'theirs', threads: 'theirs' } })
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']))
    expect(projectToJson(projectOfLibrary(mine.db, all).project)).toBe(json.replaceAll(tagUids(theirs), (uid) => tagUid(theirs, mine, uid)))
  })

  test('siblings keep their order, whichever was made or found first', async () => {
    const [theirs, mine] = [projectLibrary(), projectLibrary()]
    step(theirs.library, (db, { uid }) => {
      for (const [insert, move] of [
        [insertIssue, moveIssue],
        [insertParty, moveParty],
        [insertCollection, moveCollection],
      ] as const) {
        const later = insert(db, { name: 'Later', parentId: null }, uid)
        insert(db, { name: 'Beneath', parentId: later }, uid)
        const first = insert(db, { name: 'First', parentId: null }, uid)
        move(db, { id: first, parentId: null, before: later })
      }
    })
    await mine.bring(reading(projectToJson(projectOfLibrary(theirs.db, all).project)))
    expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
    for (const table of ['issue', 'party', 'collection'])
      expect(mine.db.column(`SELECT name FROM ${table} WHERE parent_id IS NULL ORDER BY position`)).toEqual(['First', 'Later'])
  })

  test('what does not fit is not taken: nothing of it', () => {
    const json = projectToJson(projectOfLibrary(source().db, all).project)
    const problem = (edit: (text: string) => string): string => {
      const read = projectFromJson(edit(json))
      return 'problem' in read ? read.problem : 'none'
    }
    expect(problem((text) => text)).toBe('none')
    expect(problem(() => '')).toBe('damaged')
    expect(problem(() => '{}')).toBe('other')
    expect(problem((text) => text.replace('"version":1', '"version":2'))).toBe('newer')
    for (const [what, instead] of [
      ['"stance":"supports"', '"stance":"adores"'],
      ['"origin":"Parley"', '"origin":"Parley","more":1'],
      [/"start":\d+/, '"start":-1'],
      [/"end":\d+/, '"end":100000'],
      ['Ferries stop at Kestrel', 'Ferries\\r\\nstop at Kestrel'],
      [/"base64":"[^"]{4}/, '"base64":"###'],
      [/"uid":"[^"]*"/, '"uid":"../../x"'],
      ['"number":1', '"number":7'],
      ['"file":0', '"file":99'],
    ] as const)
      expect([what, problem((text) => text.replace(what, instead))]).toEqual([what, 'damaged'])
    const elsewhere = projectToJson(projectOfLibrary(source().db, all).project, { textsElsewhere: true })
    expect(projectFromJson(elsewhere)).toEqual({ problem: 'text' })
    expect(projectFromJson(elsewhere, { textOf: () => 'another text' })).toEqual({ problem: 'text' })
    const skipped = projectFromJson(elsewhere, { skipTexts: true })
    expect('project' in skipped && [skipped.project.articles, skipped.project.annotations, skipped.left.length]).toEqual([[], [], 2])
  })

  test('E14 the same library gives the same text', () => {
    const { db } = source()
    expect(projectToJson(projectOfLibrary(db, all).project)).toBe(projectToJson(projectOfLibrary(db, all).project))
  })
})

const tagUids = ({ db }: TestLibrary): RegExp => new RegExp(db.column<string>('SELECT uid FROM tag').join('|'), 'g')
const tagUid = (from: TestLibrary, to: TestLibrary, uid: string): string =>
  to.db.value<string>('SELECT uid FROM tag WHERE code = ?', [from.db.value<string>('SELECT code FROM tag WHERE uid = ?', [uid])])
