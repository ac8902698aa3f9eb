/** The library as a copy to share: E11 with planted markers, what a filter keeps, what cannot be asked for, and E14. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportInput } from '../../../../src/shared/domain/export.ts'
import { openLibraryFile, type LibraryFile } from '../../../../src/core/store/library-file.ts'
import { insertReportRun } from '../../../../src/core/store/report-runs.ts'
import { AT_HOME, SHARED } from '../../../../src/core/store/share-rows.ts'
import { indexProblems } from '../../../../src/core/store/full-text.ts'
import { jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'

const options = { clock: () => 1, uid: () => 'u', coder: 'Reader' }
const sound = { integrity: [], foreignKeys: [], history: [] }

let real: RealCore
beforeAll(async () => {
  real = await openRealCore({ coder: 'Zqcodername' })
  await plant(real)
}, 60_000)
afterAll(() => real.close())

type Choice = Partial<ExportInput>
async function copyOf(choice: Choice): Promise<{ bytes: Uint8Array; lost: Record<string, number>; name: string }> {
  const { jobId } = await real.client.call('exports.start', { format: 'parley', ...choice })
  const { result, error } = await jobEnded(real.client, jobId)
  if (result?.kind !== 'export') throw new Error(JSON.stringify(error))
  const { bytes } = await real.core.control.readOutput(result.outputId)
  return { bytes, lost: Object.fromEntries(result.lost.map(({ code, count }) => [code, count])), name: result.name }
}

let files = 0
function opened<T>(bytes: Uint8Array, look: (library: LibraryFile) => T): T {
  const path = join(real.folder, `copy-${(files += 1)}.parley`)
  writeFileSync(path, bytes)
  const library = openLibraryFile(path, options)
  try {
    return look(library)
  } finally {
    library.close()
  }
}

/** Markers, each of a word of its own, that are somewhere in the library; `stays`: also in what is there now. */
const MARKERS = {
  'text of a removed article': 'zqremovedtext',
  'title of a removed article': 'zqremovedtitle',
  'note of a removed annotation': 'zqremovednote',
  'note that was undone': 'zqundonenote',
  'note as it was before': 'zqearliernote',
  'text before it was corrected': 'zqearliertext',
  'why a text was corrected': 'zqrevisionnote',
  'name of a coder': 'Zqcodername',
  'folder of an import': 'zqimportfolder',
  'name of a file': 'zqfilename',
  'bytes of an original': 'zqoriginalbytes',
  'text that was held and given up': 'zqheldtext',
  'saved search': 'zqsavedsearch',
  'saved view': 'zqsavedview',
  'report that was made': 'zqreporttitle',
  'template of a report': 'zqtemplate',
  'party that was removed': 'zqremovedparty',
  'issue before it was renamed': 'zqearlierissue',
  'thread that was removed': 'zqremovedthread',
  'event that was removed': 'zqremovedevent',
  'summary of a cell before': 'zqearliersummary',
  'outlet of a removed article': 'zqremovedoutlet',
  'note of an article': 'zqarticlenote',
  'note of an annotation': 'zqannotationnote',
  'note of a party': 'zqpartynote',
  'note of a thread': 'zqthreadnote',
  'summary of a cell': 'zqsummary',
} as const
/** Of those the ones that are there now and that only `notes: false` keeps in. */
const NOTES: readonly string[] = [
  'zqarticlenote',
  'zqannotationnote',
  'zqpartynote',
  'zqthreadnote',
  'zqsummary',
  // Why a text was corrected belongs to the text that is there now.
  'zqrevisionnote',
]
/** Where no library ever keeps it. */
const NOWHERE: readonly string[] = ['zqimportfolder', 'zqheldtext']

/** Long enough for an annotation at its beginning to be found again whatever follows. */
const GATES = 'Kabul wants the gates open on every morning of the week, in winter and in summer, and has said so for long.'

