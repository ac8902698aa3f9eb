/** Merging tags, issues and parties: no annotation is lost, the preview is right, and undo gives back exactly what was there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addExample, listExamples } from '../../../src/core/store/examples.ts'
import { insertIssue, issueById, listIssues, resolveIssue } from '../../../src/core/store/issues.ts'
import { mergeIssue, previewMergeIssue } from '../../../src/core/store/issue-changes.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { findParty, insertParty, listParties, partyById, updateParty } from '../../../src/core/store/parties.ts'
import { mergeParty, previewMergeParty } from '../../../src/core/store/party-changes.ts'
import { setTagFields, tagFields } from '../../../src/core/store/tag-fields.ts'
import { insertTag, listTags, resolveTag, tagById, updateTag } from '../../../src/core/store/tags.ts'
import { mergeTag, previewMergeTag } from '../../../src/core/store/tag-changes.ts'
import { annotationById, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { insertThread, listThreads } from '../../../src/core/store/threads.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote, uid } from './library.ts'

const TEXT = Array.from({ length: 30 }, (_, at) => `Sentence number ${at} of the talks.`).join(' ')
const small = fc.nat({ max: 7 })
const annotation = fc.record({
  tag: small,
  speaker: fc.option(small),
  behalf: fc.option(small),
  targets: fc.array(small, { maxLength: 3 }),
  issues: fc.array(small, { maxLength: 3 }),
  value: fc.boolean(),
})
const book = fc.record({
  tags: fc.array(fc.option(small), { minLength: 2, maxLength: 6 }),
  issues: fc.array(fc.record({ above: fc.option(small), name: fc.constantFrom('A', 'B', 'C') }), { minLength: 2, maxLength: 9 }),
  parties: fc.array(fc.record({ above: fc.option(small), with: fc.option(small) }), { minLength: 2, maxLength: 6 }),
  annotations: fc.array(annotation, { maxLength: 12 }),
  examples: fc.array(fc.tuple(small, small), { maxLength: 5 }),
  merges: fc.array(fc.record({ what: fc.constantFrom('tag', 'issue', 'party'), from: small, into: small }), { minLength: 1, maxLength: 4 }),
})
type Book = typeof book extends fc.Arbitrary<infer T> ? T : never

/** A library with this codebook; some tags have fields, some of which share a name. */
function libraryOf({ tags, issues, parties, annotations, examples }: Book): LibraryFile {
  const library = codedLibrary()
  step(library, (db, context) => {
    const pick = (ids: readonly number[], at: number): number => ids[at % ids.length] ?? 0
    const tagIds = listTags(db).map((tag) => tag.id)
    tags.forEach((above, at) =>
      tagIds.push(
        insertTag(
          db,
          { name: `Tag ${at}`, hue: 'grey', parentId: above === null ? null : pick(tagIds, above), definition: at % 2 ? `d${at}` : '' },
          uid,
        ),
      ),
    )
    for (const id of tagIds.slice(0, 11))
      setTagFields(db, id, [{ name: id % 2 ? 'Reach' : `Own ${id}`, type: id % 3 ? 'text' : 'number', choices: [], renamed: [] }], uid)
    const issueIds: number[] = []
    for (const { above, name } of issues) {
      const parentId = above === null || issueIds.length === 0 ? null : pick(issueIds, above)
      if (!listIssues(db).some((issue) => issue.parentId === parentId && issue.name === name))
        issueIds.push(insertIssue(db, { name, parentId }, uid))
    }
    const partyIds: number[] = []
    parties.forEach(({ above }, at) =>
      partyIds.push(
        insertParty(
          db,
          {
            name: `Party ${at}`,
            parentId: above === null || at === 0 ? null : pick(partyIds, above),
            aliases: [{ name: `P${at}`, language: 'en' }],
          },
          uid,
        ),
      ),
    )
    parties.forEach(({ with: other }, at) => {
      const [id, withId] = [pick(partyIds, at), other === null ? null : pick(partyIds, other)]
      if (withId !== null && withId !== id) updateParty(db, id, { affiliations: [{ withId, since: '2020', until: null, note: '' }] })
    })
    const articleId = putArticle(db, TEXT)
    const ids = annotations.map((one, at) => {
      const id = tagQuote(db, context, articleId, `number ${at} of`, {
        tag: pick(tagIds, one.tag),
        speaker: one.speaker === null ? null : pick(partyIds, one.speaker),
        onBehalfOf: one.behalf === null ? null : pick(partyIds, one.behalf),
        targets: one.targets.map((target) => pick(partyIds, target)),
        issues: one.issues.map((issue) => pick(issueIds, issue)),
        reportedBy: ['Party 0'],
      })
      const [field] = tagFields(db, pick(tagIds, one.tag))
      if (one.value && field) db.run('INSERT INTO annotation_field(annotation_id, field_id, value) VALUES (?, ?, ?)', [id, field.id, '7'])
      return id
    })
    for (const [at, tag] of ids.length === 0 ? [] : examples)
      addExample(db, tag % 2 ? { tagId: pick(tagIds, tag) } : { issueId: pick(issueIds, tag) }, pick(ids, at))
    insertThread(
      db,
      { kind: 'demand', title: 'T', owner: pick(partyIds, 0), addressee: pick(partyIds, 1), issue: pick(issueIds, 0) },
      context,
    )
  })
  return library
}

