/**
 * Threads that are proposed: reads statements of the four kinds with their words, has them grouped (core/threads/grouping.ts), and dresses
 * what is shown with quotes, roles and a title. In turns: a large library takes seconds, and nothing waits for them.
 */
import type { ProposeInput, Proposals, ThreadAddition, ThreadProposal } from '../../shared/domain/ledger.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import { threadKindSchema, type MemberRole, type ThreadKind } from '../../shared/domain/thread-status.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { lineagesById, type Node } from '../compare/columns.ts'
import { groups, type Group } from '../threads/grouping.ts'
import { commonTo, reasonsOf, weightOf, type Likely } from '../threads/likely.ts'
import { contentWords } from '../threads/likeness.ts'
import { proposedTitle, type TitleText } from '../threads/proposed-title.ts'
import { proposedRole } from '../threads/role.ts'
import { evidenceByIds } from './filtered.ts'
import { jsonList } from './rows.ts'
import { statementFacts, type Facts } from './thread-statements.ts'
import type { ReadDb } from './types.ts'

const TEXTS_AT_ONCE = 250
const MEMBERS_SHOWN = 50

/** `open` gives the library as long as it is the one the work began with, and throws where it is not. */
export function* proposalSteps(open: () => ReadDb, { filter = {}, kinds, limit }: ProposeInput): Steps<Proposals> {
  const wanted: readonly ThreadKind[] = kinds && kinds.length > 0 ? kinds : threadKindSchema.options
  const facts = yield* statementFacts(open, filter, wanted)
  const weights = yield* readWords(open, facts)
  const apart = apartPairs(open())
  const found: { kind: ThreadKind; group: Group }[] = []
  for (const kind of wanted)
    for (const block of Map.groupBy(facts.byKind.get(kind) ?? [], ({ side }) => side).values()) {
      const made = yield* groups(block, (id) => facts.threadOf.get(kind)?.get(id) ?? null, apart, weights)
      found.push(...made.map((group) => ({ kind, group })))
    }
  yield
  const fresh = found
    .filter(({ group }) => group.threadId === null && isWorthShowing(group))
    .toSorted((a, b) => rank(b.group) - rank(a.group))
  const joined = found
    .flatMap(({ kind, group }) => group.joined.map((one) => ({ kind, group, ...one })))
    .toSorted((a, b) => b.score - a.score || a.statement.id - b.statement.id)
  return {
    proposals: fresh.slice(0, limit).flatMap(({ kind, group }) => proposal(open(), kind, group, facts)),
    additions: additions(open(), joined.slice(0, limit), facts),
    isCut: fresh.length > limit || joined.length > limit,
  }
}

/** Said more than once, and not only within one article. */
const isWorthShowing = ({ members }: Group): boolean => new Set(members.map(({ articleId }) => articleId)).size > 1
/** How alike they are, and a little for how many they are. */
const rank = ({ score, links, members }: Group): number => score / Math.max(1, links) + Math.log2(members.length)

/** Numbers the words of all statements, and weighs them by how many statements have them. */
function* readWords(open: () => ReadDb, { byKind }: Facts): Steps<Float64Array> {
  const statements = new Map([...byKind.values()].flat().map((statement) => [statement.id, statement]))
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const ids = [...statements.keys()]
  for (let at = 0; at < ids.length; at += TEXTS_AT_ONCE) {
    const rows = open().all<{ id: number; quote: string; translation: string | null }>(
      'SELECT id, quote, translation FROM annotation WHERE id IN (SELECT value FROM json_each(?))',
      [jsonList(ids.slice(at, at + TEXTS_AT_ONCE))],
    )
    for (const { id, quote, translation } of rows) {
      const statement = statements.get(id)
      if (!statement) continue
      const words: number[] = []
      for (const word of contentWords(`${quote} ${translation ?? ''}`)) {
        const number = numbers.get(word) ?? numbers.set(word, numbers.size).size - 1
        counts[number] = (counts[number] ?? 0) + 1
        words.push(number)
      }
      statement.words = Int32Array.from(words).sort()
    }
    yield
  }
  return Float64Array.from(counts, (count) => weightOf(count, statements.size))
}

/** What each statement is apart from. */
function apartPairs(db: ReadDb): (id: number) => readonly number[] {
  const apart = new Map<number, number[]>()
  const add = (id: number, other: number) => (apart.get(id) ?? apart.set(id, []).get(id))?.push(other)
  for (const { id, other } of db.all<{ id: number; other: number }>('SELECT annotation_id AS id, other_id AS other FROM thread_apart')) {
    add(id, other)
    add(other, id)
  }
  return (id) => apart.get(id) ?? []
}

