/**
 * The articles on the left: the same ones as in the table of the library, newest first, how far each is coded. Only those on screen are
 * there. The list has the focus: arrow keys open the next one, Enter goes on in its text, Delete removes, the menu key gives the menu.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { FilePlus2, MoreHorizontal, Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ArticleRow as Row, ArticleSort } from '../../../shared/domain/article-table.ts'
import { useArticleRows } from '../../lib/article-rows.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { FilterChips } from '../../lib/parts/filter-chips.tsx'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { isEmptyFilter, tidyFilter, useArticleFilter } from '../../stores/article-filter.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './article-list.module.css'
import { ListSections } from './list-sections.tsx'

type Sort = 'published' | 'added' | 'title'
const SORTS: Readonly<Record<Sort, ArticleSort>> = {
  published: [{ column: 'published', descending: true }],
  added: [{ column: 'added', descending: true }],
  title: [{ column: 'title', descending: false }],
}
/** CSS pixels: two lines of a title, and the facts. */
const HEIGHT = 72
const NO_IDS: readonly number[] = []

export interface ArticleListProps {
  currentId: number | null
  onOpen: (articleId: number) => void
  /** An article was pressed, or Enter was: not only passed with the arrow keys. */
  onChosen?: () => void
  onDetails: (articleId: number) => void
  onEdit: (articleId: number) => void
  onNewText: (articleId: number) => void
  /** Opens a search that was kept; without it they are not shown. */
  onSearch?: ((query: string) => void) | undefined
}

