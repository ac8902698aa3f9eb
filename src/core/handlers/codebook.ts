/** Handlers of `codebook.*`. */
import type { WriteDb, ReadDb } from '../store/types.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { CommandHandlers, MutationHandlers, QueryHandlers } from '../session.ts'
import { addExample, listExamples, removeExample, type ExampleOf } from '../store/examples.ts'
import { issueById, issuePathText } from '../store/issues.ts'
import { tagById } from '../store/tags.ts'

const subjectOf = (db: ReadDb | WriteDb, { tagId, issueId }: ExampleOf): string =>
  tagId === undefined ? issuePathText(issueById(db, issueId ?? 0)) : tagById(db, tagId).name

export const codebookQueries = {
  'codebook.examples': ({ db }, of) => listExamples(db, of),
  'codebook.templates': () => [],
  'codebook.previewImport': () => {
    throw new ParleyError('internal')
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
  'codebook.applyTemplate': () => {
    throw new ParleyError('internal')
  },
} satisfies Partial<MutationHandlers>

export const codebookCommands = {
  'codebook.import': () => {
    throw new ParleyError('internal')
  },
  'codebook.export': () => {
    throw new ParleyError('internal')
  },
} satisfies Partial<CommandHandlers>