async function plant({ core, client, folder, path }: RealCore): Promise<void> {
  mkdirSync(join(folder, 'zqimportfolder'))
  const importFile = async (name: string, text: string, metadata: Record<string, unknown>): Promise<number> => {
    const file = join(folder, 'zqimportfolder', name)
    writeFileSync(file, text)
    const { stagedId } = await core.control.stagePath(file)
    const { jobId } = await client.call('imports.start', { items: [{ stagedId, metadata }] })
    const { result } = await jobEnded(client, jobId)
    const id = result?.kind === 'import' ? result.items[0]?.articleId : null
    if (typeof id !== 'number') throw new Error('not imported')
    return id
  }
  // A comment of a page is in its bytes alone.
  const page = `<html><body><p>${GATES} It spoke of zqearliertext.</p><!-- zqoriginalbytes --></body></html>`
  const first = await importFile('zqfilename.html', page, { title: 'Gates', note: 'zqarticlenote', outlet: 'Waybill' })
  const second = await importFile('camps.txt', 'Islamabad wants the camps closed. Doha listens.', { title: 'Camps', outlet: 'Dawn' })
  const gone = await importFile('gone.txt', 'Nobody said zqremovedtext.', { title: 'zqremovedtitle', outlet: 'zqremovedoutlet' })
  const annotate = async (articleId: number, start: number, end: number, more: Record<string, unknown>): Promise<number> =>
    (await client.call('annotations.create', { articleId, start, end, tag: 'demand', ...more })).id
  const kept = await annotate(first, 0, 11, { speaker: 'Kabul', issues: ['zqearlierissue'], note: 'zqearliernote' })
  const other = await annotate(second, 0, 15, { speaker: 'Islamabad', stance: 'supports', issues: ['Camps'] })
  const removed = await annotate(second, 34, 38, { note: 'zqremovednote' })
  await client.call('annotations.remove', { ids: [removed] })
  await client.call('annotations.update', { id: kept, patch: { note: 'zqannotationnote' } })
  await client.call('annotations.update', { id: other, patch: { note: 'zqundonenote' } })
  await client.call('history.undo', {})
  await client.call('annotations.hold', { id: other, texts: { note: 'zqheldtext' } })
  await client.call('annotations.hold', { id: other, texts: {} })
  await client.call('articles.remove', { ids: [gone] })
  await client.call('articles.revise', { id: first, text: `${GATES} It spoke of much.`, note: 'zqrevisionnote' })
  const [issue] = await client.call('issues.list', {}).then((all) => all.filter(({ name }) => name === 'zqearlierissue'))
  await client.call('issues.update', { id: issue?.id ?? 0, patch: { name: 'Gates' } })
  const party = await client.call('parties.create', { name: 'zqremovedparty', kind: 'other', role: 'none' })
  await client.call('parties.remove', { id: party.id })
  const [kabul] = await client.call('parties.list', {}).then((all) => all.filter(({ name }) => name === 'Kabul'))
  await client.call('parties.update', { id: kabul?.id ?? 0, patch: { note: 'zqpartynote' } })
  const thread = { kind: 'demand' as const, owner: 'Kabul' }
  const away = await client.call('threads.create', { ...thread, title: 'zqremovedthread' })
  await client.call('threads.remove', { id: away.id })
  const stays = await client.call('threads.create', { ...thread, title: 'Open the gates', note: 'zqthreadnote' })
  for (const annotationId of [kept, other]) await client.call('threads.attach', { id: stays.id, annotationId, role: 'raised' })
  const event = await client.call('events.create', { title: 'zqremovedevent', kind: 'round', starts: '2025-10-30' })
  await client.call('events.remove', { id: event.id })
  await client.call('events.create', { title: 'Istanbul', kind: 'round', starts: '2025-10-29' })
  const cell = { issueId: issue?.id ?? 0, partyId: kabul?.id ?? 0, level: 'speaker' as const }
  await client.call('cells.write', { cell, quoteIds: [], text: 'zqearliersummary' })
  await client.call('cells.write', { cell, quoteIds: [], text: 'zqsummary' })
  await client.call('searches.save', { name: 'Mine', query: 'zqsavedsearch', order: 'newest' })
  await client.call('views.save', { kind: 'ledger', name: 'zqsavedview', place: {} })
  await client.call('reports.saveTemplate', { name: 'zqtemplate', input: { kind: 'annotated' } })
  // Noted as when a report is made, without making one.
  await core.control.closeLibrary()
  const library = openLibraryFile(path, { ...options, coder: 'Zqcodername' })
  library.write({ kind: 'reports.start', subject: null, count: 0 }, (db) =>
    insertReportRun(
      db,
      { kind: 'annotated', title: 'zqreporttitle', name: 'talks.html', input: { kind: 'annotated' } },
      { uid: () => 'run', coderId: library.coderId(), now: 1, seq: 1 },
    ),
  )
  library.close()
  await core.control.openLibrary(path)
}

