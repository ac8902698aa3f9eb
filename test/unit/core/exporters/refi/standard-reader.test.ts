/**
 * A small reader that knows REFI-QDA 1.5 by its words and nothing of Parley: GUIDs whatever their case, positions in code points, sources by
 * `internal://`. What it finds is compared with what is in the library.
 */
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseXml, type XmlElement } from '../../../../../src/core/codebook/formats/xml.ts'
import type { ReadDb } from '../../../../../src/core/store/types.ts'
import { fill } from '../../projects/library-source.ts'
import { projectLibrary } from '../../projects/helpers.ts'
import { all, attribute, child, project, reviewed } from './archive.ts'

interface ReadSelection {
  readonly guid: string
  readonly words: string
  readonly codes: readonly string[]
  readonly memos: readonly string[]
  readonly user: string
}

/** Selections of all sources, as a program would show them. Throws where anything points to nothing. */
function read(bytes: Uint8Array): { selections: ReadSelection[]; guids: string[]; references: string[] } {
  const files = unzipSync(bytes)
  const root = parseXml(new TextDecoder().decode(files['project.qde']))
  const names = (element: string, of: XmlElement = root): Map<string, string> =>
    new Map(all(of, element).map((one) => [attribute(one, 'guid').toLowerCase(), attribute(one, 'name')]))
  const found = <T>(map: ReadonlyMap<string, T>, guid: string): T => {
    const value = map.get(guid.toLowerCase())
    if (value === undefined) throw new Error(`nothing has the GUID ${guid}`)
    return value
  }
  const [codes, users] = [names('Code'), names('User')]
  const notes = new Map(
    all(root, 'Note').map((note) => [attribute(note, 'guid').toLowerCase(), child(note, 'PlainTextContent')?.text ?? '']),
  )
  const selections = all(root, 'TextSource').flatMap((source) => {
    const path = /^internal:\/\/([^/\\]+)$/.exec(attribute(source, 'plainTextPath'))?.[1]
    const file = files[`sources/${path ?? ''}`]
    if (!file) throw new Error('a source without a text')
    // One entry a code point, as Python and the standard count.
    const points = Array.from(new TextDecoder('utf-8', { fatal: true }).decode(file))
    return source.children
      .filter(({ name }) => name === 'PlainTextSelection')
      .map((selection) => ({
        guid: attribute(selection, 'guid').toLowerCase(),
        words: points.slice(Number(attribute(selection, 'startPosition')), Number(attribute(selection, 'endPosition'))).join(''),
        codes: all(selection, 'CodeRef').map((ref) => found(codes, attribute(ref, 'targetGUID'))),
        memos: selection.children.filter(({ name }) => name === 'NoteRef').map((ref) => found(notes, attribute(ref, 'targetGUID'))),
        user: found(users, attribute(selection, 'creatingUser')),
      }))
  })
  const everything = ['User', 'Code', 'Variable', 'Case', 'TextSource', 'PlainTextSelection', 'Coding', 'Note', 'Link', 'Set'].flatMap(
    (name) => all(root, name),
  )
  const references = ['CodeRef', 'NoteRef', 'VariableRef', 'SelectionRef', 'MemberCode', 'MemberSource'].flatMap((name) => all(root, name))
  return {
    selections,
    guids: everything.map((one) => attribute(one, 'guid').toLowerCase()),
    references: [
      ...references.map((one) => attribute(one, 'targetGUID').toLowerCase()),
      ...all(root, 'Link').flatMap((link) => [attribute(link, 'originGUID').toLowerCase(), attribute(link, 'targetGUID').toLowerCase()]),
    ],
  }
}

/** The same from the tables. */
const expected = (db: ReadDb): ReadSelection[] =>
  db
    .all<{ id: number; uid: string; quote: string; note: string | null; coder: string; tag: string }>(
      `SELECT n.id, n.uid, n.quote, n.note, c.name AS coder, t.name AS tag FROM annotation n JOIN coder c ON c.id = n.coder_id
       JOIN tag t ON t.id = n.tag_id JOIN article a ON a.id = n.article_id WHERE n.revision_id = a.revision_id ORDER BY n.uid`,
    )
    .map(({ id, uid, quote, note, coder, tag }) => ({
      guid: uid,
      words: quote,
      codes: [
        tag,
        ...db.column<string>(
          'SELECT i.name FROM annotation_issue x JOIN issue i ON i.id = x.issue_id WHERE x.annotation_id = ? ORDER BY x.position',
          [id],
        ),
      ],
      memos: note === null ? [] : [note],
      user: coder,
    }))

