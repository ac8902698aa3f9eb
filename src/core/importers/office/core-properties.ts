/** What a DOCX or an ODT says about itself: title, who wrote it, when, in which language. Names are told by their local part, which both share. */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'

export interface DocumentProperties {
  readonly title: string | null
  readonly creator: string | null
  /** As written: ISO 8601 in both formats. */
  readonly created: string | null
  readonly modified: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly subject: string | null
  readonly keywords: string | null
}

export const NO_PROPERTIES: DocumentProperties = {
  title: null,
  creator: null,
  created: null,
  modified: null,
  language: null,
  subject: null,
  keywords: null,
}

/** The first name that is there counts. ODT has the first author as `initial-creator`, the last one as `creator`. */
const NAMES: Readonly<Record<keyof DocumentProperties, readonly string[]>> = {
  title: ['title'],
  creator: ['initial-creator', 'creator'],
  created: ['created', 'creation-date'],
  modified: ['modified', 'date'],
  language: ['language'],
  subject: ['subject'],
  keywords: ['keywords', 'keyword'],
}
const LONGEST = 2_000

/** The properties in `docProps/core.xml` or `meta.xml`. A part that cannot be read has none. */
export function documentProperties(bytes: Uint8Array | null): DocumentProperties | ImportProblem {
  if (!bytes) return NO_PROPERTIES
  const values = new Map<string, string>()
  let name: string | null = null
  const problem = walkXml(bytes, {
    open: (element) => (name = element.local),
    text: (text) => {
      if (name !== null && (values.get(name)?.length ?? 0) < LONGEST) values.set(name, (values.get(name) ?? '') + text)
    },
    close: () => (name = null),
  })
  if (problem) return problem
  const value = (property: keyof DocumentProperties): string | null => {
    for (const known of NAMES[property]) {
      const found = values.get(known)?.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
      if (found) return found
    }
    return null
  }
  return {
    title: value('title'),
    creator: value('creator'),
    created: value('created'),
    modified: value('modified'),
    language: value('language'),
    subject: value('subject'),
    keywords: value('keywords'),
  }
}