/** As `strings | grep -i` would: the bytes, whatever they are part of. Words of an index are folded to small letters. */
const found = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase()
  return Object.values(MARKERS).filter((marker) => text.includes(marker.toLowerCase()))
}

describe('E11 share', () => {
  test('E11 a copy to share holds none of what was deleted, undone, held, looked for or left at home', async () => {
    const { bytes, lost, name } = await copyOf({ coders: false, notes: false })
    expect(found(bytes)).toEqual([])
    expect(name).toBe('talks – copy.parley')
    const folder = Buffer.from(bytes).toString('latin1')
    expect(folder).not.toContain(real.folder)
    expect(folder).not.toContain('camps.txt')
    opened(bytes, (library) => {
      expect(library.check()).toMatchObject({ ...sound, counts: { articles: 2, annotations: 2, threads: 1, events: 1, summaries: 0 } })
      expect(indexProblems(library.read)).toEqual([])
      expect(library.read.column('SELECT name FROM coder')).toEqual(['Coder 1'])
      expect(library.historyState()).toMatchObject({ undo: null, redo: null, depth: 0 })
    })
    expect(lost).toMatchObject({ 'copy-originals': 2, 'copy-coders': 1, 'copy-notes': 5, 'copy-cells': 1, 'copy-views': 3 })
    expect(lost['copy-steps']).toBeGreaterThan(20)
  })

  test('E11 with names and notes only these are there besides', async () => {
    const { bytes } = await copyOf({})
    // The annotation moved to the corrected text, so no earlier one is needed.
    expect(found(bytes).toSorted()).toEqual([...NOTES, 'Zqcodername'].toSorted())
  })

  test('E11 originals come when they are asked for, under their names without folders', async () => {
    const { bytes } = await copyOf({ coders: false, notes: false, originals: true })
    expect(found(bytes)).toEqual(['zqearliertext', 'zqfilename', 'zqoriginalbytes'].toSorted())
  })

  test('E11 a full copy holds every marker, and so does a backup: the search finds what is there', async () => {
    const expected = Object.values(MARKERS)
      .filter((marker) => !NOWHERE.includes(marker))
      .toSorted()
    const { bytes, lost } = await copyOf({ history: true, originals: true })
    expect(found(bytes).toSorted()).toEqual(expected)
    expect(lost).toEqual({})
    const backup = join(real.folder, 'backup.parley')
    await real.core.control.backupLibrary(backup)
    expect(found(readFileSync(backup)).toSorted()).toEqual(expected)
    opened(bytes, (library) => expect(library.check()).toMatchObject({ ...sound, counts: { articles: 2, annotations: 2 } }))
    const without = await copyOf({ history: true })
    expect(found(without.bytes)).not.toContain('zqoriginalbytes')
    expect(without.lost).toEqual({ 'copy-originals': 3 })
    opened(without.bytes, (library) => {
      expect(library.check()).toMatchObject(sound)
      library.undo()
      expect(library.check()).toMatchObject(sound)
    })
  })

  test('E11 every table is decided on', () => {
    opened(readFileSync(join(real.folder, 'backup.parley')), ({ read }) => {
      const tables = read.column<string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
      )
      expect([...Object.keys(SHARED), ...AT_HOME, 'coder', 'meta'].toSorted()).toEqual(tables)
    })
  })
})

