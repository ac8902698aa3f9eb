/** Handlers of `tags.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { fieldLoss, setTagFields } from '../store/tag-fields.ts'
import { insertTag, listTags, removeTag, tagById, updateTag } from '../store/tags.ts'

export const tagQueries = {
  'tags.list': ({ db }) => listTags(db),
  'tags.previewFields': ({ db }, { id, fields }) => fieldLoss(db, id, fields),
} satisfies Partial<QueryHandlers>

export const tagMutations = {
  'tags.create': (db, input, { uid, label }) => {
    label.subject = input.name
    return tagById(db, insertTag(db, input, uid))
  },
  'tags.update': (db, { id, patch }, { label }) => {
    label.subject = tagById(db, id).name
    updateTag(db, id, patch)
    return tagById(db, id)
  },
  'tags.setFields': (db, { id, fields }, { uid, label }) => {
    label.subject = tagById(db, id).name
    setTagFields(db, id, fields, uid)
    return tagById(db, id)
  },
  'tags.remove': (db, { id }, { label }) => {
    label.subject = tagById(db, id).name
    return { annotations: removeTag(db, id) }
  },
} satisfies Partial<MutationHandlers>