function mergeOne(library: LibraryFile, { what, from, into }: Book['merges'][number]): void {
  const list = what === 'tag' ? listTags(library.read) : what === 'issue' ? listIssues(library.read) : listParties(library.read)
  const [id, intoId] = [list[from % list.length]?.id ?? 0, list[into % list.length]?.id ?? 0]
  if (id === intoId) return
  const preview =
    what === 'tag'
      ? previewMergeTag(library.read, id, intoId)
      : what === 'issue'
        ? previewMergeIssue(library.read, id, intoId)
        : previewMergeParty(library.read, id, intoId)
  const merge = what === 'tag' ? mergeTag : what === 'issue' ? mergeIssue : mergeParty
  const before = dump(library.read)
  if (preview.conflicts.some((conflict) => conflict.blocks)) {
    expect(refusal(() => step(library, (db) => merge(db, id, intoId))).code).toMatch(/^(built-in|name-taken)$/)
    expect(dump(library.read)).toBe(before)
    return
  }
  const count = (): number => library.read.value<number>('SELECT count(*) FROM annotation')
  const annotations = count()
  const affected = step(library, (db) => merge(db, id, intoId))
  expect(affected).toBe(preview.annotations)
  expect(count()).toBe(annotations)
  expect(library.check()).toMatchObject({ foreignKeys: [], history: [] })
  const after = dump(library.read)
  library.undo()
  expect(dump(library.read)).toBe(before)
  library.redo()
  expect(dump(library.read)).toBe(after)
}

/** Siblings are numbered from 1 without gaps, and there are no loops: every node is in the list. */
function expectTrees(library: LibraryFile): void {
  for (const [table, list] of [
    ['tag', listTags(library.read)],
    ['issue', listIssues(library.read)],
    ['party', listParties(library.read)],
  ] as const) {
    expect(list.length).toBe(library.read.value<number>(`SELECT count(*) FROM ${table}`))
    for (const siblings of Map.groupBy(list as { id: number; parentId: number | null }[], (node) => node.parentId).values()) {
      const places = siblings.map(({ id }) => library.read.value<number>(`SELECT position FROM ${table} WHERE id = ?`, [id]))
      expect(places).toEqual(siblings.map((_, at) => at + 1))
    }
  }
}

