/** The coding of annotations: what is set, what stays, in what order, what refuses the whole; and that lists of them go by index. */
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { annotationById, insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { filteredIds } from '../../../src/core/store/filtered.ts'
import { insertParty } from '../../../src/core/store/parties.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, plansOf, putArticle, refusal, step, tagQuote, uid } from './library.ts'

describe('coding', () => {
  test('sets what is given, leaves what is not, and null empties', () => {
    const library = codedLibrary()
    const full = {
      speaker: 'Kabul',
      onBehalfOf: 'Emirate',
      targets: ['Islamabad', 'Ankara', 'islamabad'],
      issues: ['Border › Crossings', 'Refugees'],
      stance: 'conditional' as const,
      intensity: 5,
      attribution: 'anonymous' as const,
      reportedBy: ['Dawn', 'military sources'],
      stated: '2025-10-29T14:30+05:00',
      condition: 'if the fence stays',
      consequence: 'the crossing closes',
      deadline: 'within a week',
      confidence: 'low' as const,
      translation: 'They demand',
      translationLanguage: 'en',
      note: 'it\'s "quoted" \\ 100%\n— _and_ more 🕊',
      important: true,
      status: 'reviewed' as const,
    }
    const article = step(library, (db) => putArticle(db, 'They demand that the crossing opens.'))
    const id = step(library, (db, context) => tagQuote(db, context, article, 'They demand', full))
    const made = annotationById(library.read, id)
    const { speaker: _s, onBehalfOf: _o, targets: _t, issues: _i, ...plain } = full
    expect(made).toMatchObject({ ...plain, coder: 'Ada' })
    expect([made.targetIds.length, made.issueIds.length]).toEqual([2, 2])
    expect(library.read.value('SELECT stated_day FROM annotation')).toBe(Date.UTC(2025, 9, 29) / 86_400_000)

    step(library, (db, context) => updateAnnotation(db, id, { note: ' ', targets: ['ANKARA', 'Doha'], tag: 'threat' }, context))
    const changed = annotationById(library.read, id)
    expect(changed).toMatchObject({ ...plain, note: null, speakerId: made.speakerId, issueIds: made.issueIds })
    expect(changed.targetIds).toEqual([made.targetIds[1], expect.any(Number)])

    const empty = {
      stance: null,
      intensity: null,
      attribution: null,
      stated: null,
      condition: null,
      consequence: '',
      deadline: null,
      confidence: null,
    }
    step(library, (db, context) =>
      updateAnnotation(db, id, { ...empty, speaker: null, onBehalfOf: null, targets: [], issues: [], reportedBy: [] }, context),
    )
    expect(annotationById(library.read, id)).toMatchObject({
      ...empty,
      consequence: null,
      speakerId: null,
      onBehalfOfId: null,
      targetIds: [],
      issueIds: [],
      reportedBy: [],
    })
    for (let n = 0; n < 2; n++) library.undo()
    expect(annotationById(library.read, id)).toEqual({ ...made, changedAt: made.changedAt })
  })

  test('targets and issues keep the order they were given in, also when only the order changes', () => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, 'They demand.'))
    const id = step(library, (db, context) => tagQuote(db, context, article, 'They', { targets: ['A', 'B', 'C'], issues: ['X', 'Y', 'Z'] }))
    const { targetIds: [a, b, c], issueIds: [x, y, z] } = annotationById(library.read, id) // prettier-ignore
    const before = dump(library.read)
    step(library, (db, context) => updateAnnotation(db, id, { targets: ['C', 'A', 'B'], issues: ['Z', 'X'] }, context))
    expect(annotationById(library.read, id)).toMatchObject({ targetIds: [c, a, b], issueIds: [z, x] })
    step(library, (db, context) => updateAnnotation(db, id, { issues: ['X', 'Y', 'Z'] }, context))
    expect(annotationById(library.read, id).issueIds).toEqual([x, y, z])
    library.undo()
    library.undo()
    expect(dump(library.read)).toBe(before)
  })

  test('a reference that leads nowhere refuses the whole, so that no party or issue is left over', () => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, 'They demand.'))
    const before = dump(library.read)
    for (const coding of [
      { tag: 'none' },
      { targets: ['New', 4_711] },
      { issues: ['New', 4_711] },
      { speaker: 4_711 },
      { articleId: 4_711 },
    ]) {
      const make = (): number =>
        step(library, (db, context) =>
          insertAnnotation(db, { articleId: article, start: 0, end: 4, tag: 'demand', speaker: 'New', ...coding }, context),
        )
      expect(refusal(make)).toMatchObject({ code: 'not-found' })
    }
    expect(refusal(() => step(library, (db, context) => updateAnnotation(db, 4_711, {}, context)))).toMatchObject({ code: 'not-found' })
    expect(dump(library.read)).toBe(before)
  })

  test('the first annotation says that the article is being coded, and undo takes that back too', () => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, 'They demand.'))
    const status = (): unknown => library.read.value('SELECT status FROM article WHERE id = ?', [article])
    step(library, (db, context) => tagQuote(db, context, article, 'They'))
    expect(status()).toBe('coding')
    library.undo()
    expect(status()).toBe('new')
  })
})

test('a removal passes over ids that are not there, and undo brings back all that hung on the rest', () => {
  const library = codedLibrary()
  const id = step(library, (db, context) =>
    tagQuote(db, context, putArticle(db, 'They demand.'), 'They', { targets: ['A', 'B'], issues: ['X'] }),
  )
  const before = dump(library.read)
  expect(step(library, (db) => removeAnnotations(db, [id, 4_711]))).toBe(1)
  expect(library.read.value('SELECT count(*) FROM annotation_target')).toBe(0)
  library.undo()
  expect(dump(library.read)).toBe(before)
})

describe('the hot readings go by index', () => {
  const library = (): LibraryFile => {
    const made = codedLibrary()
    step(made, (db, context) => {
      insertParty(db, { name: 'Kabul' }, uid)
      const article = putArticle(db, 'They demand that the crossing opens.')
      tagQuote(db, context, article, 'They', { speaker: 'Kabul', issues: ['Border'] })
    })
    return made
  }
  test.each([
    ['of an article', { articles: [1] }, /SEARCH n USING (COVERING )?INDEX ix_annotation_article \(article_id=\?\)/],
    ['of a speaker', { parties: [1] }, /SEARCH n USING INDEX ix_annotation_speaker \(speaker_id=\?\)/],
    ['of a speaker in an article', { parties: [1], articles: [1] }, /SEARCH n USING INDEX ix_annotation_(article|speaker)/],
    ['with a tag', { tags: [1] }, /SEARCH n USING (COVERING )?INDEX ix_annotation_(tag|article)/],
  ])('annotations %s', (_, filter, expected) => {
    const plan = plansOf(library().read, (db) => filteredIds(db, filter, 1_000))
    expect(plan.join('\n')).toMatch(expected)
    expect(plan.filter((line) => /^SCAN [na]\b/.test(line))).toEqual([])
  })

  test('one annotation, with its targets and issues', () => {
    const plan = plansOf(library().read, (db) => annotationById(db, 1))
    expect(plan.join('\n')).toMatch(/SEARCH n USING INTEGER PRIMARY KEY/)
    expect(plan.filter((line) => /^SCAN (n|c|annotation_target|annotation_issue)\b/.test(line))).toEqual([])
  })
})
