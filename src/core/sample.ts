/**
 * The sample library: articles written for Parley, already coded. It goes through the same staging, import and coding as
 * an analyst's own articles, so that it can hold nothing that could not be made by hand.
 */
import { readFile } from 'node:fs/promises'
import { findQuote } from '../shared/text/anchor.ts'
import { readStaged } from './importers/ready-articles.ts'
import { sampleSchema, type Sample } from './sample-schema.ts'
import { recordStep, type Session, type WriteContext } from './session.ts'
import { insertAnnotation } from './store/annotations.ts'
import { insertArticle } from './store/articles.ts'
import { insertEvent } from './store/events.ts'
import { setOverride } from './store/cell-overrides.ts'
import { idsInCell } from './store/cells.ts'
import { writeSummary } from './store/cell-summaries.ts'
import { addExample } from './store/examples.ts'
import { insertIssue, resolveIssue, updateIssue } from './store/issues.ts'
import { insertParty, resolveParty, updateParty } from './store/parties.ts'
import { resolveTag } from './store/tags.ts'
import { insertCheck } from './store/thread-checks.ts'
import { insertThread } from './store/threads.ts'
import type { LibraryFile } from './store/library-file.ts'
import type { StepLabel, WriteDb } from './store/types.ts'
import { resourceUrl } from './resources.ts'

type Maker = Pick<Session, 'clock' | 'uid' | 'staging' | 'parsers'>

/** Fills an empty library that no view shows yet. The steps are recorded under the sample's own coder. */
export async function fillSample(library: LibraryFile, maker: Maker): Promise<void> {
  const sample = sampleSchema.parse(JSON.parse(await readFile(resourceUrl('sample/library.json'), 'utf8')))
  const write = <T>(label: StepLabel, fn: (db: WriteDb, context: WriteContext) => T): T => recordStep(library, maker, label, fn)
  library.setCoder(sample.coder)
  write({ kind: 'sample.codebook', subject: sample.name, count: 1 }, (db, context) => addCodebook(db, context, sample))
  const annotationIds = new Map<string, number>()
  for (const article of sample.articles) await addArticle(maker, write, article, annotationIds)
  write({ kind: 'sample.examples', subject: sample.name, count: sample.examples.length }, (db, context) =>
    addExamples(db, context, sample, annotationIds),
  )
  write({ kind: 'sample.threads', subject: sample.name, count: sample.threads.length }, (db, context) =>
    addThreads(db, context, sample, annotationIds),
  )
  write({ kind: 'sample.summaries', subject: sample.name, count: sample.summaries.length }, (db, context) =>
    addSummaries(db, context, sample, annotationIds),
  )
  write({ kind: 'sample.readings', subject: sample.name, count: sample.readings.length }, (db, context) => addReadings(db, context, sample))
  write({ kind: 'sample.events', subject: sample.name, count: sample.events.length }, (db, context) => {
    for (const event of sample.events) insertEvent(db, event, context)
  })
}

function addSummaries(db: WriteDb, context: WriteContext, sample: Sample, annotationIds: ReadonlyMap<string, number>): void {
  for (const { party, issue, level, text, quotes } of sample.summaries) {
    const partyId = resolveParty(db, party, context.uid)
    const issueId = issue === null ? null : resolveIssue(db, issue, context.uid)
    const quoteIds = quotes.map((key) => annotationIds.get(key) ?? 0)
    writeSummary(db, { cell: { issueId, partyId, level }, text, quoteIds, confirms: true }, context)
  }
}

function addReadings(db: WriteDb, context: WriteContext, sample: Sample): void {
  for (const { party, issue, level, ...reading } of sample.readings) {
    const cell = { partyId: resolveParty(db, party, context.uid), issueId: resolveIssue(db, issue, context.uid), level }
    setOverride(db, { cell, ...reading }, idsInCell(db, cell), context)
  }
}

function addCodebook(db: WriteDb, { uid }: WriteContext, sample: Sample): void {
  const ids = new Map<string, number>()
  for (const { parent, note, affiliations: _, ...party } of sample.parties) {
    const parentId = parent === null ? null : resolveParty(db, parent, uid)
    ids.set(party.name, insertParty(db, { ...party, note: note ?? '', parentId }, uid))
  }
  // When all are there that they can name.
  for (const { name, affiliations } of sample.parties) {
    const known = affiliations.map(({ with: other, ...rest }) => ({ ...rest, withId: ids.get(other) ?? 0 }))
    if (known.length > 0) updateParty(db, ids.get(name) ?? 0, { affiliations: known })
  }
  for (const { path: levels, ...guidance } of sample.issues) {
    const name = levels.at(-1) ?? ''
    const above = levels.slice(0, -1)
    if (above.length === 0) insertIssue(db, { name, ...guidance }, uid)
    else updateIssue(db, resolveIssue(db, levels, uid), guidance)
  }
}

function addExamples(db: WriteDb, { uid }: WriteContext, sample: Sample, annotationIds: ReadonlyMap<string, number>): void {
  for (const { tag, issue, annotation } of sample.examples) {
    const of = tag === undefined ? { issueId: resolveIssue(db, issue ?? [], uid) } : { tagId: resolveTag(db, tag) }
    addExample(db, of, annotationIds.get(annotation) ?? 0)
  }
}

type Write = <T>(label: StepLabel, fn: (db: WriteDb, context: WriteContext) => T) => T

async function addArticle(
  maker: Maker,
  write: Write,
  article: Sample['articles'][number],
  annotationIds: Map<string, number>,
): Promise<void> {
  const { file, annotations, ...known } = article
  const staged = maker.staging.addBytes(file, new Uint8Array(await readFile(resourceUrl(`sample/articles/${file}`))))
  const read = await readStaged(maker, staged)
  maker.staging.discard([staged.stagedId])
  if ('problem' in read) throw new Error(`the sample article ${file} cannot be read: ${read.problem.code}`)
  const articleId = write({ kind: 'articles.import', subject: known.title, count: 1 }, (db, { now, uid }) =>
    insertArticle(
      db,
      { metadata: { ...read.metadata, ...known }, text: read.text, textHash: read.textHash, original: read.original },
      now,
      uid,
    ),
  )
  write({ kind: 'sample.coding', subject: known.title, count: annotations.length }, (db, context) => {
    for (const { key, quote, occurrence, ...coding } of annotations) {
      const span = findQuote(read.text, quote, occurrence)
      if (!span) throw new Error(`the sample quote ${key} is not in ${file}`)
      annotationIds.set(key, insertAnnotation(db, { ...coding, articleId, start: span.start, end: span.end }, context))
    }
    db.run("UPDATE article SET status = 'coded' WHERE id = ?", [articleId])
  })
}

function addThreads(db: WriteDb, context: WriteContext, sample: Sample, annotationIds: ReadonlyMap<string, number>): void {
  const idOf = (key: string): number => {
    const id = annotationIds.get(key)
    if (id === undefined) throw new Error(`the sample has no annotation ${key}`)
    return id
  }
  for (const { checks, ...thread } of sample.threads) {
    const members = thread.members.map(({ annotation, role }) => ({ annotationId: idOf(annotation), role }))
    const threadId = insertThread(db, { ...thread, members }, context)
    for (const { annotations, ...check } of checks) insertCheck(db, { ...check, threadId, annotationIds: annotations.map(idOf) }, context)
  }
}
