/** Importing a codebook: what the preview says is what happens, nothing is overwritten undecided, and a second import changes nothing. */
import { describe, expect, test } from 'vitest'
import { applyCodebook } from '../../../src/core/codebook/apply.ts'
import { collectCodebook } from '../../../src/core/codebook/collect.ts'
import { exportCodebook } from '../../../src/core/codebook/export.ts'
import { PARTS, type CodebookFile } from '../../../src/core/codebook/file.ts'
import { previewOf } from '../../../src/core/codebook/plan.ts'
import { readCodebook } from '../../../src/core/codebook/read.ts'
import { listTemplates, templateFile, templateSource } from '../../../src/core/codebook/templates.ts'
import { addExample } from '../../../src/core/store/examples.ts'
import { insertIssue, listIssues, resolveIssue } from '../../../src/core/store/issues.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { findParty, insertParty, listParties, partyById, updateParty } from '../../../src/core/store/parties.ts'
import type { WriteDb } from '../../../src/core/store/types.ts'
import { without } from '../../../src/core/store/rows.ts'
import { setTagFields } from '../../../src/core/store/tag-fields.ts'
import { insertTag, listTags, resolveTag, tagById, updateTag } from '../../../src/core/store/tags.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, step, tagQuote, uid } from './library.ts'

const bytesOf = (library: LibraryFile, format: 'json' | 'csv' | 'qdc') => exportCodebook(library.read, { format }, 'Talks').bytes
const previewOfBytes = (library: LibraryFile, bytes: Uint8Array) => previewOf(library.read, readCodebook(bytes, 'issues'), 'file')
const previewOfFile = (library: LibraryFile, file: Partial<CodebookFile>) =>
  previewOf(
    library.read,
    { file: { name: '', description: '', tags: [], issues: [], parties: [], ...file }, problems: [], format: 'json' },
    'file',
  )
const take = (library: LibraryFile, file: Partial<CodebookFile>, decisions: Parameters<typeof applyCodebook>[2]['decisions'] = []) =>
  step(library, (db) => applyCodebook(db, { name: '', description: '', tags: [], issues: [], parties: [], ...file }, { uid, decisions }))

/** A library in which everything that travels is used. */
function full(): LibraryFile {
  const library = codedLibrary()
  step(library, (db, context) => {
    const refusal = insertTag(
      db,
      { name: 'Refusal, polite', hue: 'rose', letter: 'Ж', parentId: resolveTag(db, 'rejection'), useWhen: 'Softly.' },
      uid,
    )
    setTagFields(
      db,
      refusal,
      [
        { name: 'How', type: 'choice', choices: ['a', 'b'], renamed: [] },
        { name: 'To whom', type: 'party', choices: [], renamed: [] },
      ],
      uid,
    )
    const kabul = insertParty(db, { name: 'Kabul', kind: 'government', aliases: [{ name: 'کابل', language: 'ps' }] }, uid)
    const doha = insertParty(db, { name: 'Doha', parentId: kabul, hue: 'sky', retired: true }, uid)
    updateParty(db, doha, { affiliations: [{ withId: kabul, since: '2013', until: '2021-08', note: 'office' }] })
    const crossings = resolveIssue(db, ['Border', 'Crossings'], uid)
    const id = tagQuote(db, context, putArticle(db, 'They must open the crossings.'), 'open the crossings', {
      tag: refusal,
      issues: [crossings],
    })
    addExample(db, { tagId: refusal }, id)
    addExample(db, { issueId: crossings }, id)
  })
  return library
}

