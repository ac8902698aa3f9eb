/** The review itself: the list of files with what is ticked and shown, and beside it what is picked. A single article has no list. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/select.tsx'
import { DetailPane } from './detail-pane.tsx'
import { FileList } from './file-list.tsx'
import styles from './import-review.module.css'
import { unitsOf } from './review.ts'
import { rowsOf, SHOWN, stateCounts, type Row, type Shown } from './rows.ts'
import { usePickingRows } from './use-picking-rows.ts'
import type { Review } from './use-review.ts'

export interface ImportReviewProps {
  review: Review
  isSmall: boolean
  /** The line whose form has something wrong in it, to go to. */
  wrongAt: string | null
  onOpenArticle: (articleId: number) => void
}

export function ImportReview({ review, isSmall, wrongAt, onOpenArticle }: ImportReviewProps) {
  const say = useSay()
  const { files } = review
  const [shown, setShown] = useState<Shown>('all')
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const detail = useRef<HTMLDivElement>(null)
  const expanded = useMemo(() => {
    // A file that stands alone is open from the start: its articles are what there is to see.
    const isOpen = (id: string): boolean => toggled.get(id) ?? files.length === 1
    return new Set(files.map(({ staged }) => staged.stagedId).filter(isOpen))
  }, [files, toggled])
  const rows = useMemo(() => rowsOf(files, expanded, shown), [files, expanded, shown])
  const picking = usePickingRows(rows.map(({ key }) => key))
  const counts = useMemo(() => stateCounts(files), [files])
  const units = useMemo(() => files.flatMap(unitsOf), [files])
  const total = units.reduce((sum, { count }) => sum + count, 0)
  const expand = (key: string, isOpen: boolean): void => setToggled(new Map(toggled).set(key, isOpen))

  const goTo = useRef((_key: string): void => {})
  useEffect(() => {
    goTo.current = (key) => {
      setShown('all')
      expand(key.split('/')[0] ?? key, true)
      const file = files.find(({ staged }) => key.startsWith(staged.stagedId))
      picking.pick([file && unitsOf(file).length === 1 ? file.staged.stagedId : key])
    }
  })
  useEffect(() => {
    if (wrongAt !== null) goTo.current(wrongAt)
  }, [wrongAt, review.errors])

  // What had the focus may be gone with an answer, as the field of a password is: keys go on in the list, not nowhere.
  const side = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) side.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus()
  }, [files])

  const tickedOf = (row: Row): number => row.units.reduce((sum, unit) => sum + (review.isTicked(unit) ? Math.max(1, unit.count) : 0), 0)
  const titleOf = ({ article, file, isRest, units: [unit] }: Row): string => {
    if (isRest) return say('import.rest', { count: unit?.count ?? 0 })
    if (!article) return file.preview?.project?.name || file.staged.name
    return review.choices.drafts.get(unit?.key ?? '')?.title ?? article.metadata.title
  }
  const pane = <DetailPane review={review} rows={rows.filter(({ key }) => picking.picked.has(key))} onOpenArticle={onOpenArticle} />
  if (isSmall)
    return (
      <div className={styles.small} ref={detail}>
        {pane}
      </div>
    )
  return (
    <div className={styles.panes}>
      <div className={styles.side} ref={side}>
        <div className={styles.bar}>
          <Checkbox
            label={say('import.chosen', { chosen: review.wanted, total })}
            value={review.wanted === total && total > 0}
            isMixed={review.wanted > 0 && review.wanted < total}
            isDisabled={total === 0}
            onChange={() =>
              review.tick(
                units.map(({ key }) => key),
                review.wanted < total,
              )
            }
          />
          <Select
            label={say('import.shown')}
            hideLabel
            isQuiet
            value={shown}
            onChange={setShown}
            options={SHOWN.filter((id) => id === 'all' || id === shown || counts[id] > 0).map((id) => ({
              id,
              label: say(`import.shown.${id}`, { count: counts[id] }),
            }))}
          />
        </div>
        {rows.length === 0 ? (
          <EmptyState size="inline" title={say('import.noneShown')} />
        ) : (
          <FileList
            rows={rows}
            picking={picking}
            ticked={tickedOf}
            titleOf={titleOf}
            isTwin={({ units: [unit], article }) => article !== null && review.twins.has(unit?.key ?? '')}
            isWrong={(row) => row.units.some(({ key }) => review.errors.has(key))}
            onTick={review.tick}
            onExpand={expand}
            onEnter={() => detail.current?.querySelector<HTMLElement>('input, button, textarea')?.focus()}
          />
        )}
        <p className={styles.hint}>{say('import.keys')}</p>
      </div>
      <div className={styles.detail} ref={detail} role="region" aria-label={say('import.chosenFile')}>
        {pane}
      </div>
    </div>
  )
}