describe('as another program reads it', () => {
  test('E10 spans, codes, memos and coders are those of the library', async () => {
    const { library, db } = projectLibrary()
    reviewed(library, fill(library).demand)
    const { selections, guids, references } = read((await project(db)).bytes)
    expect(selections.toSorted((one, other) => (one.guid < other.guid ? -1 : 1))).toEqual(expected(db))
    expect(selections.length).toBeGreaterThan(1)
    expect(new Set(guids).size).toBe(guids.length)
    const known = new Set(guids)
    expect(references.filter((guid) => !known.has(guid))).toEqual([])
  })

  test('E10 nothing but internal sources, no path, no byte order mark, line feeds alone', async () => {
    const { library, db } = projectLibrary()
    fill(library)
    const { xml, root, names, text } = await project(db, { originals: true, history: true })
    const paths = all(root, 'TextSource')
      .concat(all(root, 'Note'))
      .map((one) => attribute(one, 'plainTextPath'))
    expect(paths.filter((path) => path !== '' && !/^internal:\/\/[0-9a-f-]{36}\.txt$/.test(path))).toEqual([])
    expect(attribute(root, 'basePath')).toBe('')
    expect(names.every((name) => name === 'project.qde' || /^sources\/[0-9a-f-]{36}\.txt$/.test(name))).toBe(true)
    expect(names).not.toContain('sources/')
    for (const name of names) {
      const content = text(name)
      expect(content).not.toMatch(/^\ufeff|\r/)
      expect(content).not.toMatch(/\/tmp\/|\/home\/|\/Users\/|[A-Z]:\\/)
    }
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Project /)
  })

  test('parties are cases with the passages in which they speak; a statement is one with its coding as variables', async () => {
    const { library, db } = projectLibrary()
    const { demand } = fill(library)
    reviewed(library, demand)
    const { root } = await project(db)
    const variables = new Map(all(root, 'Variable').map((one) => [attribute(one, 'guid'), attribute(one, 'name')]))
    const uid = db.value<string>('SELECT uid FROM annotation WHERE id = ?', [demand])
    const cases = all(root, 'Case').filter((one) => all(one, 'SelectionRef').some((ref) => attribute(ref, 'targetGUID') === uid))
    const values = cases.map((one) =>
      Object.fromEntries(
        all(one, 'VariableValue').map((value): [string, string] => [
          variables.get(attribute(child(value, 'VariableRef'), 'targetGUID')) ?? '',
          value.children[1]?.text ?? '',
        ]),
      ),
    )
    expect(cases.map((one) => attribute(one, 'name'))).toEqual(['Orla Venn', 'demands that the harbour reopen'])
    expect(values[0]).toEqual({ 'Kind of party': 'Person', 'Role of the party': 'None', 'Part of': 'Coast', 'Belongs to': 'Coast (2024–)' })
    expect(values[1]).toMatchObject({ Tag: 'Demand', Speaker: 'Orla Venn', 'On behalf of': 'Coast', Targets: 'Isle Council', Issues: 'Border › Harbour', Stance: 'Supports', Intensity: '4', Condition: 'if talks fail', Important: 'true' }) // prettier-ignore
    const party = all(root, 'Case').find((one) => attribute(one, 'name') === 'Coast')
    expect(all(party ?? root, 'TextValue').map(({ text }) => text)).toContain('Küste')
    // A thread is a note with links to its passages; a collection is a set of sources.
    const [link] = all(root, 'Link')
    expect(attribute(link, 'targetGUID')).toBe(uid)
    expect(all(root, 'Note').map((note) => attribute(note, 'name'))).toEqual(
      expect.arrayContaining(['Thread: Reopen the harbour', 'Event: Marsa round', 'Coast on Border › Harbour']),
    )
    expect(all(root, 'Set').map((set) => attribute(set, 'name'))).toEqual(['Tags', 'Issues', 'Round one › Day two', 'Same story 1'])
  })
})
