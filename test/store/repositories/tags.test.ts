/** Tags: three that stay, one letter each, and removals of any size that undo takes back whole. */
import { describe, expect, test } from 'vitest'
import { insertParty } from '../../../src/core/store/parties.ts'
import { insertTag, listTags, removeTag, resolveTag, tagById, updateTag } from '../../../src/core/store/tags.ts'
import { insertThread } from '../../../src/core/store/threads.ts'
import { resolveIssue } from '../../../src/core/store/issues.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, plansOf, putArticle, refusal, step, tagQuote, uid } from './library.ts'

describe('the built-in tags', () => {
  test('demand, threat and position cannot be removed; the others can; all can be renamed and retired and keep their code', () => {
    const library = codedLibrary()
    const before = dump(library.read)
    for (const code of ['demand', 'threat', 'position']) {
      const id = resolveTag(library.read, code)
      expect(refusal(() => step(library, (db) => removeTag(db, id)))).toMatchObject({
        code: 'built-in',
        details: { name: tagById(library.read, id).name },
      })
    }
    expect(dump(library.read)).toBe(before)
    const demand = resolveTag(library.read, 'demand')
    step(library, (db) => updateTag(db, demand, { name: 'Forderung', retired: true }))
    expect(tagById(library.read, demand)).toMatchObject({ code: 'demand', name: 'Forderung', retired: true, builtIn: true })
    for (const ref of [demand, 'demand', 'FORDERUNG']) expect(resolveTag(library.read, ref)).toBe(demand)
    for (const tag of listTags(library.read).filter((candidate) => !candidate.builtIn)) step(library, (db) => removeTag(db, tag.id))
    expect(listTags(library.read).map((tag) => tag.code)).toEqual(['demand', 'threat', 'position'])
  })

  test('a code leads to its tag also where another tag was given that name', () => {
    const library = codedLibrary()
    const [demand, offer] = [resolveTag(library.read, 'demand'), resolveTag(library.read, 'offer')]
    step(library, (db) => updateTag(db, offer, { name: 'Bid' }))
    step(library, (db) => updateTag(db, demand, { name: 'Offer' }))
    expect(resolveTag(library.read, 'offer')).toBe(offer)
    expect(resolveTag(library.read, 'Offer')).toBe(demand)
  })

  test('a tag that nobody has is not made on the fly', () => {
    const library = codedLibrary()
    for (const ref of ['no such tag', 4_711, '']) expect(refusal(() => resolveTag(library.read, ref))).toMatchObject({ code: 'not-found' })
  })
})

describe('names and letters', () => {
  test('are taken by one tag each, whatever the case', () => {
    const library = codedLibrary()
    const before = dump(library.read)
    expect(refusal(() => step(library, (db) => insertTag(db, { name: 'dEmand', hue: 'rose' }, uid)))).toMatchObject({
      code: 'name-taken',
      details: { holder: 'Demand' },
    })
    expect(refusal(() => step(library, (db) => insertTag(db, { name: 'Denial', hue: 'rose', letter: 'd' }, uid)))).toMatchObject({
      code: 'letter-taken',
      details: { letter: 'D', holder: 'Demand' },
    })
    const threat = resolveTag(library.read, 'threat')
    expect(refusal(() => step(library, (db) => updateTag(db, threat, { letter: 'P' })))).toMatchObject({ code: 'letter-taken' })
    expect(dump(library.read)).toBe(before)
    step(library, (db) => updateTag(db, threat, { letter: 't', name: 'THREAT' }))
    expect(tagById(library.read, threat)).toMatchObject({ letter: 'T', name: 'THREAT' })
    step(library, (db) => updateTag(db, threat, { letter: null }))
    const next = step(library, (db) => insertTag(db, { name: 'Truce', hue: 'rose', letter: 't' }, uid))
    expect(tagById(library.read, next).letter).toBe('T')
  })

  test('a letter of any script is one letter, also where its capital would be two', () => {
    const library = codedLibrary()
    for (const [letter, kept] of [
      ['ж', 'Ж'],
      ['د', 'د'],
      ['威', '威'],
      ['ß', 'ß'],
      ['𐐨', '𐐀'],
    ] as const) {
      const id = step(library, (db) => insertTag(db, { name: `Tag ${letter}`, hue: 'rose', letter }, uid))
      expect(tagById(library.read, id).letter).toBe(kept)
    }
    expect(refusal(() => step(library, (db) => insertTag(db, { name: 'Another', hue: 'rose', letter: 'ß' }, uid)))).toMatchObject({
      code: 'letter-taken',
    })
  })

  test('a tag gets a code of its name that stays; a name in another script gets one too, and no two are alike', () => {
    const library = codedLibrary()
    const made = step(library, (db) =>
      ['Red line!', 'Red-line', 'تحديد', '威胁', 'Café'].map((name) => insertTag(db, { name, hue: 'rose' }, uid)),
    )
    const codes = made.map((id) => tagById(library.read, id).code)
    expect(codes[0]).toBe('red-line')
    expect(codes[4]).toBe('cafe')
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^[a-z0-9-]+$/)
  })
})

