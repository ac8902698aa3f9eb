/** Annotations split, merged and duplicated: nothing of the coding is lost, and every step goes back to exactly what was. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnchors } from '../../../src/core/store/anchor-check.ts'
import { duplicateAnnotation, mergeAnnotations, previewMerge, splitAnnotation } from '../../../src/core/store/annotation-operations.ts'
import { annotationById, annotationsByIds, insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { openLibraryFile, type LibraryFile } from '../../../src/core/store/library-file.ts'
import { insertThread, threadById } from '../../../src/core/store/threads.ts'
import { annotationSchema, type Annotation, type AnnotationInput } from '../../../src/shared/domain/annotation.ts'
import { graphemeFloor } from '../../../src/shared/text/graphemes.ts'
import { outsider } from '../helpers/engine.ts'
import { closedLater, dump, options } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

const SENTENCE = 'They demand that the crossing opens, and they reject every delay 👨‍👩‍👧‍👦 now.'

/** A demand over the whole sentence with all kinds of coding, a field of its tag, an example and a thread. */
function demand(library: LibraryFile): { id: number; articleId: number; threadId: number; fieldId: number } {
  return step(library, (db, context) => {
    const articleId = putArticle(db, `Before. ${SENTENCE} After.`)
    const id = tagQuote(db, context, articleId, SENTENCE, {
      speaker: 'Islamabad',
      onBehalfOf: 'Pakistan',
      targets: ['Kabul', 'TTP'],
      issues: ['Border › Crossings'],
      stance: 'supports',
      intensity: 4,
      reportedBy: ['Dawn', 'officials'],
      stated: '2025-10-29',
      note: 'firm',
      translation: 'x',
      translationLanguage: 'en',
      important: true,
      status: 'reviewed',
    })
    const tagId = annotationById(db, id).tagId
    const fieldId = db.run(`INSERT INTO tag_field(uid, tag_id, name, type, position) VALUES ('f1', ?, 'Casualties', 'number', 1)`, [
      tagId,
    ]).lastId
    db.run('INSERT INTO annotation_field(annotation_id, field_id, value) VALUES (?, ?, ?)', [id, fieldId, '12'])
    db.run('INSERT INTO codebook_example(tag_id, annotation_id, position) VALUES (?, ?, 1)', [tagId, id])
    const threadId = insertThread(
      db,
      { kind: 'demand', title: 'Open the crossing', members: [{ annotationId: id, role: 'raised' }] },
      context,
    )
    return { id, articleId, threadId, fieldId }
  })
}

/** What a person coded, apart from where. */
function codingOf(annotation: Annotation): object {
  const place = ['id', 'uid', 'start', 'end', 'quote', 'prefix', 'suffix', 'changedAt']
  return Object.fromEntries(Object.entries(annotation).filter(([name]) => !place.includes(name)))
}

const split = (library: LibraryFile, id: number, ...at: number[]): Annotation[] =>
  annotationsByIds(
    library.read,
    step(library, (db, context) => splitAnnotation(db, id, at, context)),
  )
const merge = (library: LibraryFile, ids: number[], choices: Parameters<typeof mergeAnnotations>[2] = []): Annotation =>
  annotationById(
    library.read,
    step(library, (db, context) => mergeAnnotations(db, ids, choices, context)),
  )