test('G3 random codebooks: merges keep every annotation, do what the preview says, and are taken back exactly', () => {
  fc.assert(
    fc.property(book, (made) => {
      const library = libraryOf(made)
      const start = dump(library.read)
      const depth = library.historyState().depth
      for (const merge of made.merges) mergeOne(library, merge)
      expectTrees(library)
      // No party is addressed twice, and none is affiliated with itself.
      expect(library.read.all('SELECT 1 FROM annotation_target GROUP BY annotation_id, party_id HAVING count(*) > 1')).toEqual([])
      expect(library.read.all('SELECT 1 FROM party_affiliation WHERE party_id = with_id')).toEqual([])
      expect(library.read.column('SELECT DISTINCT reported_by FROM annotation').every((names) => names === '["Party 0"]')).toBe(true)
      while (library.historyState().depth > depth) library.undo()
      expect(dump(library.read)).toBe(start)
      library.close()
    }),
    { numRuns: 40 },
  )
}, 180_000)

describe('tags', () => {
  test('the one that stays takes what it lacks and keeps what it has; built-in tags are never merged away', () => {
    const library = codedLibrary()
    const [demand, appeal] = [resolveTag(library.read, 'demand'), resolveTag(library.read, 'appeal')]
    const own = step(library, (db) =>
      insertTag(db, { name: 'Plea', hue: 'rose', letter: 'Ö', definition: 'Begs.', useWhen: 'Begging.' }, uid),
    )
    step(library, (db) => updateTag(db, appeal, { letter: null, useWhen: '' }))
    expect(previewMergeTag(library.read, own, appeal)).toMatchObject({ takes: ['letter', 'useWhen'], drops: ['definition'], conflicts: [] })
    expect(previewMergeTag(library.read, demand, appeal).conflicts).toMatchObject([{ kind: 'built-in', blocks: true }])
    expect(refusal(() => step(library, (db) => mergeTag(db, demand, appeal)))).toMatchObject({ code: 'built-in' })
    expect(refusal(() => step(library, (db) => mergeTag(db, own, own)))).toMatchObject({
      code: 'merge-refused',
      details: { reason: 'same' },
    })
    step(library, (db) => mergeTag(db, own, appeal))
    expect(tagById(library.read, appeal)).toMatchObject({ letter: 'Ö', useWhen: 'Begging.' })
    expect(tagById(library.read, appeal).definition).toContain('asks')
    step(library, (db) => mergeTag(db, appeal, demand))
    expect(tagById(library.read, demand)).toMatchObject({ letter: 'D', builtIn: true })
  })

  test('a value of the merged tag’s own field wins over an old one of the other tag', () => {
    const library = codedLibrary()
    const [offer, appeal] = [resolveTag(library.read, 'offer'), resolveTag(library.read, 'appeal')]
    const id = step(library, (db, context) => {
      for (const tag of [offer, appeal]) setTagFields(db, tag, [{ name: 'Reach', type: 'text', choices: [], renamed: [] }], uid)
      const made = tagQuote(db, context, putArticle(db, TEXT), 'number 1 of', { tag: 'appeal', fields: { Reach: 'old' } })
      updateAnnotation(db, made, { tag: 'offer', fields: { Reach: 'new' } }, context)
      return made
    })
    expect(previewMergeTag(library.read, offer, appeal)).toMatchObject({
      fields: [{ name: 'Reach', outcome: 'joined' }],
      conflicts: [{ kind: 'field-value', count: 1 }],
    })
    step(library, (db) => mergeTag(db, offer, appeal))
    expect(Object.values(annotationById(library.read, id).fields)).toEqual(['new'])
  })
})

