/** Order and place in the trees of the codebook: dense, without loops, and small in the history. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addExample, listExamples, removeExample } from '../../../src/core/store/examples.ts'
import { previewRemoveIssue } from '../../../src/core/store/issue-changes.ts'
import { insertIssue, listIssues, moveIssue, removeIssue, resolveIssue, updateIssue } from '../../../src/core/store/issues.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { previewRemoveParty } from '../../../src/core/store/party-changes.ts'
import { insertParty, listParties, moveParty, partyById, removeParty, updateParty } from '../../../src/core/store/parties.ts'
import { setTagFields } from '../../../src/core/store/tag-fields.ts'
import { previewRemoveTag } from '../../../src/core/store/tag-changes.ts'
import { insertTag, listTags, moveTag, removeTag, resolveTag, tagById, updateTag } from '../../../src/core/store/tags.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { insertThread } from '../../../src/core/store/threads.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote, uid } from './library.ts'

const names = (library: LibraryFile): string[] => listIssues(library.read).map((issue) => issue.path.join('/'))
const issueId = (library: LibraryFile, name: string): number => listIssues(library.read).find((issue) => issue.name === name)?.id ?? 0

describe('moving', () => {
  test('before a sibling, last, and to another parent; siblings are numbered from 1', () => {
    const library = codedLibrary()
    step(library, (db) => ['A', 'B', 'C'].forEach((name) => insertIssue(db, { name }, uid)))
    const [a, b, c] = ['A', 'B', 'C'].map((name) => issueId(library, name)) as [number, number, number]
    step(library, (db) => moveIssue(db, { id: c, parentId: null, before: a }))
    expect(names(library)).toEqual(['C', 'A', 'B'])
    step(library, (db) => moveIssue(db, { id: c, parentId: b, before: null }))
    expect(names(library)).toEqual(['A', 'B', 'B/C'])
    expect(listIssues(library.read).map((issue) => issue.position)).toEqual([1, 2, 1])
    const { depth } = library.historyState()
    step(library, (db) => moveIssue(db, { id: c, parentId: b, before: null }))
    expect(library.historyState().depth).toBe(depth)
    library.undo()
    library.undo()
    expect(names(library)).toEqual(['A', 'B', 'C'])
  })

  test('never beneath itself, never beside a namesake, never before what stands elsewhere', () => {
    const library = codedLibrary()
    step(library, (db) => (resolveIssue(db, ['A', 'B', 'X'], uid), insertIssue(db, { name: 'X' }, uid)))
    const [a, b] = [issueId(library, 'A'), issueId(library, 'B')]
    const deep = listIssues(library.read).find((issue) => issue.path.length === 3)?.id ?? 0
    const before = dump(library.read)
    const refused = (input: Parameters<typeof moveIssue>[1]) => refusal(() => step(library, (db) => moveIssue(db, input)))
    expect(refused({ id: a, parentId: deep, before: null }).code).toBe('tree-loop')
    expect(refused({ id: a, parentId: a, before: null }).code).toBe('tree-loop')
    expect(refused({ id: deep, parentId: null, before: null })).toMatchObject({ code: 'name-taken', details: { holder: 'X' } })
    expect(refused({ id: b, parentId: null, before: deep })).toMatchObject({ code: 'invalid-input', details: { reason: 'not-a-sibling' } })
    expect(refused({ id: 4_711, parentId: null, before: null }).code).toBe('not-found')
    expect(refused({ id: b, parentId: 4_711, before: null }).code).toBe('not-found')
    expect(dump(library.read)).toBe(before)
    const offer = resolveTag(library.read, 'offer')
    const own = step(library, (db) => insertTag(db, { name: 'Own', hue: 'sky', parentId: offer }, uid))
    expect(refusal(() => step(library, (db) => moveTag(db, { id: offer, parentId: own, before: null }))).code).toBe('tree-loop')
    expect(refusal(() => step(library, (db) => updateTag(db, offer, { parentId: own }))).code).toBe('tree-loop')
    step(library, (db) => updateIssue(db, deep, { name: 'Y', parentId: null }))
    expect(names(library)).toEqual(['A', 'A/B', 'X', 'Y'])
  })

  test('G3 random moves of parties keep every party in the tree once, numbered without gaps, and undo takes all back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.option(fc.nat(6)), fc.option(fc.nat(6))), { maxLength: 12 }), (moves) => {
        const library = codedLibrary()
        const ids = step(library, (db) => Array.from({ length: 7 }, (_, at) => insertParty(db, { name: `P${at}` }, uid)))
        const start = dump(library.read)
        const { depth } = library.historyState()
        for (const [id, parent, before] of moves) {
          const input = {
            id: ids[id] ?? 0,
            parentId: parent === null ? null : (ids[parent] ?? 0),
            before: before === null ? null : (ids[before] ?? 0),
          }
          try {
            step(library, (db) => moveParty(db, input))
          } catch (error) {
            expect(error instanceof ParleyError && ['tree-loop', 'invalid-input'].includes(error.code)).toBe(true)
          }
        }
        const parties = listParties(library.read)
        expect(parties.map((party) => party.id).toSorted((a, b) => a - b)).toEqual(ids)
        for (const siblings of Map.groupBy(parties, (party) => party.parentId).values())
          expect(siblings.map((party) => party.position)).toEqual(siblings.map((_, at) => at + 1))
        while (library.historyState().depth > depth) library.undo()
        expect(dump(library.read)).toBe(start)
        library.close()
      }),
      { numRuns: 30 },
    )
  })
})

test('a letter has one tag among those in use; a retired one gives it up and cannot come back while it is taken', () => {
  const library = codedLibrary()
  const [offer, appeal] = [resolveTag(library.read, 'offer'), resolveTag(library.read, 'appeal')]
  step(library, (db) => updateTag(db, offer, { retired: true }))
  step(library, (db) => updateTag(db, appeal, { letter: 'o' }))
  expect(tagById(library.read, appeal).letter).toBe('O')
  expect(refusal(() => step(library, (db) => updateTag(db, offer, { retired: false })))).toMatchObject({
    code: 'letter-taken',
    details: { letter: 'O', holder: 'Appeal' },
  })
  step(library, (db) => updateTag(db, offer, { retired: false, letter: null }))
  expect(tagById(library.read, offer)).toMatchObject({ retired: false, letter: null })
})

describe('removing', () => {
  test('a tag: the preview counts what goes, or its annotations get another tag', () => {
    const library = codedLibrary()
    const offer = resolveTag(library.read, 'offer')
    step(library, (db, context) => {
      setTagFields(db, offer, [{ name: 'Size', type: 'text', choices: [], renamed: [] }], uid)
      insertTag(db, { name: 'Own', hue: 'sky', parentId: offer }, uid)
      const article = putArticle(db, 'They offer talks and more talks.')
      const ids = ['talks', 'more'].map((quote) => tagQuote(db, context, article, quote, { tag: offer, fields: { Size: quote } }))
      addExample(db, { tagId: offer }, ids[0] ?? 0)
      insertThread(
        db,
        { kind: 'commitment', title: 'T', members: ids.map((annotationId) => ({ annotationId, role: 'raised' as const })) },
        context,
      )
    })
    expect(previewRemoveTag(library.read, offer)).toMatchObject({
      possible: true,
      annotations: 2,
      articles: 1,
      examples: 1,
      children: 1,
      threads: 1,
      fields: 1,
      values: 2,
    })
    expect(previewRemoveTag(library.read, resolveTag(library.read, 'demand')).possible).toBe(false)
    const before = dump(library.read)
    const appeal = resolveTag(library.read, 'appeal')
    expect(refusal(() => step(library, (db) => removeTag(db, offer, offer))).code).toBe('merge-refused')
    expect(refusal(() => step(library, (db) => removeTag(db, offer, 4_711))).code).toBe('not-found')
    expect(dump(library.read)).toBe(before)
    expect(step(library, (db) => removeTag(db, offer, appeal))).toBe(2)
    expect(tagById(library.read, appeal)).toMatchObject({ annotations: 2, examples: 0, fields: [] })
    expect(listTags(library.read).map((tag) => tag.name)).toEqual([
      'Demand',
      'Threat',
      'Position',
      'Own',
      'Agreement',
      'Rejection',
      'Accusation',
      'Appeal',
      'Action',
    ])
    library.undo()
    expect(dump(library.read)).toBe(before)
    step(library, (db) => removeTag(db, offer))
    expect(library.read.value<number>('SELECT count(*) FROM annotation')).toBe(0)
    library.undo()
    expect(dump(library.read)).toBe(before)
  })

  test('an issue and a party: previews agree with what happens, and undo gives all back', () => {
    const library = codedLibrary()
    const [issue, kabul] = step(library, (db, context) => {
      const id = resolveIssue(db, ['Border', 'Crossings'], uid)
      const annotation = tagQuote(db, context, putArticle(db, 'They must open them.'), 'open them', {
        issues: [id],
        speaker: 'Kabul',
        targets: ['Doha'],
      })
      addExample(db, { issueId: id }, annotation)
      insertThread(db, { kind: 'demand', title: 'T', owner: 'Kabul', issue: id }, context)
      const party = insertParty(db, { name: 'Ministry', parentId: resolvePartyId(db, 'Kabul') }, uid)
      updateParty(db, party, { affiliations: [{ withId: resolvePartyId(db, 'Kabul'), since: '2021', until: null, note: '' }] })
      return [id, resolvePartyId(db, 'Kabul')] as const
    })
    expect(previewRemoveIssue(library.read, issue)).toMatchObject({
      possible: true,
      meets: null,
      annotations: 1,
      articles: 1,
      examples: 1,
      threads: 1,
      children: 0,
    })
    expect(previewRemoveParty(library.read, kabul)).toMatchObject({
      annotations: 1,
      articles: 1,
      children: 1,
      threads: 1,
      affiliations: 1,
      aliases: 0,
    })
    const before = dump(library.read)
    expect(step(library, (db) => removeIssue(db, issue))).toBe(1)
    expect(step(library, (db) => removeParty(db, kabul))).toBe(1)
    expect(listParties(library.read).map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Ministry', null],
      ['Doha', null],
    ])
    library.undo()
    library.undo()
    expect(dump(library.read)).toBe(before)
    step(library, (db) => insertIssue(db, { name: 'crossings' }, uid))
    expect(previewRemoveIssue(library.read, issueId(library, 'Border'))).toMatchObject({ possible: false, meets: 'Crossings' })
  })
})

test('examples stay in the order in which they were picked, once each, say whether they are still coded so, and go with their annotation', () => {
  const library = codedLibrary()
  const demand = resolveTag(library.read, 'demand')
  const [first, second] = step(library, (db, context) => {
    const article = putArticle(db, 'They demand talks and refuse talks.', { title: 'T', outlet: 'Post', published: '2025-10' })
    return [
      tagQuote(db, context, article, 'refuse talks', { tag: 'rejection', translation: 'no' }),
      tagQuote(db, context, article, 'demand talks'),
    ] as const
  })
  step(library, (db) => [first, second, first].forEach((id) => addExample(db, { tagId: demand }, id)))
  expect(listExamples(library.read, { tagId: demand })).toMatchObject([
    { annotationId: first, quote: 'refuse talks', translation: 'no', coded: false, title: 'T', outlet: 'Post', published: '2025-10' },
    { annotationId: second, quote: 'demand talks', coded: true },
  ])
  expect(tagById(library.read, demand).examples).toBe(2)
  expect(refusal(() => step(library, (db) => addExample(db, { tagId: 4_711 }, first))).code).toBe('not-found')
  expect(refusal(() => step(library, (db) => addExample(db, { tagId: demand }, 4_711))).code).toBe('not-found')
  step(library, (db) => removeExample(db, { tagId: demand }, second))
  expect(refusal(() => step(library, (db) => removeExample(db, { tagId: demand }, second))).code).toBe('not-found')
  step(library, (db) => removeAnnotations(db, [first]))
  expect(listExamples(library.read, { tagId: demand })).toEqual([])
  library.undo()
  expect(listExamples(library.read, { tagId: demand })).toHaveLength(1)
})

describe('aliases and affiliations', () => {
  test('an alias says its script; a tag that names another one is refused', () => {
    const library = codedLibrary()
    const make = (name: string, language: string | null, script?: string) =>
      step(library, (db) => insertParty(db, { name: `P${name}${language}${script}`, aliases: [{ name, language, script }] }, uid))
    const alias = (id: number) => partyById(library.read, id).aliases[0]
    expect(alias(make('پاکستان', 'ur'))).toEqual({ name: 'پاکستان', language: 'ur', script: 'Arab' })
    expect(alias(make('Pakistan', 'ur-Latn'))).toEqual({ name: 'Pakistan', language: 'ur-Latn', script: 'Latn' })
    expect(alias(make('巴基斯坦', 'zh', 'Hans'))).toEqual({ name: '巴基斯坦', language: 'zh-Hans', script: 'Hans' })
    expect(alias(make('پښتون', null, 'Latn'))).toEqual({ name: 'پښتون', language: null, script: 'Arab' })
    for (const [name, language, reason] of [
      ['Kabul', 'ps-Arab', 'alias-script'],
      ['كابل', 'ar-Latn', 'alias-script'],
      ['X', 'en-a', 'alias-language'],
    ] as const)
      expect(refusal(() => make(name, language))).toMatchObject({ code: 'invalid-input', details: { reason } })
  })

  test('affiliations are replaced as a whole, may overlap, are never with itself, and keep their rows', () => {
    const library = codedLibrary()
    const [a, b] = step(library, (db) => [insertParty(db, { name: 'A' }, uid), insertParty(db, { name: 'B' }, uid)] as const)
    const one = { withId: b, since: '2019', until: '2021-08', note: '' }
    const two = { withId: b, since: '2020-02', until: null, note: 'envoy' }
    step(library, (db) => updateParty(db, a, { affiliations: [one, two, one] }))
    expect(partyById(library.read, a).affiliations).toEqual([one, two])
    const ids = library.read.column<number>('SELECT id FROM party_affiliation ORDER BY id')
    step(library, (db) => updateParty(db, a, { affiliations: [two, one] }))
    expect(partyById(library.read, a).affiliations).toEqual([two, one])
    expect(library.read.column<number>('SELECT id FROM party_affiliation ORDER BY id')).toEqual(ids)
    expect(refusal(() => step(library, (db) => updateParty(db, a, { affiliations: [{ ...one, withId: a }] })))).toMatchObject({
      details: { reason: 'affiliation-self' },
    })
    expect(refusal(() => step(library, (db) => updateParty(db, a, { affiliations: [{ ...one, withId: 4_711 }] }))).code).toBe('not-found')
    expect(
      refusal(() => step(library, (db) => updateParty(db, a, { affiliations: [{ ...one, since: '2025-10', until: '2024' }] }))),
    ).toMatchObject({ details: { reason: 'affiliation-order', since: '2025-10', until: '2024' } })
    step(library, (db) => updateParty(db, a, { affiliations: [] }))
    expect(partyById(library.read, a).affiliations).toEqual([])
  })
})

const resolvePartyId = (db: Parameters<typeof listParties>[0], name: string): number =>
  listParties(db).find((party) => party.name === name)?.id ?? 0
