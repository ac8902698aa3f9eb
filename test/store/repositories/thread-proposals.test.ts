/** Threads that are proposed: what looks like one, what does not, what joins a thread that is there, and what was declined. */
import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/anchoring/in-turns.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { declineTogether } from '../../../src/core/store/thread-apart.ts'
import { proposalSteps } from '../../../src/core/store/thread-proposals.ts'
import { insertThread, removeThread } from '../../../src/core/store/threads.ts'
import { proposeInputSchema } from '../../../src/shared/domain/ledger.ts'
import type { AnnotationInput } from '../../../src/shared/domain/annotation.ts'
import { rowsOf } from '../helpers/prepared.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

const propose = (library: LibraryFile, input: Parameters<typeof proposeInputSchema.parse>[0] = {}) =>
  finish(proposalSteps(() => library.read, proposeInputSchema.parse(input)))

/** One statement in an article of its own. */
const say = (library: LibraryFile, published: string, quote: string, coding: Partial<AnnotationInput> = {}): number =>
  step(library, (db, context) =>
    tagQuote(
      db,
      context,
      putArticle(db, `${quote}. The rest of ${published} ${quote.length} was weather.`, { published, outlet: `Outlet ${published}` }),
      quote,
      coding,
    ),
  )

const CAMPS = { speaker: 'Islamabad', targets: ['Kabul'], issues: ['Border › Camps'] }

function coded() {
  const library = codedLibrary()
  const first = say(library, '2025-10-18', 'Kabul must close the training camps near the eastern border', { ...CAMPS, intensity: 3 })
  const again = say(library, '2025-10-29', 'All training camps near the eastern border have to be closed by Kabul', {
    ...CAMPS,
    intensity: 5,
  })
  const translated = say(library, '2025-10-25', 'کیمپ بند کیے جائیں', {
    ...CAMPS,
    speaker: 'The minister',
    translation: 'the training camps near the border must be closed',
    intensity: 3,
  })
  step(library, (db) =>
    db.run("UPDATE party SET kind = 'person', parent_id = (SELECT id FROM party WHERE name = 'Islamabad') WHERE name = 'The minister'"),
  )
  const other = say(library, '2025-10-26', 'Traders want the customs office opened on Sundays again', { ...CAMPS, issues: ['Trade'] })
  return { library, first, again, translated, other }
}

describe('a proposal', () => {
  test('holds what one side demands again, through several outlets and in translation, with its reasons and roles', () => {
    const { library, first, again, translated } = coded()
    const { proposals, additions, isCut } = propose(library)
    const id = (table: string, name: string) => library.read.value<number>(`SELECT id FROM ${table} WHERE name = ?`, [name])
    expect(proposals).toHaveLength(1)
    expect(proposals[0]).toMatchObject({
      kind: 'demand',
      title: 'The training camps near the border must be closed',
      ownerId: id('party', 'Islamabad'),
      addresseeId: id('party', 'Kabul'),
      issueId: id('issue', 'Camps'),
    })
    expect(proposals[0]?.members.map(({ role, evidence }) => [evidence.id, role])).toEqual([
      [first, 'raised'],
      [translated, 'repeated'],
      [again, 'hardened'],
    ])
    expect(proposals[0]?.reasons).toEqual(expect.arrayContaining(['owner', 'addressee', 'issue', 'words', 'kind']))
    expect([additions, isCut]).toEqual([[], false])
  })

  test('is gone once it is a thread, and what is said later is proposed for that', () => {
    const { library, first, again, translated } = coded()
    const thread = step(library, (db, context) =>
      insertThread(
        db,
        {
          kind: 'demand',
          title: 'Camps',
          owner: 'Islamabad',
          members: [first, translated].map((annotationId) => ({ annotationId, role: 'raised' as const })),
        },
        context,
      ),
    )
    const { proposals, additions } = propose(library)
    expect(proposals).toEqual([])
    expect(additions).toMatchObject([{ threadId: thread, title: 'Camps', role: 'hardened', evidence: { id: again } }])
    expect(propose(library, { kinds: ['threat'] })).toEqual({ proposals: [], additions: [], isCut: false })
    step(library, (db) => removeThread(db, thread))
    expect(propose(library).proposals).toHaveLength(1)
  })

  test('is not made of one article alone, of two sides, of two kinds, or of what nobody said', () => {
    const library = codedLibrary()
    const quote = 'Kabul must close the training camps near the eastern border'
    step(library, (db, context) => {
      const article = putArticle(db, `${quote}. Later on that day again: ${quote}, they said.`, { published: '2025-10-18' })
      tagQuote(db, context, article, quote, CAMPS)
      tagQuote(db, context, article, `again: ${quote}`, CAMPS)
    })
    expect(propose(library).proposals).toEqual([])
    say(library, '2025-10-19', quote, { ...CAMPS, speaker: 'Doha' })
    say(library, '2025-10-20', quote, { ...CAMPS, tag: 'threat' })
    say(library, '2025-10-21', quote, { ...CAMPS, speaker: null })
    say(library, '2025-10-22', quote, { ...CAMPS, tag: 'accusation' })
    expect(propose(library).proposals).toEqual([])
    say(library, '2025-10-23', quote, CAMPS)
    expect(propose(library).proposals).toHaveLength(1)
  })

  test('offers and agreements are commitments; a filter and a limit narrow it', () => {
    const { library } = coded()
    const promise = { speaker: 'Kabul', targets: ['Islamabad'], issues: ['Border › Camps'] }
    say(library, '2025-10-19', 'A joint committee will inspect every border post together', { ...promise, tag: 'offer' })
    say(library, '2025-10-30', 'Agreed: the joint committee will inspect each border post', { ...promise, tag: 'agreement' })
    expect(
      propose(library)
        .proposals.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['commitment', 'demand'])
    expect(propose(library, { kinds: ['commitment'] }).proposals.map(({ kind }) => kind)).toEqual(['commitment'])
    expect(propose(library, { filter: { from: '2025-10-27' } }).proposals).toEqual([])
    expect(propose(library, { filter: { tags: [] } }).proposals).toHaveLength(2)
    const cut = propose(library, { limit: 1 })
    expect([cut.proposals.length, cut.isCut]).toEqual([1, true])
  })
})

