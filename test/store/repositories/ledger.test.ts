/** The ledger: its figures against a plain loop, its order, its filters, a day in the past, and changes to many threads. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerRows } from '../../../src/core/store/ledger.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { resolveParty, updateParty } from '../../../src/core/store/parties.ts'
import { mergeThread, updateThreads } from '../../../src/core/store/thread-bulk.ts'
import { insertCheck } from '../../../src/core/store/thread-checks.ts'
import { threadDetailById } from '../../../src/core/store/thread-members.ts'
import { attachToThread, insertThread, removeThreads, setThreadMembers, threadById, updateThread } from '../../../src/core/store/threads.ts'
import { threadMaterial } from '../../../src/core/store/thread-material.ts'
import { dayRange } from '../../../src/shared/domain/partial-date.ts'
import { memberRoleSchema } from '../../../src/shared/domain/thread-status.ts'
import type { ThreadInput } from '../../../src/shared/domain/thread.ts'
import { rowsOf } from '../helpers/prepared.ts'
import { codedLibrary, plansOf, putArticle, refusal, step, tagQuote } from './library.ts'

const day = (date: string): number => dayRange(date).first
const NOW = { asOfDay: day('2025-11-30') }
const DATES = ['2025-10-18', '2025-10-18T09:00', '2025-10-19', '2025-10', '2025-11-02', null] as const
const SPEAKERS = ['Kabul', 'Islamabad', 'Kabul spokesman', 'Doha', null] as const

/** Articles of several outlets, two of them telling one story, with statements of both sides, of a spokesman, a third party and nobody. */
function coded() {
  const library = codedLibrary()
  const statements = step(library, (db, context) => {
    const made = DATES.flatMap((published, at) => {
      const article = putArticle(db, SPEAKERS.map((_, index) => `Sentence ${at} ${index} stands here.`).join(' '), {
        published,
        outlet: ['Dawn', 'Tolo', 'Dawn', null, 'Xinhua', 'Tolo'][at] ?? null,
      })
      if (at === 1 || at === 4) db.run("INSERT INTO story(id, uid) VALUES (7, 'story') ON CONFLICT DO NOTHING")
      if (at === 1 || at === 4) db.run('UPDATE article SET story_id = 7 WHERE id = ?', [article])
      return SPEAKERS.map((speaker, index) => ({
        id: tagQuote(db, context, article, `Sentence ${at} ${index} stands here`, { speaker, stated: index === 3 ? '2025-10-25' : null }),
        speaker,
        date: index === 3 ? '2025-10-25' : published,
        outlet: ['Dawn', 'Tolo', 'Dawn', null, 'Xinhua', 'Tolo'][at] ?? null,
        story: at === 1 || at === 4 ? 7 : null,
      }))
    })
    const kabul = resolveParty(db, 'Kabul', context.uid)
    updateParty(db, resolveParty(db, 'Kabul spokesman', context.uid), { note: '' })
    db.run('UPDATE party SET parent_id = ? WHERE name = ?', [kabul, 'Kabul spokesman'])
    return made
  })
  const add = (input: Partial<ThreadInput> = {}): number =>
    step(library, (db, context) =>
      insertThread(db, { kind: 'demand', title: 'Rules', owner: 'Islamabad', addressee: 'Kabul', ...input }, context),
    )
  return { library, statements, add }
}

const row = (library: LibraryFile, id: number, moment: Parameters<typeof ledgerRows>[2] = NOW) =>
  ledgerRows(library.read, {}, moment).find((one) => one.id === id)

