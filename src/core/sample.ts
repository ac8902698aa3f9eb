/**
 * The sample library: articles written for Parley, already coded. It goes through the same staging, import and coding as
 * an analyst's own articles, so that it can hold nothing that could not be made by hand.
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { annotationCodingSchema } from '../shared/domain/annotation.ts'
import { articleMetadataSchema } from '../shared/domain/article.ts'
import { partyKindSchema, partyRoleSchema, aliasSchema } from '../shared/domain/party.ts'
import { memberRoleSchema, threadKindSchema } from '../shared/domain/thread.ts'
import { findQuote } from '../shared/text/anchor.ts'
import { readStaged } from './importers/preview.ts'
import { recordStep, type Session, type WriteContext } from './session.ts'
import { insertAnnotation } from './store/annotations.ts'
import { insertArticle } from './store/articles.ts'
import { insertIssue, resolveIssue, updateIssue } from './store/issues.ts'
import { insertParty, resolveParty } from './store/parties.ts'
import { insertThread } from './store/threads.ts'
import type { LibraryFile } from './store/library-file.ts'
import type { StepLabel, WriteDb } from './store/types.ts'
import { resourceUrl } from './resources.ts'

const path = z.array(z.string()).min(1)
const sampleSchema = z.object({
  name: z.string(),
  coder: z.string(),
  parties: z.array(
    z.object({
      name: z.string(),
      kind: partyKindSchema,
      role: partyRoleSchema,
      parent: z.string().nullable(),
      note: z.string().nullish(),
      aliases: z.array(aliasSchema),
    }),
  ),
  issues: z.array(z.object({ path, definition: z.string() })),
  articles: z.array(
    articleMetadataSchema
      .pick({
        title: true,
        outlet: true,
        author: true,
        published: true,
        url: true,
        language: true,
        reliability: true,
        credibility: true,
        note: true,
      })
      .extend({
        file: z.string(),
        annotations: z.array(
          annotationCodingSchema.partial().extend({ key: z.string(), quote: z.string(), occurrence: z.int().positive(), tag: z.string() }),
        ),
      }),
  ),
  threads: z.array(
    z.object({
      kind: threadKindSchema,
      title: z.string(),
      owner: z.string().nullable(),
      addressee: z.string().nullable(),
      issue: path.nullable(),
      criterion: z.string().nullable(),
      deadline: z.string().nullable(),
      monitor: z.string().nullable(),
      members: z.array(z.object({ annotation: z.string(), role: memberRoleSchema })),
    }),
  ),
})
type Sample = z.infer<typeof sampleSchema>

type Maker = Pick<Session, 'clock' | 'uid' | 'staging'>

/** Fills an empty library that no view shows yet. The steps are recorded under the sample's own coder. */
export async function fillSample(library: LibraryFile, maker: Maker): Promise<void> {
  const sample = sampleSchema.parse(JSON.parse(await readFile(resourceUrl('sample/library.json'), 'utf8')))
  const write = <T>(label: StepLabel, fn: (db: WriteDb, context: WriteContext) => T): T => recordStep(library, maker, label, fn)
  library.setCoder(sample.coder)
  write({ kind: 'sample.codebook', subject: sample.name, count: 1 }, (db, context) => addCodebook(db, context, sample))
  const annotationIds = new Map<string, number>()
  for (const article of sample.articles) await addArticle(maker, write, article, annotationIds)
  write({ kind: 'sample.threads', subject: sample.name, count: sample.threads.length }, (db, context) =>
    addThreads(db, context, sample, annotationIds),
  )
}

function addCodebook(db: WriteDb, { uid }: WriteContext, sample: Sample): void {
  for (const { parent, note, ...party } of sample.parties) {
    insertParty(db, { ...party, note: note ?? '', parentId: parent === null ? null : resolveParty(db, parent, uid) }, uid)
  }
  for (const issue of sample.issues) {
    const name = issue.path.at(-1) ?? ''
    const above = issue.path.slice(0, -1)
    const parentId = above.length === 0 ? null : resolveIssue(db, above, uid)
    if (parentId === null) insertIssue(db, { name, definition: issue.definition }, uid)
    else updateIssue(db, resolveIssue(db, issue.path, uid), { definition: issue.definition })
  }
}

type Write = <T>(label: StepLabel, fn: (db: WriteDb, context: WriteContext) => T) => T

async function addArticle(
  { staging }: Maker,
  write: Write,
  article: Sample['articles'][number],
  annotationIds: Map<string, number>,
): Promise<void> {
  const { file, annotations, ...known } = article
  const staged = staging.addBytes(file, new Uint8Array(await readFile(resourceUrl(`sample/articles/${file}`))))
  const read = await readStaged(staging, staged)
  staging.discard([staged.stagedId])
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
  for (const thread of sample.threads) {
    const members = thread.members.map(({ annotation, role }) => {
      const annotationId = annotationIds.get(annotation)
      if (annotationId === undefined) throw new Error(`the sample has no annotation ${annotation}`)
      return { annotationId, role }
    })
    insertThread(db, { ...thread, members }, context)
  }
}