describe('a codebook that is written and read', () => {
  test.each(['json', 'csv', 'qdc'] as const)('as %s changes nothing in the library that it came from', (format) => {
    const library = full()
    const before = dump(library.read)
    const preview = previewOfBytes(library, bytesOf(library, format))
    expect(preview).toMatchObject({ refused: false, problems: [], format })
    expect(preview.rows.filter((row) => row.state !== 'same')).toEqual([])
    const { file } = readCodebook(bytesOf(library, format), 'issues')
    take(library, file ?? {})
    expect(dump(library.read)).toBe(before)
    expect(bytesOf(library, format)).toEqual(bytesOf(library, format))
  })

  test('G3 into an empty library comes in whole, and is one step that undo takes back', () => {
    const [from, into] = [full(), codedLibrary()]
    const before = dump(into.read)
    const depth = into.historyState().depth
    const { file } = readCodebook(bytesOf(from, 'json'), 'issues')
    const done = take(into, file ?? {})
    expect(done).toMatchObject({ tags: { added: 1 }, issues: { added: 2 }, parties: { added: 2 } })
    const travelling = (library: LibraryFile) => {
      const { tags, issues, parties } = collectCodebook(library.read, '', PARTS)
      const bare = (rows: { path: string[]; examples?: unknown }[]) => rows.map((row) => without(row, 'examples'))
      // The built-in tags of two libraries have different uids.
      return { tags: bare(tags).map((tag) => ({ ...tag, uid: tag.path.length > 1 ? tag : null })), issues: bare(issues), parties }
    }
    expect(travelling(into)).toEqual(travelling(from))
    expect(into.historyState().depth).toBe(depth + 1)
    into.undo()
    expect(dump(into.read)).toBe(before)
  })

  test('says what the format cannot hold', () => {
    const library = full()
    expect(exportCodebook(library.read, { format: 'json' }, 'T').lost).toEqual([])
    expect(exportCodebook(library.read, { format: 'csv' }, 'T').lost).toEqual([
      { what: 'parties', count: 2 },
      { what: 'fields', count: 2 },
      { what: 'shows', count: 9 },
      { what: 'examples', count: 2 },
    ])
    expect(exportCodebook(library.read, { format: 'qdc' }, 'T').lost.map(({ what }) => what)).toEqual([
      'parties',
      'fields',
      'shows',
      'examples',
      'letters',
    ])
  })
})

