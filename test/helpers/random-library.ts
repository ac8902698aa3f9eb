/**
 * Random libraries for property tests of exports and imports: a plan of plain values that fast-check makes small where something fails, and
 * the library that an analyst would have by it, made through the store. Texts hold what offsets stumble over: signs of four bytes, joined
 * emoji, vowel signs, scripts from the right, blank lines. Passages lie on graphemes, as the reader makes them; they may overlap.
 */
import fc from 'fast-check'
import { textHash } from '../../src/core/importers/fingerprint.ts'
import type { WriteContext } from '../../src/core/session.ts'
import { insertAnnotation } from '../../src/core/store/annotations.ts'
import { insertArticle } from '../../src/core/store/articles.ts'
import { setOverride } from '../../src/core/store/cell-overrides.ts'
import { writeSummary } from '../../src/core/store/cell-summaries.ts'
import { insertCollection, setArticleCollections } from '../../src/core/store/collections.ts'
import { insertEvent } from '../../src/core/store/events.ts'
import { insertIssue } from '../../src/core/store/issues.ts'
import type { LibraryFile } from '../../src/core/store/library-file.ts'
import { insertParty } from '../../src/core/store/parties.ts'
import { reviseArticle } from '../../src/core/store/revising.ts'
import { linkStory } from '../../src/core/store/stories.ts'
import { setTagFields } from '../../src/core/store/tag-fields.ts'
import { insertTag } from '../../src/core/store/tags.ts'
import { insertCheck } from '../../src/core/store/thread-checks.ts'
import { insertThread } from '../../src/core/store/threads.ts'
import type { WriteDb } from '../../src/core/store/types.ts'
import { annotationStatusSchema, attributionSchema, confidenceSchema, stanceSchema } from '../../src/shared/domain/annotation.ts'
import { partyKindSchema } from '../../src/shared/domain/party.ts'
import { checkResultSchema, memberRoleSchema, threadKindSchema } from '../../src/shared/domain/thread-status.ts'
import { canonicalText } from '../../src/shared/text/canonical.ts'
import { label } from '../store/helpers/library.ts'

const PIECES = ['Kabul must close the camps.', ' ', '\n\n', '\n', '😀', '👩‍👩‍👧', '\u{20000}', 'é', 'e\u0301', 'طالبان نے کہا', 'مذاکرات', '会谈继续。', 'नमस्ते', '"<&>\'', '{"a":1}', '\u202e', '\t', '=1+1', '\\input'] // prettier-ignore

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 })
  .map((pieces) => canonicalText(`A ${pieces.join('')}`).text)
const line = fc
  .array(fc.constantFrom('Coast', 'Ünïted', 'طالبان', '会谈', '😀', 'O\'Hara "x"', '<b>', 'a & b', '=cmd', '; ', '›'), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' ').replaceAll(/\s+/g, ' ').trim()) // prettier-ignore
const words = fc.option(
  fc.oneof(
    line,
    text.map((one) => one.trim()),
  ),
)
const date = fc.constantFrom('2025', '2025-10', '2025-10-29', '2025-10-29T14:30', '2025-10-29T14:30+05:00')
const language = fc.constantFrom('en', 'ur', 'fa-AF', 'zh-Hans')
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const index = fc.nat(20)
const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values)

const annotation = fc.record({
  from: share, length: share, tag: index, speaker: fc.option(index), onBehalfOf: fc.option(index), targets: fc.array(index, { maxLength: 3 }),
  issues: fc.array(index, { maxLength: 3 }), stance: fc.option(anyOf(stanceSchema.options)), intensity: fc.option(fc.integer({ min: 1, max: 5 })),
  attribution: fc.option(anyOf(attributionSchema.options)), reportedBy: fc.array(line, { maxLength: 2 }), stated: fc.option(date), condition: words,
  consequence: words, deadline: fc.option(line), confidence: fc.option(anyOf(confidenceSchema.options)), translation: words,
  translationLanguage: fc.option(language), note: words, important: fc.boolean(), status: anyOf(annotationStatusSchema.options),
  amount: fc.option(fc.integer()), guarantor: fc.option(index),
}) // prettier-ignore

