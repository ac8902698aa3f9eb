/** A library with one of everything, made as an analyst makes it, and its bytes as a file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textHash } from '../../../../src/core/importers/fingerprint.ts'
import type { WriteContext } from '../../../../src/core/session.ts'
import { insertAnnotation, updateAnnotation } from '../../../../src/core/store/annotations.ts'
import { insertArticle } from '../../../../src/core/store/articles.ts'
import { setOverride } from '../../../../src/core/store/cell-overrides.ts'
import { writeSummary } from '../../../../src/core/store/cell-summaries.ts'
import { insertCollection, setArticleCollections } from '../../../../src/core/store/collections.ts'
import { insertEvent } from '../../../../src/core/store/events.ts'
import { insertIssue } from '../../../../src/core/store/issues.ts'
import type { LibraryFile } from '../../../../src/core/store/library-file.ts'
import { insertParty } from '../../../../src/core/store/parties.ts'
import { reviseArticle } from '../../../../src/core/store/revising.ts'
import { linkStory, setStoriesApart } from '../../../../src/core/store/stories.ts'
import { setTagFields } from '../../../../src/core/store/tag-fields.ts'
import { insertTag } from '../../../../src/core/store/tags.ts'
import { insertCheck } from '../../../../src/core/store/thread-checks.ts'
import { declineTogether } from '../../../../src/core/store/thread-apart.ts'
import { insertThread, updateThread } from '../../../../src/core/store/threads.ts'
import type { WriteDb } from '../../../../src/core/store/types.ts'
import type { ArticleMetadata } from '../../../../src/shared/domain/article.ts'
import { label, tempFolder } from '../../../store/helpers/library.ts'

export const FERRY = 'Ferries stop at Kestrel\n\nMinister Orla Venn demands that the harbour reopen by Friday.\n\nPhoto: the quay'
export const CORRECTED = FERRY.replace('by Friday', 'by Monday')
export const GRAIN = 'Grain talks in Marsa 😀\n\nThe Council rejects every toll on grain.'

const metadata: ArticleMetadata = {
  title: 'Ferries stop',
  outlet: 'Kestrel Post',
  author: 'I. Dray',
  published: '2025-10-29',
  url: 'https://kestrel.example/1',
  language: 'en',
  direction: 'ltr',
  translatedFrom: 'fr',
  reliability: 'B',
  credibility: 2,
  note: 'From the desk',
}

/** One step on a library. */
export function step<T>(library: LibraryFile, fn: (db: WriteDb, context: WriteContext) => T): T {
  const now = Date.now()
  return library.write(label(), (db) => fn(db, { now, uid: () => crypto.randomUUID(), coderId: library.coderId(), label: label() }))
}

export interface Filled {
  ferry: number
  grain: number
  demand: number
  position: number
}

