/** Metadata of an article as a form: the same before it is stored and after. Dates may be empty or partial. */
import { useIntl } from 'react-intl'
import { languageSchema } from '../../../shared/domain/article.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageDirection, languageItems } from '../languages.ts'
import { useSay } from '../say.ts'
import { CREDIBILITY, RELIABILITY, type DraftErrors, type MetadataDraft } from './metadata-draft.ts'
import styles from './metadata-form.module.css'

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
  const { locale } = useIntl()
  const set = (patch: Partial<MetadataDraft>): void => onChange({ ...draft, ...patch })
  /** The way the text runs follows the language; a person can still say otherwise. */
  const setLanguage = (language: string): void => set({ language, ...(language !== '' && { direction: languageDirection(language) }) })
  const line = (field: 'title' | 'outlet' | 'author' | 'published' | 'url', extra: { hint?: string; placeholder?: string } = {}) => (
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
      <ComboBox
        label={say('metadata.language')}
        items={languageItems(locale, draft.language || null)}
        value={draft.language || null}
        onChange={(tag) => setLanguage(tag ?? '')}
        onCreate={async (tag) => languageSchema.safeParse(tag).success && (setLanguage(tag), true)}
        createLabel={(tag) => say('coding.languageTag', { tag })}
        {...(errors.language !== undefined && { error: errors.language })}
      />
      <div className={styles.wide}>{line('url')}</div>
      <Select
        label={say('metadata.direction')}
        value={draft.direction}
        onChange={(direction) => set({ direction })}
        options={(['ltr', 'rtl'] as const).map((id) => ({ id, label: say(`metadata.direction.${id}`) }))}
      />
      <ComboBox
        label={say('metadata.translatedFrom')}
        items={languageItems(locale, draft.translatedFrom || null)}
        value={draft.translatedFrom || null}
        onChange={(tag) => set({ translatedFrom: tag ?? '' })}
        onCreate={async (tag) => languageSchema.safeParse(tag).success && (set({ translatedFrom: tag }), true)}
        createLabel={(tag) => say('coding.languageTag', { tag })}
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
