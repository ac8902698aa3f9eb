/** One file of an import: its problem, or that it is there already, or its metadata to correct beside the beginning of its text. */
import type { ImportPreview } from '../../../shared/domain/import.ts'
import { problemText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './import-dialog.module.css'
import type { DraftErrors, MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { MetadataForm } from '../../lib/parts/metadata-form.tsx'

/** Offered where a reading is not certain, after those that fit best. */
const COMMON = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'iso-8859-6',
  'koi8-r',
]

export interface ImportFileProps {
  preview: ImportPreview
  draft: MetadataDraft | null
  errors: DraftErrors
  onDraft: (draft: MetadataDraft) => void
  onEncoding: (encoding: string) => void
  onOpenDuplicate: (articleId: number) => void
}

export function ImportFile({ preview, draft, errors, onDraft, onEncoding, onOpenDuplicate }: ImportFileProps) {
  const say = useSay()
  const { problem } = preview
  const { duplicate = null, excerpt = '', chars = 0 } = preview.articles[0] ?? {}
  const unsure = preview.certainty === 'guess' || preview.certainty === 'likely' || problem?.code === 'encoding'
  const encodings = [
    ...new Set([preview.encoding, ...preview.encodings, ...COMMON].filter((name): name is string => name !== null && name !== '')),
  ]
  return (
    <div className={styles.one}>
      <p className={styles.origin}>
        <bdi>{preview.name}</bdi>
        <span>{say('import.bytes', { bytes: preview.bytes })}</span>
        {preview.encoding && <span>{preview.encoding}</span>}
        {chars > 0 && <span>{say('import.chars', { count: chars })}</span>}
      </p>
      {problem && (
        <Banner kind="error" title={say('import.refusedTitle')}>
          {problemText(say, problem, preview.name)}
        </Banner>
      )}
      {duplicate && (
        <Banner
          kind="info"
          title={say('import.duplicateTitle')}
          actions={<Button label={say('import.openDuplicate')} size="small" onPress={() => onOpenDuplicate(duplicate.articleId)} />}
        >
          {say('import.duplicateText', { title: duplicate.title })}
        </Banner>
      )}
      {unsure && (
        <Banner kind="warning" title={say('import.encodingTitle')}>
          <p>{say('import.encodingText')}</p>
          <Select
            label={say('import.encoding')}
            value={preview.encoding ?? encodings[0] ?? 'utf-8'}
            onChange={onEncoding}
            options={encodings.map((id) => ({ id, label: id }))}
          />
        </Banner>
      )}
      {draft && !duplicate && <MetadataForm draft={draft} errors={errors} onChange={onDraft} />}
      {excerpt !== '' && (
        <section className={styles.excerpt} aria-label={say('import.excerpt')}>
          <h3>{say('import.excerpt')}</h3>
          <div data-reading lang={draft?.language || undefined} dir={draft?.direction} className={styles.text}>
            {excerpt}
            {chars > excerpt.length && ' …'}
          </div>
        </section>
      )}
    </div>
  )
}
