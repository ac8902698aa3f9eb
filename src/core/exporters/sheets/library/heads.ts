/**
 * Heads of the table of annotations: the words by which it is known again when it comes back. Names for scripts, the same in every language;
 * only ever added.
 */
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

const FIELD = 'Field: '
/** Head of a tag's own field; both names as they stand. */
export const fieldHead = (tagCode: string, name: string): string => `${FIELD}${tagCode}: ${name}`
/** Tag and field of such a head; null for another. Codes of tags have no colon. */
export function readFieldHead(head: string): { tagCode: string; name: string } | null {
  const [, tagCode, name] = /^Field: ([^:]+): (.+)$/su.exec(head) ?? []
  return tagCode === undefined || name === undefined ? null : { tagCode, name }
}