describe('issues', () => {
  test('children of one name are merged too, and an issue may be merged into one beneath it', () => {
    const library = codedLibrary()
    const path = (...names: string[]): number => step(library, (db) => resolveIssue(db, names, uid))
    const [left, right] = [path('Border'), path('Frontier')]
    const [crossing, other] = [path('Border', 'Crossings'), path('Frontier', 'crossings')]
    path('Frontier', 'Fence')
    const article = step(library, (db) => putArticle(db, TEXT))
    step(library, (db, context) => {
      tagQuote(db, context, article, 'number 1 of', { issues: [crossing, other] })
      addExample(db, { issueId: other }, tagQuote(db, context, article, 'number 2 of', { issues: [other] }))
    })
    expect(previewMergeIssue(library.read, right, left)).toMatchObject({
      annotations: 2,
      both: 1,
      examples: 1,
      children: 1,
      conflicts: [{ kind: 'same-child', name: 'Frontier › crossings', other: 'Border › Crossings' }],
    })
    step(library, (db) => mergeIssue(db, right, left))
    expect(listIssues(library.read).map((issue) => issue.path.join('/'))).toEqual(['Border', 'Border/Crossings', 'Border/Fence'])
    expect(issueById(library.read, crossing)).toMatchObject({ annotations: 2, examples: 1 })
    step(library, (db) => mergeIssue(db, left, crossing))
    expect(listIssues(library.read).map((issue) => issue.path.join('/'))).toEqual(['Crossings', 'Crossings/Fence'])
    expect(listExamples(library.read, { issueId: crossing })).toMatchObject([{ quote: 'number 2 of', coded: true }])
  })

  test('a merge that would put two namesakes side by side is refused, and the preview says so', () => {
    const library = codedLibrary()
    const path = (...names: string[]): number => step(library, (db) => resolveIssue(db, names, uid))
    const [top, deep] = [path('A'), path('A', 'B', 'C')]
    step(library, (db) => insertIssue(db, { name: 'C' }, uid))
    expect(previewMergeIssue(library.read, top, deep).conflicts).toMatchObject([{ kind: 'name-taken', blocks: true, other: 'C' }])
    expect(refusal(() => step(library, (db) => mergeIssue(db, top, deep)))).toMatchObject({ code: 'name-taken', details: { holder: 'C' } })
  })
})

test('parties: all names lead to the one that stays, and nobody speaks to itself', () => {
  const library = codedLibrary()
  const [kabul, emirate, qatar] = step(library, (db, context) => {
    const ids = [
      insertParty(db, { name: 'Kabul', note: 'Capital.', aliases: [{ name: 'کابل', language: 'ps' }] }, uid),
      insertParty(db, { name: 'Emirate', kind: 'government', note: 'Self-named.' }, uid),
      insertParty(db, { name: 'Qatar' }, uid),
    ] as const
    const article = putArticle(db, TEXT)
    tagQuote(db, context, article, 'number 1 of', { speaker: 'Kabul', targets: ['Emirate', 'Qatar'], onBehalfOf: 'Emirate' })
    tagQuote(db, context, article, 'number 2 of', { speaker: 'Qatar', targets: ['Emirate', 'Kabul'] })
    updateParty(db, ids[0], {
      affiliations: [
        { withId: ids[1], since: null, until: null, note: '' },
        { withId: ids[2], since: '2013', until: '2021-08', note: 'office' },
      ],
    })
    insertThread(db, { kind: 'demand', title: 'T', owner: 'Emirate', addressee: 'Kabul' }, context)
    return ids
  })
  const preview = previewMergeParty(library.read, kabul, emirate)
  expect(preview).toMatchObject({ annotations: 2, both: 2, threads: 1, aliases: ['Kabul', 'کابل'], affiliations: 1, takes: ['note'] })
  expect(preview.conflicts.map(({ kind, count }) => [kind, count])).toEqual([
    ['addresses-itself', 2],
    ['speaks-for-itself', 1],
    ['affiliated', 1],
  ])
  step(library, (db) => mergeParty(db, kabul, emirate))
  for (const name of ['kabul', 'کابل', 'Emirate']) expect(findParty(library.read, name)).toBe(emirate)
  expect(partyById(library.read, emirate)).toMatchObject({
    note: 'Self-named.\n\nCapital.',
    affiliations: [{ withId: qatar, since: '2013', until: '2021-08', note: 'office' }],
    uses: { speaker: 1, onBehalfOf: 0, targets: 1, threads: 1 },
  })
  expect(listThreads(library.read)).toMatchObject([{ ownerId: emirate, addresseeId: null }])
})
