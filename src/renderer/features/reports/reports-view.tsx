/** Reports: what goes in on the left, the report itself on the right as it will be written, then saved where the person says. */
import { FileOutput } from 'lucide-react'
import { useState } from 'react'
import type { Filter } from '../../../shared/domain/filter.ts'
import { reportKindSchema, type ReportInput, type ReportKind } from '../../../shared/domain/report.ts'
import { useData } from '../../lib/data.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './reports-view.module.css'
import { useRested } from '../../lib/use-rested.ts'
import { useExport } from './use-export.ts'

const PARTS = ['text', 'table', 'notes', 'coders'] as const
type Part = (typeof PARTS)[number]
const ALL: Record<Part, boolean> = { text: true, table: true, notes: true, coders: true }

/** Articles to choose from by name; of a larger library the others are chosen in its table. */
const OFFERED = 5_000

export interface ReportsViewProps {
  /** None: all articles. */
  articleIds: readonly number[]
  onArticles: (articleIds: number[]) => void
  /** The filter of the compare view, which a comparison can use. */
  compareFilter: Filter
}

export function ReportsView({ articleIds, onArticles, compareFilter }: ReportsViewProps) {
  const say = useSay()
  const [kind, setKind] = useState<ReportKind>('annotated')
  const [title, setTitle] = useState('')
  const [include, setInclude] = useState(ALL)
  const [isFiltered, setFiltered] = useState(false)
  const hasFilter = Object.keys(compareFilter).length > 0
  const { data: articles } = useData('articles.list', { limit: OFFERED })
  // Articles chosen in the table of the library may be none of the newest.
  const { data: chosen } = useData('articles.rows', { ids: articleIds.slice(0, 500) })
  const offered = [...new Map([...(articles?.items ?? []), ...(chosen ?? [])].map((article) => [article.id, article])).values()]
  const input: ReportInput = {
    kind,
    format: 'html',
    filter: kind === 'comparison' ? (isFiltered ? compareFilter : {}) : articleIds.length > 0 ? { articles: [...articleIds] } : {},
    include,
    ...(title.trim() !== '' && { title: title.trim() }),
  }
  // The whole report is made anew for the preview: not at every letter of its title.
  const shown = useRested(input, JSON.stringify(input))
  const isEmpty = articles?.total === 0
  const { data: preview, error } = useData('reports.preview', shown, { enabled: articles !== undefined && !isEmpty })
  const { run, pending } = useExport()

  if (isEmpty)
    return (
      <EmptyState icon={<FileOutput />} title={say('reports.empty')}>
        {say('reports.emptyText')}
      </EmptyState>
    )
  return (
    <div className={styles.page}>
      <form
        className={styles.options}
        aria-label={say('reports.options')}
        onSubmit={(event) => {
          event.preventDefault()
          void run(input)
        }}
      >
        <h1 className={styles.heading}>{say('reports.title')}</h1>
        <SegmentedControl
          label={say('reports.kind')}
          value={kind}
          onChange={setKind}
          options={reportKindSchema.options.map((id) => ({ id, label: say(`reports.kind.${id}`) }))}
        />
        <p className={styles.about}>{say(`reports.about.${kind}`)}</p>
        {kind === 'annotated' && (
          <TokenField
            label={say('reports.articles')}
            placeholder={say('reports.allArticles')}
            items={offered.map((article) => ({
              id: String(article.id),
              label: article.title,
              ...(article.outlet !== null && { detail: article.outlet }),
            }))}
            value={articleIds.map(String)}
            onChange={(ids) => onArticles(ids.map(Number))}
          />
        )}
        {kind === 'comparison' && hasFilter && <Checkbox label={say('reports.useFilter')} value={isFiltered} onChange={setFiltered} />}
        <TextField
          label={say('reports.reportTitle')}
          placeholder={say('reports.titleDefault')}
          value={title}
          onChange={setTitle}
          maxLength={500}
        />
        <fieldset className={styles.include}>
          <legend>{say('reports.include')}</legend>
          {PARTS.filter((part) => kind === 'annotated' || part === 'notes' || part === 'coders').map((part) => (
            <Checkbox
              key={part}
              label={say(`reports.include.${part}`)}
              value={include[part]}
              onChange={(value) => setInclude({ ...include, [part]: value })}
            />
          ))}
        </fieldset>
        <Button
          label={say('reports.export')}
          kind="primary"
          type="submit"
          icon={<FileOutput />}
          {...(pending && { pendingLabel: say('job.report') })}
        />
        <p className={styles.about}>{say('reports.format')}</p>
      </form>
      <div className={styles.preview}>
        {!preview && !error && <Spinner label={say('reports.previewing')} />}
        {error && <EmptyState title={say('reports.failed')}>{errorText(say, error)}</EmptyState>}
        {preview && (
          <iframe className={styles.paper} sandbox="" srcDoc={preview.html} title={say('reports.preview', { name: preview.name })} />
        )}
      </div>
    </div>
  )
}
