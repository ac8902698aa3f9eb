/** Another library: everything comes along by its ids; what differs is shown and nothing is overwritten unasked. */
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../../src/core/store/annotation-removal.ts'
import { updateAnnotation } from '../../../../src/core/store/annotations.ts'
import { removeArticles, updateArticle } from '../../../../src/core/store/articles.ts'
import { updateIssue } from '../../../../src/core/store/issues.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'
import type { ProjectCounts, ProjectKind, ProjectPreview } from '../../../../src/shared/domain/import-project.ts'
import { lossesOf, projectLibrary, readProject, type TestLibrary } from './helpers.ts'
import { bytesOf, CORRECTED, fill, step, type Filled } from './library-source.ts'

/** All that an analyst has made, in words and uids: ids differ from library to library. */
function contents(db: ReadDb): unknown {
  return [
    `SELECT a.uid, a.title, o.name AS outlet, a.author, a.published, a.url, a.language, a.direction, a.translated_from, a.reliability, a.credibility, a.note, a.status,
       a.details, a.added_ms, a.annotations, a.chars, r.text FROM article a JOIN revision r ON r.id = a.revision_id LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY a.uid`,
    `SELECT r.uid, a.uid AS article, r.number, r.text, r.text_hash, r.note, r.pages, r.part, c.name AS coder, f.name AS file, f.bytes
       FROM revision r JOIN article a ON a.id = r.article_id LEFT JOIN coder c ON c.id = r.coder_id LEFT JOIN original f ON f.id = r.original_id ORDER BY r.uid`,
    `SELECT a.uid, r.number, n.start_u16, n.end_u16, n.kind FROM not_text n JOIN article a ON a.id = n.article_id JOIN revision r ON r.id = n.revision_id
       WHERE r.id = a.revision_id ORDER BY a.uid, n.start_u16`,
    `SELECT n.uid, a.uid AS article, r.number, n.start_u16, n.end_u16, n.quote, n.prefix, n.suffix, t.name AS tag, s.name AS speaker, b.name AS behalf, n.stance,
       n.intensity, n.attribution, n.reported_by, n.stated, n.stated_day, n.condition, n.consequence, n.deadline, n.confidence, n.translation,
       n.translation_language, n.note, n.important, n.status, n.anchor, n.created_ms, c.name AS coder
       FROM annotation n JOIN article a ON a.id = n.article_id JOIN revision r ON r.id = n.revision_id JOIN tag t ON t.id = n.tag_id
       JOIN coder c ON c.id = n.coder_id LEFT JOIN party s ON s.id = n.speaker_id LEFT JOIN party b ON b.id = n.on_behalf_of_id ORDER BY n.uid`,
    'SELECT n.uid, p.name, x.position FROM annotation_target x JOIN annotation n ON n.id = x.annotation_id JOIN party p ON p.id = x.party_id ORDER BY 1, 3',
    'SELECT n.uid, i.name, x.position FROM annotation_issue x JOIN annotation n ON n.id = x.annotation_id JOIN issue i ON i.id = x.issue_id ORDER BY 1, 3',
    `SELECT n.uid, f.name, CASE f.type WHEN 'party' THEN (SELECT name FROM party WHERE id = x.value) ELSE x.value END AS value
       FROM annotation_field x JOIN annotation n ON n.id = x.annotation_id JOIN tag_field f ON f.id = x.field_id ORDER BY 1, 2`,
    'SELECT i.uid, i.name, p.name AS above, i.definition, i.hue FROM issue i LEFT JOIN issue p ON p.id = i.parent_id ORDER BY 1',
    'SELECT i.uid, i.name, p.name AS above, i.kind, i.role, i.note FROM party i LEFT JOIN party p ON p.id = i.parent_id ORDER BY 1',
    'SELECT p.name AS party, a.name, a.language FROM party_alias a JOIN party p ON p.id = a.party_id ORDER BY 1, 2',
    'SELECT p.name AS party, w.name, a.since FROM party_affiliation a JOIN party p ON p.id = a.party_id JOIN party w ON w.id = a.with_id ORDER BY 1',
    'SELECT code, name, letter, hue, definition, shows FROM tag ORDER BY code',
    'SELECT f.uid, t.code, f.name, f.type FROM tag_field f JOIN tag t ON t.id = f.tag_id ORDER BY 1',
    `SELECT t.uid, t.kind, t.title, o.name AS owner, d.name AS addressee, i.name AS issue, t.criterion, t.measure, t.standard, t.created_ms,
       t.status_override, t.status_reason, t.status_ms, w.name AS whose FROM thread t LEFT JOIN coder w ON w.id = t.status_coder_id
       LEFT JOIN party o ON o.id = t.owner_id LEFT JOIN party d ON d.id = t.addressee_id LEFT JOIN issue i ON i.id = t.issue_id ORDER BY 1`,
    'SELECT t.uid, n.uid AS annotation, m.role FROM thread_member m JOIN thread t ON t.id = m.thread_id JOIN annotation n ON n.id = m.annotation_id ORDER BY 1, 2',
    `SELECT c.uid, t.uid AS thread, c.checked, c.result, p.name AS by, c.note, c.created_ms FROM thread_check c JOIN thread t ON t.id = c.thread_id
       LEFT JOIN party p ON p.id = c.by_id ORDER BY 1`,
    'SELECT c.uid, n.uid AS annotation, q.position FROM thread_check_quote q JOIN thread_check c ON c.id = q.check_id JOIN annotation n ON n.id = q.annotation_id ORDER BY 1, 3',
    `SELECT t.uid, n.uid AS annotation FROM thread t JOIN json_each(t.status_seen, '$.members') s JOIN annotation n ON n.id = s.value ORDER BY 1, 2`,
    `SELECT t.uid, c.uid AS seen FROM thread t JOIN json_each(t.status_seen, '$.checks') s JOIN thread_check c ON c.id = s.value ORDER BY 1, 2`,
    'SELECT uid, title, kind, starts, ends, place, note, created_ms FROM event ORDER BY 1',
    `SELECT x.uid, i.name AS issue, p.name AS party, x.level, x.text, x.written_ms, c.name AS coder, n.uid AS annotation, q.position FROM cell_summary x
       JOIN party p ON p.id = x.party_id JOIN coder c ON c.id = x.coder_id LEFT JOIN issue i ON i.id = x.issue_id
       LEFT JOIN cell_summary_quote q ON q.summary_id = x.id LEFT JOIN annotation n ON n.id = q.annotation_id ORDER BY 1, 9`,
    `SELECT x.uid, i.name AS issue, p.name AS party, x.level, x.stance, x.trend, x.reason, x.written_ms, c.name AS coder FROM cell_override x
       JOIN party p ON p.id = x.party_id JOIN coder c ON c.id = x.coder_id LEFT JOIN issue i ON i.id = x.issue_id ORDER BY 1`,
    'SELECT x.uid, n.uid AS seen FROM cell_summary x JOIN json_each(x.seen) s JOIN annotation n ON n.id = s.value ORDER BY 1, 2',
    'SELECT x.uid, n.uid AS seen FROM cell_override x JOIN json_each(x.seen) s JOIN annotation n ON n.id = s.value ORDER BY 1, 2',
    `SELECT min(n.uid, o.uid) AS one, max(n.uid, o.uid) AS other FROM thread_apart x JOIN annotation n ON n.id = x.annotation_id
       JOIN annotation o ON o.id = x.other_id ORDER BY 1, 2`,
    'SELECT c.uid, c.name, p.name AS above FROM collection c LEFT JOIN collection p ON p.id = c.parent_id ORDER BY 1',
    'SELECT a.uid, c.name FROM article_collection x JOIN article a ON a.id = x.article_id JOIN collection c ON c.id = x.collection_id ORDER BY 1, 2',
    'SELECT a.uid, s.uid AS story FROM article a JOIN story s ON s.id = a.story_id ORDER BY 1',
  ].map((sql) => db.all(sql))
}

