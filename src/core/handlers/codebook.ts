/** Handlers of `codebook.*`. */
import type { CodebookImported } from '../../shared/domain/codebook-import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { applyCodebook } from '../codebook/apply.ts'
import { exportCodebook } from '../codebook/export.ts'
import { previewOf } from '../codebook/plan.ts'
import { readCodebook, type CodebookSource } from '../codebook/read.ts'
import { listTemplates, templateFile, templateSource } from '../codebook/templates.ts'
import { stillOpen, type CommandHandlers, type MutationHandlers, type QueryHandlers, type Session } from '../session.ts'
import { libraryStatus } from '../status.ts'
import { addExample, listExamples, removeExample, type ExampleOf } from '../store/examples.ts'
import { issueById, issuePathText } from '../store/issues.ts'
import { tagById } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'

export const codebookQueries = {
  'codebook.examples': ({ db }, of) => listExamples(db, of),
  'codebook.templates': () => listTemplates(),
  'codebook.previewImport': async (context, { stagedId, template, codesAs }) => {
    if (stagedId === undefined) return previewOf(context.db, templateSource(template ?? ''), '')
    const library = context.session.opened()
    const source = await readStagedCodebook(context.session, stagedId, codesAs)
    return previewOf(stillOpen(context.session, library).read, source, context.session.staging.nameOf(stagedId).name)
  },
} satisfies Partial<QueryHandlers>

export const codebookMutations = {
  'codebook.addExample': (db, { annotationId, ...of }, { label }) => {
    label.subject = subjectOf(db, of)
    addExample(db, of, annotationId)
    return { done: true as const }
  },
  'codebook.removeExample': (db, { annotationId, ...of }, { label }) => {
    label.subject = subjectOf(db, of)
    removeExample(db, of, annotationId)
    return { done: true as const }
  },
  'codebook.applyTemplate': (db, { template, parts, decisions }, { label, uid }) => {
    const file = templateFile(template)
    label.subject = file.name
    const done = applyCodebook(db, file, { uid, parts, decisions })
    label.count = written(done)
    return done
  },
} satisfies Partial<MutationHandlers>

export const codebookCommands = {
  'codebook.import': async (session, { stagedId, parts, decisions, codesAs }) => {
    const library = session.opened()
    const { name } = session.staging.nameOf(stagedId)
    const { file, problems } = await readStagedCodebook(session, stagedId, codesAs)
    stillOpen(session, library)
    if (!file)
      throw new ParleyError('invalid-input', {
        field: 'file',
        problem: problems[0]?.code ?? 'unreadable',
        reason: 'codebook-refused',
        name,
      })
    const label = { kind: 'codebook.import', subject: file.name || name, count: 1 }
    const done = session.write(label, ['codebook', 'parties'], (db, { uid }) => {
      const result = applyCodebook(db, file, { uid, parts, decisions })
      label.count = written(result)
      return result
    })
    session.staging.discard([stagedId])
    return done
  },
  'codebook.export': (session, input) => {
    const library = session.opened()
    const jobId = session.jobs.start('codebook', 2, async (steps) => {
      await steps.step(0)
      const { name, mediaType, bytes, lost } = exportCodebook(stillOpen(session, library).read, input, libraryStatus(session).name ?? '')
      await steps.step(1)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType, bytes })
      await steps.step(2)
      return { kind: 'codebook', outputId, name, mediaType, bytes: bytes.byteLength, lost }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>

const subjectOf = (db: ReadDb, { tagId, issueId }: ExampleOf): string =>
  tagId === undefined ? issuePathText(issueById(db, issueId ?? 0)) : tagById(db, tagId).name

const written = ({ tags, issues, parties }: CodebookImported): number =>
  [tags, issues, parties].reduce((sum, part) => sum + part.added + part.changed, 0)

/** Throws `staged-gone`, and `file-unreadable` where the bytes cannot be had. */
async function readStagedCodebook(session: Session, stagedId: string, codesAs: 'tags' | 'issues' = 'issues'): Promise<CodebookSource> {
  const { name } = session.staging.nameOf(stagedId)
  const read = await session.staging.read(stagedId)
  if ('problem' in read)
    throw new ParleyError('file-unreadable', { name, ...(read.problem.code !== 'unreadable' && { reason: read.problem.code }) })
  return readCodebook(read.bytes, codesAs)
}
