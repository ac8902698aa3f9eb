/** Names and words that were made to break out of a file: nothing that anybody typed becomes the name of an entry, or markup. */
import { describe, expect, test } from 'vitest'
import { projectOfLibrary } from '../../../../../src/core/exporters/interchange/project-json.ts'
import { projectLosses } from '../../../../../src/core/exporters/refi/losses.ts'
import { qdeOf } from '../../../../../src/core/exporters/refi/qde.ts'
import { Variables } from '../../../../../src/core/exporters/refi/variables.ts'
import { XmlText } from '../../../../../src/core/exporters/refi/xml-text.ts'
import { parseXml } from '../../../../../src/core/codebook/formats/xml.ts'
import { isProblem, openArchive } from '../../../../../src/core/importers/zip/open-archive.ts'
import { fill, step } from '../../projects/library-source.ts'
import { projectLibrary, readProject } from '../../projects/helpers.ts'
import { choiceOf } from '../interchange.ts'
import { all, attribute, project, validity } from './archive.ts'
import { contentsOf } from './oracle.ts'

const NAMES = ['../../x', '/etc/passwd', 'C:\\x', 'CON', 'nul.txt', 'a:b', 'x.', 'x ', '.htaccess', '-rf', '😀', 'x'.repeat(300), '\u202egpj.exe', '"><script>', ']]>', '&amp;', '{"format":"Parley data"}'] // prettier-ignore

function hostile() {
  const library = projectLibrary()
  fill(library.library)
  step(library.library, (db, { uid }) => {
    for (const [index, name] of NAMES.entries()) {
      db.run('INSERT INTO collection(uid, name) VALUES (?, ?)', [uid(), name])
      db.run("INSERT INTO event(uid, title, kind, starts, created_ms) VALUES (?, ?, 'other', '2025', 0)", [uid(), name])
      db.run(`INSERT INTO issue(uid, name, name_fold, position) VALUES (?, ?, ?, ?)`, [uid(), name, `fold ${index}`, 10 + index])
    }
    db.run("UPDATE article SET title = ?, outlet_id = NULL WHERE title = 'Ferries stop'", [NAMES.join(' ')])
    db.run("UPDATE article SET title = '../../x' WHERE title = 'Grain talks'")
  })
  return library
}

describe('hostile names', () => {
  test('E6 no name becomes the name of an entry', async () => {
    const { db } = hostile()
    const { names, bytes } = await project(db)
    expect(names.filter((name) => name !== 'project.qde' && !/^sources\/[0-9a-f-]{36}\.txt$/.test(name))).toEqual([])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    const archive = await openArchive(bytes)
    if (isProblem(archive)) throw new Error(`our own archive is refused: ${JSON.stringify(archive)}`)
    expect(archive.names).toEqual(names)
  })

  test('E6 they are text in the project file, which stays valid', async (context) => {
    const { db } = hostile()
    const { xml, root } = await project(db)
    expect(all(root, 'Set').map((set) => attribute(set, 'name'))).not.toContain('')
    expect(all(root, 'Note').map((note) => attribute(note, 'name'))).toEqual(
      expect.arrayContaining(['Event: ../../x', 'Event: "><script>']),
    )
    expect(all(root, 'script')).toEqual([])
    const said = await validity(xml, 'Project-mrt2019.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })
})

describe('characters that XML cannot hold', () => {
  const control = 'A\u0001B\ufffe\u000bC'

  test('are left out for others, counted, and come back', async (context) => {
    const { db, library } = projectLibrary()
    const { demand } = fill(library)
    step(library, (write) => {
      write.run('UPDATE annotation SET note = ? WHERE id = ?', [control, demand])
      write.run('UPDATE thread SET note = ?', [control])
    })
    const { xml, lost, bytes } = await project(db, { history: true, originals: true })
    expect(lost).toContainEqual({ code: 'refi-characters', count: 6 })
    expect(xml).toContain('ABC')
    const mine = projectLibrary()
    await mine.bring(await readProject(bytes))
    expect(contentsOf(mine.db)).toEqual(contentsOf(db))
    const said = await validity(xml, 'Project-mrt2019.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })

  test('halves of pairs too, wherever they come from', async (context) => {
    const { db, library } = projectLibrary()
    fill(library)
    const found = projectOfLibrary(db, choiceOf('qdpx'))
    const [first, ...others] = found.project.articles
    if (!first) throw new Error('no article')
    const articles = [{ ...first, title: 'half \ud83d of a pair', note: '\udc00' }, ...others]
    const broken = { ...found, project: { ...found.project, articles } }
    const xml = qdeOf(broken.project)
    expect(xml.isWellFormed()).toBe(true)
    expect(projectLosses(broken)).toContainEqual({ code: 'refi-characters', count: 2 })
    const said = await validity(xml, 'Project-mrt2019.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })
})

describe('values', () => {
  test('numbers of any size are decimals of XML, what is none is left out, and variables of one name are told apart', () => {
    const variables = new Variables(new XmlText())
    const values = [0, -1.5, 1e21, 1.7976931348623157e308, 1e-7, 5e-324].map((value) =>
      variables.value('n', 'Number', value, 'Float').join(''),
    )
    for (const value of values) expect(parseXml(value).children[1]?.text).toMatch(/^-?\d+(\.\d+)?$/)
    expect(parseXml(values[2] ?? '').children[1]?.text).toBe('1000000000000000000000')
    for (const value of [Number.NaN, Infinity, null, undefined, '']) expect(variables.value('n', 'Number', value, 'Float')).toEqual([])
    variables.value('other', 'Number', 'x')
    expect(variables.definitions().map((one) => attribute(parseXml(one), 'name'))).toEqual(['Number', 'Number (2)'])
  })
})