describe('split', () => {
  test('both halves keep the coding; the first keeps its threads and its place as an example', () => {
    const library = codedLibrary()
    const { id, threadId } = demand(library)
    const before = annotationById(library.read, id)
    const start = dump(library.read)
    const [first, second] = split(library, id, before.start + SENTENCE.indexOf(' and they'))
    expect([first?.quote, second?.quote]).toEqual(['They demand that the crossing opens,', 'and they reject every delay 👨‍👩‍👧‍👦 now.'])
    expect(codingOf(first!)).toEqual(codingOf(before))
    expect(codingOf(second!)).toEqual(codingOf(before))
    expect(first?.uid).toBe(before.uid)
    expect(second?.uid).not.toBe(before.uid)
    expect(threadById(library.read, threadId).members).toEqual([{ annotationId: id, role: 'raised' }])
    expect(library.read.column('SELECT annotation_id FROM codebook_example')).toEqual([id])
    expect(checkAnchors(library.read)).toEqual([])
    library.undo()
    expect(dump(library.read)).toBe(start)
  })

  test('several cuts at once, in any order', () => {
    const library = codedLibrary()
    const { id } = demand(library)
    const { start } = annotationById(library.read, id)
    const parts = split(library, id, start + 36, start + 12, start + 36)
    expect(parts.map(({ quote }) => quote)).toEqual(['They demand', 'that the crossing opens,', 'and they reject every delay 👨‍👩‍👧‍👦 now.'])
  })

  test('a cut anywhere: two halves of whole characters with nothing lost but white space, or a refusal that changes nothing', () => {
    const library = codedLibrary()
    const { id } = demand(library)
    const { start, end, quote } = annotationById(library.read, id)
    const whole = dump(library.read)
    fc.assert(
      fc.property(fc.integer({ min: start - 5, max: end + 5 }), (at) => {
        const isInside = at > start && at < end && graphemeFloor(quote, at - start) === at - start
        if (isInside) {
          const parts = split(library, id, at)
          expect(
            parts
              .map((part) => part.quote)
              .join(' ')
              .replace(/\s+/g, ''),
          ).toBe(quote.replace(/\s+/g, ''))
          expect(parts.every((part) => part.quote === part.quote.trim() && part.quote.isWellFormed())).toBe(true)
          library.undo()
        } else {
          const cut = refusal(() => split(library, id, at))
          expect(cut).toMatchObject({ code: 'range-invalid', details: { reason: 'split' } })
        }
        expect(dump(library.read)).toBe(whole)
      }),
    )
  })

  test('a passage that is not in the text any more is refused, not moved', () => {
    const library = codedLibrary()
    const { id } = demand(library)
    library.close()
    outsider(library.path, `UPDATE annotation SET quote = 'They demxnd that' WHERE id = ${id}`)
    const again = closedLater(openLibraryFile(library.path, options()))
    expect(refusal(() => split(again, id, 20))).toMatchObject({ code: 'range-invalid', details: { reason: 'broken' } })
  })
})