describe('nothing is overwritten undecided', () => {
  test('what is empty is filled, what differs stays, and a decision takes it', () => {
    const library = codedLibrary()
    const demand = resolveTag(library.read, 'demand')
    step(library, (db) => updateTag(db, demand, { definition: 'Ours.', useWhen: '', name: 'Forderung' }))
    const file = {
      tags: [
        {
          path: ['Demand'],
          code: 'demand',
          definition: 'Theirs.',
          useWhen: 'Theirs.',
          fields: [{ name: 'Reach', type: 'text' as const, choices: [] }],
        },
      ],
    }
    const [row] = previewOfFile(library, file).rows
    expect(row).toMatchObject({ state: 'changed', action: 'fill', match: { id: demand, name: 'Forderung', by: 'code' } })
    expect(row?.changes.map(({ field, fills }) => [field, fills])).toEqual([
      ['name', false],
      ['definition', false],
      ['useWhen', true],
      ['fields', true],
    ])
    expect(take(library, file).tags).toEqual({ added: 0, changed: 1, left: 0 })
    expect(tagById(library.read, demand)).toMatchObject({
      name: 'Forderung',
      definition: 'Ours.',
      useWhen: 'Theirs.',
      fields: [{ name: 'Reach' }],
    })
    const key = row?.key ?? ''
    take(library, file, [{ part: 'tags', key, action: 'leave' }])
    expect(tagById(library.read, demand).definition).toBe('Ours.')
    take(library, file, [{ part: 'tags', key, action: 'take' }])
    expect(tagById(library.read, demand)).toMatchObject({ name: 'Demand', definition: 'Theirs.' })
    expect(previewOfFile(library, file).rows).toMatchObject([{ state: 'same', action: 'leave' }])
  })

  test('letters, names and aliases that belong to another stay with it', () => {
    const library = codedLibrary()
    const [kabul, doha] = step(library, (db) => [
      insertParty(db, { name: 'Kabul', aliases: [{ name: 'Emirate', language: null }] }, uid),
      insertParty(db, { name: 'Doha' }, uid),
    ])
    const offer = tagById(library.read, resolveTag(library.read, 'offer'))
    const file: Partial<CodebookFile> = {
      tags: [
        { path: ['Plea'], letter: 'd' },
        { path: ['Beg'], letter: 'Z' },
        { path: ['Cry'], letter: 'z' },
        { path: ['Threat'], uid: offer.uid },
      ],
      parties: [
        {
          path: ['Doha'],
          aliases: [
            { name: 'emirate', language: null },
            { name: 'New', language: null },
            { name: 'قطر', language: 'ur-Latn' },
          ],
          affiliations: [
            { with: 'Nobody', since: null, until: null, note: '' },
            { with: 'Kabul', since: null, until: null, note: '' },
          ],
        },
        { path: ['New'] },
      ],
    }
    const preview = previewOfFile(library, file)
    expect(preview.rows.map((row) => row.conflicts.map(({ kind, holder }) => [kind, holder]))).toEqual([
      [['letter', 'Demand']],
      [],
      [['letter', 'Beg']],
      [['name', 'Threat']],
      [
        ['alias', 'Kabul'],
        ['alias', 'new'],
      ],
      [],
    ])
    expect(preview.problems.map(({ code }) => code)).toEqual(['row', 'affiliation'])
    expect(preview.parts.tags).toEqual({ new: 3, changed: 0, same: 1, conflicts: 3 })
    take(library, file)
    expect(
      listTags(library.read)
        .slice(-3)
        .map(({ name, letter }) => [name, letter]),
    ).toEqual([
      ['Plea', null],
      ['Beg', 'Z'],
      ['Cry', null],
    ])
    expect(tagById(library.read, offer.id).name).toBe('Offer')
    expect(findParty(library.read, 'emirate')).toBe(kabul)
    expect(partyById(library.read, doha ?? 0)).toMatchObject({ aliases: [], affiliations: [{ withId: kabul }] })
  })

  test('a place beneath itself is refused, a new place is taken only when decided, and children of a row left out go to what is above', () => {
    const library = codedLibrary()
    step(library, (db) => resolveIssue(db, ['A', 'B'], uid))
    const [a, b] = listIssues(library.read)
    const turned = {
      issues: [
        { path: ['B'], uid: b?.uid },
        { path: ['B', 'A'], uid: a?.uid },
      ],
    }
    expect(previewOfFile(library, turned).rows.map((row) => [row.state, row.conflicts[0]?.kind])).toEqual([
      ['changed', undefined],
      ['same', 'place'],
    ])
    expect(take(library, turned).issues).toEqual({ added: 0, changed: 0, left: 1 })
    const file = { issues: [{ path: ['A'] }, { path: ['A', 'X'] }, { path: ['A', 'X', 'Y'] }] }
    const rows = previewOfFile(library, file).rows
    expect(rows.map((row) => row.state)).toEqual(['same', 'new', 'new'])
    take(library, file, [{ part: 'issues', key: rows[1]?.key ?? '', action: 'leave' }])
    expect(listIssues(library.read).map((issue) => issue.path.join('/'))).toEqual(['A', 'A/B', 'A/Y'])
  })

  test('what is beneath a row whose name has another holder here goes beneath that holder', () => {
    const library = codedLibrary()
    const kabul = step(library, (db) => insertParty(db, { name: 'Kabul', aliases: [{ name: 'Islamic Emirate', language: null }] }, uid))
    const parentOf = (name: string) => partyById(library.read, findParty(library.read, name) ?? 0).parentId
    // The row with an alias comes first; Kabul itself is still the one with that name.
    const byAlias = { parties: [{ path: ['Islamic Emirate'] }, { path: ['Kabul'] }, { path: ['Kabul', 'Ministry'] }] }
    expect(previewOfFile(library, byAlias).rows.map((row) => [row.state, row.match?.id ?? row.conflicts[0]?.kind])).toEqual([
      ['new', 'name'],
      ['same', kabul],
      ['new', undefined],
    ])
    take(library, byAlias)
    expect(parentOf('Ministry')).toBe(kabul)
    // A row that has its uid and another name leaves the row with its name without a match.
    const byUid = {
      parties: [{ path: ['Kabul (2021)'], uid: partyById(library.read, kabul).uid }, { path: ['Kabul'] }, { path: ['Kabul', 'Office'] }],
    }
    take(library, byUid)
    expect(parentOf('Office')).toBe(kabul)
    expect(previewOfFile(library, byUid).rows.at(-1)).toMatchObject({ state: 'same', changes: [] })
  })

  test('an example is picked where an annotation with its words is coded so, and not twice', () => {
    const library = full()
    const file = {
      issues: [
        { path: ['Border'] },
        { path: ['Border', 'Crossings'], examples: [{ quote: 'open the crossings' }, { quote: 'nobody said this' }] },
      ],
    }
    expect(previewOfFile(library, file).examples).toBe(0)
    step(library, (db) => db.run('DELETE FROM codebook_example'))
    expect(previewOfFile(library, file).examples).toBe(1)
    expect(take(library, file)).toMatchObject({ examples: 1, issues: { changed: 1 } })
  })
})

