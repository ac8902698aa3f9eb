/** Handlers of `tags.*` and `issues.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { insertIssue, issueById, issuePathText, listIssues, removeIssue, updateIssue } from '../store/issues.ts'
import { insertTag, listTags, removeTag, tagById, updateTag } from '../store/tags.ts'

export const codebookQueries = {
  'tags.list': ({ db }) => listTags(db),
  'issues.list': ({ db }) => listIssues(db),
} satisfies Partial<QueryHandlers>

export const codebookMutations = {
  'tags.create': (db, input, { uid, label }) => {
    label.subject = input.name
    return tagById(db, insertTag(db, input, uid))
  },
  'tags.update': (db, { id, patch }, { label }) => {
    label.subject = tagById(db, id).name
    updateTag(db, id, patch)
    return tagById(db, id)
  },
  'tags.remove': (db, { id }, { label }) => {
    label.subject = tagById(db, id).name
    return { annotations: removeTag(db, id) }
  },
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
