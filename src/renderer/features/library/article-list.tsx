/** The articles on the left: filter by words, newest first, how far each is coded. Arrow keys move, Enter opens, Delete removes. */
import { FilePlus2, MoreHorizontal, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './article-list.module.css'

type Sort = 'published' | 'added' | 'title'
const SORTS: readonly Sort[] = ['published', 'added', 'title']
const SHOWN = 2_000

export interface ArticleListProps {
  currentId: number | null
  onOpen: (articleId: number) => void
  onEdit: (articleId: number) => void
}

export function ArticleList({ currentId, onOpen, onEdit }: ArticleListProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>('published')
  const wanted = useDeferredValue(text.trim())
  const { data } = useData('articles.list', { sort, limit: SHOWN, ...(wanted !== '' && { text: wanted }) })
  const { run: remove } = useAction('articles.remove')
  const { run: undo } = useAction('history.undo')
  const items = data?.items ?? []

  const removeArticle = async (article: ArticleSummary): Promise<void> => {
    const removed = await remove({ ids: [article.id] })
    if (removed)
      toasts.add({
        kind: 'info',
        text: say('library.removed', { title: article.title, count: removed.annotations }),
        action: { label: say('history.undo'), onPress: () => void undo({}) },
      })
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
      {data && items.length === 0 ? (
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
          onKeyDown={(event) => {
            const focused = items.find((article) => article.id === currentId)
            if (event.key === 'Delete' && focused) void removeArticle(focused)
          }}
        >
          <GridList
            aria-label={say('panes.left')}
            className={styles.list ?? ''}
            items={items}
            dependencies={[currentId]}
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
                <ArticleRow article={article} onEdit={() => onEdit(article.id)} onRemove={() => void removeArticle(article)} />
              </GridListItem>
            )}
          </GridList>
        </div>
      )}
    </div>
  )
}

function ArticleRow({ article, onEdit, onRemove }: { article: ArticleSummary; onEdit: () => void; onRemove: () => void }) {
  const say = useSay()
  const dateText = useDateText()
  return (
    <>
      <bdi className={styles.title} lang={article.language ?? undefined} dir={article.direction}>
        {article.title}
      </bdi>
      <span className={styles.facts}>
        <bdi className={styles.outlet}>{article.outlet ?? say('evidence.noOutlet')}</bdi>
        <span>{article.published === null ? say('evidence.undated') : dateText(article.published)}</span>
        <span className={styles.status} data-status={article.status}>
          {say(`article.status.${article.status}`)}
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
          <MenuItem label={say('library.edit')} onAction={onEdit} />
          <MenuSeparator />
          <MenuItem label={say('library.remove')} shortcut="Delete" isDanger onAction={onRemove} />
        </Menu>
      </span>
    </>
  )
}
