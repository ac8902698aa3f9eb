/** Handlers of `tags.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { mergeTag, previewMergeTag, previewRemoveTag } from '../store/tag-changes.ts'
import { fieldLoss, setTagFields } from '../store/tag-fields.ts'
import { insertTag, listTags, moveTag, removeTag, tagById, updateTag } from '../store/tags.ts'

export const tagQueries = {
  'tags.list': ({ db }) => listTags(db),
  'tags.previewFields': ({ db }, { id, fields }) => fieldLoss(db, id, fields),
  'tags.previewMerge': ({ db }, { id, intoId }) => previewMergeTag(db, id, intoId),
  'tags.previewRemove': ({ db }, { id }) => previewRemoveTag(db, id),
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
  'tags.move': (db, input, { label }) => {
    label.subject = tagById(db, input.id).name
    moveTag(db, input)
    return tagById(db, input.id)
  },
  'tags.merge': (db, { id, intoId }, { label }) => {
    label.subject = `${tagById(db, id).name} → ${tagById(db, intoId).name}`
    const annotations = mergeTag(db, id, intoId)
    label.count = annotations
    return { annotations, into: tagById(db, intoId) }
  },
  'tags.remove': (db, { id, moveTo }, { label }) => {
    label.subject = tagById(db, id).name
    return { annotations: removeTag(db, id, moveTo) }
  },
} satisfies Partial<MutationHandlers>
