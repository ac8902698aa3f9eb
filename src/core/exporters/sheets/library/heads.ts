/**
 * Heads of the table of annotations: the words by which it is known again when it comes back. Names for scripts, the same in every language;
 * only ever added.
 */
import { fieldTypeSchema, type FieldType, type TagField } from '../../../../shared/domain/tag-field.ts'

export const HEADS = {
  uid: 'Annotation ID',
  articleUid: 'Article ID',
  title: 'Title',
  outlet: 'Outlet',
  author: 'Author',
  published: 'Published',
  url: 'Web address',
  language: 'Language',
  reliability: 'Source reliability',
  credibility: 'Information credibility',
  revision: 'Revision',
  start: 'Start',
  end: 'End',
  startCodePoints: 'Start in code points',
  endCodePoints: 'End in code points',
  quote: 'Quote',
  prefix: 'Words before',
  suffix: 'Words after',
  anchor: 'Passage',
  tagCode: 'Tag code',
  tag: 'Tag',
  speaker: 'Speaker',
  onBehalfOf: 'On behalf of',
  targets: 'Addressed to',
  issues: 'Issues',
  stance: 'Stance',
  intensity: 'Intensity',
  attribution: 'Attribution',
  reportedBy: 'Reported by',
  stated: 'Date of statement',
  condition: 'Condition',
  consequence: 'Consequence',
  deadline: 'Deadline',
  confidence: 'Confidence',
  translation: 'Translation',
  translationLanguage: 'Language of translation',
  note: 'Note',
  important: 'Important',
  status: 'Status',
  coder: 'Coder',
  created: 'Created',
  changed: 'Changed',
  threads: 'Threads',
  collections: 'Collections',
  link: 'Link',
} as const
export type HeadId = keyof typeof HEADS

/** Without these a table is some other table. */
export const MARKS: readonly HeadId[] = ['uid', 'articleUid', 'quote']

/** Head of a tag's own field, with its type, so that a value is read as what it is. */
export const fieldHead = (tagCode: string, { name, type }: Pick<TagField, 'name' | 'type'>): string =>
  `Field: ${tagCode}: ${name} [${type}]`

/** Tag and field of such a head; null for another. A code that has a colon is not known again. */
export function readFieldHead(head: string): { tagCode: string; name: string; type: FieldType } | null {
  const [, tagCode, name, word] = /^Field: ([^:]+): (.+) \[([a-z-]+)\]$/su.exec(head) ?? []
  const type = fieldTypeSchema.safeParse(word).data
  return tagCode === undefined || name === undefined || type === undefined ? null : { tagCode, name, type }
}