test('figures are those of a plain loop over the members, on any day', () => {
  const { library, statements, add } = coded()
  const thread = add()
  const drawn = fc.uniqueArray(fc.nat({ max: statements.length - 1 }), { maxLength: 8 })
  const roles = fc.array(fc.constantFrom(...memberRoleSchema.options), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(drawn, roles, fc.constantFrom(null, '2025-10-18', '2025-10-25'), (chosen, given, asOf) => {
      const members = chosen.flatMap((at, index) => {
        const statement = statements[at]
        return statement ? [{ ...statement, role: given[index] ?? 'raised' }] : []
      })
      step(library, (db) =>
        setThreadMembers(
          db,
          thread,
          members.map(({ id, role }) => ({ annotationId: id, role })),
        ),
      )
      const moment = asOf === null ? NOW : { asOfDay: day(asOf), upTo: day(asOf) }
      const found = row(library, thread, moment)
      const there = members.filter(({ date }) => asOf === null || date === null || day(date) <= day(asOf))
      if (there.length === 0 && members.length > 0) {
        expect(found).toBeUndefined()
        return
      }
      const key = ({ date, id }: { date: string | null; id: number }) =>
        `${date === null ? '0' : String(day(date))} ${date?.slice(10) ?? ''} ${String(id).padStart(9, '0')}`
      const ordered = there.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      const dated = ordered.filter(({ date }) => date !== null)
      const isAnswerRole = (role: string) => ['accepted', 'rejected', 'conditioned', 'denied'].includes(role)
      const answers = there.filter(({ speaker, role }) => {
        if (speaker === 'Islamabad') return false
        if (speaker === 'Kabul' || speaker === 'Kabul spokesman')
          return !['fulfilled', 'violated', 'withdrawn', 'carried-out'].includes(role)
        return isAnswerRole(role) && !(speaker === null && role === 'conditioned')
      })
      const heardOutlets = new Set<string>()
      let storyTold = false
      for (const { outlet, story } of ordered) {
        if (outlet === null || (story !== null && storyTold)) continue
        if (story !== null) storyTold = true
        heardOutlets.add(outlet)
      }
      expect(found).toMatchObject({ members: there.length, answers: answers.length, outlets: heardOutlets.size })
      expect(found?.firstRaised?.annotationId).toBe((dated.find(({ role }) => !isAnswerRole(role)) ?? dated[0])?.id)
      expect(found?.lastHeard?.annotationId).toBe(dated.at(-1)?.id)
      expect(found?.lastHeard?.date).toBe(dated.at(-1)?.date ?? undefined)
    }),
    { numRuns: 60 },
  )
})

test('rows of some threads are those of all, and the page of a thread says the same', () => {
  const { library, statements, add } = coded()
  const roles = memberRoleSchema.options
  const ids = statements.slice(0, 12).map(({ id }, at) => {
    const members = [0, 5, 11].map((step) => ({
      annotationId: statements[(at + step * 2) % 30]?.id ?? id,
      role: roles[(at + step) % 12] ?? 'raised',
    }))
    return add({ title: `T${at}`, kind: at % 2 === 0 ? 'commitment' : 'demand', members })
  })
  step(library, (db, context) => insertCheck(db, { threadId: ids[0] ?? 0, checked: '2025-11', result: 'unclear' }, context))
  const rows = new Map(ledgerRows(library.read, {}, NOW).map((one) => [one.id, one]))
  expect(threadMaterial(library.read, ids.slice(3, 5))).toEqual(threadMaterial(library.read).slice(3, 5))
  for (const id of ids) {
    const { members, checks, history, asOf, ...detail } = threadDetailById(library.read, id, NOW)
    const { members: count, checks: counted, ...standing } = rows.get(id) ?? { members: -1, checks: null }
    expect(detail).toEqual(standing)
    expect(asOf).toBe('2025-11-30')
    expect([members.length, checks.length, history.at(-1)]).toEqual([count, counted?.unclear, detail.derived])
  }
})

test('overdue comes first, then what nobody answered, then the newest', () => {
  const { library, statements, add } = coded()
  const said = (at: number, role: 'raised' | 'rejected' = 'raised') => ({ annotationId: statements[at]?.id ?? 0, role })
  // Of the second, the fourth and the fifth article: Islamabad, and Kabul for answers.
  const old = add({ title: 'old and answered', members: [said(1), said(5, 'rejected')] })
  const recent = add({ title: 'recent and answered', members: [said(21), said(20, 'rejected')] })
  const waiting = add({ title: 'waiting', members: [said(11)] })
  const overdue = add({ title: 'overdue', deadline: '2025-10-20', members: [said(1)] })
  const empty = add({ title: 'nothing said' })
  expect(ledgerRows(library.read, {}, NOW).map(({ id }) => id)).toEqual([overdue, waiting, recent, old, empty])
  expect(row(library, overdue)).toMatchObject({
    status: 'overdue',
    isOverdue: true,
    isUnanswered: true,
    deadlineDay: day('2025-10-20'),
    daysOpen: 43,
  })
  expect(row(library, old)).toMatchObject({ status: 'rejected', answers: 1, isUnanswered: false })
  expect(row(library, empty)).toMatchObject({ status: 'open', isUnanswered: false, daysOpen: null, firstRaised: null })
})

