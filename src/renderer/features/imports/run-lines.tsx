/** The lines of a report, some hundreds at a time. */
import { CircleAlert, CircleCheck, CircleMinus, CircleHelp, CircleSlash, Copy } from 'lucide-react'
import { useState } from 'react'
import type { ImportOutcome, ReportLine } from '../../../shared/domain/import-report.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { problemText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { lossText } from './losses.tsx'
import styles from './run-report.module.css'

const PAGE = 200
const ICONS = { imported: CircleCheck, duplicate: Copy, needs: CircleHelp, refused: CircleAlert, cancelled: CircleMinus }

export interface RunLinesProps {
  runId: number
  outcome: ImportOutcome['outcome'] | undefined
  onOpenArticle: (articleId: number) => void
}

export function RunLines({ runId, outcome, onOpenArticle }: RunLinesProps) {
  const say = useSay()
  const [pages, setPages] = useState(1)
  const { data } = useData('imports.run', { runId, limit: PAGE, ...(outcome && { outcome }) })
  if (data?.run.id === runId && data.total === 0) return <EmptyState size="inline" title={say('imports.noLines')} />
  return (
    <div className={styles.scroll}>
      <ul className={styles.lines} aria-label={say('imports.lines')}>
        {Array.from({ length: pages }, (_, page) => (
          <Page key={page} runId={runId} outcome={outcome} offset={page * PAGE} onOpenArticle={onOpenArticle} />
        ))}
      </ul>
      {data && data.total > pages * PAGE && (
        <div className={styles.more}>
          <Button
            label={say('imports.more', { count: Math.min(PAGE, data.total - pages * PAGE) })}
            size="small"
            onPress={() => setPages(pages + 1)}
          />
        </div>
      )}
    </div>
  )
}

function Page({ runId, outcome, offset, onOpenArticle }: RunLinesProps & { offset: number }) {
  const { data, error, refetch } = useData('imports.run', { runId, limit: PAGE, offset, ...(outcome && { outcome }) })
  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  return data?.run.id === runId && data.lines.map((line, index) => <Line key={index} line={line} onOpenArticle={onOpenArticle} />)
}

function Line({ line, onOpenArticle }: { line: ReportLine; onOpenArticle: (articleId: number) => void }) {
  const say = useSay()
  const { articleId, lost, name, outcome, part, problem, title } = line
  // What was written then stays written; what is there now decides the sign, and whether there is anything to open.
  const isGone = line.present === false
  const Icon = isGone ? CircleSlash : ICONS[outcome]
  const said = problem
    ? problemText(say, problem, name)
    : line.isTwin
      ? say('import.outcome.twin')
      : say(outcome === 'imported' && articleId === null ? 'import.outcome.project' : `import.outcome.${outcome}`)
  return (
    <li className={styles.line} data-outcome={outcome} data-gone={isGone || undefined}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <bdi className={styles.title}>{title ?? name}</bdi>
        <span className={styles.from}>
          {title !== null && <bdi>{name}</bdi>}
          {part !== null && <span>{say('imports.part', { part })}</span>}
          <span className={styles.said}>{said}</span>
          {isGone && <span>{say('import.removedSince')}</span>}
        </span>
        {lost.map((loss, index) => (
          <span key={index} className={styles.lost}>
            {lossText(say, loss)}
          </span>
        ))}
      </div>
      {articleId !== null && !isGone && (
        <Button
          label={say('import.open')}
          tooltip={say('imports.openArticle', { title: title ?? name })}
          size="small"
          kind="quiet"
          onPress={() => onOpenArticle(articleId)}
        />
      )}
    </li>
  )
}
