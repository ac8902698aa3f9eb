/** What the file will hold and what it will not, kept after the choice while that changes. */
import type { ExportFormat, ExportLoss } from '../../../shared/domain/export.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import { Banner } from '../../ui/banner.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './export-dialog.module.css'
import { lossGroups, lossText } from './loss-groups.ts'
import type { ExportDraft } from './use-export-choice.ts'

export function ExportPreview({ draft }: { draft: ExportDraft }) {
  const say = useSay()
  const wanted = { input: draft.input, fullest: draft.fullest }
  const { input, fullest } = useRested(wanted, JSON.stringify(wanted))
  const isLess = JSON.stringify(input) !== JSON.stringify({ ...input, ...fullest })
  const { data, error, refetch, isPlaceholderData } = useData('exports.preview', input)
  const { data: most } = useData('exports.preview', fullest, { enabled: isLess })
  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!data) return <Spinner label={say('export.looking')} />
  const { notices, format, chosen } = lossGroups(data.lost, isLess ? (most?.lost ?? null) : null)
  const counts = countsOf(input.format)
  return (
    <section className={styles.section} aria-label={say('export.preview')} aria-busy={isPlaceholderData}>
      <h3 className={styles.heading}>{say('export.preview')}</h3>
      <p className={styles.counts} role="status">
        <bdi className={styles.name}>{data.name}</bdi>
        {counts !== null && <span>{say(counts, { articles: data.articles, annotations: data.annotations })}</span>}
      </p>
      {error && <LoadError error={error} onAgain={() => void refetch()} />}
      {data.lost.length === notices.length && <Banner kind="success" title={say('export.lostNothing')} />}
      <Group title={say('export.lostTitle')} losses={format} />
      <Group title={say('export.leftTitle')} losses={chosen} />
      <Group title={say('export.noticeTitle')} losses={notices} />
    </section>
  )
}

/** What is counted: a codebook holds neither, references hold articles alone. */
const countsOf = (format: ExportFormat): string | null =>
  format === 'qdc' ? null : format === 'csl' || format === 'bibtex' ? 'export.countsArticles' : 'export.counts'

function Group({ title, losses }: { title: string; losses: readonly ExportLoss[] }) {
  const say = useSay()
  if (losses.length === 0) return null
  return (
    <div className={styles.group}>
      <h4 className={styles.subheading}>{title}</h4>
      <ul className={styles.losses}>
        {losses.map((loss) => (
          <li key={`${loss.code} ${JSON.stringify(loss.details ?? {})}`}>{lossText(say, loss)}</li>
        ))}
      </ul>
    </div>
  )
}