test('filters narrow: kind, status, owner and addressee with all beneath, issue, words in any letters, statements', () => {
  const { library, statements, add } = coded()
  const member = (at: number) => [{ annotationId: statements[at]?.id ?? 0, role: 'raised' as const }]
  const demand = add({ title: 'Closé the CAMPS', issue: 'Border › Camps', members: member(1) })
  const threat = add({
    kind: 'threat',
    title: 'Strikes',
    owner: 'Kabul spokesman',
    addressee: 'Islamabad',
    members: member(22),
    note: 'see camps',
  })
  const ids = (wanted: Parameters<typeof ledgerRows>[1]) => ledgerRows(library.read, wanted, NOW).map(({ id }) => id)
  const party = (name: string) => library.read.value<number>('SELECT id FROM party WHERE name = ?', [name])
  const issue = (name: string) => library.read.value<number>('SELECT id FROM issue WHERE name = ?', [name])
  expect(ids({ kinds: ['threat'] })).toEqual([threat])
  expect(ids({ owners: [party('Kabul')] })).toEqual([threat])
  expect(ids({ addressees: [party('Kabul')] })).toEqual([demand])
  expect(ids({ issues: [issue('Border')] })).toEqual([demand])
  expect(ids({ text: 'close camps' })).toEqual([demand])
  expect(new Set(ids({ text: 'camps' }))).toEqual(new Set([demand, threat]))
  expect(ids({ filter: { from: '2025-11-01' } })).toEqual([threat])
  expect(ids({ statuses: ['rejected'] })).toEqual([])
  expect(ids({ statuses: [], kinds: [], owners: [], filter: { tags: [] }, text: ' ' })).toHaveLength(2)
})

describe('a status of the analyst’s own', () => {
  test('is shown with the reason, remembers who, when and on what, and is out of date with the next statement or check', () => {
    const { library, statements, add } = coded()
    const [first, second] = [statements[1]?.id ?? 0, statements[11]?.id ?? 0]
    const thread = add({ members: [{ annotationId: first, role: 'raised' }] })
    const before = rowsOf(library)
    step(library, (db, context) => updateThread(db, thread, { statusOverride: 'fulfilled', statusReason: 'seen on site' }, context))
    expect(row(library, thread)).toMatchObject({
      status: 'fulfilled',
      derived: { status: 'open' },
      override: { status: 'fulfilled', reason: 'seen on site', coder: library.read.value('SELECT name FROM coder'), isStale: false },
    })
    const after = rowsOf(library)
    library.undo()
    expect(rowsOf(library)).toBe(before)
    library.redo()
    expect(rowsOf(library)).toBe(after)
    step(library, (db) => attachToThread(db, thread, second, 'repeated'))
    expect(row(library, thread)?.override?.isStale).toBe(true)
    step(library, (db, context) => updateThread(db, thread, { statusOverride: 'open', statusReason: 'not after all' }, context))
    expect(row(library, thread)?.override).toMatchObject({ status: 'open', isStale: false })
    step(library, (db, context) => insertCheck(db, { threadId: thread, checked: '2025-11-03', result: 'unclear' }, context))
    expect(row(library, thread)?.override?.isStale).toBe(true)
    // Before the second statement was made, nobody could have decided on it.
    expect(row(library, thread, { asOfDay: day('2025-10-18'), upTo: day('2025-10-18') })?.override).toBeNull()
    step(library, (db, context) => updateThread(db, thread, { statusOverride: null }, context))
    expect(row(library, thread)?.override).toBeNull()
    step(library, (db, context) => updateThread(db, thread, { title: 'T', statusReason: 'of nothing' }, context))
    expect(library.read.get('SELECT status_override, status_reason FROM thread')).toEqual({ status_override: null, status_reason: null })
  })
})

