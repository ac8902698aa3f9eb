/** Parties: one name, one party, whatever its spelling; a tree without loops; and a removal that undo takes back whole. */
import { describe, expect, test } from 'vitest'
import { annotationById } from '../../../src/core/store/annotations.ts'
import { findParty, insertParty, listParties, partyById, removeParty, resolveParty, updateParty } from '../../../src/core/store/parties.ts'
import { insertThread, threadById } from '../../../src/core/store/threads.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, plansOf, putArticle, refusal, step, tagQuote, uid } from './library.ts'

const alias = (name: string, language: string | null = null) => ({ name, language })

describe('names and aliases', () => {
  test.each([
    ['Pakistan', ['PAKISTAN', ' pakistan ', 'Pákistan', 'Paki\u00adstan']],
    ['پاکستان', ['پاكستان', 'پَاکِسْتَان', 'پاکستان\u200f']],
    ['İslamabad', ['islamabad', 'ISLAMABAD', 'Islamabad']],
    ['Straße', ['strasse', 'STRASSE']],
    ['阿富汗塔利班', ['阿富汗塔利班']],
    ['Ｋａｂｕｌ', ['Kabul', 'kabul']],
    ['Afghan  Taliban', ['afghan taliban', 'Afghan\u00a0Taliban']],
    ["Ka'bul", ['Ka’bul', 'Kaʼbul']],
  ])('%s is one party in every spelling that folds alike, as a name and as an alias', (name, spellings) => {
    const library = codedLibrary()
    step(library, (db) => {
      const own = insertParty(db, { name }, uid)
      const other = insertParty(db, { name: 'Other', aliases: [alias(`The ${name}`)] }, uid)
      for (const spelling of spellings) {
        expect(resolveParty(db, spelling, uid), spelling).toBe(own)
        expect(resolveParty(db, `the ${spelling.trim()}`, uid), spelling).toBe(other)
      }
      expect(listParties(db)).toHaveLength(2)
    })
  })

  test('a name or alias that another party has in any spelling is refused, naming the holder, and nothing is written', () => {
    const library = codedLibrary()
    step(library, (db) => {
      insertParty(db, { name: 'Pakistan', aliases: [alias('Islamabad', 'en'), alias('巴基斯坦', 'zh')] }, uid)
      insertParty(db, { name: 'Afghanistan' }, uid)
    })
    const [first, second] = listParties(library.read)
    const before = dump(library.read)
    const refused = { code: 'name-taken', details: { holder: 'Pakistan' } }
    expect(refusal(() => step(library, (db) => insertParty(db, { name: 'pakistan' }, uid)))).toMatchObject(refused)
    expect(refusal(() => step(library, (db) => insertParty(db, { name: 'ISLAMABAD' }, uid)))).toMatchObject(refused)
    expect(refusal(() => step(library, (db) => insertParty(db, { name: 'Beijing', aliases: [alias('巴基斯坦')] }, uid)))).toMatchObject(
      refused,
    )
    expect(refusal(() => step(library, (db) => updateParty(db, second?.id ?? 0, { name: 'islamabad' })))).toMatchObject(refused)
    expect(
      refusal(() => step(library, (db) => updateParty(db, second?.id ?? 0, { aliases: [alias('Kabul'), alias('Pakistan')] }))),
    ).toMatchObject(refused)
    expect(dump(library.read)).toBe(before)
    expect(first?.aliases).toMatchObject([alias('Islamabad', 'en'), alias('巴基斯坦', 'zh')])
  })

  test('a party may be renamed in its own spelling or to its own alias, which then is no alias any more', () => {
    const library = codedLibrary()
    const id = step(library, (db) => insertParty(db, { name: 'Pakistan', aliases: [alias('Islamabad')] }, uid))
    step(library, (db) => updateParty(db, id, { name: 'PAKISTAN' }))
    expect(partyById(library.read, id).name).toBe('PAKISTAN')
    step(library, (db) => updateParty(db, id, { name: 'Islamabad' }))
    expect(partyById(library.read, id)).toMatchObject({ name: 'Islamabad', aliases: [] })
    expect(findParty(library.read, 'pakistan')).toBeNull()
    step(library, (db) => updateParty(db, id, { name: 'Lahore', aliases: [alias('Lahore'), alias('lahore'), alias('Islamabad', 'ur')] }))
    expect(partyById(library.read, id).aliases).toMatchObject([alias('Islamabad', 'ur')])
  })

  test('aliases keep their order, their rows, and free their names when they go', () => {
    const library = codedLibrary()
    const id = step(library, (db) => insertParty(db, { name: 'A', aliases: [alias('B'), alias('C'), alias('D')] }, uid))
    const rows = library.read.all('SELECT id, name FROM party_alias ORDER BY name')
    step(library, (db) => updateParty(db, id, { aliases: [alias('d', 'fa'), alias('B')] }))
    expect(partyById(library.read, id).aliases).toMatchObject([alias('d', 'fa'), alias('B')])
    expect(library.read.column('SELECT id FROM party_alias ORDER BY name')).toEqual([1, 3])
    expect(rows).toHaveLength(3)
    step(library, (db) => insertParty(db, { name: 'C' }, uid))
    library.undo()
    library.undo()
    expect(partyById(library.read, id).aliases).toMatchObject([alias('B'), alias('C'), alias('D')])
  })
})

