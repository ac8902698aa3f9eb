/** What is to be the same in several articles: a field shows what they have in common, and what is typed there goes into all of them. */
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { languageSchema } from '../../../shared/domain/article.ts'
import { languageDirection, languageItems } from '../../lib/languages.ts'
import { CREDIBILITY, RELIABILITY, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CollectionField } from './collection-field.tsx'
import { common } from './review.ts'
import styles from './panes.module.css'

export interface BulkFormProps {
  drafts: readonly Partial<MetadataDraft>[]
  errors: readonly DraftErrors[]
  /** How many articles are meant; more than there are drafts where not all are listed. */
  count: number
  onSet: (patch: Partial<MetadataDraft>) => void
  /** Takes back what was typed; left out where nothing was. */
  onReset?: (() => void) | undefined
  collections: readonly (readonly string[])[]
  onCollections: (added: readonly string[], removed: readonly string[]) => void
}

export function BulkForm({ drafts, errors, count, onSet, onReset, collections, onCollections }: BulkFormProps) {
  const say = useSay()
  const { locale } = useIntl()
  const id = useId()
  const of = <F extends keyof MetadataDraft>(field: F): { value: MetadataDraft[F] | undefined } | null =>
    common(drafts.map((draft) => draft[field]))
  const errorOf = (field: keyof MetadataDraft): { error?: string } => {
    const error = errors.find((each) => each[field] !== undefined)?.[field]
    return error === undefined ? {} : { error }
  }
  const mixed = say('bulk.mixed')
  const language = of('language')?.value ?? ''
  const setLanguage = (tag: string): void => onSet({ language: tag, ...(tag !== '' && { direction: languageDirection(tag) }) })
  const reliability = of('reliability')
  const credibility = of('credibility')
  const inAll = (collections[0] ?? []).filter((choice) => collections.every((each) => each.includes(choice)))
  return (
    <section className={styles.bulk} aria-labelledby={id}>
      <header>
        <h3 id={id}>{say('bulk.title', { count })}</h3>
        {onReset && <Button label={say('bulk.reset')} size="small" kind="quiet" onPress={onReset} />}
      </header>
      <div className={styles.bulkFields}>
        <BulkText label={say('metadata.outlet')} common={of('outlet')} onSet={(outlet) => onSet({ outlet })} {...errorOf('outlet')} />
        <BulkText
          label={say('metadata.published')}
          common={of('published')}
          onSet={(published) => onSet({ published })}
          hint={say('metadata.publishedHint')}
          {...errorOf('published')}
        />
        <BulkText label={say('metadata.author')} common={of('author')} onSet={(author) => onSet({ author })} {...errorOf('author')} />
        <ComboBox
          label={say('metadata.language')}
          items={languageItems(locale, language || null)}
          value={language || null}
          onChange={(tag) => setLanguage(tag ?? '')}
          onCreate={async (tag) => languageSchema.safeParse(tag).success && (setLanguage(tag), true)}
          createLabel={(tag) => say('coding.languageTag', { tag })}
          {...(of('language') === null && { placeholder: mixed })}
          {...errorOf('language')}
        />
        <Select
          label={say('metadata.reliability')}
          value={reliability === null ? null : (reliability.value ?? 'none')}
          placeholder={mixed}
          onChange={(chosen) => onSet({ reliability: chosen === 'none' ? null : chosen })}
          options={RELIABILITY.map((grade) => ({ id: grade, label: say(`metadata.reliability.${grade}`) }))}
        />
        <Select
          label={say('metadata.credibility')}
          value={credibility === null ? null : ((credibility.value?.toString() as (typeof CREDIBILITY)[number] | undefined) ?? 'none')}
          placeholder={mixed}
          onChange={(chosen) => onSet({ credibility: chosen === 'none' ? null : Number(chosen) })}
          options={CREDIBILITY.map((grade) => ({ id: grade, label: say(`metadata.credibility.${grade}`) }))}
        />
        {collections.length > 0 && (
          <div className={styles.wide}>
            <CollectionField
              value={inAll}
              onChange={onCollections}
              {...(collections.some((each) => each.length > inAll.length) && { hint: say('bulk.mixedCollections') })}
            />
          </div>
        )}
      </div>
    </section>
  )
}

interface BulkTextProps {
  label: string
  common: { value: string | undefined } | null
  onSet: (text: string) => void
  hint?: string
  error?: string
}

/** A line that is set in all when one is done with it, so that a half-typed word is nobody's outlet. */
function BulkText({ label, common: shared, onSet, hint, error }: BulkTextProps) {
  const say = useSay()
  const [draft, setDraft] = useState<string | null>(null)
  const value = shared?.value ?? ''
  return (
    <TextField
      label={label}
      value={draft ?? value}
      onChange={setDraft}
      onCommit={(text) => {
        setDraft(null)
        if (text !== value) onSet(text)
      }}
      {...(shared === null && { placeholder: say('bulk.mixed') })}
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { error })}
    />
  )
}