const article = fc.record({
  text, title: line, outlet: fc.option(line), author: fc.option(line), published: fc.option(date), url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  language: fc.option(language), direction: anyOf(['ltr', 'rtl'] as const), translatedFrom: fc.option(language), reliability: fc.option(anyOf(['A', 'F'] as const)),
  credibility: fc.option(fc.integer({ min: 1, max: 6 })), note: words, section: fc.option(line), isPaged: fc.boolean(), hasCaption: fc.boolean(),
  annotations: fc.array(annotation, { maxLength: 4 }), corrected: fc.option(text), later: fc.array(annotation, { maxLength: 2 }), collection: fc.option(index),
}) // prettier-ignore

export const libraryPlan = fc.record({
  parties: fc.array(fc.record({ name: line, kind: anyOf(partyKindSchema.options), parent: fc.option(index) }), { minLength: 1, maxLength: 4 }),
  issues: fc.array(fc.record({ name: line, parent: fc.option(index), definition: line }), { minLength: 1, maxLength: 4 }),
  articles: fc.array(article, { maxLength: 3 }),
  threads: fc.array(
    fc.record({ kind: anyOf(threadKindSchema.options), title: line, owner: fc.option(index), issue: fc.option(index), note: words, members: fc.array(fc.record({ of: index, role: anyOf(memberRoleSchema.options) }), { maxLength: 3 }), checked: fc.option(fc.record({ checked: date, result: anyOf(checkResultSchema.options), note: line })) }),
    { maxLength: 2 },
  ),
  events: fc.array(fc.record({ title: line, starts: date, place: line, note: line }), { maxLength: 2 }),
  collections: fc.array(fc.record({ name: line, parent: fc.option(index) }), { maxLength: 3 }),
  cell: fc.option(fc.record({ issue: index, party: index, text: line, stance: anyOf(stanceSchema.options), reason: line })),
  isStory: fc.boolean(),
}) // prettier-ignore
export type LibraryPlan = typeof libraryPlan extends fc.Arbitrary<infer T> ? T : never
type AnnotationPlan = LibraryPlan['articles'][number]['annotations'][number]

/** Makes the library of a plan, in one step, in a new library with the shipped tags. */
export function makeLibrary(library: LibraryFile, plan: LibraryPlan): void {
  const said = label()
  library.write(said, (db) => {
    let now = Date.UTC(2025, 9, 30, 8)
    const context = (): WriteContext => ({ now: (now += 1_000), uid: () => crypto.randomUUID(), coderId: library.coderId(), label: said })
    new Making(db, context).make(plan)
  })
}

class Making {
  readonly #db: WriteDb
  readonly #context: () => WriteContext
  readonly #annotations: number[] = []
  #parties: readonly number[] = []
  #issues: readonly number[] = []
  #tags: readonly number[] = []
  #own = 0

  constructor(db: WriteDb, context: () => WriteContext) {
    this.#db = db
    this.#context = context
  }

