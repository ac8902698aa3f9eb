/**
 * Import: how long files take to come in, against storing the same texts bare; and for how long the core answers nobody meanwhile, against
 * doing all of it in one go in the process that is asked.
 */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { readFile } from '../../src/core/importers/read-file.ts'
import type { ImportItem } from '../../src/shared/domain/import.ts'
import { jobEnded, openRealCore, type RealCore } from '../helpers/real-core.ts'
import { timed, type Figure } from './index.ts'

const FILES = 1_000
const WORDS =
  'the council demands that ferries stop before night while inspectors from the harbour wait at the island shore and talks about monitoring go on'.split(
    ' ',
  )

interface File {
  name: string
  bytes: Uint8Array
}

export async function importSuite(size: number): Promise<Figure[]> {
  const texts = Math.max(size, 10_000)
  const html = files(FILES, 'html', (index) => pageOf(index))
  const plain = files(FILES, 'txt', (index) => textOf(index, 6))
  const many = files(texts, 'txt', (index) => textOf(index, 24))
  return [
    ...(await together('small HTML documents', html)),
    ...(await together('plain text files', plain)),
    ...(await together('texts', many)),
  ]
}

async function together(what: string, all: readonly File[]): Promise<Figure[]> {
  const at = `${all.length} ${what}`
  const inPlace = await readInPlace(all)
  const bare = await bareInsert(inPlace.texts)
  const job = await importAll(all)
  const figure = (name: string, value: number, baseline: string, baselineValue: number, target: number | null): Figure => ({
    suite: 'import',
    name,
    size: at,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    target,
  })
  return [
    figure('import', job.time, 'bare insert of the texts, indexed by FTS5 unicode61', bare, null),
    figure('import', job.time, 'reading the files in place, one after another, and that insert', inPlace.time + bare, null),
    figure(
      'longest wait for an answer meanwhile',
      job.stall,
      'all of it in one go in the process that is asked',
      inPlace.time + bare,
      0.15,
    ),
    figure('taking the import back', job.undo, 'the import', job.time, 1.2),
  ]
}

const files = (count: number, end: string, content: (index: number) => string): File[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.${end}`, bytes: new TextEncoder().encode(content(index)) }))

const sentence = (seed: number): string => {
  const words = Array.from({ length: 18 }, (_, at) => WORDS[(seed * 31 + at * (7 + (seed % 5))) % WORDS.length])
  return `The ${words.join(' ')} ${seed}.`
}
const textOf = (index: number, sentences: number): string =>
  `Ferry talks, day ${index}\n\nBy Mira Sol, Harbour Post\n\n${Array.from({ length: sentences }, (_, at) => sentence(index * 97 + at)).join('\n\n')}`
const pageOf = (index: number): string => {
  const [title = '', , byline = '', ...paragraphs] = textOf(index, 6)
    .split('\n')
    .filter((line) => line !== '')
  const body = [byline, ...paragraphs].map((line) => `<p>${line}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${title} | Harbour Post</title><meta charset="utf-8"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${body}</article></body></html>`
}

async function importAll(all: readonly File[]): Promise<{ time: number; stall: number; undo: number }> {
  const real = await openRealCore()
  try {
    const items: ImportItem[] = []
    for (const { name, bytes } of all) items.push({ stagedId: (await real.core.control.stageBytes(name, bytes)).stagedId })
    let runId = 0
    const watch = watchAnswers(real)
    const time = await timed(async () => {
      const job = await jobEnded(real.client, (await real.client.call('imports.start', { items })).jobId)
      if (job.result?.kind !== 'import' || job.result.counts.imported !== all.length)
        throw new Error(JSON.stringify(job.result ?? job.error).slice(0, 500))
      runId = job.result.runId
    })
    const stall = await watch.end()
    const undo = await timed(() => real.client.call('imports.undoRun', { runId }))
    return { time, stall, undo }
  } finally {
    await real.close()
  }
}

/** Asks for something small all the time; the longest wait for the answer, in milliseconds. */
function watchAnswers({ client }: RealCore): { end: () => Promise<number> } {
  let going = true
  let longest = 0
  const asking = (async () => {
    while (going) {
      const asked = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 1))
      await client.call('jobs.list', {})
      longest = Math.max(longest, performance.now() - asked)
    }
  })()
  return {
    async end() {
      going = false
      await asking
      return longest
    },
  }
}

async function readInPlace(all: readonly File[]): Promise<{ time: number; texts: string[] }> {
  const texts: string[] = []
  // Once before, so that no figure holds the loading of a reader.
  if (all[0]) await readFile(all[0])
  const time = await timed(async () => {
    for (const file of all) {
      const reading = await readFile(file)
      if (reading.kind === 'articles') texts.push(...reading.articles.map((article) => article.text))
    }
  })
  return { time, texts }
}

async function bareInsert(texts: readonly string[]): Promise<number> {
  const real = await openRealCore()
  try {
    const db = new Database(join(real.folder, 'bare.db'))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec(
      "CREATE TABLE a(id INTEGER PRIMARY KEY, text TEXT) STRICT; CREATE VIRTUAL TABLE f USING fts5(body, content='', tokenize='unicode61')",
    )
    const insert = db.prepare('INSERT INTO a(text) VALUES (?)')
    const index = db.prepare('INSERT INTO f(rowid, body) VALUES (?, ?)')
    const time = await timed(() =>
      db.transaction(() => {
        for (const text of texts) index.run(insert.run(text).lastInsertRowid, text)
      })(),
    )
    db.close()
    return time
  } finally {
    await real.close()
  }
}
