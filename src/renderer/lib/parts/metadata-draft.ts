/** Metadata of an article while it is typed: every line is text, and becomes metadata or an error for each line that does not. */
import { articleMetadataSchema, type ArticleMetadata } from '../../../shared/domain/article.ts'
import type { Say } from '../say.ts'

/** What is typed, before it is checked: every line is text. */
export type MetadataDraft = {
  [K in 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | 'translatedFrom' | 'note']: string
} & Pick<ArticleMetadata, 'direction' | 'reliability' | 'credibility'>
export type DraftErrors = Partial<Record<keyof MetadataDraft, string>>

export const RELIABILITY = ['none', 'A', 'B', 'C', 'D', 'E', 'F'] as const
export const CREDIBILITY = ['none', '1', '2', '3', '4', '5', '6'] as const

export function draftOf(metadata: ArticleMetadata): MetadataDraft {
  const text = (value: string | null): string => value ?? ''
  const { title, direction, reliability, credibility } = metadata
  return {
    title,
    direction,
    reliability,
    credibility,
    outlet: text(metadata.outlet),
    author: text(metadata.author),
    published: text(metadata.published),
    url: text(metadata.url),
    language: text(metadata.language),
    translatedFrom: text(metadata.translatedFrom),
    note: text(metadata.note),
  }
}

/** The draft as metadata, or what is wrong with which line. */
export function parseDraft(draft: MetadataDraft, say: Say): { metadata: ArticleMetadata } | { errors: DraftErrors } {
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  const parsed = articleMetadataSchema.safeParse({
    ...draft,
    outlet: orNull(draft.outlet),
    author: orNull(draft.author),
    published: orNull(draft.published),
    url: orNull(draft.url),
    language: orNull(draft.language),
    translatedFrom: orNull(draft.translatedFrom),
    note: draft.note.trim() === '' ? null : draft.note,
  })
  if (parsed.success) return { metadata: parsed.data }
  const errors: DraftErrors = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as keyof MetadataDraft // the schema's own keys
    errors[field] ??= say(
      `metadata.error.${field === 'published' || field === 'url' || field === 'title' || field === 'language' ? field : 'other'}`,
    )
  }
  return { errors }
}

/** What differs between what was recognised and what was typed, or null where nothing does. */
export function typedInto(draft: MetadataDraft, recognised: MetadataDraft): Partial<MetadataDraft> | null {
  const typed = Object.entries(draft).filter(([field, value]) => value !== recognised[field as keyof MetadataDraft]) // keys of the draft itself
  return typed.length === 0 ? null : Object.fromEntries(typed)
}