describe('templates', () => {
  test('all are read without a problem, come in whole and then change nothing', () => {
    for (const { template, tags, issues, parties } of listTemplates()) {
      const library = codedLibrary()
      expect(templateSource(template).problems, template).toEqual([])
      const first = take(library, templateFile(template))
      expect(first.tags.left + first.issues.left + first.parties.left, template).toBe(0)
      const counts = [listTags(library.read), listIssues(library.read), listParties(library.read)].map((list) => list.length)
      expect(counts[0], template).toBeGreaterThanOrEqual(tags)
      expect(counts.slice(1), template).toEqual([issues, parties])
      const before = dump(library.read)
      take(library, templateFile(template))
      expect(dump(library.read), template).toBe(before)
    }
  })

  test('the tags that every library begins with are those of the default template, guidance and all', () => {
    const library = codedLibrary()
    expect(previewOf(library.read, templateSource('default'), '').rows.every((row) => row.state === 'same')).toBe(true)
    expect(listTags(library.read).every((tag) => tag.useWhen !== '' && tag.useNot !== '')).toBe(true)
    expect(() => templateFile('no such')).toThrow(/not-found/)
  })

  test('CAMEO roots are the numbers 01 to 20 in their order', () => {
    expect(templateFile('cameo').tags.map((tag) => tag.path[0]?.slice(0, 2))).toEqual(
      Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0')),
    )
  })
})

test.each(PARTS)('a row of %s reads as much in a large codebook as in a small one', (part) => {
  const rowsOf = (count: number, text: string) =>
    Array.from({ length: count }, (_, at) => ({ path: [`Row ${at}`], ...(part === 'parties' ? { note: text } : { definition: text }) }))
  const readFor = (count: number): number => {
    const library = codedLibrary()
    let read = 0
    const counted = (db: WriteDb): WriteDb => {
      const count = <T>(rows: T[]): T[] => {
        read += rows.length
        return rows
      }
      return {
        get: (sql, params) => db.get(sql, params),
        value: (sql, params) => db.value(sql, params),
        run: (sql, params) => db.run(sql, params),
        all: (sql, params) => count(db.all(sql, params)),
        column: (sql, params) => count(db.column(sql, params)),
        whenRecorded: (fn) => db.whenRecorded(fn),
      }
    }
    for (const text of ['', 'Meaning.']) {
      const { file } = readCodebook(
        new TextEncoder().encode(JSON.stringify({ parley: 'codebook', version: 1, [part]: rowsOf(count, text) })),
        'issues',
      )
      const done = step(library, (db) => applyCodebook(counted(db), file ?? templateFile('default'), { uid }))
      expect(done[part]).toEqual(text === '' ? { added: count, changed: 0, left: 0 } : { added: 0, changed: count, left: 0 })
    }
    return read
  }
  expect(readFor(200)).toBeLessThan(3 * readFor(100))
})

test('five thousand issues come in, and more are refused', () => {
  const rows = (count: number) =>
    new TextEncoder().encode(
      JSON.stringify({ parley: 'codebook', version: 1, issues: Array.from({ length: count }, (_, at) => ({ path: [`Issue ${at}`] })) }),
    )
  const library = codedLibrary()
  const { file } = readCodebook(rows(5_000), 'issues')
  expect(take(library, file ?? {}).issues.added).toBe(5_000)
  expect(readCodebook(rows(5_001), 'issues')).toMatchObject({ file: null, problems: [{ code: 'too-many' }] })
  step(library, (db) => insertIssue(db, { name: 'One more' }, uid))
})
