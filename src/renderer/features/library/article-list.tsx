/** The articles on the left: filter by words, newest first, how far each is coded. Arrow keys open the next one, Delete removes. */
import { FilePlus2, MoreHorizontal, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './article-list.module.css'

type Sort = 'published' | 'added' | 'title'
const SORTS: readonly Sort[] = ['published', 'added', 'title']
const SHOWN = 2_000

export interface ArticleListProps {
  currentId: number | null
  onOpen: (articleId: number) => void
  /** An article was pressed, or Enter was: not only passed with the arrow keys. */
  onChosen?: () => void
  onEdit: (articleId: number) => void
  onNewText: (articleId: number) => void
}

export function ArticleList({ currentId, onOpen, onChosen, onEdit, onNewText }: ArticleListProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>('published')
  const wanted = useDeferredValue(text.trim())
  const { data, error, refetch } = useData('articles.list', { sort, limit: SHOWN, ...(wanted !== '' && { text: wanted }) })
  const { run: remove } = useAction('articles.remove')
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const items = data?.items ?? []

  const removeArticle = async (article: ArticleSummary): Promise<void> => {
    const removed = await remove({ ids: [article.id] })
    if (removed) offerUndo(say('library.removed', { title: article.title, count: removed.annotations }))
  }

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <SearchField label={say('library.filter')} placeholder={say('library.filter')} value={text} onChange={setText} />
        <div className={styles.order}>
          <span className={styles.count} role="status">
            {data && say('library.count', { shown: items.length, total: data.total })}
          </span>
          <Select
            label={say('library.sort')}
            hideLabel
            isQuiet
            value={sort}
            onChange={setSort}
            options={SORTS.map((id) => ({ id, label: say(`library.sort.${id}`) }))}
          />
        </div>
      </div>
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : data && items.length === 0 ? (
        <EmptyState
          size="inline"
          icon={wanted === '' ? <FilePlus2 /> : <Search />}
          title={wanted === '' ? say('library.empty') : say('library.nothingFound')}
        >
          {wanted === '' ? say('library.emptyText') : say('library.nothingFoundText', { text: wanted })}
        </EmptyState>
      ) : (
        // The list itself takes arrow keys and Enter; Delete is ours.
        <div
          role="presentation"
          className={styles.scroll}
          // The list takes both for itself on the way back up.
          onClickCapture={({ target }) => {
            if (target instanceof Element && target.closest('[role=row]') && !target.closest('button, [role=menu]')) onChosen?.()
          }}
          onKeyDownCapture={({ key, target }) => {
            if (key === 'Enter' && target instanceof HTMLElement && target.role === 'row') onChosen?.()
          }}
          onKeyDown={(event) => {
            // Only from the row itself: the menu of a row is elsewhere in the page, yet its keys come by here too.
            const isRow = event.target instanceof HTMLElement && event.target.role === 'row'
            const focused = items.find((article) => article.id === currentId)
            if (event.key === 'Delete' && isRow && focused && canWrite) void removeArticle(focused)
          }}
        >
          <GridList
            aria-label={say('panes.left')}
            className={styles.list ?? ''}
            items={items}
            dependencies={[currentId, canWrite]}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={currentId === null ? [] : [currentId]}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys]
              if (typeof id === 'number') onOpen(id)
            }}
          >
            {(article) => (
              <GridListItem id={article.id} textValue={article.title} className={styles.item ?? ''}>
                <ArticleRow
                  article={article}
                  canWrite={canWrite}
                  onEdit={() => onEdit(article.id)}
                  onNewText={() => onNewText(article.id)}
                  onRemove={() => void removeArticle(article)}
                />
              </GridListItem>
            )}
          </GridList>
        </div>
      )}
    </div>
  )
}

interface ArticleRowProps {
  article: ArticleSummary
  canWrite: boolean
  onEdit: () => void
  onNewText: () => void
  onRemove: () => void
}

function ArticleRow({ article, canWrite, onEdit, onNewText, onRemove }: ArticleRowProps) {
  const say = useSay()
  const dateText = useDateText()
  return (
    <>
      <span className={styles.heading}>
        <bdi className={styles.title} lang={article.language ?? undefined} dir={article.direction}>
          {article.title}
        </bdi>
      </span>
      <span className={styles.facts}>
        <bdi className={styles.outlet}>{article.outlet ?? say('evidence.noOutlet')}</bdi>
        <span>{article.published === null ? say('evidence.undated') : dateText(article.published.slice(0, 10))}</span>
        <span className={styles.status} title={say(`article.status.${article.status}`)}>
          {/* The most usual one, and the one a sign says as well: its word would cut the outlet. */}
          {article.status === 'coded' && <span aria-hidden="true">✓</span>}
          {article.status === 'coded' ? (
            <VisuallyHidden>{say('article.status.coded')}</VisuallyHidden>
          ) : (
            say(`article.status.${article.status}`)
          )}
        </span>
        <span className={styles.number} title={say('library.annotations', { count: article.annotations })}>
          {article.annotations}
        </span>
      </span>
      <span className={styles.more}>
        <Menu
          label={say('library.more', { title: article.title })}
          trigger={<IconButton label={say('library.more', { title: article.title })} icon={<MoreHorizontal />} size="small" />}
        >
          <MenuItem label={say('library.edit')} isDisabled={!canWrite} onAction={onEdit} />
          <MenuItem label={say('revisions.new')} isDisabled={!canWrite} onAction={onNewText} />
          <MenuSeparator />
          <MenuItem label={say('library.remove')} shortcut="Delete" isDanger isDisabled={!canWrite} onAction={onRemove} />
        </Menu>
      </span>
    </>
  )
}