/** Nothing where its statements went while it was found. */
function proposal(db: ReadDb, kind: ThreadKind, group: Group, facts: Facts): ThreadProposal[] {
  const quotes = evidenceByIds(
    db,
    group.members.slice(0, MEMBERS_SHOWN).map(({ id }) => id),
  )
  if (quotes.length < 2) return []
  const words = group.words / Math.max(1, group.links)
  return [
    {
      kind,
      title: proposedTitle(quotes.map(titleText)),
      ownerId: nearestAbove(
        group.members.map(({ speakerId }) => [speakerId]),
        facts.parties,
        facts.persons,
      ),
      addresseeId: nearestAbove(addressed(group.members), facts.parties, facts.persons),
      issueId: commonTo(group.members, ({ issueIds }) => issueIds) ?? commonTo(group.members, ({ issueRoots }) => issueRoots),
      members: roles(db, quotes, [], kind, facts),
      more: group.members.slice(MEMBERS_SHOWN).map(({ id }) => id),
      reasons: reasonsOf(group.members, words),
      score: rank(group),
    },
  ]
}

/** Words of the interface are English, as translations are. Reported speech is put in the words of whoever reports it. */
const titleText = ({ quote, translation, language, attribution, reportedBy }: Evidence): TitleText => ({
  text: translation ?? quote,
  isOwn: (attribution === null || attribution === 'direct') && reportedBy.length === 0,
  isReadable: translation !== null || language === null || language === 'en',
})

/** Whom those address that address the side which most of them do. */
function addressed(members: readonly Likely[]): number[][] {
  const side = commonTo(
    members.filter(({ targetSides }) => targetSides.length > 0),
    ({ targetSides }) => targetSides,
  )
  if (side === null) return []
  return members.flatMap(({ targetIds, targetSides }) => {
    const there = targetIds.filter((_, index) => targetSides[index] === side)
    return there.length > 0 ? [there] : []
  })
}

/** The nearest party that all stand beneath, or are; a person speaks for what it belongs to. */
function nearestAbove(lists: readonly (readonly number[])[], parents: readonly Node[], persons: ReadonlySet<number>): number | null {
  const lineages = lineagesById(parents)
  const [first = [], ...rest] = lists.map((ids) => ids.flatMap((id) => lineages.get(id) ?? []))
  const shared = first.filter((id) => rest.every((line) => line.includes(id)))
  return shared.find((id) => !persons.has(id)) ?? shared[0] ?? null
}

interface Before {
  intensity: number | null
  hasCondition: boolean
}

/** Roles of the owner's own statements, by date, behind those that are there. */
function roles(
  db: ReadDb,
  quotes: readonly Evidence[],
  earlier: readonly Before[],
  kind: ThreadKind,
  { codeOf }: Facts,
): { role: MemberRole; evidence: Evidence }[] {
  const conditional = new Set(
    db.column<number>('SELECT id FROM annotation WHERE condition IS NOT NULL AND id IN (SELECT value FROM json_each(?))', [
      jsonList(quotes.map(({ id }) => id)),
    ]),
  )
  const before = [...earlier]
  return quotes.map((evidence) => {
    const own = { intensity: evidence.intensity, hasCondition: conditional.has(evidence.id) }
    const tagCode = codeOf.get(evidence.tagId) ?? ''
    const role = proposedRole({ kind, tagCode, isOwner: true, isAddressee: false, stance: evidence.stance, ...own, before })
    before.push(own)
    return { role, evidence }
  })
}

/** What joins threads that are there, each with the role it would have after what the thread holds from before it. */
function additions(
  db: ReadDb,
  joined: readonly { kind: ThreadKind; statement: Likely; group: Group; score: number; words: number }[],
  facts: Facts,
): ThreadAddition[] {
  const quotes = new Map(
    evidenceByIds(
      db,
      joined.map(({ statement }) => statement.id),
    ).map((evidence) => [evidence.id, evidence]),
  )
  const titles = new Map(db.all<{ id: number; title: string }>('SELECT id, title FROM thread').map(({ id, title }) => [id, title]))
  return joined.flatMap(({ kind, statement, group, score, words }) => {
    const evidence = quotes.get(statement.id)
    const title = titles.get(group.threadId ?? 0)
    if (!evidence || title === undefined || group.threadId === null) return []
    const earlier = group.members.filter(({ day }) => day <= statement.day).slice(-MEMBERS_SHOWN)
    const before = roles(
      db,
      evidenceByIds(
        db,
        earlier.map(({ id }) => id),
      ),
      [],
      kind,
      facts,
    ).map(({ role, evidence: { intensity } }) => ({
      intensity,
      hasCondition: role === 'conditioned',
    }))
    const [proposed] = roles(db, [evidence], before, kind, facts)
    if (!proposed) return []
    const reasons = reasonsOf(
      [statement, ...group.members.filter(({ issueIds }) => issueIds.some((id) => statement.issueIds.includes(id)))],
      words,
    )
    return [{ threadId: group.threadId, title, ...proposed, reasons, score }]
  })
}
