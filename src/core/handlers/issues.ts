/** Handlers of `issues.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { mergeIssue, previewMergeIssue, previewRemoveIssue } from '../store/issue-changes.ts'
import { insertIssue, issueById, issuePathText, listIssues, moveIssue, removeIssue, updateIssue } from '../store/issues.ts'

export const issueQueries = {
  'issues.list': ({ db }) => listIssues(db),
  'issues.previewMerge': ({ db }, { id, intoId }) => previewMergeIssue(db, id, intoId),
  'issues.previewRemove': ({ db }, { id }) => previewRemoveIssue(db, id),
} satisfies Partial<QueryHandlers>

export const issueMutations = {
  'issues.create': (db, input, { uid, label }) => {
    const issue = issueById(db, insertIssue(db, input, uid))
    label.subject = issuePathText(issue)
    return issue
  },
  'issues.update': (db, { id, patch }, { label }) => {
    label.subject = issuePathText(issueById(db, id))
    updateIssue(db, id, patch)
    return issueById(db, id)
  },
  'issues.move': (db, input, { label }) => {
    label.subject = issuePathText(issueById(db, input.id))
    moveIssue(db, input)
    return issueById(db, input.id)
  },
  'issues.merge': (db, { id, intoId }, { label }) => {
    label.subject = `${issuePathText(issueById(db, id))} → ${issuePathText(issueById(db, intoId))}`
    const annotations = mergeIssue(db, id, intoId)
    label.count = annotations
    return { annotations, into: issueById(db, intoId) }
  },
  'issues.remove': (db, { id }, { label }) => {
    label.subject = issuePathText(issueById(db, id))
    return { annotations: removeIssue(db, id) }
  },
} satisfies Partial<MutationHandlers>