describe('many at once', () => {
  test('one patch for all, one step; names make one party; what is not there is passed over', () => {
    const { library, add } = coded()
    const ids = [add({ title: 'A' }), add({ title: 'B' }), add({ title: 'C' })]
    const before = rowsOf(library)
    const parties = library.read.value<number>('SELECT count(*) FROM party')
    const changed = step(library, (db, context) =>
      updateThreads(
        db,
        [...ids.slice(0, 2), 999],
        { owner: 'Ankara', issue: ['Border', 'Camps'], kind: 'threat', deadline: '2025-12' },
        context,
      ),
    )
    expect(changed).toBe(2)
    expect(library.read.value('SELECT count(*) FROM party')).toBe(parties + 1)
    expect(ids.map((id) => threadById(library.read, id)).map(({ kind, deadline, title }) => [kind, deadline, title])).toEqual([
      ['threat', '2025-12', 'A'],
      ['threat', '2025-12', 'B'],
      ['demand', null, 'C'],
    ])
    library.undo()
    expect(rowsOf(library)).toBe(before)
    expect(step(library, (db) => removeThreads(db, [...ids, 999]))).toBe(3)
    library.undo()
    expect(rowsOf(library)).toBe(before)
  })

  test('a merge unites members and checks, keeps the roles and fields of what stays, and takes what it left empty', () => {
    const { library, statements, add } = coded()
    const [a = 0, b = 0, c = 0] = statements.map(({ id }) => id)
    const from = add({
      title: 'From',
      owner: 'Kabul',
      criterion: 'done',
      deadline: '2025-12',
      note: 'two',
      members: [
        { annotationId: c, role: 'raised' },
        { annotationId: b, role: 'rejected' },
      ],
    })
    const into = add({
      title: 'Into',
      deadline: '2025-11',
      note: 'one',
      members: [
        { annotationId: b, role: 'raised' },
        { annotationId: a, role: 'repeated' },
      ],
    })
    step(library, (db, context) => insertCheck(db, { threadId: from, checked: '2025', result: 'met' }, context))
    const before = rowsOf(library)
    step(library, (db) => mergeThread(db, from, into))
    expect(threadById(library.read, into)).toMatchObject({
      title: 'Into',
      criterion: 'done',
      deadline: '2025-11',
      note: 'one\n\ntwo',
      members: [
        { annotationId: b, role: 'raised' },
        { annotationId: a, role: 'repeated' },
        { annotationId: c, role: 'raised' },
      ],
    })
    expect(row(library, into)?.checks).toMatchObject({ met: 1, last: { date: '2025', result: 'met' } })
    expect(refusal(() => threadById(library.read, from)).code).toBe('not-found')
    library.undo()
    expect(rowsOf(library)).toBe(before)
    expect(refusal(() => step(library, (db) => mergeThread(db, into, into))).code).toBe('merge-refused')
    expect(refusal(() => step(library, (db) => mergeThread(db, into, 999))).code).toBe('not-found')
    expect(rowsOf(library)).toBe(before)
  })

  test('threads of different kinds are no one thread, until they are said to be of one', () => {
    const { library, add } = coded()
    const [into, from] = [add({ title: 'Into', kind: 'demand' }), add({ title: 'From', kind: 'threat' })]
    const before = rowsOf(library)
    expect(refusal(() => step(library, (db) => mergeThread(db, from, into)))).toMatchObject({
      code: 'merge-refused',
      details: { reason: 'kinds' },
    })
    expect(rowsOf(library)).toBe(before)
    step(library, (db, context) => updateThread(db, from, { kind: 'demand' }, context))
    step(library, (db) => mergeThread(db, from, into))
    expect(threadById(library.read, into).kind).toBe('demand')
  })

  test('a merge never lets a party address itself', () => {
    const { library, add } = coded()
    const into = add({ title: 'Into', owner: null, addressee: 'Kabul' })
    const from = add({ title: 'From', owner: 'Kabul', addressee: 'Doha' })
    step(library, (db) => mergeThread(db, from, into))
    expect(threadById(library.read, into)).toMatchObject({
      ownerId: null,
      addresseeId: library.read.value('SELECT id FROM party WHERE name = ?', ['Kabul']),
    })
  })
})

test('no query of the ledger or of a thread goes through all statements, and the ledger sorts no rows in the database', () => {
  const { library, add, statements } = coded()
  const thread = add({ members: [{ annotationId: statements[0]?.id ?? 0, role: 'raised' }] })
  const ledger = plansOf(library.read, (db) => ledgerRows(db, {}, NOW))
  const single = plansOf(library.read, (db) => [threadById(db, thread), threadDetailById(db, thread, NOW)])
  expect([...ledger, ...single].filter((plan) => /SCAN (n|a|annotation|article)\b/.test(plan))).toEqual([])
  expect(single.filter((plan) => /SCAN (t|m|thread|thread_member)\b/.test(plan))).toEqual([])
  expect(ledger.filter((plan) => plan.includes('TEMP B-TREE'))).toEqual([])
})
