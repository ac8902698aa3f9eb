/** One entry of the codebook by its id: the same as in the list, and found without listing or looking through everything. */
import { expect, test } from 'vitest'
import { issueById, insertIssue, listIssues, moveIssue } from '../../../src/core/store/issues.ts'
import { insertParty, listParties, partyById } from '../../../src/core/store/parties.ts'
import { setTagFields, tagFields } from '../../../src/core/store/tag-fields.ts'
import { insertTag, listTags, tagById } from '../../../src/core/store/tags.ts'
import { codedLibrary, plansOf, putArticle, step, tagQuote, uid } from './library.ts'

function full() {
  const library = codedLibrary()
  step(library, (db, context) => {
    const tag = insertTag(db, { name: 'Rumour', hue: 'sky' }, uid)
    insertTag(db, { name: 'Leak', hue: 'sky', parentId: tag }, uid)
    setTagFields(
      db,
      tag,
      ['Who', 'About'].map((name) => ({ name, type: 'party', choices: [], renamed: [] })),
      uid,
    )
    const side = insertParty(db, { name: 'Side', aliases: [{ name: 'The side', language: null }] }, uid)
    for (const name of ['First', 'Second'])
      insertParty(db, { name, parentId: side, affiliations: [{ withId: side, since: '2025', until: null, note: '' }] }, uid)
    const water = insertIssue(db, { name: 'Water' }, uid)
    const ids = ['Rain', 'Rivers', 'Dams'].map((name) => insertIssue(db, { name, parentId: water }, uid))
    insertIssue(db, { name: 'Locks', parentId: ids[2] ?? null }, uid)
    moveIssue(db, { id: ids[2] ?? 0, parentId: water, before: ids[0] ?? 0 })
    const [who, about] = tagFields(db, tag).map((field) => String(field.id))
    tagQuote(db, context, putArticle(db, 'Close the camps now.'), 'camps', {
      tag,
      speaker: 'First',
      targets: ['Second'],
      issues: ['Dams', 'Rain'],
      fields: { [who ?? '']: 'Side', [about ?? '']: 'First' },
    })
  })
  return library
}

test('is what the list has of it: place, path, names, fields and counts', () => {
  const { read } = full()
  for (const tag of listTags(read)) expect(tagById(read, tag.id)).toEqual(tag)
  for (const issue of listIssues(read)) expect(issueById(read, issue.id)).toEqual(issue)
  for (const party of listParties(read)) expect(partyById(read, party.id)).toEqual(party)
  expect(listParties(read).map(({ name, annotations }) => [name, annotations])).toEqual(
    expect.arrayContaining([
      ['Side', 1],
      ['First', 1],
      ['Second', 1],
    ]),
  )
})

test('values of own fields are found by field and value, for one party and for all', () => {
  const { read } = full()
  for (const work of [(db: typeof read) => partyById(db, 1), (db: typeof read) => listParties(db)]) {
    const plans = plansOf(read, work)
    expect(plans.filter((plan) => /\bSCAN (v|annotation\w*|n)\b/.test(plan))).toEqual([])
    expect(plans.some((plan) => plan.includes('SEARCH v USING INDEX ix_field_value (field_id=? AND value=?)'))).toBe(true)
  }
  expect(plansOf(read, (db) => partyById(db, 1)).filter((plan) => /SCAN (p|party_alias|party_affiliation)\b/.test(plan))).toEqual([])
})
