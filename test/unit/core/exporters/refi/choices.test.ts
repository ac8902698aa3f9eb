/** What does not go out of a library: names of coders, notes, all of a text but its quotes, what a filter leaves. In no part of the file. */
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../../../../src/core/exporters/interchange/project-json-redact.ts'
import { removeAnnotations } from '../../../../../src/core/store/annotation-removal.ts'
import { fill, step } from '../../projects/library-source.ts'
import { lossesOf, projectLibrary, readProject } from '../../projects/helpers.ts'
import { project, reviewed, validity } from './archive.ts'
import { contentsOf } from './oracle.ts'

/** Every byte of the archive that is not packed, as text. */
const everything = ({ names, text }: { names: readonly string[]; text: (name: string) => string }): string =>
  names.map((name) => name + text(name)).join('\n')

function filled() {
  const library = projectLibrary()
  const ids = fill(library.library)
  reviewed(library.library, ids.demand)
  step(library.library, (db) => {
    const coder = db.run("INSERT INTO coder(uid, name) VALUES (?, 'Zadie Secret')", [crypto.randomUUID()]).lastId
    db.run('UPDATE annotation SET coder_id = ?, created_ms = 1 WHERE id = ?', [coder, ids.position])
    db.run('UPDATE cell_summary SET coder_id = ?', [coder])
    db.run('UPDATE thread SET status_coder_id = ?', [coder])
  })
  return { ...library, ...ids }
}

describe('redaction', () => {
  test('coders are numbers in the order of their first work, also in what only Parley reads', async () => {
    const { db } = filled()
    const out = await project(db, { coders: false, history: true })
    expect(everything(out)).not.toMatch(/Zadie|Secret|\bAda\b/)
    const mine = projectLibrary()
    await mine.bring(await readProject(out.bytes))
    expect(mine.db.column('SELECT c.name FROM annotation n JOIN coder c ON c.id = n.coder_id ORDER BY n.created_ms, n.id')).toEqual([
      'Coder 1',
      'Coder 2',
      'Coder 2',
    ])
    expect(everything(await project(db, { history: true }))).toContain('Zadie Secret')
  })

  test('no words of the analysts', async () => {
    const { db } = filled()
    const words = ['From the desk', 'Key line', 'The paper corrected the day', 'Two of nine', 'The quay was seen open', 'Three days', 'Coast asks for the harbour', 'Only by Friday'] // prettier-ignore
    const [whole, without] = [
      everything(await project(db, { history: true })),
      everything(await project(db, { history: true, notes: false })),
    ]
    for (const word of words) {
      expect(whole).toContain(word)
      expect(without).not.toContain(word)
    }
  })

  test('files that articles came from only where they are chosen', async () => {
    const { db } = filled()
    expect(everything(await project(db))).not.toContain('base64":"')
    expect((await project(db)).lost).toContainEqual({ code: 'project-files', count: 1 })
    expect((await project(db, { originals: true, history: true })).lost.map(({ code }) => code)).not.toContain('project-files')
  })

  test('earlier texts only where they are chosen, or an annotation stands in them', async () => {
    const { db, library } = filled()
    const out = await project(db)
    expect(everything(out)).toContain('reopen by Friday')
    expect(out.lost).toContainEqual({ code: 'refi-not-in-text', count: 1 })
    const mine = projectLibrary()
    await mine.bring(await readProject(out.bytes))
    expect(contentsOf(mine.db, { files: false })).toEqual(contentsOf(db, { files: false }))
    step(library, (write) => removeAnnotations(write, write.column<number>("SELECT id FROM annotation WHERE quote = 'by Friday'")))
    const without = await project(db)
    expect(everything(without)).not.toContain('reopen by Friday')
    expect(without.lost).toContainEqual({ code: 'project-earlier-texts', count: 1 })
    const other = projectLibrary()
    await other.bring(await readProject(without.bytes))
    const only = { earlier: false, files: false }
    expect(contentsOf(other.db, only)).toEqual(contentsOf(db, only))
  })
})

describe('quotes only', () => {
  test('of a text its quotes alone go out, each still in its place', async () => {
    const { db } = filled()
    const out = await project(db, { quotesOnly: true })
    expect(everything(out)).not.toMatch(/Ferries stop at Kestrel|Photo: the quay|Grain talks in Marsa 😀/)
    expect(out.lost).toContainEqual({ code: 'project-excerpts', count: 2 })
    const mine = projectLibrary()
    await mine.bring(await readProject(out.bytes))
    const quotes = 'SELECT uid, quote FROM annotation ORDER BY uid'
    expect(mine.db.all(quotes)).toEqual(db.all(quotes))
    expect(mine.db.column('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id ORDER BY a.id')).toEqual([
      '[…]\n\ndemands that the harbour reopen\n\n[…]',
      '[…]\n\nrejects every toll\n\n[…]',
    ])
    expect(mine.db.column<string>('SELECT details FROM article').every((details) => details.includes('Quotes only'))).toBe(true)
  })

  test('brought into the library it came from it changes nothing', async () => {
    const { db, bring } = filled()
    const before = contentsOf(db)
    const lines = await bring(await readProject((await project(db, { quotesOnly: true })).bytes))
    expect(lines.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'duplicate')).toEqual([])
    expect(contentsOf(db)).toEqual(before)
  })

  test('passages that overlap are one; a whole text has no gaps', () => {
    const text = 'one two three four'
    const { text: excerpt, move } = excerptOf(text, [{ start: 8, end: 13 }, { start: 0, end: 3 }, { start: 10, end: 18 }]) // prettier-ignore
    expect(excerpt).toBe('one\n\n[…]\n\nthree four')
    expect([0, 8, 10].map((offset) => excerpt.slice(move(offset), move(offset) + 3))).toEqual(['one', 'thr', 'ree'])
    expect(excerptOf(text, [{ start: 0, end: text.length }]).text).toBe(text)
    expect(excerptOf(text, []).text).toBe('[…]')
  })
})

describe('a filter', () => {
  test('lets out what is chosen, with what belongs to it, and nothing else', async (context) => {
    const { db, demand, ferry } = filled()
    const tag = db.value<number>("SELECT id FROM tag WHERE code = 'demand'")
    const out = await project(db, { filter: { tags: [tag] } })
    expect(everything(out)).not.toMatch(/rejects every toll|Grain talks|Marsa/)
    const mine = projectLibrary()
    await mine.bring(await readProject(out.bytes))
    expect(mine.db.column('SELECT uid FROM annotation')).toEqual(db.column('SELECT uid FROM annotation WHERE id = ?', [demand]))
    expect(mine.db.column('SELECT uid FROM article')).toEqual(db.column('SELECT uid FROM article WHERE id = ?', [ferry]))
    expect(mine.db.value('SELECT count(*) FROM thread_member')).toBe(1)
    expect(mine.db.column('SELECT name FROM party ORDER BY name')).toEqual(['Coast', 'Isle Council', 'Orla Venn'])
    expect(mine.db.column('SELECT name FROM collection ORDER BY id')).toEqual(['Round one', 'Day two'])
    const said = await validity(out.xml, 'Project-mrt2019.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })

  test('that lets nothing out gives a file that is valid all the same', async (context) => {
    const { db } = filled()
    const out = await project(db, { filter: { from: '1999-01-01', to: '1999-01-02' } })
    expect(lossesOf(await projectLibrary().bring(await readProject(out.bytes)))).toEqual({})
    const said = await validity(out.xml, 'Project-mrt2019.xsd')
    if (said === null) return context.skip('no xmllint or corpus')
    expect(said).toBe('valid')
  })
})
