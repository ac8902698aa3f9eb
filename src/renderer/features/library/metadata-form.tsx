/** Metadata of an article as a form: the same before it is stored and after. Dates may be empty or partial. */
import type { ArticleMetadata } from '../../../shared/domain/article.ts'
import { articleMetadataSchema } from '../../../shared/domain/article.ts'
import { useSay, type Say } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './metadata-form.module.css'

/** What is typed, before it is checked: every line is text. */
export type MetadataDraft = {
  [K in 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | 'translatedFrom' | 'note']: string
} & Pick<ArticleMetadata, 'direction' | 'reliability' | 'credibility'>
export type DraftErrors = Partial<Record<keyof MetadataDraft, string>>

const RELIABILITY = ['none', 'A', 'B', 'C', 'D', 'E', 'F'] as const
const CREDIBILITY = ['none', '1', '2', '3', '4', '5', '6'] as const

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

export function MetadataForm({
  draft,
  errors,
  onChange,
}: {
  draft: MetadataDraft
  errors: DraftErrors
  onChange: (draft: MetadataDraft) => void
}) {
  const say = useSay()
  const set = (patch: Partial<MetadataDraft>): void => onChange({ ...draft, ...patch })
  const line = (
    field: 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language',
    extra: { hint?: string; placeholder?: string } = {},
  ) => (
    <TextField
      label={say(`metadata.${field}`)}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      {...extra}
      {...(errors[field] !== undefined && { error: errors[field] })}
    />
  )
  return (
    <div className={styles.form}>
      <div className={styles.wide}>{line('title')}</div>
      {line('outlet')}
      {line('author')}
      {line('published', { placeholder: say('metadata.publishedExample'), hint: say('metadata.publishedHint') })}
      {line('language', { hint: say('metadata.languageHint') })}
      <div className={styles.wide}>{line('url')}</div>
      <Select
        label={say('metadata.direction')}
        value={draft.direction}
        onChange={(direction) => set({ direction })}
        options={(['ltr', 'rtl'] as const).map((id) => ({ id, label: say(`metadata.direction.${id}`) }))}
      />
      <TextField
        label={say('metadata.translatedFrom')}
        value={draft.translatedFrom}
        onChange={(translatedFrom) => set({ translatedFrom })}
        {...(errors.translatedFrom !== undefined && { error: errors.translatedFrom })}
      />
      <Select
        label={say('metadata.reliability')}
        value={draft.reliability ?? 'none'}
        onChange={(chosen) => set({ reliability: chosen === 'none' ? null : chosen })}
        options={RELIABILITY.map((id) => ({ id, label: say(`metadata.reliability.${id}`) }))}
      />
      <Select
        label={say('metadata.credibility')}
        value={draft.credibility === null ? 'none' : (String(draft.credibility) as (typeof CREDIBILITY)[number])}
        onChange={(chosen) => set({ credibility: chosen === 'none' ? null : Number(chosen) })}
        options={CREDIBILITY.map((id) => ({ id, label: say(`metadata.credibility.${id}`) }))}
      />
      <div className={styles.wide}>
        <TextArea
          label={say('metadata.note')}
          value={draft.note}
          onChange={(note) => set({ note })}
          minRows={2}
          maxRows={8}
          {...(errors.note !== undefined && { error: errors.note })}
        />
      </div>
    </div>
  )
}