describe('a part of a library', () => {
  test('a filter keeps the chosen annotations and what hangs on them', async () => {
    const articles = [2]
    const { bytes, lost } = await copyOf({ filter: { articles } })
    const text = Buffer.from(bytes).toString('latin1')
    for (const away of ['Kabul wants', 'zqsummary', 'zqarticlenote', 'zqannotationnote', 'Istanbul']) expect(text).not.toContain(away)
    opened(bytes, (library) => {
      expect(library.check()).toMatchObject({ ...sound, counts: { articles: 1, annotations: 1, threads: 1, events: 0, summaries: 0 } })
      // The owner of the thread is named by it.
      expect(library.read.column('SELECT name FROM party ORDER BY name')).toEqual(['Islamabad', 'Kabul'])
      expect(library.read.value('SELECT count(*) FROM thread_member')).toBe(1)
      expect(library.read.value('SELECT annotations FROM article')).toBe(1)
    })
    expect(lost).toMatchObject({ 'copy-threads-part': 1, 'copy-events': 1, 'copy-cells': 1 })
  })

  test('an annotation whose passage is gone takes its earlier text along, which is said', async () => {
    const [annotation] = await real.client.call('annotations.list', { filter: { articles: [2] } })
    await real.client.call('articles.revise', { id: 2, text: 'Doha listens, and nobody else.' })
    await real.client.call('annotations.markGone', { ids: [annotation?.id ?? 0] })
    const { bytes, lost } = await copyOf({})
    await real.client.call('history.undo', {})
    await real.client.call('history.undo', {})
    expect(lost).toMatchObject({ 'copy-earlier-kept': 1 })
    opened(bytes, (library) => {
      expect(library.check()).toMatchObject(sound)
      expect(library.read.value(`SELECT count(*) FROM revision WHERE text LIKE 'Islamabad%'`)).toBe(1)
    })
  })

  test.each<[Choice, string]>([
    [{ quotesOnly: true }, 'copy-quotes'],
    [{ history: true, notes: false }, 'copy-history'],
    [{ history: true, coders: false }, 'copy-history'],
    [{ history: true, filter: { articles: [1] } }, 'copy-history'],
  ])('%j is refused with a word', async (choice, reason) => {
    const refusal = { code: 'invalid-input', details: { reason } }
    await expect(real.client.call('exports.preview', { format: 'parley', ...choice })).rejects.toMatchObject(refusal)
    const { jobId } = await real.client.call('exports.start', { format: 'parley', ...choice })
    expect((await jobEnded(real.client, jobId)).error).toMatchObject(refusal)
  })
})

describe('the copy as a library', () => {
  test('what comes back is recognised: nothing is new, nothing differs', async () => {
    const { bytes } = await copyOf({})
    const { stagedId } = await real.core.control.stageBytes('talks.parley', bytes)
    const [preview] = await real.client.call('imports.preview', { items: [{ stagedId }] })
    const kinds = preview?.project?.kinds ?? []
    expect(kinds.map(({ kind }) => kind)).toEqual(['articles', 'annotations', 'tags', 'issues', 'parties', 'threads'])
    for (const { kind, counts } of kinds) expect(counts, kind).toMatchObject({ new: 0, changed: 0, conflict: 0, gone: 0 })
  })

  test('links still lead to the same ids, and ids are never given again', async () => {
    const { bytes } = await copyOf({ filter: { articles: [2] } })
    const last = (await real.client.call('annotations.list', {})).map(({ id }) => id)
    opened(bytes, (library) => {
      expect(library.read.column('SELECT id FROM article')).toEqual([2])
      expect(library.read.value(`SELECT seq FROM sqlite_sequence WHERE name = 'annotation'`)).toBeGreaterThanOrEqual(Math.max(...last))
    })
  })

  test('E14 the same library and choice give the same bytes: again, later, and from a copy of the file', async () => {
    const path = join(real.folder, 'again.parley')
    await real.core.control.backupLibrary(path)
    for (const choice of [{}, { coders: false, notes: false }, { originals: true }, { history: true, originals: true }]) {
      const { bytes } = await copyOf(choice)
      expect(Buffer.compare((await copyOf(choice)).bytes, bytes)).toBe(0)
      const { openCore } = await import('../../../../src/core/app.ts')
      const { createClient } = await import('../../../../src/shared/rpc/client.ts')
      const core = openCore({ clock: () => Date.UTC(2031, 1, 2), coder: 'Somebody else' })
      await core.control.openLibrary(path)
      const client = createClient(core)
      const { jobId } = await client.call('exports.start', { format: 'parley', ...choice })
      const { result } = await jobEnded(client, jobId)
      const other = await core.control.readOutput(result?.kind === 'export' ? result.outputId : '')
      await core.control.shutdown()
      expect(Buffer.compare(other.bytes, bytes)).toBe(0)
    }
  })
})