export function ArticleList({ currentId, onOpen, onChosen, onDetails, onEdit, onNewText, onSearch }: ArticleListProps) {
  const say = useSay()
  const prefix = useId()
  const filter = useArticleFilter((state) => state.filter)
  const setLook = useArticleFilter((state) => state.set)
  const [sort, setSort] = useState<Sort>('published')
  const wanted = useDeferredValue(filter)
  const { data, error, refetch } = useData('articles.table', { filter: { ...wanted, text: wanted.text?.trim() }, sort: SORTS[sort] })
  const { run: remove } = useAction('articles.remove')
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const ids = data?.ids ?? NO_IDS
  const scroll = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const virtual = useVirtualizer({ count: ids.length, getScrollElement: () => scroll.current, estimateSize: () => HEIGHT, overscan: 6 })
  const shown = virtual.getVirtualItems()
  const rowOf = useArticleRows(ids, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const at = currentId === null ? -1 : ids.indexOf(currentId)
  const [menuOf, setMenuOf] = useState<number | null>(null)
  // What was opened elsewhere is brought into sight, once; so is the one whose place another order has changed.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [at, virtual])

  const removeArticle = async (article: Pick<Row, 'id' | 'title'>): Promise<void> => {
    const removed = await remove({ ids: [article.id] })
    if (removed) offerUndo(say('library.removed', { title: article.title, count: removed.annotations }))
  }
  const page = (): number => Math.max(Math.floor((scroll.current?.clientHeight ?? 0) / HEIGHT) - 1, 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // What floats over the list is elsewhere in the page, yet its keys come by here too.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? ids.length - 1 : at - 1,
      PageDown: at + page(),
      PageUp: at - page(),
      Home: 0,
      End: ids.length - 1,
    }
    const step = steps[event.key]
    const current = at < 0 ? undefined : rowOf(ids[at] ?? 0)
    if (step !== undefined) {
      const next = ids[Math.min(Math.max(step, 0), ids.length - 1)]
      if (next !== undefined && next !== currentId) onOpen(next)
    } else if (event.key === 'Enter' && at >= 0) onChosen?.()
    else if (event.key === 'Delete' && current && canWrite) void removeArticle(current)
    else if ((event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) && at >= 0) setMenuOf(currentId)
    else return
    event.preventDefault()
  }
  const { text = '', ...rest } = filter
  const isNarrowed = !isEmptyFilter(rest)
  const isAsked = text.trim() !== '' || isNarrowed

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <SearchField
          label={say('library.filter')}
          placeholder={say('library.filter')}
          value={text}
          onChange={(next) => setLook({ filter: tidyFilter({ ...filter, text: next }) })}
        />
        <ListSections onSearch={onSearch} />
        {isNarrowed && (
          <FilterChips
            filter={rest}
            onFilter={(next) => setLook({ filter: tidyFilter({ ...next, text }) })}
            hideClear
            className={styles.chips}
          />
        )}
        <div className={styles.order}>
          <span className={styles.count} role="status">
            {data && say('library.count', { shown: data.found, total: data.total })}
          </span>
          {isNarrowed && (
            <Button
              label={say('library.showAll')}
              kind="quiet"
              size="small"
              icon={<X />}
              onPress={() => setLook({ filter: tidyFilter({ text }), group: null })}
            />
          )}
          <Select
            label={say('library.sort')}
            hideLabel
            isQuiet
            value={sort}
            onChange={setSort}
            options={(Object.keys(SORTS) as Sort[]).map((id) => ({ id, label: say(`library.sort.${id}`) }))}
          />
        </div>
      </div>
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : data && ids.length === 0 ? (
        <EmptyState
          size="inline"
          icon={isAsked ? <Search /> : <FilePlus2 />}
          title={isAsked ? say('library.nothingFound') : say('library.empty')}
        >
          {text.trim() !== '' && !isNarrowed
            ? say('library.nothingFoundText', { text: text.trim() })
            : say(isAsked ? 'articles.nothingFits' : 'library.emptyText')}
        </EmptyState>
      ) : (
        <div
          ref={scroll}
          role="grid"
          aria-label={say('panes.left')}
          aria-rowcount={ids.length}
          aria-activedescendant={at >= 0 ? `${prefix}${ids[at]}` : undefined}
          tabIndex={0}
          className={styles.scroll}
          onKeyDown={onKeyDown}
        >
          <div role="presentation" className={styles.list} style={{ blockSize: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const id = ids[index] ?? 0
              const article = rowOf(id)
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and takes the keys
                <div
                  key={id}
                  role="row"
                  id={`${prefix}${id}`}
                  aria-rowindex={index + 1}
                  aria-selected={id === currentId}
                  aria-label={article?.title ?? say('articles.loading')}
                  className={cx(styles.item, id === currentId && styles.selected)}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={({ target }) => {
                    if (target instanceof Element && target.closest('button, [role=menu]')) return
                    onOpen(id)
                    onChosen?.()
                  }}
                >
                  <div role="gridcell" className={styles.cell}>
                    {article && (
                      <ArticleRow
                        article={article}
                        canWrite={canWrite}
                        isMenuOpen={menuOf === id}
                        onMenu={(isOpen) => setMenuOf(isOpen ? id : null)}
                        onDetails={() => onDetails(id)}
                        onEdit={() => onEdit(id)}
                        onNewText={() => onNewText(id)}
                        onRemove={() => void removeArticle(article)}
                      />
                    )}
                  </div>
                </div>
              )
            })}
          </div>
        </div>
      )}
    </div>
  )
}

interface ArticleRowProps {
  article: Row
  canWrite: boolean
  isMenuOpen: boolean
  onMenu: (isOpen: boolean) => void
  onDetails: () => void
  onEdit: () => void
  onNewText: () => void
  onRemove: () => void
}

function ArticleRow({ article, canWrite, isMenuOpen, onMenu, onDetails, onEdit, onNewText, onRemove }: ArticleRowProps) {
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
          isOpen={isMenuOpen}
          onOpenChange={onMenu}
          trigger={
            <IconButton label={say('library.more', { title: article.title })} icon={<MoreHorizontal />} size="small" excludeFromTabOrder />
          }
        >
          <MenuItem label={say('articles.details')} onAction={onDetails} />
          <MenuItem label={say('library.edit')} isDisabled={!canWrite} onAction={onEdit} />
          <MenuItem label={say('revisions.new')} isDisabled={!canWrite} onAction={onNewText} />
          <MenuSeparator />
          <MenuItem label={say('library.remove')} shortcut="Delete" isDanger isDisabled={!canWrite} onAction={onRemove} />
        </Menu>
      </span>
    </>
  )
}