describe('merge', () => {
  test.each<[string, (which: string) => Partial<AnnotationInput>]>([
    ['sources', (which) => ({ reportedBy: Array.from({ length: 11 }, (_, n) => `${which} ${n}`) })],
    ['targets', (which) => ({ targets: Array.from({ length: 26 }, (_, n) => `${which} ${n}`) })],
    ['issues', (which) => ({ issues: Array.from({ length: 26 }, (_, n) => [`${which} ${n}`]) })],
    ['note', (which) => ({ note: which.repeat(110_000) })],
  ])('what together is more than one annotation can hold is refused beforehand and then: %s', (reason, coding) => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, 'Close the camps now. Another matter.'))
    const ids = ['Close', 'camps'].map((quote, n) =>
      step(library, (db, context) => tagQuote(db, context, article, quote, coding(String(n)))),
    )
    const whole = dump(library.read)
    for (const error of [refusal(() => previewMerge(library.read, ids)), refusal(() => merge(library, ids))])
      expect(error).toMatchObject({ code: 'merge-refused', details: { reason } })
    expect(dump(library.read)).toBe(whole)
    // The same in both is there once, and fits.
    step(library, (db, context) => updateAnnotation(db, ids[1] ?? 0, coding('0'), context))
    previewMerge(library.read, ids)
    annotationSchema.parse(merge(library, ids))
  })

  test('what was split becomes what it was, whatever the number of cuts', () => {
    const library = codedLibrary()
    const { id } = demand(library)
    const before = annotationById(library.read, id)
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(12, 17, 21, 36, 41), { minLength: 1 }), (cuts) => {
        const parts = split(library, id, ...cuts.map((cut) => before.start + cut))
        expect(parts.length).toBe(cuts.length + 1)
        const { changedAt: _, ...merged } = merge(
          library,
          parts.map((part) => part.id),
        )
        const { changedAt: __, ...whole } = before
        expect(merged).toEqual(whole)
      }),
      { numRuns: 20 },
    )
    expect(checkAnchors(library.read)).toEqual([])
  })

  test('first value wins, lists are united, notes joined; differing values are told before and can be chosen', () => {
    const library = codedLibrary()
    const { id, articleId, threadId, fieldId } = demand(library)
    const { other, otherThread } = step(library, (db, context) => {
      const other = tagQuote(db, context, articleId, 'After', {
        tag: 'threat',
        speaker: 'Kabul',
        targets: ['TTP', 'Doha'],
        issues: ['Ceasefire'],
        deadline: 'within a week',
        intensity: 2,
        note: 'soft',
        reportedBy: ['Dawn', 'AFP'],
      })
      db.run('INSERT INTO annotation_field(annotation_id, field_id, value) VALUES (?, ?, ?)', [other, fieldId, '30'])
      const members = [{ annotationId: other, role: 'raised' as const }]
      db.run(`INSERT INTO thread_member(thread_id, annotation_id, role, position) VALUES (?, ?, 'repeated', 1)`, [threadId, other])
      return { other, otherThread: insertThread(db, { kind: 'threat', title: 'Another', members }, context) }
    })
    const [a, b] = [annotationById(library.read, id), annotationById(library.read, other)]
    const preview = previewMerge(library.read, [id, other])
    expect(preview).toMatchObject({ articleId, start: a.start, end: b.end, added: 0 })
    expect(preview.conflicts.map(({ field, name, values }) => [field ?? name, values])).toEqual([
      [
        'tag',
        [
          { annotationId: id, value: a.tagId },
          { annotationId: other, value: b.tagId },
        ],
      ],
      [
        'speaker',
        [
          { annotationId: id, value: a.speakerId },
          { annotationId: other, value: b.speakerId },
        ],
      ],
      [
        'intensity',
        [
          { annotationId: id, value: 4 },
          { annotationId: other, value: 2 },
        ],
      ],
      [
        'Casualties',
        [
          { annotationId: id, value: 12 },
          { annotationId: other, value: 30 },
        ],
      ],
    ])
    const before = dump(library.read)
    const merged = merge(
      library,
      [id, other],
      [
        { field: 'speaker', fieldId: null, annotationId: other },
        { field: null, fieldId, annotationId: other },
      ],
    )
    expect(merged).toMatchObject({
      id,
      uid: a.uid,
      quote: `${SENTENCE} After`,
      tagId: a.tagId,
      speakerId: b.speakerId,
      onBehalfOfId: a.onBehalfOfId,
      targetIds: [...a.targetIds, b.targetIds[1]],
      issueIds: [...a.issueIds, ...b.issueIds],
      reportedBy: ['Dawn', 'officials', 'AFP'],
      intensity: 4,
      deadline: 'within a week',
      note: 'firm\n\nsoft',
      fields: { [fieldId]: 30 },
      important: true,
      status: 'draft',
      coder: a.coder,
    })
    expect(library.read.value('SELECT count(*) FROM annotation')).toBe(1)
    expect(threadById(library.read, threadId).members).toEqual([{ annotationId: id, role: 'raised' }])
    expect(threadById(library.read, otherThread).members).toEqual([{ annotationId: id, role: 'raised' }])
    library.undo()
    expect(dump(library.read)).toBe(before)
    library.redo()
    expect(annotationById(library.read, id)).toEqual(merged)
  })

  test('text between the passages is counted, so that nobody is surprised', () => {
    const library = codedLibrary()
    const ids = step(library, (db, context) => {
      const article = putArticle(db, 'One two three four.')
      return [tagQuote(db, context, article, 'One'), tagQuote(db, context, article, 'four')]
    })
    expect(previewMerge(library.read, ids)).toMatchObject({ quote: 'One two three four', added: 'twothree'.length, conflicts: [] })
    expect(previewMerge(library.read, ids.toReversed())).toMatchObject({ added: 'twothree'.length })
  })

  test('only annotations of one text, two at least', () => {
    const library = codedLibrary()
    const [a, b] = step(library, (db, context) =>
      ['One two.', 'Three four.'].map((text) => {
        const article = putArticle(db, text)
        return insertAnnotation(db, { articleId: article, start: 0, end: 3, tag: 'threat' }, context)
      }),
    ) as [number, number]
    for (const ids of [
      [a, b],
      [a, a],
    ])
      expect(refusal(() => merge(library, ids))).toMatchObject({ code: 'invalid-input', details: { reason: 'merge' } })
    expect(refusal(() => merge(library, [a, 99]))).toMatchObject({ code: 'not-found', details: { id: 99 } })
  })
})

test('a duplicate has the same passage and coding, is a draft of this coder, and is in no thread', () => {
  const library = codedLibrary()
  const { id, threadId } = demand(library)
  const before = annotationById(library.read, id)
  library.setCoder('Grace')
  const copy = annotationById(
    library.read,
    step(library, (db, context) => duplicateAnnotation(db, id, 'threat', context)),
  )
  expect(copy).toMatchObject({
    start: before.start,
    end: before.end,
    quote: before.quote,
    coder: 'Grace',
    status: 'draft',
    fields: before.fields,
  })
  expect({ ...codingOf(copy), tagId: before.tagId, coder: before.coder, status: before.status, createdAt: before.createdAt }).toEqual(
    codingOf(before),
  )
  expect(copy.tagId).not.toBe(before.tagId)
  expect(threadById(library.read, threadId).members.map(({ annotationId }) => annotationId)).toEqual([id])
  expect(library.read.value('SELECT annotations FROM article')).toBe(2)
})
