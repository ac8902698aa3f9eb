/** The project of a library as JSON: one canonical text, out of which the same library comes again, and nothing that does not fit. */
import { describe, expect, test } from 'vitest'
import { projectOfLibrary, projectToJson } from '../../../../src/core/exporters/interchange/project-json.ts'
import { projectFromJson } from '../../../../src/core/importers/projects/project-json.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import { exportInputSchema } from '../../../../src/shared/domain/export.ts'
import { fill } from '../projects/library-source.ts'
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

  test('E14 the same library gives the same text', () => {
    const { db } = source()
    expect(projectToJson(projectOfLibrary(db, all).project)).toBe(projectToJson(projectOfLibrary(db, all).project))
  })
})

const tagUids = ({ db }: TestLibrary): RegExp => new RegExp(db.column<string>('SELECT uid FROM tag').join('|'), 'g')
const tagUid = (from: TestLibrary, to: TestLibrary, uid: string): string =>
  to.db.value<string>('SELECT uid FROM tag WHERE code = ?', [from.db.value<string>('SELECT code FROM tag WHERE uid = ?', [uid])])
