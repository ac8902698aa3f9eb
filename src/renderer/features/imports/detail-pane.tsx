/** What is shown beside the list: one article, a file with many, a project, what a file asks, or a form for all that is picked. */
import type { ReactNode } from 'react'
import { useSay } from '../../lib/say.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { ArticlePane } from './article-pane.tsx'
import { BulkForm } from './bulk-form.tsx'
import { CollectionField } from './collection-field.tsx'
import { ColumnsPane } from './columns-pane.tsx'
import { EncodingField } from './encoding-field.tsx'
import { FilePane } from './file-pane.tsx'
import { ProblemPane } from './problem-pane.tsx'
import { ProjectPane } from './project-pane.tsx'
import { draftFor } from './review-items.ts'
import { isUnsure, type Unit } from './review.ts'
import type { Row } from './rows.ts'
import type { Review } from './use-review.ts'
import styles from './panes.module.css'

export interface DetailPaneProps {
  review: Review
  /** The lines that are picked. */
  rows: readonly Row[]
  onOpenArticle: (articleId: number) => void
}

export function DetailPane({ review, rows, onOpenArticle }: DetailPaneProps) {
  const say = useSay()
  const [row] = rows
  if (!row) return null
  if (rows.length > 1) {
    const units = [...new Map(rows.flatMap((each) => each.units).map((unit) => [unit.key, unit])).values()]
    return <div className={styles.pane}>{units.length > 0 ? <Bulk review={review} units={units} /> : <p>{say('bulk.nothing')}</p>}</div>
  }
  const { file, article, units, isRest } = row
  const { stagedId } = file.staged
  const { preview } = file
  if (preview === null && !file.error) return <Spinner label={say('import.reading')} />
  const asks = row.level === 1 && <Asks review={review} row={row} />
  const isAsking = preview?.problem?.code === 'needs-columns'
  if (!isAsking && (preview === null || preview.problem || file.error)) {
    return <ProblemPane key={stagedId} file={file} onRead={(how) => review.read(stagedId, how)} />
  }
  if (preview?.project) {
    return (
      <ProjectPane
        file={file}
        project={preview.project}
        choice={review.choices.projects.get(stagedId) ?? {}}
        onChoice={(choice) => review.project(stagedId, choice)}
      />
    )
  }
  const [unit] = units
  if (article && unit) {
    const chosen = review.choices.collections.get(stagedId) ?? []
    return (
      <ArticlePane
        key={unit.key}
        file={file}
        article={article}
        typed={review.choices.drafts.get(unit.key)}
        errors={review.errors.get(unit.key) ?? {}}
        isTicked={review.isTicked(unit)}
        isTwin={review.twins.has(unit.key)}
        onDraft={(typed) => review.draft(unit.key, typed)}
        onTick={(value) => review.tick([unit.key], value)}
        onOpenArticle={onOpenArticle}
        collections={
          row.level === 1 && <CollectionField value={chosen} onChange={(added, removed) => review.putInto([stagedId], added, removed)} />
        }
      >
        {asks}
      </ArticlePane>
    )
  }
  const ticked = units.filter(review.isTicked)
  return (
    <FilePane
      key={row.key}
      file={file}
      ticked={ticked.reduce((sum, { count }) => sum + count, 0)}
      duplicates={units.filter((each) => each.article?.duplicate).length}
      twins={units.filter(({ key }) => review.twins.has(key)).length}
      onTickAll={(value) =>
        review.tick(
          units.map(({ key }) => key),
          value,
        )
      }
      form={units.length > 0 && <Bulk review={review} units={units} />}
    >
      {isRest ? <p className={styles.note}>{say('import.restText')}</p> : asks}
    </FilePane>
  )
}

/** What the file as a whole asks, before its articles are looked at. */
function Asks({ review, row }: { review: Review; row: Row }): ReactNode {
  const { file } = row
  const { stagedId } = file.staged
  return (
    <>
      {isUnsure(file) && <EncodingField file={file} onEncoding={(encoding) => review.read(stagedId, { encoding })} />}
      {file.preview?.table && (
        <ColumnsPane
          key={stagedId}
          file={file}
          isRemembered={!review.choices.forget.has(stagedId)}
          onRemember={(value) => review.remember(stagedId, value)}
          onRead={(how) => review.read(stagedId, how)}
        />
      )}
    </>
  )
}

function Bulk({ review, units }: { review: Review; units: readonly Unit[] }) {
  const { choices, errors } = review
  const drafts = units.map((unit) => draftFor(unit, choices)).filter((draft) => draft !== null)
  const stagedIds = [...new Set(units.map(({ file }) => file.staged.stagedId))]
  // Collections are chosen for whole files: for a part of one they would say more than was meant.
  const isWhole =
    stagedIds.every((id) => review.files.find(({ staged }) => staged.stagedId === id)?.preview?.articles.length === 1) || coversAll(units)
  const typed = units.filter(({ key }) => choices.drafts.has(key))
  return (
    <BulkForm
      key={units.map(({ key }) => key).join(' ')}
      drafts={drafts}
      errors={units.flatMap(({ key }) => errors.get(key) ?? [])}
      count={units.reduce((sum, { count }) => sum + count, 0)}
      onSet={(patch) => review.draftAll(units, patch)}
      onReset={typed.length > 0 ? () => review.resetDrafts(typed) : undefined}
      collections={isWhole ? stagedIds.map((id) => choices.collections.get(id) ?? []) : []}
      onCollections={(added, removed) => review.putInto(stagedIds, added, removed)}
    />
  )
}

/** Whether the units are all of their files. */
function coversAll(units: readonly Unit[]): boolean {
  const byFile = new Map<string, number>()
  for (const { file, count } of units) byFile.set(file.staged.stagedId, (byFile.get(file.staged.stagedId) ?? 0) + count)
  return units.every(({ file }) => byFile.get(file.staged.stagedId) === (file.preview?.project?.articles ?? file.preview?.total))
}
