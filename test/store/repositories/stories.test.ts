/** Stories: copies are proposed and nothing else; linking, taking out and setting apart are said by a person and can be undone. */
import { expect, test } from 'vitest'
import { finish } from '../../../src/core/anchoring/in-turns.ts'
import { removeArticles } from '../../../src/core/store/articles.ts'
import { filteredIds } from '../../../src/core/store/filtered.ts'
import { markNotText } from '../../../src/core/store/not-text.ts'
import { linkStory, proposalSteps, setStoriesApart, storySteps, unlinkStory } from '../../../src/core/store/stories.ts'
import type { ReadDb } from '../../../src/core/store/types.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

const WIRE =
  'The harbour ministers of Tarn and Norvik met on the ferry for nine hours and parted without a signature. Both sides said that the lamps of the northern tower stay lit until the first of May, and that the nets of the islanders must not be touched before a line is drawn in the presence of all three councils of the sound.'
const OTHER =
  'After a night on the water the two delegations could agree on nothing but the next date. A spokesman for the guild called the outcome thin, while fishermen on the quay asked who would pay for the nets that were cut in March and who would answer for the lamps that went out.'

const storyOf = (db: ReadDb, id: number) => finish(storySteps(() => db, id))

function three() {
  const library = codedLibrary()
  const put = (text: string) => step(library, (db) => putArticle(db, text))
  const [first, copy, other] = [put(WIRE), put(`HARBOUR, 3 May.\n\n${WIRE}\n\nMore on our front page.`), put(OTHER)]
  const alike = (id: number) => storyOf(library.read, id).alike.map((like) => like.id)
  const linked = (id: number) => storyOf(library.read, id).linked.map((article) => article.id)
  const proposed = () =>
    finish(proposalSteps(() => library.read, 10)).groups.map((group) => group.articles.map(({ id }) => id).toSorted((a, b) => a - b))
  return { library, put, first, copy, other, alike, linked, proposed, ids: [first, copy] }
}

test('a copy is proposed with how much it has in common, a report in other words is not', () => {
  const { library, first, copy, other, alike, proposed } = three()
  expect(alike(first)).toEqual([copy])
  expect(alike(other)).toEqual([])
  expect(proposed()).toEqual([[first, copy]])
  const [like] = storyOf(library.read, first).alike
  expect(like?.contained).toBe(1)
  expect(like?.sameText).toBe(false)
})

test('the same text is proposed however short it is', () => {
  const { put, alike, proposed, first, copy } = three()
  const [a, b] = [put('Talks went on.'), put('Talks went on.')]
  expect(alike(a)).toEqual([b])
  expect(proposed()).toEqual([
    [first, copy],
    [a, b],
  ])
})

test('what is linked is proposed no more; a third copy joins the story, and undo goes back step by step', () => {
  const { library, put, first, copy, ids, alike, linked, proposed } = three()
  step(library, (db, { uid }) => linkStory(db, ids, uid))
  expect([linked(first), alike(first), proposed()]).toEqual([[copy], [], []])
  const third = put(`${WIRE} The guild had no comment.`)
  expect(proposed()).toEqual([[first, copy, third]])
  step(library, (db, { uid }) => linkStory(db, [copy, third], uid))
  expect(linked(first)).toEqual([copy, third])
  library.undo()
  expect(linked(first)).toEqual([copy])
  library.redo()
  expect(linked(third)).toEqual([first, copy])
  expect(library.read.value('SELECT count(*) FROM story')).toBe(1)
})

test('two stories that turn out to be one become one', () => {
  const { library, put, ids, linked, first } = three()
  const more = [put(`${WIRE} One.`), put(`${WIRE} Two.`)]
  step(library, (db, { uid }) => linkStory(db, ids, uid))
  step(library, (db, { uid }) => linkStory(db, more, uid))
  step(library, (db, { uid }) => linkStory(db, [ids[0] ?? 0, more[0] ?? 0], uid))
  expect(linked(first).toSorted((a, b) => a - b)).toEqual([ids[1], ...more])
  expect(library.read.value('SELECT count(*) FROM story')).toBe(1)
})

test('what was taken out or set apart is not proposed again, unless it is linked by hand', () => {
  const { library, first, copy, ids, alike, linked, proposed } = three()
  step(library, (db) => setStoriesApart(db, ids))
  expect([alike(first), proposed()]).toEqual([[], []])
  step(library, (db, { uid }) => linkStory(db, ids, uid))
  expect(linked(first)).toEqual([copy])
  step(library, (db) => unlinkStory(db, [copy]))
  expect([linked(first), alike(first), library.read.value('SELECT count(*) FROM story')]).toEqual([[], [], 0])
  library.undo()
  expect(linked(copy)).toEqual([first])
})

test('boilerplate that was marked as not text makes nothing alike', () => {
  const { library, put, alike } = three()
  const terms =
    'Nobody may copy what stands here without a letter from the office that looks after the papers of the sound, its lamps and its nets. Whoever wants to print a part of it asks the same office by post, names the day and the page, and waits until an answer has come; silence is no consent, and a fee is due for every picture that goes with the words.'
  const [a, b] = ['A boat sank at dawn and all were saved.', 'The council raised the dues for moorings again.'].map((text) =>
    put(`${text}\n\n${terms}`),
  )
  expect(alike(a ?? 0)).toEqual([b])
  for (const id of [a ?? 0, b ?? 0]) {
    const text = library.read.value<string>('SELECT r.text FROM revision r JOIN article x ON x.revision_id = r.id WHERE x.id = ?', [id])
    step(library, (db) => markNotText(db, id, { start: text.indexOf('Nobody'), end: text.length, kind: 'boilerplate' }))
  }
  expect(alike(a ?? 0)).toEqual([])
})

test('an article that is removed leaves its story whole, and comes back to it', () => {
  const { library, first, copy, ids, linked } = three()
  step(library, (db, { uid }) => linkStory(db, ids, uid))
  step(library, (db) => removeArticles(db, [copy]))
  expect([linked(first), library.read.value('SELECT count(*) FROM story')]).toEqual([[], 0])
  expect(library.read.value('SELECT count(*) FROM article_signature')).toBe(2)
  library.undo()
  expect(linked(first)).toEqual([copy])
  expect(library.read.value('SELECT count(*) FROM article_signature')).toBe(3)
  expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
})

test('a story can be counted once: the article that says most of what passes speaks for it', () => {
  const { library, first, copy, other, ids } = three()
  const tagged = (id: number, quote: string) => step(library, (db, context) => tagQuote(db, context, id, quote))
  const here = tagged(first, 'nine hours')
  const there = [tagged(copy, 'nine hours'), tagged(copy, 'without a signature')]
  const beside = tagged(other, 'the next date')
  const counted = (storyOnce: boolean) => filteredIds(library.read, { storyOnce }, -1).toSorted((a, b) => a - b)
  expect(counted(true)).toEqual([here, ...there, beside])
  step(library, (db, { uid }) => linkStory(db, ids, uid))
  expect(counted(true)).toEqual([...there, beside])
  expect(counted(false)).toEqual([here, ...there, beside])
  // What the other article alone has to say is not lost where the filter leaves that one out.
  expect(filteredIds(library.read, { storyOnce: true, articles: [first] }, -1)).toEqual([here])
})

test('fewer than two articles are no story', () => {
  const { library, first } = three()
  expect(refusal(() => step(library, (db, { uid }) => linkStory(db, [first, 99], uid))).code).toBe('not-found')
})