interface Two {
  mine: TestLibrary
  theirs: TestLibrary
  filled: Filled
}

async function two(): Promise<Two> {
  const [mine, theirs] = [projectLibrary(), projectLibrary()]
  const filled = fill(theirs.library)
  await mine.bring(await readProject(await bytesOf(theirs.library), 'colleague.parley'))
  return { mine, theirs, filled }
}

const countsOf = (preview: ProjectPreview, kind: ProjectKind): ProjectCounts | undefined =>
  preview.kinds.find((one) => one.kind === kind)?.counts
const counts = (more: Partial<ProjectCounts>): ProjectCounts => ({ new: 0, same: 0, changed: 0, conflict: 0, gone: 0, ...more })

describe('another library', () => {
  test('all of it comes along: texts with their corrections, coding, codebook, threads, collections, stories', async () => {
    const { mine, theirs } = await two()
    expect(contents(mine.db)).toEqual(contents(theirs.db))
    expect(mine.library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  test('bringing it again changes nothing, and the preview says so', async () => {
    const { mine, theirs } = await two()
    const reading = await readProject(await bytesOf(theirs.library))
    const before = contents(mine.db)
    const preview = mine.preview(reading)
    expect(preview.kinds.every(({ counts: own }) => own.new + own.changed + own.conflict + own.gone === 0)).toBe(true)
    expect(preview.kinds.map(({ kind }) => kind)).toEqual([
      'articles',
      'annotations',
      'tags',
      'issues',
      'parties',
      'threads',
      'collections',
      'stories',
    ])
    for (const take of ['new', 'fill', 'theirs'] as const) {
      const lines = await mine.bring(reading, {
        take: { articles: take, annotations: take, tags: take, issues: take, parties: take, threads: take, collections: take },
      })
      expect(lines.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate'])
      expect(contents(mine.db)).toEqual(before)
    }
  })

  test('what differs is counted and shown with both values; mine stays unless theirs is taken', async () => {
    const { mine, theirs, filled } = await two()
    step(theirs.library, (db, context) => {
      updateAnnotation(db, filled.demand, { note: 'Their note', intensity: 2 }, context)
      updateAnnotation(db, filled.position, { note: 'Only theirs' }, context)
      updateArticle(db, filled.grain, { title: 'Their title' }, context.now)
      updateIssue(db, db.value<number>("SELECT id FROM issue WHERE name = 'Border'"), { definition: 'Their definition' })
    })
    const reading = await readProject(await bytesOf(theirs.library))
    const preview = mine.preview(reading)
    expect(countsOf(preview, 'annotations')).toEqual(counts({ same: 1, changed: 1, conflict: 1 }))
    expect(countsOf(preview, 'articles')).toEqual(counts({ same: 1, conflict: 1 }))
    expect(countsOf(preview, 'issues')).toEqual(counts({ same: 2, conflict: 1 }))
    expect(preview.differ).toBe(5)
    expect(preview.differences).toContainEqual({
      kind: 'annotations',
      name: expect.stringContaining('demands') as string,
      field: 'note',
      here: 'Key line',
      there: 'Their note',
      state: 'conflict',
    })
    expect(preview.differences.at(-1)).toMatchObject({ field: 'note', here: '', there: 'Only theirs', state: 'changed' })

    const values = () => mine.db.all('SELECT note, intensity FROM annotation ORDER BY id')
    const before = contents(mine.db)
    expect(lossesOf(await mine.bring(reading))).toMatchObject({ 'differences-left': 4 })
    expect(contents(mine.db)).toEqual(before)
    await mine.bring(reading, { take: { annotations: 'fill' } })
    expect(values()).toEqual([
      { note: 'Key line', intensity: 4 },
      { note: null, intensity: null },
      { note: 'Only theirs', intensity: null },
    ])
    await mine.bring(reading, { take: { annotations: 'theirs', articles: 'theirs', issues: 'theirs' } })
    expect(contents(mine.db)).toEqual(contents(theirs.db))
    mine.library.undo()
    expect(values()[0]).toEqual({ note: 'Key line', intensity: 4 })
  })

  test('a value of mine that is not there stays whatever is taken', async () => {
    const { mine, theirs } = await two()
    step(mine.library, (db, context) =>
      updateAnnotation(db, db.value<number>("SELECT id FROM annotation WHERE quote LIKE 'rejects%'"), { note: 'Mine' }, context),
    )
    const reading = await readProject(await bytesOf(theirs.library))
    expect(mine.preview(reading).differ).toBe(0)
    await mine.bring(reading, { take: { annotations: 'theirs' } })
    expect(mine.db.column('SELECT note FROM annotation WHERE note IS NOT NULL ORDER BY id')).toContain('Mine')
  })

  test('what was removed, here or there, is neither brought back nor removed', async () => {
    const { mine, theirs, filled } = await two()
    step(theirs.library, (db) => removeAnnotations(db, [filled.demand]))
    step(mine.library, (db) => removeAnnotations(db, db.column<number>("SELECT id FROM annotation WHERE quote LIKE 'rejects%'")))
    const reading = await readProject(await bytesOf(theirs.library))
    expect(countsOf(mine.preview(reading), 'annotations')).toEqual(counts({ same: 1, gone: 2 }))
    const lines = await mine.bring(reading)
    expect(lossesOf(lines)).toMatchObject({ 'removed-here': 1 })
    expect(mine.db.column('SELECT quote FROM annotation ORDER BY id')).toEqual(['demands that the harbour reopen', 'by Friday'])
    await mine.bring(reading, { bringBack: true })
    expect(mine.db.value('SELECT count(*) FROM annotation')).toBe(3)
  })

  test('an article that was removed here stays away with its annotations, and can be brought back', async () => {
    const { mine, theirs } = await two()
    step(mine.library, (db) => removeArticles(db, db.column<number>("SELECT id FROM article WHERE title = 'Grain talks'")))
    const reading = await readProject(await bytesOf(theirs.library))
    await mine.bring(reading)
    expect(mine.db.value('SELECT count(*) FROM article')).toBe(1)
    await mine.bring(reading, { bringBack: true })
    expect(mine.db.value('SELECT count(*) FROM article')).toBe(2)
    expect(mine.db.column("SELECT quote FROM annotation WHERE quote LIKE 'rejects%'")).toHaveLength(1)
  })

  test('a text that was corrected there is a newer one here, and comes in as a revision where theirs is taken', async () => {
    const [mine, theirs] = [projectLibrary(), projectLibrary()]
    const { ferry } = fill(theirs.library)
    theirs.library.read.value('SELECT 1')
    await mine.bring(await readProject(await bytesOf(theirs.library)))
    const { reviseArticle } = await import('../../../../src/core/store/revising.ts')
    const { textHash } = await import('../../../../src/core/importers/fingerprint.ts')
    const text = CORRECTED.replace('harbour', 'port')
    const more = { pages: [{ start: 0, label: '7' }], part: 3, notText: [{ start: 0, end: 7, kind: 'caption' as const }] }
    step(theirs.library, (db, context) =>
      reviseArticle(db, ferry, { text, textHash: textHash(text), note: null, original: null, ...more }, context),
    )
    const reading = await readProject(await bytesOf(theirs.library))
    expect(countsOf(mine.preview(reading), 'articles')).toEqual(counts({ same: 1, changed: 1 }))
    await mine.bring(reading)
    expect(mine.db.column('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id ORDER BY a.id')[0]).toBe(CORRECTED)
    await mine.bring(reading, { take: { articles: 'fill' } })
    expect(mine.db.column('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id ORDER BY a.id')[0]).toBe(text)
    expect(mine.db.column('SELECT quote FROM annotation ORDER BY id')[0]).toBe('demands that the harbour reopen')
    const marked = `SELECT r.text, r.pages, r.part, n.start_u16, n.end_u16, n.kind FROM revision r JOIN article a ON a.revision_id = r.id
      JOIN not_text n ON n.revision_id = r.id ORDER BY n.start_u16`
    const caption = text.indexOf('Photo')
    expect(theirs.db.all(marked)).toMatchObject([{ start_u16: 0 }, { start_u16: caption }])
    expect(mine.db.all(marked)).toEqual(theirs.db.all(marked))
  })
})
