/** Which articles an annotated report is about: all that have annotations, or those that are chosen, found by their words. */
import { FilePlus2, Newspaper } from 'lucide-react'
import { useState } from 'react'
import { useData } from '../../lib/data.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import styles from './options.module.css'

export interface ArticlesFieldProps {
  /** None: all of them. */
  value: readonly number[]
  onChange: (ids: number[]) => void
}

/** Chips to show before only their number is said. */
const SHOWN = 6
const FOUND = 200

export function ArticlesField({ value, onChange }: ArticlesFieldProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { data: rows } = useData('articles.rows', { ids: value.slice(0, SHOWN) })
  const titleOf = (id: number): string => rows?.find((row) => row.id === id)?.title ?? say('reports.article', { id })
  return (
    <div className={styles.labelled} role="group" aria-label={say('reports.articles')}>
      <span className={styles.label} aria-hidden="true">
        {say('reports.articles')}
      </span>
      <div className={styles.chips}>
        <Button label={say('reports.chooseArticles')} icon={<FilePlus2 />} size="small" onPress={() => setOpen(true)} />
        {value.length === 0 && <span className={styles.hint}>{say('reports.allArticles')}</span>}
        {value.length <= SHOWN ? (
          value.map((id) => <Chip key={id} label={titleOf(id)} onRemove={() => onChange(value.filter((one) => one !== id))} />)
        ) : (
          <Chip label={say('filter.someArticles', { count: value.length })} onRemove={() => onChange([])} />
        )}
      </div>
      {isOpen && <ArticlesDialog value={value} onClose={() => setOpen(false)} onChange={onChange} />}
    </div>
  )
}

function ArticlesDialog({ value, onChange, onClose }: ArticlesFieldProps & { onClose: () => void }) {
  const say = useSay()
  const dateText = useDateText()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<number>>(() => new Set(value))
  const wanted = useRested(text.trim(), text.trim())
  const { data } = useData('articles.list', { limit: FOUND, ...(wanted !== '' && { text: wanted }) })
  const shown = data?.items ?? []
  const take = (keys: ReadonlySet<string | number>): void => {
    const here = new Set(shown.map(({ id }) => id))
    // What is picked and not among those found stays picked.
    setPicked(new Set([...[...picked].filter((id) => !here.has(id)), ...[...keys].map(Number)]))
  }
  const done = (): void => {
    onChange([...picked])
    onClose()
  }
  return (
    <Dialog
      title={say('reports.chooseArticlesTitle')}
      isOpen
      onClose={onClose}
      onSubmit={done}
      size="large"
      aside={<span className={styles.hint}>{say('reports.articlesPicked', { count: picked.size })}</span>}
      actions={
        <>
          {picked.size > 0 && <Button label={say('reports.takeAll')} kind="quiet" onPress={() => setPicked(new Set())} />}
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('reports.useArticles')} kind="primary" type="submit" />
        </>
      }
    >
      <div className={styles.picker}>
        <SearchField
          label={say('reports.findArticles')}
          placeholder={say('reports.findArticles')}
          value={text}
          onChange={setText}
          autoFocus
          result={data && say('reports.articlesFound', { count: data.total })}
        />
        {data && shown.length === 0 && <EmptyState icon={<Newspaper />} title={say('reports.noArticles')} size="inline" />}
        {shown.length > 0 && (
          <PickList
            label={say('reports.articles')}
            items={shown}
            keyOf={({ id }) => id}
            picked={picked}
            onPick={take}
            rowHeight={48}
            showsBoxes
            className={styles.list ?? ''}
          >
            {(article) => (
              <span className={styles.article}>
                <span dir="auto" lang={article.language ?? undefined}>
                  {article.title}
                </span>
                <span className={styles.hint}>
                  {article.outlet !== null && <bdi>{article.outlet}</bdi>}
                  {article.outlet !== null && article.published !== null && ' · '}
                  {article.published !== null && dateText(article.published.slice(0, 10))}
                </span>
              </span>
            )}
          </PickList>
        )}
      </div>
    </Dialog>
  )
}
