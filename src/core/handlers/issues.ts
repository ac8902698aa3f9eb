/** Handlers of `issues.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { insertIssue, issueById, issuePathText, listIssues, removeIssue, updateIssue } from '../store/issues.ts'

export const issueQueries = {
  'issues.list': ({ db }) => listIssues(db),
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
  'issues.remove': (db, { id }, { label }) => {
    label.subject = issuePathText(issueById(db, id))
    return { annotations: removeIssue(db, id) }
  },
} satisfies Partial<MutationHandlers>
