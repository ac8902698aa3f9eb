/** What goes wrong with one file, or with one article, costs that one alone. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Parsers } from '../../../../src/core/importers/worker/parsers.ts'
import { ImportBatch, type Candidate } from '../../../../src/core/jobs/import-batch.ts'
import type { ImportOutcome } from '../../../../src/shared/domain/import-report.ts'
import { openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { insertRun, linesOf as storedLines, runById } from '../../../../src/core/store/import-runs.ts'
import { codedLibrary, step, uid } from '../../../store/repositories/library.ts'
import { textHash } from '../../../../src/core/importers/fingerprint.ts'
import type { ArticleMetadata } from '../../../../src/shared/domain/article.ts'
import { linesOf, run, runIdOf, stage, titles } from './imports.ts'

describe('D26 a parser that is killed, runs out of memory or makes a mistake', () => {
  let real: RealCore
  beforeEach(async () => {
    const parsers = new Parsers(
      { time: 2_000, memory: 24, parsers: 1 },
      new URL('../../../fixtures/parsers/misbehaving.ts', import.meta.url),
    )
    real = await openRealCore({ parsers })
  })
  afterEach(() => real.close())

  test(
    'is a line of the report with its reason; the core answers, the other files come in, and nothing is left of it',
    { timeout: 60_000 },
    async () => {
      const pdf = '%PDF-1.7 of a kind'
      const items = [
        await stage(real, 'first.txt', 'The first article'),
        ...(await Promise.all(['memory', 'throws', 'exits'].map((name) => stage(real, name, pdf)))),
        await stage(real, 'last.txt', 'The last article'),
      ]
      const job = run(real, items)
      expect(await titles(real)).toEqual([])
      expect(linesOf(await job).map(({ name, outcome, problem }) => [name, outcome, problem?.code ?? null])).toEqual([
        ['first.txt', 'imported', null],
        ['memory', 'refused', 'memory'],
        ['throws', 'refused', 'crashed'],
        ['exits', 'refused', 'crashed'],
        ['last.txt', 'imported', null],
      ])
      expect((await real.client.call('imports.run', { runId: runIdOf(await job), outcome: 'refused' })).total).toBe(3)
      expect(await titles(real)).toEqual(['The first article', 'The last article'])
    },
  )
})

describe('an article that cannot be stored for a reason of its own', () => {
  const metadata = (title: string): ArticleMetadata => ({
    title,
    outlet: null,
    author: null,
    published: null,
    url: null,
    language: null,
    direction: 'ltr',
    translatedFrom: null,
    reliability: null,
    credibility: null,
    note: null,
  })
  const candidate = (title: string, part: number): Candidate => ({
    line: { name: 'a.csv', part, format: 'csv', lost: [] },
    article: { metadata: metadata(title), text: `Words of ${part}`, textHash: textHash(`Words of ${part}`), original: null, part },
    collectionIds: [],
    addDuplicates: false,
  })

  test('is a line of the report; the others of its batch are stored, and nothing of it is', () => {
    const library = codedLibrary()
    const onUnexpected = vi.fn<(error: unknown) => void>()
    try {
      const runId = step(library, (db, { coderId, now }) => insertRun(db, { uid: uid(), coderId, now }))
      const heard: ImportOutcome[] = []
      const session = { library, clock: () => 1_761_811_200_000, uid, held: { onUnexpected } }
      const batch = new ImportBatch(session, library, runId, (lines) => heard.push(...lines))
      // The schema refuses an article without a title.
      for (const [index, title] of ['One', '', 'Three'].entries()) batch.add(candidate(title, index + 1))
      batch.store()
      const { lines } = storedLines(library.read, runId, { limit: 10, offset: 0 })
      expect(lines.map(({ part, outcome, problem }) => [part, outcome, problem?.code ?? null])).toEqual([
        [1, 'imported', null],
        [2, 'refused', 'crashed'],
        [3, 'imported', null],
      ])
      expect(heard).toEqual(lines)
      expect(runById(library.read, runId, () => true)).toMatchObject({ state: 'running', counts: { imported: 2, refused: 1 }, present: 2 })
      expect(library.read.column('SELECT text FROM revision')).toEqual(['Words of 1', 'Words of 3'])
      expect(onUnexpected).toHaveBeenCalledOnce()
      expect(library.check().history).toEqual([])
    } finally {
      library.close()
    }
  })

  test('what keeps everything from being stored ends the import instead', () => {
    const library = codedLibrary()
    const session = { library: null, clock: () => 1, uid, held: { onUnexpected: vi.fn<(error: unknown) => void>() } }
    const batch = new ImportBatch(session, library, 1, () => undefined)
    batch.add(candidate('One', 1))
    expect(() => batch.store()).toThrow(expect.objectContaining({ code: 'no-library' }) as Error)
    expect(session.held.onUnexpected).not.toHaveBeenCalled()
    library.close()
  })
})