describe('what was declined', () => {
  test('is not proposed again, pair by pair, until that is taken back', () => {
    const { library, first, again, translated } = coded()
    const before = rowsOf(library)
    step(library, (db) => declineTogether(db, [again, first, translated, first]))
    expect(library.read.value('SELECT count(*) FROM thread_apart')).toBe(3)
    expect(propose(library).proposals).toEqual([])
    library.undo()
    expect(rowsOf(library) === before).toBe(true)
    expect(propose(library).proposals[0]?.members).toHaveLength(3)
    library.redo()
    const newer = say(library, '2025-11-02', 'Kabul must close the training camps near the eastern border now', CAMPS)
    const [proposal, ...more] = propose(library).proposals
    expect([proposal?.members.length, more]).toEqual([2, []])
    expect(proposal?.members.map(({ evidence }) => evidence.id)).toContain(newer)
  })

  test('of a group larger than is shown, nothing that was seen is proposed again; the rest is, by itself', () => {
    const library = codedLibrary()
    const quote = 'Kabul must close the training camps near the eastern border'
    const ids = Array.from({ length: 60 }, (_, at) => {
      const day = new Date(Date.UTC(2025, 8, 1 + at)).toISOString().slice(0, 10)
      return say(library, day, quote, CAMPS)
    })
    const [proposal] = propose(library).proposals
    const seen = proposal?.members.map(({ evidence }) => evidence.id) ?? []
    expect([seen, proposal?.more]).toEqual([ids.slice(0, 50), ids.slice(50)])
    step(library, (db) => declineTogether(db, seen, { more: proposal?.more ?? [] }))
    const again = propose(library).proposals
    expect(again.map(({ members, more }) => [members.map(({ evidence }) => evidence.id), more])).toEqual([[ids.slice(50), []]])
    step(library, (db) => declineTogether(db, ids.slice(50)))
    expect(propose(library).proposals).toEqual([])
  })

  test('for a thread: the statement is no part of it, but may be of another', () => {
    const { library, first, again, translated } = coded()
    const members = [first, translated].map((annotationId) => ({ annotationId, role: 'raised' as const }))
    const thread = step(library, (db, context) =>
      insertThread(db, { kind: 'demand', title: 'Camps', owner: 'Islamabad', members }, context),
    )
    step(library, (db) => declineTogether(db, [again], { threadId: thread }))
    expect(library.read.all('SELECT annotation_id AS a, other_id AS b FROM thread_apart ORDER BY a')).toEqual([
      { a: first, b: again },
      ...(again < translated ? [{ a: again, b: translated }] : [{ a: translated, b: again }]),
    ])
    expect(propose(library)).toMatchObject({ proposals: [], additions: [] })
    say(library, '2025-11-02', 'All training camps near the eastern border have to be closed by Kabul at once', CAMPS)
    expect(propose(library).additions.map(({ evidence }) => evidence.id)).not.toContain(again)
  })

  test('refuses a single statement, and what is not there', () => {
    const { library, first } = coded()
    expect(refusal(() => step(library, (db) => declineTogether(db, [first, first]))).code).toBe('invalid-input')
    expect(refusal(() => step(library, (db) => declineTogether(db, [first, 999]))).code).toBe('not-found')
    expect(refusal(() => step(library, (db) => declineTogether(db, [first], { threadId: 999 }))).code).toBe('not-found')
  })
})