export function fill(library: LibraryFile): Filled {
  return step(library, (db, context) => {
    const { now, uid } = context
    const coast = insertParty(db, { name: 'Coast', kind: 'state', role: 'principal', aliases: [{ name: 'Küste', language: 'de' }] }, uid)
    const venn = insertParty(
      db,
      { name: 'Orla Venn', kind: 'person', parentId: coast, affiliations: [{ withId: coast, since: '2024', until: null, note: '' }] },
      uid,
    )
    const border = insertIssue(db, { name: 'Border', definition: 'All about crossings' }, uid)
    const harbour = insertIssue(db, { name: 'Harbour', parentId: border, hue: 'teal' }, uid)
    const tag = insertTag(db, { name: 'Pledge', hue: 'rose', letter: 'L', definition: 'Gives a word' }, uid)
    setTagFields(
      db,
      tag,
      [
        { name: 'Amount', type: 'number', choices: [], renamed: [] },
        { name: 'Guarantor', type: 'party', choices: [], renamed: [] },
      ],
      uid,
    )
    const ferry = insertArticle(
      db,
      {
        metadata,
        text: FERRY,
        textHash: textHash(FERRY),
        original: {
          sha256: 'f'.repeat(64),
          name: 'ferry.txt',
          mediaType: 'text/plain',
          encoding: 'utf-8',
          bytes: new TextEncoder().encode(FERRY),
        },
        pages: [{ start: 0, label: '1' }],
        part: 2,
        details: { section: 'World' },
        notText: [{ start: FERRY.indexOf('Photo'), end: FERRY.length, kind: 'caption' }],
      },
      now,
      uid,
    )
    const grain = insertArticle(
      db,
      { metadata: { ...metadata, title: 'Grain talks', url: null }, text: GRAIN, textHash: textHash(GRAIN), original: null },
      now,
      uid,
    )
    const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const demand = insertAnnotation(
      db,
      {
        articleId: ferry,
        tag: 'demand',
        ...at(FERRY, 'demands that the harbour reopen'),
        speaker: venn,
        onBehalfOf: coast,
        targets: ['Isle Council'],
        issues: [harbour],
        stance: 'supports',
        intensity: 4,
        attribution: 'paraphrase',
        reportedBy: ['Kestrel Post'],
        stated: '2025-10-28',
        condition: 'if talks fail',
        consequence: 'a blockade',
        deadline: 'Friday',
        confidence: 'high',
        translation: 'verlangt',
        translationLanguage: 'de',
        note: 'Key line',
        important: true,
        status: 'reviewed',
      },
      context,
    )
    insertAnnotation(db, { articleId: ferry, tag: 'threat', ...at(FERRY, 'by Friday') }, context)
    const position = insertAnnotation(
      db,
      { articleId: grain, tag: tag, ...at(GRAIN, 'rejects every toll'), issues: ['Tolls'], fields: { Amount: 12, Guarantor: 'Coast' } },
      context,
    )
    reviseArticle(
      db,
      ferry,
      { text: CORRECTED, textHash: textHash(CORRECTED), note: 'The paper corrected the day', original: null },
      context,
    )
    const thread = insertThread(
      db,
      {
        kind: 'demand',
        title: 'Reopen the harbour',
        owner: venn,
        addressee: 'Isle Council',
        issue: harbour,
        criterion: 'Ferries sail',
        measure: 'Sailings a day',
        standard: 'As before the strike',
        members: [{ annotationId: demand, role: 'raised' }],
      },
      context,
    )
    insertCheck(
      db,
      {
        threadId: thread,
        checked: '2025-11',
        result: 'not-met',
        by: 'Isle Council',
        note: 'Two of nine',
        annotationIds: [demand, position],
      },
      context,
    )
    updateThread(db, thread, { statusOverride: 'fulfilled', statusReason: 'The quay was seen open' }, context)
    const event = {
      title: 'Marsa round',
      kind: 'round',
      starts: '2025-10-25',
      ends: '2025-10-30',
      place: 'Marsa',
      note: 'Three days',
    } as const
    insertEvent(db, event, context)
    const cell = { issueId: harbour, partyId: coast, level: 'side' } as const
    writeSummary(db, { cell, text: 'Coast asks for the harbour [1].', quoteIds: [demand], confirms: true }, context)
    setOverride(db, { cell, stance: 'conditional', trend: null, reason: 'Only by Friday' }, [demand], context)
    declineTogether(db, [demand, position])
    const round = insertCollection(db, { name: 'Round one', parentId: null }, uid)
    const inner = insertCollection(db, { name: 'Day two', parentId: round }, uid)
    setArticleCollections(db, { articleIds: [ferry], add: [inner], remove: [] })
    linkStory(db, [ferry, grain], uid)
    return { ferry, grain, demand, position }
  })
}

/** The library as another analyst gets it: one file. */
export async function bytesOf(library: LibraryFile): Promise<Buffer> {
  const path = join(tempFolder(), 'copy.parley')
  await library.backup(path)
  return readFileSync(path)
}

export { setStoriesApart, updateAnnotation }