  make({ parties, issues, articles, threads, events, collections, cell, isStory }: LibraryPlan): void {
    const db = this.#db
    const { uid } = this.#context()
    this.#parties = tree(parties, ({ name, kind }, parentId, at) => insertParty(db, { name: `${name} ${at}`, kind, parentId }, uid))
    this.#issues = tree(issues, ({ name, definition }, parentId, at) => insertIssue(db, { name: `${name} ${at}`, definition, parentId }, uid))
    this.#own = insertTag(db, { name: 'Pledge', hue: 'rose', letter: 'L', definition: 'Gives a word' }, uid)
    const fields = (['number', 'party'] as const).map((type) => ({ name: type === 'number' ? 'Amount' : 'Guarantor', type, choices: [], renamed: [] }))
    setTagFields(db, this.#own, fields, uid)
    this.#tags = db.column<number>('SELECT id FROM tag ORDER BY position, id')
    const folders = tree(collections, ({ name }, parentId, at) => insertCollection(db, { name: `${name} ${at}`, parentId }, uid))
    const ids = articles.map((one) => this.#article(one, folders))
    if (isStory && ids.length > 1) linkStory(db, ids.slice(0, 2), uid)
    for (const thread of threads) this.#thread(thread)
    for (const event of events) insertEvent(db, { ...event, kind: 'round', ends: null }, this.#context())
    const [issueId, partyId] = [pick(this.#issues, cell?.issue), pick(this.#parties, cell?.party)]
    if (!cell || issueId === undefined || partyId === undefined) return
    const place = { issueId, partyId, level: 'side' } as const
    writeSummary(db, { cell: place, text: cell.text, quoteIds: this.#annotations.slice(0, 1), confirms: true }, this.#context())
    setOverride(db, { cell: place, stance: cell.stance, trend: null, reason: cell.reason }, this.#annotations.slice(0, 2), this.#context())
  } // prettier-ignore

  #article({ text: content, annotations, corrected, later, collection, section, isPaged, hasCaption, ...metadata }: LibraryPlan['articles'][number], folders: readonly number[]): number {
    const { now, uid } = this.#context()
    const caption = hasCaption ? edgesOf(content) : []
    const id = insertArticle(
      this.#db,
      {
        metadata,
        text: content,
        textHash: textHash(content),
        original: null,
        pages: isPaged ? [{ start: 0, label: '1' }] : [],
        details: section === null ? {} : { section },
        notText: hasCaption ? [{ start: caption.at(-2) ?? 0, end: content.length, kind: 'caption' }] : [],
      },
      now,
      uid,
    )
    for (const one of annotations) this.#annotation(id, content, one)
    if (corrected !== null && corrected !== content) {
      reviseArticle(this.#db, id, { text: corrected, textHash: textHash(corrected), note: null, original: null }, this.#context())
      for (const one of later) this.#annotation(id, corrected, one)
    }
    const folder = pick(folders, collection)
    if (folder !== undefined) setArticleCollections(this.#db, { articleIds: [id], add: [folder], remove: [] })
    return id
  } // prettier-ignore

  #annotation(articleId: number, content: string, { from, length, tag, speaker, onBehalfOf, targets, issues, amount, guarantor, ...plain }: AnnotationPlan): void {
    const edges = edgesOf(content)
    const start = Math.floor(from * (edges.length - 1))
    const end = start + 1 + Math.floor(length * (edges.length - 2 - start))
    const tagId = pick(this.#tags, tag) ?? this.#own
    const party = (at: number | null): number | null => pick(this.#parties, at) ?? null
    const fields = { ...(amount !== null && { Amount: amount }), ...(party(guarantor) !== null && { Guarantor: party(guarantor) }) }
    const id = insertAnnotation(
      this.#db,
      {
        ...plain,
        articleId,
        start: edges[start] ?? 0,
        end: edges[end] ?? content.length,
        tag: tagId,
        speaker: party(speaker),
        onBehalfOf: party(onBehalfOf),
        targets: [...new Set(targets.flatMap((at) => party(at) ?? []))],
        issues: [...new Set(issues.flatMap((at) => pick(this.#issues, at) ?? []))],
        ...(tagId === this.#own && { fields }),
      },
      this.#context(),
    )
    this.#annotations.push(id)
  } // prettier-ignore

  #thread({ kind, title, owner, issue, note, members, checked }: LibraryPlan['threads'][number]): void {
    const known = new Map(members.flatMap(({ of, role }) => { const id = pick(this.#annotations, of); return id === undefined ? [] : [[id, role] as const] }))
    const threadId = insertThread(
      this.#db,
      {
        kind,
        title,
        owner: pick(this.#parties, owner) ?? null,
        issue: pick(this.#issues, issue) ?? null,
        note,
        members: [...known].map(([annotationId, role]) => ({ annotationId, role })),
      },
      this.#context(),
    )
    if (checked) insertCheck(this.#db, { threadId, ...checked, by: null, annotationIds: this.#annotations.slice(0, 1) }, this.#context())
  } // prettier-ignore
}

const pick = <T>(list: readonly T[], at: number | null | undefined): T | undefined =>
  at === null || at === undefined ? undefined : list[at % list.length]

/** Rows beneath rows that were made before them. */
function tree<T extends { readonly parent: number | null }>(
  rows: readonly T[],
  insert: (row: T, parentId: number | null, at: number) => number,
): number[] {
  const ids: number[] = []
  rows.forEach((row, at) => ids.push(insert(row, pick(ids, row.parent) ?? null, at)))
  return ids
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Where graphemes begin, and the end of the text. */
const edgesOf = (content: string): number[] => [...Array.from(graphemes.segment(content), (one) => one.index), content.length]