describe('the tree', () => {
  test('a loop is refused at any depth, and so is a parent that is not there', () => {
    const library = codedLibrary()
    const [top, middle, low] = step(library, (db) => {
      const top = insertParty(db, { name: 'Side' }, uid)
      const middle = insertParty(db, { name: 'Ministry', parentId: top }, uid)
      return [top, middle, insertParty(db, { name: 'Minister', parentId: middle }, uid)] as const
    })
    const before = dump(library.read)
    for (const parentId of [top, middle, low])
      expect(refusal(() => step(library, (db) => updateParty(db, top, { parentId })))).toMatchObject({ code: 'tree-loop' })
    expect(refusal(() => step(library, (db) => updateParty(db, low, { parentId: 4_711 })))).toMatchObject({
      code: 'not-found',
      details: { what: 'party', id: 4_711 },
    })
    expect(refusal(() => step(library, (db) => insertParty(db, { name: 'X', parentId: 4_711 }, uid)))).toMatchObject({ code: 'not-found' })
    expect(refusal(() => step(library, (db) => updateParty(db, 4_711, { name: 'X' })))).toMatchObject({ code: 'not-found' })
    expect(dump(library.read)).toBe(before)
    step(library, (db) => updateParty(db, low, { parentId: null }))
    expect(listParties(library.read).map((party) => [party.name, party.parentId])).toEqual([
      ['Side', null],
      ['Ministry', top],
      ['Minister', null],
    ])
  })

  test('is listed with every parent directly before its subtree', () => {
    const library = codedLibrary()
    step(library, (db) => {
      const one = insertParty(db, { name: 'One' }, uid)
      const two = insertParty(db, { name: 'Two' }, uid)
      insertParty(db, { name: 'One A', parentId: one }, uid)
      const below = insertParty(db, { name: 'Two A', parentId: two }, uid)
      insertParty(db, { name: 'Two A 1', parentId: below }, uid)
      insertParty(db, { name: 'One B', parentId: one }, uid)
    })
    expect(listParties(library.read).map((party) => party.name)).toEqual(['One', 'One A', 'One B', 'Two', 'Two A', 'Two A 1'])
  })
})

test('C19 a removal moves what is beneath up, leaves the annotations without it, and undo restores every row', () => {
  const library = codedLibrary()
  const made = step(library, (db, context) => {
    const side = insertParty(db, { name: 'Side' }, uid)
    const gone = insertParty(db, { name: 'Ministry', parentId: side, aliases: [alias('The Ministry', 'en'), alias('وزارت', 'ur')] }, uid)
    const person = insertParty(db, { name: 'Minister', parentId: gone }, uid)
    const article = putArticle(db, 'They demand that the crossing opens.')
    const spoken = tagQuote(db, context, article, 'They demand', { speaker: gone, targets: [side, gone, person] })
    const behalf = tagQuote(db, context, article, 'opens', { speaker: person, onBehalfOf: gone })
    const other = tagQuote(db, context, article, 'crossing', { speaker: person })
    const members = [{ annotationId: spoken, role: 'raised' as const }]
    const thread = insertThread(db, { kind: 'demand', title: 'Crossing', owner: gone, addressee: gone, members }, context)
    return { side, gone, person, spoken, behalf, other, thread }
  })
  const before = dump(library.read)
  expect(partyById(library.read, made.gone).annotations).toBe(2)
  expect(step(library, (db) => removeParty(db, made.gone))).toBe(2)
  const removed = dump(library.read)

  expect(partyById(library.read, made.person).parentId).toBe(made.side)
  expect(annotationById(library.read, made.spoken)).toMatchObject({ speakerId: null, targetIds: [made.side, made.person] })
  expect(annotationById(library.read, made.behalf)).toMatchObject({ speakerId: made.person, onBehalfOfId: null })
  expect(threadById(library.read, made.thread)).toMatchObject({
    ownerId: null,
    addresseeId: null,
    members: [{ annotationId: made.spoken }],
  })
  expect(findParty(library.read, 'وزارت')).toBeNull()
  expect(library.check()).toMatchObject({ foreignKeys: [], history: [], integrity: [] })

  library.undo()
  expect(dump(library.read)).toBe(before)
  expect(library.check()).toMatchObject({ foreignKeys: [], history: [] })
  library.redo()
  expect(dump(library.read)).toBe(removed)
})

test('uses are counted once an annotation, however the party takes part, by the indexes', () => {
  const library = codedLibrary()
  const id = step(library, (db, context) => {
    const id = insertParty(db, { name: 'Kabul' }, uid)
    const article = putArticle(db, 'Kabul speaks to Kabul.')
    tagQuote(db, context, article, 'Kabul', { speaker: id, onBehalfOf: id, targets: [id] })
    tagQuote(db, context, article, 'speaks', { targets: [id] })
    tagQuote(db, context, article, 'to')
    return id
  })
  expect(partyById(library.read, id).annotations).toBe(2)
  const plans = plansOf(library.read, listParties)
  expect(plans.filter((line) => /^SCAN (annotation|annotation_target)\b/.test(line))).toEqual([])
  expect(plans.join('\n')).toMatch(/ix_annotation_speaker[\s\S]*ix_annotation_behalf[\s\S]*ix_target_party/)
})