test('a loop is refused, and so is a parent that is not there; a removed parent gives its tags to its own parent', () => {
  const library = codedLibrary()
  const [top, middle, low] = step(library, (db) => {
    const top = insertTag(db, { name: 'Top', hue: 'rose' }, uid)
    const middle = insertTag(db, { name: 'Middle', hue: 'rose', parentId: top }, uid)
    return [top, middle, insertTag(db, { name: 'Low', hue: 'rose', parentId: middle }, uid)] as const
  })
  for (const parentId of [top, middle, low])
    expect(refusal(() => step(library, (db) => updateTag(db, top, { parentId })))).toMatchObject({ code: 'tree-loop' })
  expect(refusal(() => step(library, (db) => updateTag(db, top, { parentId: 4_711 })))).toMatchObject({
    code: 'not-found',
    details: { what: 'tag' },
  })
  expect(refusal(() => step(library, (db) => insertTag(db, { name: 'X', hue: 'rose', parentId: 4_711 }, uid)))).toMatchObject({
    code: 'not-found',
  })
  const before = dump(library.read)
  step(library, (db) => removeTag(db, middle))
  expect(tagById(library.read, low).parentId).toBe(top)
  library.undo()
  expect(dump(library.read)).toBe(before)
})

test('C19 a tag with 10,000 annotations goes with all that hangs on them, undo restores every row, redo removes them again', () => {
  const library = codedLibrary()
  const tag = step(library, (db, context) => {
    const tag = insertTag(db, { name: 'Warning', hue: 'rose' }, uid)
    const [speaker, target] = ['Kabul', 'Islamabad'].map((name) => insertParty(db, { name }, uid))
    const issue = resolveIssue(db, 'Border › Crossings', uid)
    const article = putArticle(db, 'They demand that the crossing opens.')
    const kept = tagQuote(db, context, article, 'They demand')
    const first = tagQuote(db, context, article, 'They demand', { tag, speaker, targets: [target ?? 0], issues: [issue] })
    // The other 9,999 like the first, in three statements, because the test is about taking them away.
    const others = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)`
    const columns =
      'article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, coder_id, created_ms, changed_ms'
    db.run(`${others} INSERT INTO annotation(uid, ${columns}) SELECT 'uid ' || i, ${columns} FROM n, annotation WHERE id = ?`, [first])
    db.run('INSERT INTO annotation_target(annotation_id, party_id, position) SELECT id, ?, 0 FROM annotation WHERE id > ?', [
      target ?? 0,
      first,
    ])
    db.run('INSERT INTO annotation_issue(annotation_id, issue_id, position) SELECT id, ?, 0 FROM annotation WHERE id > ?', [issue, first])
    const made = db.column<number>('SELECT id FROM annotation WHERE tag_id = ? LIMIT 50', [tag])
    const members = [kept, ...made].map((annotationId) => ({ annotationId, role: 'repeated' as const }))
    insertThread(db, { kind: 'threat', title: 'Warnings', members }, context)
    return tag
  })
  const before = dump(library.read)
  expect(tagById(library.read, tag).annotations).toBe(10_000)
  expect(step(library, (db) => removeTag(db, tag))).toBe(10_000)
  const removed = dump(library.read)
  expect(library.read.value('SELECT count(*) FROM annotation')).toBe(1)
  expect(library.read.value('SELECT annotations FROM article')).toBe(1)
  expect(library.read.value('SELECT count(*) FROM thread_member')).toBe(1)
  library.undo()
  expect(dump(library.read) === before).toBe(true)
  expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  library.redo()
  expect(dump(library.read) === removed).toBe(true)
})

test('what a tag is used for is counted by its index, and a reference to a tag is resolved without counting', () => {
  const library = codedLibrary()
  expect(plansOf(library.read, listTags).join('\n')).toMatch(/SEARCH annotation USING COVERING INDEX ix_annotation_tag/)
  expect(plansOf(library.read, (db) => resolveTag(db, 'demand')).join('\n')).not.toMatch(/annotation/)
})
